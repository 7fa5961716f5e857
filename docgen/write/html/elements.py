"""Puts elements together: tags, attributes, and the lines of a page, indented by block."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from html import escape

Attributes = Mapping[str, str | None]
"""Name and value; an attribute without a value (`None`) is left out. Values are plain words and are escaped here."""


def opening(name: str, attributes: Attributes) -> str:
    """`<td class="right">`, the attributes in the order in which they are given."""
    written = [f' {key}="{_quoted(value)}"' for key, value in attributes.items() if value is not None]
    return f"<{name}{''.join(written)}>"


def element(name: str, attributes: Attributes, content: str) -> str:
    """A whole element on one line. `content` is HTML already."""
    return f"{opening(name, attributes)}{content}</{name}>"


def _quoted(value: str) -> str:
    """Apostrophes stay as they are, since values always stand in double quotes."""
    return escape(value, quote=False).replace('"', "&quot;")


class Lines:
    """The lines of a page, or of a part of it that is put in its place later."""

    def __init__(self) -> None:
        self.written: list[str] = []
        self.indent = ""

    def add(self, line: str) -> None:
        """A line at the present depth. It may hold line feeds: what follows them is not indented."""
        self.written.append(self.indent + line)

    def add_all(self, part: Lines) -> None:
        """The lines of a part that was written apart, at the present depth."""
        self.written.extend(self.indent + line for line in part.written)

    @contextmanager
    def inside(self, name: str, attributes: Attributes) -> Iterator[None]:
        """The lines added meanwhile stand inside an element, one step deeper."""
        outside = self.indent
        self.add(opening(name, attributes))
        self.indent = outside + "  "
        yield
        self.indent = outside
        self.add(f"</{name}>")

    def __str__(self) -> str:
        return "\n".join(self.written) + "\n"
