"""`{{ vision | limit(words=300) }}`: how much a box of a form takes."""

from __future__ import annotations

from typing import Any

from msgspec import Struct

from docgen.schema.document_type import Limit
from docgen.value import raw


class Limited(Struct, frozen=True):
    """A value on its way into a box of a form."""

    value: Any
    limit: Limit


def limited(value: Any, words: Any = None, characters: Any = None, **unknown: Any) -> Limited:
    """The value with the most words, or characters, that its box takes. Raises `ValueError` for anything else."""
    given = [(raw(most), unit) for most, unit in ((words, "words"), (characters, "characters")) if most is not None]
    if unknown or len(given) != 1 or not isinstance(given[0][0], int) or given[0][0] < 1:
        raise ValueError("'limit' takes a whole number of words or of characters\nwrite limit(words=300)")
    return Limited(value, Limit(*given[0]))
