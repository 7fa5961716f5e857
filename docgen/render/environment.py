"""The Jinja2 environment: sandboxed, immutable, strict, and blind to everything but values.

Templates see fields of records and positions of lists. Python attributes and methods do not exist for them, so the
usual ways out of a sandbox have nowhere to start. What they print becomes a placeholder (`finalize`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Any

from jinja2 import StrictUndefined, nodes
from jinja2.bccache import Bucket, BytecodeCache
from jinja2.environment import TemplateModule
from jinja2.exceptions import SecurityError
from jinja2.runtime import LoopContext, Macro, Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import Namespace

from docgen.render.budget import Budget
from docgen.render.filters import FILTERS, GLOBALS, joined
from docgen.render.loader import Templates
from docgen.render.marks import LineMarks
from docgen.source import Source
from docgen.suggest import did_you_mean
from docgen.value import Absent, Items, Phrase, Record, Scalar, Value, raw

_LOOP_WORDS = frozenset("index index0 revindex revindex0 first last length previtem nextitem depth".split())


class Unknown(StrictUndefined):
    """A name that nothing defines: an error whenever it is used, except in `is defined` and `default`."""

    known: frozenset[str] = frozenset()
    """The names that the template could have used."""

    @property
    def _undefined_message(self) -> str:
        """Jinja's hook for the words of the error."""
        if self._undefined_hint:
            return self._undefined_hint
        hint = did_you_mean(str(self._undefined_name), self.known)
        return f"unknown name '{self._undefined_name}'" + (f"; {hint}" if hint else "")


