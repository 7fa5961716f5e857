"""A programme in which every text field of every part holds awkward words, made from the models themselves.

Nothing here names a field: a field that is added to a model is in the tests at once, in its file, and in the document
type that prints everything.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel, StringConstraints

from docgen.diagnostic import Findings
from docgen.load.document_type import read_document_type
from docgen.schema.content import Content
from docgen.schema.engagement import Consultee
from docgen.schema.governance import Member
from docgen.schema.narrative import Marked, Narrative
from docgen.schema.quorum import QuorumRule
from docgen.schema.reference import Reference
from docgen.schema.registry import PART_FILES, TABLES
from docgen.schema.scope import Function
from docgen.schema.types import Money, When
from docgen.snapshot import Snapshot
from tests.builds import snapshot_of

AWKWARD = (
    "A&E",
    "R&D",
    "5 < 6 weeks",
    "*stars*",
    "_x_",
    "{{ 7*7 }}",
    "{% raw %}",
    "{# note #}",
    "a ` backtick",
    "<script>alert(1)</script>",
    "a|b",
    "# not a heading",
    ":::",
    ":::{table}",
    "£",
    "“ ”",
    "👩🏽‍⚕️ and 🏥",
    "שלום, עולם and مرحبا",
    "1. not a list",
    "- not a bullet",
    "+++",
    "[a](b)",
    "![a](b)",
    "[^1]",
    "{fact}`x`",
    "&amp;",
    "&#42;",
    "\\",
    "a\\*b",
    "~~~",
    "```",
    "---",
    "===",
    "> not a quote",
    "(label)=",
    ":caption: not an option",
    "% not a comment",
    "<!-- not a comment -->",
    "https://example.org/?a=1&b=2",
    "]]>",
    "50%",
    "=1+1",
)
"""What would be markup in Markdown, MyST, Jinja, HTML, XML or a spreadsheet, if it were not text."""

PLAIN = (
    "A&E",
    "R&D",
    "5 < 6 weeks",
    "{{ 7*7 }}",
    "{% raw %}",
    "a ` backtick",
    "<script>alert(1)</script>",
    "£",
    "“ ”",
    "👩🏽‍⚕️ and 🏥",
    "שלום, עולם and مرحبا",
    "https://example.org/?a=1&b=2",
    "]]>",
    "50%",
    "% not a comment",
    "(label)",
    "a_b_c",
    "2 * 3",
    "C:\\docs",
    "#5",
    "a:b::c",
    "=1+1",
)
"""Words that Markdown leaves alone wherever they stand."""

PROGRAMME = "x"
NAMED = {
    "organisation": "org",
    "committee": "com",
    "body": "bod",
    "function": "fun",
    "consultee": "con",
    "member": "mem",
    "document": "eoi",
    "reference": "some-id",
}
"""The id of the one thing of each kind."""
OF_MODEL: Mapping[type, str] = {Member: "mem", Function: "fun", Consultee: "con"}
OF_MAPPING = {"organisations": "org", "committees": "com", "bodies": "bod"}
WRITTEN: Mapping[type, str] = {
    bool: "yes",
    int: "12",
    Decimal: "12",
    date: "2014-06-20",
    When: "2014-06",
    Money: "£12k",
    QuorumRule: "1 member, including mem",
}
"""What stands in fields that are no text."""
SHIPPED = (
    "eoi",
    "eoi-report",
    "terms-of-reference",
    "delegation-agreement-schedule",
    "cover-report",
    "action-plan",
    "member-letter",
    "engagement-report",
    "member-guidance",
    "briefing",
    "case-study",
    "risk-register",
    "decision-log",
)
"""Types that come with docgen; a type that prints a part sees to it that its words stay as they are."""
TYPES = (*SHIPPED, "everything")
ROLES = "{fact}`some-id` {name}`org` {short}`org` {name}`bod` {short}`bod` {name}`com` {cite}`some-id`"
"""The text of every narrative."""


@dataclass
class Awkward:
    """The programme as data, and the text of each of its text fields."""

    data: dict[str, Any] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    """By the field's name, `governance.committees.*.purpose`."""

    def text(self, name: str) -> str:
        """All awkward words, one on a line, with the field's mark after the first. Fields begin differently."""
        if name not in self.texts:
            turn = len(self.texts) % len(AWKWARD)
            first, *rest = AWKWARD[turn:] + AWKWARD[:turn]
            self.texts[name] = "\n".join([f"{first} {mark_of(len(self.texts))}", *rest])
        return self.texts[name]


def mark_of(number: int) -> str:
    """What a text field is told by in an output."""
    return f"qz{number}z"


def awkward() -> Awkward:
    """Every part with every field."""
    made = Awkward()
    made.data = {
        name: _value(info.annotation, info.metadata, name, made) for name, info in Content.model_fields.items()
    }
    request = made.data["programme"]["documents"][0]
    made.data["programme"]["documents"] = [request | {"type": kind} for kind in TYPES]
    # Only a document with the programme's version prints the programme's history and approvals.
    made.data["programme"]["documents"][0]["version"] = made.data["programme"]["version"]
    return made


@cache
def awkward_snapshot() -> Snapshot:
    """A repository with the programme, every narrative that its types use, and the type that prints everything."""
    kinds = [read_document_type(snapshot_of({}), name, Findings()) for name in SHIPPED]
    used = [name for kind in kinds if kind for name in (*kind.needs, *kind.uses)]
    narratives = tuple(name for name in dict.fromkeys(used) if name not in PART_FILES)
    return snapshot_of(files_of(awkward(), ROLES, narratives))


