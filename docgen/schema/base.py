"""What every model of content has in common."""

from __future__ import annotations

from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict, model_validator


class AlsoHeaded:
    """Marks a field with further column headings under which a table may hold it."""

    __slots__ = ("headings",)

    def __init__(self, *headings: str) -> None:
        self.headings = headings


class Part(BaseModel):
    """Named fields that an author fills in: strict, closed to unknown fields, and never changed afterwards.

    A field's `title` is its column heading, its `description` the help that editors show. The order of the fields
    is the order of reading.
    """

    # Most models are only ever read as a part of another one, which builds what it needs of them.
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, defer_build=True)

    shown: ClassVar[str] = ""
    """The field or property that is printed where the whole thing is printed; empty where none is."""
    derived: ClassVar[tuple[str, ...]] = ()
    """Properties that templates see beside the fields."""
    short_form: ClassVar[str] = ""
    """The field that a text in the place of the fields fills: `go_live: 2015-04`; empty where none does."""

    @model_validator(mode="before")
    @classmethod
    def _leave_out_empty_fields(cls, value: Any) -> Any:
        """An empty value of a known field counts as a field left out; an unknown field is kept, to be refused."""
        if isinstance(value, str) and cls.short_form:
            return {cls.short_form: value}
        if not isinstance(value, dict):
            return value
        return {name: item for name, item in value.items() if item is not None or name not in cls.model_fields}
