"""Reads the pages of the documentation: their sections, fenced blocks, tables and links.

A section is what stands below one heading, of any level, up to the next heading.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parent.parent
"""Of the repository."""

_FENCE = re.compile(r"(`{3,}|~{3,})(.*)")
_HEADING = re.compile(r"(#{1,6}) (.*)")
_COMMENT = re.compile(r"<!-- (.*) -->")
_CELL = re.compile(r"(?<!\\)\|")
_LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)")


@dataclass(frozen=True)
class Fence:
    """A fenced block."""

    info: str
    text: str
    """Each line ends in a line feed."""
    line: int
    """Of its opening, from 1."""


@dataclass(frozen=True)
class Table:
    """A table drawn with pipes. Cells are as written, but `\\|` is `|`."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    line: int
    """Of its head, from 1."""
    written: str = ""
    """All its lines."""
    mark: str = ""
    """The comment on the line before the table, or before the empty line before it."""


@dataclass
class Section:
    """What stands below one heading."""

    page: Path
    title: str
    fences: list[Fence] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    prose: list[str] = field(default_factory=list)
    """The lines outside fenced blocks, tables among them."""

    @property
    def name(self) -> str:
        """`writing-content: Dates`."""
        return f"{self.page.stem}: {self.title}"


def lines_of(page: Path) -> list[str]:
    """The lines of a page without their ends."""
    return page.read_text(encoding="utf-8").split("\n")


def sections_of(page: Path) -> list[Section]:
    """The sections of a page, in order; what stands before the first heading is left out."""
    sections: list[Section] = []
    lines, position = lines_of(page), 0
    while position < len(lines):
        heading, fence = _HEADING.fullmatch(lines[position]), _FENCE.fullmatch(lines[position])
        end = position + 1
        if heading:
            sections.append(Section(page, heading[2]))
        elif fence:
            end = _end_of_fence(lines, position, fence[1])
            text = "".join(f"{line}\n" for line in lines[position + 1 : end - 1])
            sections[-1].fences.append(Fence(fence[2].strip(), text, position + 1))
        elif lines[position].startswith("|"):
            end = _end_of_table(lines, position)
            sections[-1].tables.append(_table(lines, position, end))
            sections[-1].prose += lines[position:end]
        elif sections:
            sections[-1].prose.append(lines[position])
        position = end
    return sections


def _end_of_fence(lines: list[str], opening: int, fence: str) -> int:
    """The position after the line that closes a fenced block."""
    closed = (place for place in range(opening + 1, len(lines)) if lines[place].rstrip() == fence)
    return next(closed) + 1


def _end_of_table(lines: list[str], start: int) -> int:
    return next(place for place in range(start, len(lines)) if not lines[place].startswith("|"))


def _table(lines: list[str], start: int, end: int) -> Table:
    before = [line for line in lines[max(start - 2, 0) : start] if line]
    comment = _COMMENT.fullmatch(before[-1]) if before else None
    head, _, *rows = (cells_of(line) for line in lines[start:end])
    written = "".join(f"{line}\n" for line in lines[start:end])
    return Table(head, tuple(rows), start + 1, written, comment[1] if comment else "")


def cells_of(row: str) -> tuple[str, ...]:
    """The cells of one line of a table."""
    return tuple(cell.strip().replace("\\|", "|") for cell in _CELL.split(row.strip())[1:-1])


def table_of(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table as it is written."""
    lines = (head, ["---"] * len(head), *rows)
    return "".join(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in line)} |\n" for line in lines)


def rewrite(page: Path, old: str, new: str) -> None:
    """Put `new` in the place of the first `old`: pages are rewritten from top to bottom."""
    text = page.read_text(encoding="utf-8")
    assert old in text, f"{page.name} has no more:\n{old}"
    page.write_text(text.replace(old, new, 1), encoding="utf-8", newline="\n")


def anchor(heading: str) -> str:
    """The name under which web pages for repositories know a heading."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-")


def anchors_of(page: Path) -> set[str]:
    """The anchors of a page."""
    return {anchor(section.title) for section in sections_of(page)}


def links_of(page: Path) -> Iterator[str]:
    """The targets of all links outside fenced blocks and code."""
    for section in sections_of(page):
        for line in section.prose:
            yield from _LINK.findall(re.sub(r"(`+).*?\1", "", line))
