"""The Jinja2 environment: sandboxed, immutable, strict, and blind to everything but values.

Templates see fields of records and positions of lists. Python attributes and methods do not exist for them, so the
usual ways out of a sandbox have nowhere to start. What they print becomes a placeholder.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from types import FunctionType, MethodType
from typing import Any

from jinja2 import StrictUndefined, Template, nodes
from jinja2.environment import TemplateModule
from jinja2.exceptions import SecurityError
from jinja2.runtime import LoopContext, Macro, Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import Namespace

from docgen.render.bounds import Bounds, hold_levels
from docgen.render.budget import CALL
from docgen.render.compiled import CompiledTemplates
from docgen.render.filters import charged, joined
from docgen.render.loader import Templates
from docgen.render.lookup import Nothing, key_of, kind_of, look_up
from docgen.render.marks import LineMarks
from docgen.render.placeholders import Printed
from docgen.render.registry import FILTERS, GLOBALS, TESTS
from docgen.render.rewriting import Rewriting
from docgen.source import Source
from docgen.suggest import did_you_mean
from docgen.value import Absent, Items, Phrase, Scalar, raw

_OWN_CALLS = ("printed", "turn", "taken", "looped", "held", "joined", "written", "sliced", "key")
"""What a compiled template calls; no template can name them."""
_COMPILED = CompiledTemplates()


class Unknown(StrictUndefined):
    """A name that nothing defines: an error whenever it is used, except in `is defined` and `default`.

    The second line of its message, where it has one, is the help.
    """

    known: frozenset[str] = frozenset()
    """The names that the template could have used."""

    @property
    def _undefined_message(self) -> str:
        """Jinja's hook for the words of the error."""
        if self._undefined_hint:
            return self._undefined_hint
        name = str(self._undefined_name)
        return f"unknown name '{name}'\n{did_you_mean(name, self.known)}"


class Environment(ImmutableSandboxedEnvironment):
    """One environment for one rendering: it holds the budget and the table of printed values."""

    intercepted_binops = frozenset({"*", "**", "+", "-", "/", "%", "//"})
    intercepted_unops = frozenset({"+", "-"})

    def __init__(self, loader: Templates, printed: Printed, known: Iterable[str]) -> None:
        super().__init__(
            loader=loader,
            extensions=[Bounds, LineMarks],
            undefined=type("Unknown", (Unknown,), {"known": frozenset(known)}),
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            bytecode_cache=_COMPILED,
            auto_reload=False,
        )
        self._templates = loader
        self._budget = budget = printed.budget
        self.printed, self.turn, self.taken = printed.put, budget.turn, budget.take
        self.filters = {name: charged(function, name, budget) for name, function in FILTERS.items()}
        self.tests = {name: charged(function, name, budget) for name, function in TESTS.items()}
        self.globals = dict(GLOBALS)
        self._callable = frozenset([*(getattr(self, name) for name in _OWN_CALLS), *GLOBALS.values()])

    def looped(self, items: Any) -> Any:
        """What `{% for item in items %}` goes through. Raises `ValueError` for what is no list."""
        if isinstance(items, Undefined):
            return iter(items)
        if not isinstance(items, list | tuple | range | Items | Absent | LoopContext):
            words = f"{kind_of(items)} is no list, so a loop cannot go through it"
            raise ValueError(f"{words}\nname a list, or print it without the loop")
        self._budget.turn(len(items) if isinstance(items, list | tuple | range | Items) else 0)
        return items

    def held(self, value: Any) -> Any:
        """A value that is about to be compared."""
        self._budget.hold(value)
        return value

    def joined(self, *parts: Any) -> Phrase:
        """What `a ~ b` is compiled to. A phrase that doubles itself in a loop runs out of budget, not of memory."""
        self._budget.hold(parts)
        return joined(*parts)

    def written(self, words: str, template: str, line: int) -> Scalar:
        """What a string that a template hands to a macro is compiled to: the macro prints it with its own place."""
        return Scalar(words, Source(template, line), words)

    def sliced(self, items: Any, *bounds: Any) -> list[Any]:
        """What `items[1:3]` is compiled to."""
        if not isinstance(items, list | tuple | range | Items):
            raise ValueError(f"{kind_of(items)} is no list, so it has no positions")
        self._budget.turn(len(items))
        return list(items)[slice(*(raw(bound) for bound in bounds))]

    def key(self, argument: Any) -> Any:
        """What names a field, or a position in a list."""
        return key_of(argument)

    def join_path(self, template: str, parent: str) -> str:
        """What `{% include "name" %}` in `parent` means."""
        return self._templates.nearest(template, parent)

    def get_or_select_template(self, template_name_or_list: Any, *args: Any, **kwargs: Any) -> Template:
        """What `{% include name %}` is compiled to, where the name is a value."""
        return super().get_or_select_template(raw(template_name_or_list), *args, **kwargs)

    def _load_template(self, *args: Any, **kwargs: Any) -> Template:
        """Jinja's hook for every include and import."""
        self.turn(CALL)
        return super()._load_template(*args, **kwargs)

    def getattr(self, obj: Any, attribute: str) -> Any:
        """`obj.attribute` in a template."""
        return self.getitem(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """`obj[argument]` in a template."""
        if isinstance(obj, Undefined):
            raise obj._undefined_exception(obj._undefined_message)
        argument = key_of(argument)
        if isinstance(obj, Namespace | TemplateModule) and not str(argument).startswith("_"):
            return super().getattr(obj, str(argument))
        found = look_up(obj, argument)
        return self.undefined(found.words) if isinstance(found, Nothing) else found

    def is_safe_callable(self, obj: Any) -> bool:
        """Macros, our globals, loops and what the compiler itself calls; nothing else can be called."""
        if isinstance(obj, Undefined):
            raise obj._undefined_exception(obj._undefined_message)
        is_own = isinstance(obj, FunctionType | MethodType | type) and obj in self._callable
        if not is_own and not isinstance(obj, Macro | LoopContext):
            raise SecurityError(f"{kind_of(obj)} cannot be called")
        return True

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Arithmetic is for small numbers: text and lists cannot be multiplied into a bomb."""
        numbers = [_number(left, operator), _number(right, operator)]
        if operator == "**":
            raise SecurityError("'**' is not for templates")
        try:
            return super().call_binop(context, operator, *numbers)
        except ArithmeticError:
            raise ValueError(f"{left} {operator} {right} has no value") from None

    def call_unop(self, context: Any, operator: str, arg: Any) -> Any:
        """`-a`."""
        return super().call_unop(context, operator, _number(arg, operator))

    def _generate(self, source: nodes.Template, *args: Any, **kwargs: Any) -> str:
        """Jinja's hook between its parser and its compiler."""
        name, filename = args[:2]
        hold_levels(source, name, filename)
        Rewriting(str(name)).visit(source)
        source.set_environment(self)
        return str(super()._generate(source, *args, **kwargs))


def _number(value: Any, operator: str) -> Any:
    """The number that a value stands for, as whole number or decimal."""
    number = raw(value)
    if isinstance(number, float):
        number = Decimal(str(number))
    if not isinstance(number, int | Decimal) or not -(10**15) < number < 10**15:
        raise SecurityError(f"'{operator}' works on numbers below a quadrillion only; join text with '~'")
    return number
