"""Parts, tables and their headings fit together, and every field says what it is for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import BaseModel

from docgen.schema.content import Content
from docgen.schema.document_type import DocumentType
from docgen.schema.priorities import WorkProgramme
from docgen.schema.registry import PARTS, TABLES, TablePart, headings
from docgen.schema.scope import Function
from docgen.schema.settings import Settings
from docgen.schema.shape import Shape, fields
from docgen.schema.timescales import Phase


def models_in(shape: Shape | None) -> Iterator[type[BaseModel]]:
    """Every model that a shape holds, itself included."""
    if shape is None:
        return
    if shape.model:
        yield shape.model
        for field in fields(shape.model).values():
            yield from models_in(field)
    yield from models_in(shape.inner)


MODELS = sorted({model for root in (Content, DocumentType, Settings) for model in models_in(Shape(root))}, key=str)


def test_every_part_but_the_narratives_has_a_file() -> None:
    assert {*PARTS, "narratives"} == set(Content.model_fields)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_a_table_holds_the_rows_that_its_place_in_the_content_takes(table: TablePart) -> None:
    shape: Shape | None = Shape(Content)
    for step in table.path:
        shape = shape.step(str(step)) if shape else None
    assert shape is not None
    assert shape.kind is list
    assert shape.inner is not None
    assert shape.inner.kind is table.row


def test_tables_have_names_of_their_own() -> None:
    names = [table.name for table in TABLES]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_field_says_what_it_is_for(model: type[BaseModel]) -> None:
    assert [name for name, field in model.model_fields.items() if not field.description] == []


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_what_is_shown_and_derived_exists(model: Any) -> None:
    for name in filter(None, [model.shown, *model.derived]):
        assert name in model.model_fields or isinstance(getattr(model, name), property)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_no_heading_means_two_fields(table: TablePart) -> None:
    for name, field in table.row.model_fields.items():
        accepted = headings(table.row)
        assert accepted[name] == name
        assert accepted[(field.title or name).casefold()] == name


@pytest.mark.parametrize(
    ("row", "heading", "field"),
    [
        (Function, "in scope?", "in_scope"),
        (Function, "in scope", "in_scope"),
        (Function, "in_scope", "in_scope"),
        (Function, "risks identified", "risks"),
        (Function, "sub-functions", "sub_functions"),
        (Phase, "from", "begins"),
        (Phase, "to", "ends"),
        (WorkProgramme, "priority work programme", "name"),
    ],
)
def test_a_heading_is_found_by_the_names_that_people_use(row: type[BaseModel], heading: str, field: str) -> None:
    assert headings(row)[heading] == field


def test_the_content_has_a_json_schema_for_editors() -> None:
    models: list[type[BaseModel]] = [*PARTS.values(), DocumentType, Settings]
    for model in models:
        assert model.model_json_schema()["description"]
