"""What a rendered template looks like: text with placeholders, the place of each line, and the values apart.

A value never stands in the text. In its place stands a placeholder, private-use characters around a number, and the
value waits in `Rendered.values`. So no value can be read as markup, and every value keeps its source.
Content cannot hold these characters: loading refuses them.
"""

from __future__ import annotations

import re

from msgspec import Struct

from docgen.source import Source
from docgen.value import Value

PLACEHOLDER = re.compile("\ue000(\\d+)\ue001", re.ASCII)
"""Matches one placeholder; group 1 is the position in `Rendered.values`."""


def placeholder(number: int) -> str:
    """What stands in the text for value `number`."""
    return f"\ue000{number}\ue001"


class Rendered(Struct, frozen=True):
    """One rendered template."""

    text: str
    """Markdown with placeholders; lines end in a newline."""
    origins: tuple[Source, ...]
    """For each line of the text, the template's line that it came from."""
    values: tuple[Value, ...]
    """What the placeholders stand for, by number."""
    template: Source
    """The template as a whole."""