def files_of(made: Awkward, body: str, narratives: tuple[str, ...]) -> dict[str, str]:
    """The programme as files. JSON is YAML; `body` is the text of every narrative."""
    files: dict[str, str] = {}
    for name, part in made.data.items():
        if name == "narratives":
            continue
        introduction, stem = part.pop("introduction", None), name.replace("_", "-")
        files[f"content/{PROGRAMME}/{stem}.yaml"] = json.dumps(part, ensure_ascii=False, indent=1)
        if introduction:
            files[f"content/{PROGRAMME}/{stem}.md"] = _markdown(introduction, body)
    (narrative,) = made.data["narratives"].values()
    files |= {f"content/{PROGRAMME}/{name}.md": _markdown(narrative, body) for name in narratives}
    return files | everything_type(narratives)


def _markdown(narrative: Mapping[str, Any], body: str) -> str:
    front = {name: value for name, value in narrative.items() if name != "body"}
    return f"---\n{json.dumps(front, ensure_ascii=False, indent=1)}\n---\n{body}\n"


def _value(annotation: Any, marks: Any, name: str, made: Awkward) -> Any:
    """What an author writes into a field of this type."""
    kind, marks = _unwrapped(annotation, tuple(marks))
    inner = get_args(kind)
    if get_origin(kind) is list:
        return [_value(inner[0], (), name, made)]
    if get_origin(kind) is dict:
        return {_key(inner[0], name, made): _value(inner[1], (), f"{name}.*", made)}
    if issubclass(kind, BaseModel):
        return {
            inside: _value(info.annotation, info.metadata, f"{name}.{inside}", made)
            for inside, info in kind.model_fields.items()
            if not _is_left_out(kind, inside)
        } | ({"id": OF_MODEL[kind]} if kind in OF_MODEL else {})
    return _scalar(kind, marks, name, made)


def _is_left_out(kind: type, name: str) -> bool:
    """The text of a narrative is Markdown, and stands in a file of its own."""
    return kind is Narrative and name == "body"


def _scalar(kind: type, marks: tuple[Any, ...], name: str, made: Awkward) -> str:
    reference = next((mark for mark in marks if isinstance(mark, Reference)), None)
    if reference:
        return NAMED[reference.kinds[0]]
    if any(isinstance(mark, Marked) for mark in marks):
        return "Words of an author"
    if issubclass(kind, Enum):
        return str(next(iter(kind)).value)
    if kind is not str:
        return WRITTEN[kind]
    return "some-id" if _is_id(marks) else made.text(name)


def _key(annotation: Any, name: str, made: Awkward) -> str:
    _, marks = _unwrapped(annotation, ())
    return OF_MAPPING.get(name.rpartition(".")[2], "some-id") if _is_id(marks) else made.text(f"{name} (key)")


def _is_id(marks: tuple[Any, ...]) -> bool:
    return any(isinstance(mark, StringConstraints) and mark.pattern for mark in marks)


def _unwrapped(annotation: Any, marks: tuple[Any, ...]) -> tuple[Any, tuple[Any, ...]]:
    """A type without `Annotated` and without `None`, and what annotated it."""
    if get_origin(annotation) is Annotated:
        inner, *more = get_args(annotation)
        return _unwrapped(inner, (*marks, *more))
    if get_origin(annotation) in (Union, UnionType):
        return _unwrapped(next(part for part in get_args(annotation) if part is not type(None)), marks)
    return annotation, marks


def everything_type(narratives: tuple[str, ...]) -> dict[str, str]:
    """A document type that prints every field of every part, alone, inside a line, and in the cells of tables."""
    lines = ["# Everything {-}"]
    for name, info in Content.model_fields.items():
        if name != "narratives":
            lines += [f"# {name} " + "{-}", *_printed(info.annotation, name, 0)]
    lines += [f"{{{{ {name.replace('-', '_')} }}}}" for name in narratives]
    lines += [f"{{{{ {name.replace('-', '_')}.{inside} }}}}" for name in narratives for inside in ("title", "owner")]
    lines += [line for table in TABLES for line in _table(table.path, table.row)]
    return {
        "templates/everything/type.yaml": "title: Everything\nabout: Prints every field\nfile: everything\n",
        "templates/everything/template.md.j2": "\n\n".join(lines) + "\n",
    }


def _printed(annotation: Any, expression: str, depth: int) -> Iterator[str]:
    """Template lines that print what an expression of this type holds."""
    kind, marks = _unwrapped(annotation, ())
    item = f"item{depth}"
    if get_origin(kind) in (list, dict):
        inner, _ = _unwrapped(get_args(kind)[-1], ())
        is_record = isinstance(inner, type) and issubclass(inner, BaseModel)
        yield f"{{% for {item} in {expression} %}}"
        if get_origin(kind) is dict:
            yield f"{{{{ {item}.{'id' if is_record else 'key'} }}}}"
        yield from _printed(inner, item, depth + 1)
        yield "{% endfor %}"
    elif issubclass(kind, BaseModel):
        for name, info in kind.model_fields.items():
            yield from _printed(info.annotation, f"{expression}.{name}", depth)
    elif not any(isinstance(mark, Reference) for mark in marks):
        yield f"{{{{ {expression} }}}}"
        yield f"Here {{{{ {expression} }}}} there."


def _table(path: tuple[str | int, ...], row: type[BaseModel]) -> Iterator[str]:
    columns = ", ".join(name for name, info in row.model_fields.items() if "Reference" not in repr(info))
    yield f":::{{table}} {{{{ {'.'.join(map(str, path))} }}}}\n:columns: {columns}\n:::"
