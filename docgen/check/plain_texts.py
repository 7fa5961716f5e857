"""Every plain text that an author wrote into a field: words, not Markdown and not an id."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from pydantic import BaseModel

from docgen.check.itself import Itself
from docgen.schema.content import Content
from docgen.schema.shape import Shape, fields
from docgen.source import Path


def plain_texts(content: Content) -> tuple[tuple[Path, str], ...]:
    """Each text with its path, in the order of reading."""
    return _of_content(Itself(content))


@lru_cache(maxsize=4)
def _of_content(content: Itself[Content]) -> tuple[tuple[Path, str], ...]:
    """Several rules ask for those of the same content."""
    return tuple(_texts(content.thing, Shape(Content), ()))


def _texts(value: object, shape: Shape, path: Path) -> Iterator[tuple[Path, str]]:
    """Every plain text below a value, with its path."""
    named = fields(shape.model) if shape.model else None
    for key, item in _parts(value):
        inner = shape.inner if named is None else named.get(str(key))
        if inner and type(item) is not str:
            yield from _texts(item, inner, (*path, key)) if item is not None else ()
        elif inner and isinstance(item, str) and not inner.reference and not inner.is_markdown:
            yield (*path, key), item


def _parts(value: object) -> Iterator[tuple[str | int, object]]:
    """The fields of a model, the items of a list, the values of a mapping."""
    if isinstance(value, BaseModel):
        yield from ((name, getattr(value, name)) for name in fields(type(value)))
    elif isinstance(value, list):
        yield from enumerate(value)
    elif isinstance(value, dict):
        yield from value.items()
