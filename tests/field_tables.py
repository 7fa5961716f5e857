"""The tables of fields in the documentation: made from the models, with examples that people write.

A table follows a comment `<!-- fields: Fact -->`. `pytest --update-goldens` writes it anew and keeps its examples.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from pydantic import BaseModel, RootModel

from docgen.schema.content import Content
from docgen.schema.document_type import DocumentType
from docgen.schema.quorum import QuorumRule
from docgen.schema.registry import TABLES, headings
from docgen.schema.settings import Settings
from docgen.schema.shape import Shape, fields
from docgen.schema.types import Choice, Money, When
from docgen.wording import listed
from tests.pages import ROOT, Section, Table, anchor, sections_of, table_of

PAGES = (ROOT / "docs" / "writing-content.md", ROOT / "docs" / "writing-templates.md")

GIVEN_BY_FILES = {"introduction": "the part's own `.md` file", "body": "the text below the front matter"}
"""Fields that nobody writes as fields."""

_ROWS = {table.row for table in TABLES}

_KINDS: Mapping[type, str] = {
    str: "text",
    Decimal: "number",
    int: "whole number",
    bool: "yes or no",
    date: "day",
    When: "date",
    Money: "amount",
    QuorumRule: "quorum",
}


def models() -> dict[str, type[BaseModel]]:
    """Every model whose fields people write, by name."""
    found = {model.__name__: model for root in (Content, Settings, DocumentType) for model in _models_in(root)}
    return {name: model for name, model in found.items() if model not in (Content, Settings)}


def _models_in(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    if not issubclass(model, RootModel):
        yield model
    for shape in fields(model).values():
        inner = _innermost(shape)
        if inner.model:
            yield from _models_in(inner.model)


def _innermost(shape: Shape) -> Shape:
    while shape.inner:
        shape = shape.inner
    return shape


def marked_tables() -> list[tuple[Section, Table, str]]:
    """Every table of fields with its section and the name of its model."""
    return [
        (section, table, table.mark.removeprefix("fields: "))
        for page in PAGES
        for section in sections_of(page)
        for table in section.tables
        if table.mark.startswith("fields: ")
    ]


def written_fields(model: type[BaseModel]) -> list[str]:
    """The fields that an author writes."""
    return [name for name in model.model_fields if name not in GIVEN_BY_FILES]


def field_table(name: str, table: Table) -> str:
    """The table as it should be, with the examples that it has."""
    model = models()[name]
    examples = {row[0].strip("*`"): row[-1] for row in table.rows}
    head = ["Field", *(["Column headings"] if model in _ROWS else []), "Kind", "What it holds", "Example"]
    rows = [[*_cells(model, field), examples.get(field, "")] for field in written_fields(model)]
    return table_of(head, rows)


def _cells(model: type[BaseModel], name: str) -> list[str]:
    field = model.model_fields[name]
    kind = _kind(fields(model)[name], "pattern='" in f"{field.annotation} {field.metadata}")
    required = ", required" if field.is_required() else ""
    heads = [_headings(model, name)] if model in _ROWS else []
    return [f"`{name}`", *heads, kind + required, field.description or ""]


def _headings(model: type[BaseModel], name: str) -> str:
    """The headings beside the field's own name, the one that documents use first."""
    title = model.model_fields[name].title or ""
    others = [words for words, field in headings(model).items() if field == name]
    plain = {name, name.replace("_", " "), title.casefold(), title.casefold().rstrip("?")}
    return ", ".join([title, *(words for words in others if words not in plain)])


def _kind(shape: Shape, is_id: bool) -> str:
    if shape.kind is list and shape.inner:
        return _several(shape.inner)
    if shape.kind is dict and shape.inner:
        return f"{_linked(shape.inner.model)} by id" if shape.inner.model else "texts by name"
    if shape.reference:
        return f"id of {listed([_with_article(kind) for kind in shape.reference.kinds], 'or')}"
    if shape.model:
        return _linked(shape.model)
    if isinstance(shape.kind, type) and issubclass(shape.kind, Choice):
        return "choice"
    if shape.is_markdown:
        return "Markdown"
    return "id" if is_id and shape.kind is str else _KINDS[shape.kind]


def _several(inner: Shape) -> str:
    if inner.reference:
        return f"ids of {listed([_plural(kind) for kind in inner.reference.kinds], 'or')}"
    if inner.model:
        return f"list of {_linked(inner.model)}"
    return "choices" if issubclass(inner.kind, Choice) else "texts"


def _with_article(kind: str) -> str:
    return f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}"


def _plural(kind: str) -> str:
    return f"{kind[:-1]}ies" if kind.endswith("y") else f"{kind}s"


def _linked(model: type[BaseModel]) -> str:
    """The title of the section that describes a model, as a link."""
    titles: dict[str, str] = {name: section.title for section, _, name in marked_tables()}
    title = titles.get(model.__name__, model.__name__)
    return f"[{title.lower()}](#{anchor(title)})"


def example_faults(name: str, table: Table, check: Any) -> list[str]:
    """What is wrong with the examples: missing for a field of one value, or not taken by the field."""
    model = models()[name]
    found: list[str] = []
    for row in table.rows:
        field = model.model_fields[row[0].strip("*`")]
        example = row[-1].strip("`")
        is_nested = "](#" in row[-3]
        if not example and not is_nested:
            found.append(f"{name}.{row[0]} has no example")
        problem = check(field.annotation, field.metadata, example) if example else ""
        found += [f"{name}.{row[0]}: {problem}"] if problem else []
    return found