class Environment(ImmutableSandboxedEnvironment):
    """One environment for one rendering: it holds the budget and the table of printed values."""

    intercepted_binops = frozenset({"*", "**", "+", "%", "//"})
    intercepted_unops: frozenset[str] = frozenset()

    def __init__(self, loader: Templates, printed: Callable[..., str], budget: Budget, known: Iterable[str]) -> None:
        super().__init__(
            loader=loader,
            extensions=[LineMarks],
            undefined=type("Unknown", (Unknown,), {"known": frozenset(known)}),
            finalize=printed,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            bytecode_cache=_COMPILED,
            auto_reload=False,
        )
        self._templates = loader
        self.filters = dict(FILTERS)
        self.globals = dict(GLOBALS)
        self.turn = budget.turn
        self._budget = budget

    def joined(self, *parts: Any) -> Phrase:
        """What `a ~ b` is compiled to. A phrase that doubles itself in a loop runs out of budget, not of memory."""
        phrase = joined(*parts)
        self._budget.take(len(phrase) + len(phrase.parts))
        return phrase

    def written(self, words: str, template: str, line: int) -> Scalar:
        """What a string that a template hands to a macro is compiled to: the macro prints it with its own place."""
        return Scalar(words, Source(template, line), words)

    def join_path(self, template: str, parent: str) -> str:
        """What `{% include "name" %}` in `parent` means."""
        return self._templates.nearest(template, parent)

    def getattr(self, obj: Any, attribute: str) -> Any:
        """`obj.attribute` in a template."""
        return self.getitem(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """`obj[argument]` in a template."""
        if isinstance(obj, Record):
            return self._field(obj, str(argument))
        if isinstance(obj, Items | list | tuple):
            return self._item(obj, argument)
        if isinstance(obj, Absent):
            return Absent(f"{argument} of {obj.name}", obj.source)
        if isinstance(obj, dict) and not str(argument).startswith("_"):
            return obj.get(argument, self.undefined(obj=None, name=str(argument)))
        return self._own(obj, str(argument))

    def _field(self, record: Record, name: str) -> Value | Undefined:
        if name in record.fields:
            return record.lookup(name)
        hint = did_you_mean(name, record.fields)
        return self.undefined(f"{record.name} has no field '{name}'; {hint}")

    def _item(self, items: Any, argument: Any) -> Any:
        if isinstance(argument, int | slice):
            return (
                list(items)[argument] if _holds(items, argument) else self.undefined(f"the list has no item {argument}")
            )
        if isinstance(items, Items) and items.keys:
            return self._keyed(items, str(argument))
        # Jinja's `groupby` hands out pairs that are named `grouper` and `list`.
        named = getattr(items, "_fields", ())
        if argument in named:
            return items[named.index(argument)]
        return self.undefined(f"a list has no field '{argument}'; go through it with {{% for %}}")

    def _keyed(self, items: Items, key: str) -> Any:
        if key in items.keys:
            return items.items[items.keys[key]]
        return self.undefined(f"nothing is called '{key}' here; {did_you_mean(key, items.keys)}")

    def _own(self, obj: Any, name: str) -> Any:
        """What belongs to Jinja itself: loop variables, namespaces, macros of an imported template."""
        if isinstance(obj, Undefined):
            raise obj._undefined_exception(obj._undefined_message)
        if isinstance(obj, LoopContext) and name in _LOOP_WORDS:
            return getattr(obj, name)
        if isinstance(obj, Namespace | TemplateModule) and not name.startswith("_"):
            return super().getattr(obj, name)
        return self.undefined(f"there is no '{name}' here: a template sees fields and list positions only")

    def is_safe_callable(self, obj: Any) -> bool:
        """Macros, our globals, loops and what the compiler itself calls; nothing else can be called."""
        own = (self.turn, self.joined, self.written, *self.globals.values())
        return isinstance(obj, Macro | LoopContext) or obj in own

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Arithmetic is for small numbers: text and lists cannot be multiplied into a bomb."""
        numbers = [raw(left), raw(right)]
        if operator == "**" or not all(_is_small_number(number) for number in numbers):
            raise SecurityError(f"'{operator}' works on numbers only; join text with '~'")
        return super().call_binop(context, operator, *numbers)

    def _generate(self, source: nodes.Template, *args: Any, **kwargs: Any) -> str:
        """Jinja's hook before code is made: loops are counted, `~` and macros keep the places of their words."""
        for node in source.find_all((nodes.For, nodes.Macro, nodes.CallBlock)):
            if isinstance(node, nodes.For | nodes.Macro | nodes.CallBlock):
                node.body.insert(0, nodes.ExprStmt(_call("turn", []), lineno=node.lineno))
        for call in source.find_all(nodes.Call):
            _tell_places(call, str(args[0]))
        _replace_joins(source)
        source.set_environment(self)
        return str(super()._generate(source, *args, **kwargs))


def _tell_places(call: nodes.Call, template: str) -> None:
    """The strings among the arguments of a macro become words with a place."""
    if isinstance(call.node, nodes.Name) and call.node.name not in GLOBALS:
        call.args = [_with_place(argument, template) for argument in call.args]
        for keyword in call.kwargs:
            keyword.value = _with_place(keyword.value, template)


def _with_place(argument: nodes.Expr, template: str) -> nodes.Expr:
    if not isinstance(argument, nodes.Const) or not isinstance(argument.value, str):
        return argument
    return _call("written", [argument, nodes.Const(template), nodes.Const(argument.lineno)])


def _replace_joins(node: nodes.Node) -> None:
    """Every `a ~ b` becomes a call of `joined`."""
    for name, value in list(node.iter_fields()):
        if isinstance(value, list):
            setattr(node, name, [_without_join(child) for child in value])
        else:
            setattr(node, name, _without_join(value))


def _without_join(child: Any) -> Any:
    if not isinstance(child, nodes.Node):
        return child
    _replace_joins(child)
    return _call("joined", child.nodes) if isinstance(child, nodes.Concat) else child


def _call(name: str, arguments: list[nodes.Expr]) -> nodes.Call:
    """A call of a method of the environment, which templates cannot name themselves."""
    return nodes.Call(nodes.EnvironmentAttribute(name), arguments, [], None, None)


def _holds(items: Any, position: int | slice) -> bool:
    return isinstance(position, slice) or -len(items) <= position < len(items)


def _is_small_number(number: object) -> bool:
    return isinstance(number, int | float | Decimal) and -(10**15) < number < 10**15


class _CompiledTemplates(BytecodeCache):
    """Keeps compiled templates by the hash of their text, so that a batch compiles each template once."""

    def __init__(self) -> None:
        self._code: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Called by Jinja before it compiles."""
        if bucket.key + bucket.checksum in self._code:
            bucket.bytecode_from_string(self._code[bucket.key + bucket.checksum])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Called by Jinja after it has compiled."""
        self._code[bucket.key + bucket.checksum] = bucket.bytecode_to_string()


_COMPILED = _CompiledTemplates()
