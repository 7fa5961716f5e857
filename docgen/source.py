"""Where a value, a paragraph or a line of boilerplate came from.

A `Source` is one place: a line and column of a text file, a cell of a workbook, a passage of a Word file. A
`SourceMap` gives the place of each value of one nested structure, addressed as pydantic addresses it (`Path`).
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field
from msgspec.structs import replace

Path = tuple[str | int, ...]
"""Keys and list positions from the root of the data down to one value: `("scope", "functions", 3, "comment")`."""

Data = str | None | list["Data"] | dict[str, "Data"]
"""What a reader makes of a file: every scalar is the text that the author wrote, `None` where there is none."""


class Source(Struct, frozen=True, order=True, array_like=True, gc=False):
    """One place in the repository. `line` and `column` count from 1; 0 means the whole file, or the whole line."""

    path: str
    """Relative to the repository's root, with forward slashes."""
    line: int = 0
    column: int = 0
    sheet: str = ""
    """Worksheet name, for a place in a workbook."""
    cell: str = ""
    """Cell name such as `C7`, for a place in a workbook."""
    passage: str = ""
    """For a place in a Word file: `table 2, row 3, cell 2 ('Name')`. `line` then counts its paragraphs, for sorting."""

    def __str__(self) -> str:
        """As people read it: `content/x/scope.csv:7:3`, `content/x/scope.xlsx:Functions!C7`, `x.docx, paragraph 3`."""
        if self.passage:
            return f"{self.path}, {self.passage}"
        if self.sheet:
            return f"{self.path}:{self.sheet}!{self.cell}" if self.cell else f"{self.path}:{self.sheet}"
        numbers = [str(number) for number in (self.line, self.column) if number]
        return ":".join([self.path, *numbers])

    def line_below(self, lines: int) -> Source:
        """The whole line that stands `lines` lines further down."""
        return replace(self, line=self.line + lines, column=0)


class SourceMap(Struct, frozen=True):
    """The places of the values, and of the keys, of one nested structure."""

    values: Mapping[Path, Source] = field(default_factory=dict)
    keys: Mapping[Path, Source] = field(default_factory=dict)

    def value(self, path: Path) -> Source:
        """The place of the value at `path`, or of the nearest value around it. The root must be mapped."""
        found = self.values.get(path)
        while found is None and path:
            path = path[:-1]
            found = self.values.get(path)
        return found or self.values[path]

    def key(self, path: Path) -> Source:
        """The place of the key that leads to `path`; where it has none, the place of the value."""
        return self.keys.get(path) or self.value(path)


class Sourced(Struct, frozen=True):
    """Data read from one file or many, with the place of every value in it."""

    data: Data
    sources: SourceMap


NOWHERE = Source("")
"""The place of words that nobody wrote, such as a loop's counter; whoever prints them puts the printing line there."""
