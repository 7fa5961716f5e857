"""A text to be parsed, with the place of each of its lines."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from docgen.source import Source

UNKNOWN = -1
"""In `Passage.margins`: the line is not the file's, letter by letter."""


class Passage(Struct, frozen=True):
    """Lines of Markdown."""

    lines: tuple[str, ...]
    origins: tuple[Source, ...]
    """One for each line."""
    margins: tuple[int, ...] = ()
    """For each line, how many characters stand before it in the file's line, so that a column can be told. None where
    the lines are not the file's."""

    @property
    def text(self) -> str:
        """The lines as one text."""
        return "\n".join(self.lines)

    def source(self, line: int) -> Source:
        """The place of a line, counted from 0; the last line's for lines beyond the end."""
        return self.origins[min(line, len(self.origins) - 1)]

    def place(self, line: int, column: int) -> Source:
        """The place of a character, both counted from 0; of the line, where its column cannot be told."""
        source = self.source(line)
        margin = self.margins[line] if line < len(self.margins) else UNKNOWN
        return source if margin == UNKNOWN else replace(source, column=margin + column + 1)

    def inside(self, first: int, lines: Sequence[str]) -> Passage:
        """`lines`, which stand in this passage from the line `first` on, without what they share as indentation."""
        indent = min((len(line) - len(line.lstrip(" ")) for line in lines if line.strip()), default=0)
        origins = tuple(self.source(first + below) for below in range(len(lines)))
        margins = tuple(self._margin(first + below, line) for below, line in enumerate(lines)) if self.margins else ()
        shifted = tuple(margin + indent if margin != UNKNOWN else UNKNOWN for margin in margins)
        cut = tuple(line[indent:] for line in lines)
        return Passage(cut or ("",), origins or (self.source(first),), shifted)

    def _margin(self, line: int, inner: str) -> int:
        """What stands in the file's line before `inner`, which stands at the end of a line of this passage."""
        outer, margin = self.lines[line], self.margins[line]
        return margin + len(outer) - len(inner) if outer.endswith(inner) and margin != UNKNOWN else UNKNOWN

    def below(self, lines: int) -> Passage:
        """The passage without its first lines."""
        rest = self.lines[lines:] or ("",)
        return Passage(rest, self.origins[lines:] or (self.source(lines),), self.margins[lines:])


def passage_of(text: str, first: Source) -> Passage:
    """A text as it stands in a file, beginning at `first`: the head of a line, or a value inside one."""
    lines = tuple(text.split("\n"))
    margins = (first.column - 1, *(UNKNOWN,) * (len(lines) - 1)) if first.column else (0,) * len(lines)
    return Passage(lines, tuple(first.line_below(below) for below in range(len(lines))), margins)


def one_line(text: str, source: Source) -> Passage:
    """A single line, such as a caption, that stands at `source`."""
    return Passage((text,), (replace(source, column=0),))
