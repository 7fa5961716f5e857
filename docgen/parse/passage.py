"""A text to be parsed, with the place of each of its lines."""

from __future__ import annotations

from dataclasses import dataclass, replace

from docgen.source import Source


@dataclass(frozen=True, slots=True)
class Passage:
    """Lines of Markdown."""

    lines: tuple[str, ...]
    origins: tuple[Source, ...]
    """One for each line."""
    is_exact: bool = False
    """Whether the lines are the file's lines, letter by letter, so that a column can be told."""

    @property
    def text(self) -> str:
        """The lines as one text."""
        return "\n".join(self.lines)

    def source(self, line: int) -> Source:
        """The place of a line, counted from 0; the last line's for lines beyond the end."""
        return self.origins[min(line, len(self.origins) - 1)]

    def part(self, first: int, end: int) -> Passage:
        """The lines from `first` up to, not including, `end`, without the indentation that they share."""
        lines = self.lines[first:end]
        margin = min((len(line) - len(line.lstrip(" ")) for line in lines if line.strip()), default=0)
        origins = self.origins[first:end] or (self.source(first),)
        return Passage(tuple(line[margin:] for line in lines) or ("",), origins, self.is_exact and margin == 0)


def passage_of(text: str, first: Source) -> Passage:
    """A text as it stands in a file, beginning with the line `first`."""
    lines = tuple(text.split("\n"))
    return Passage(lines, tuple(first.line_below(below) for below in range(len(lines))), is_exact=True)


def one_line(text: str, source: Source) -> Passage:
    """A single line, such as a caption, that stands at `source`."""
    return Passage((text,), (replace(source, column=0),))
