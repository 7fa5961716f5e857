"""The line of a file that a diagnostic talks about, and the marks below it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import NamedTuple

from msgspec import Struct, field
from rich.cells import cell_len

from docgen.cli.terminal import Symbols
from docgen.snapshot import Snapshot
from docgen.source import Source

_TAB = "    "
_WIDEST = 2
"""Cells that a character takes at most."""
_ONE_CELL_EACH = re.compile("[ -~\xa0-\xac\xae-\u02ff\u2010-\u2027\u2030-\u205e\u20ac]*")
"""Latin letters, and the signs of English typing."""
_LINE_END = re.compile(r"\r\n|\r|\n")
_STEERING = ("Cc", "Cs", "Zl", "Zp")
_TURNING = ("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI")
_ROLE = re.compile(r"\{[\w-]+\}(`+)[^`]*\1")
_OPENS_A_QUOTATION = "\"'`"


class Excerpt(Struct, frozen=True):
    """One line, as shown, with carets below."""

    text: str
    before: int = 0
    """How many character cells stand in front of the carets."""
    carets: int = 0
    """How many there are; 0 where the whole line is meant."""

    @property
    def marks(self) -> str:
        """The line below the text."""
        return f"{' ' * self.before}{'^' * self.carets}" if self.carets else ""


class Files(Struct, frozen=True):
    """The text lines of a snapshot's files, each file split once."""

    snapshot: Snapshot
    _lines: dict[str, list[str]] = field(default_factory=dict)

    def line(self, source: Source) -> str | None:
        """The line at a place; None for a place in no text file, a whole file, or a line that is not there."""
        if source.sheet or source.passage or not source.line or source.path not in self.snapshot:
            return None
        if source.path not in self._lines:
            self._lines[source.path] = _text_lines(self.snapshot.read(source.path))
        lines = self._lines[source.path]
        return lines[source.line - 1] if source.line <= len(lines) else None


def _text_lines(content: bytes) -> list[str]:
    """Lines of a text file; none where the bytes are not text, such as UTF-16 or a picture."""
    if b"\0" in content:
        return []
    return _LINE_END.split(content.decode("utf-8-sig", errors="replace"))


class _Look(NamedTuple):
    """How the characters of a line are shown, and how many cells they take."""

    shown: Callable[[str], str]
    width: Callable[[str], int]


_ENGLISH = _Look(str, len)
"""Most lines are: they are shown as they are, and each character takes one cell."""


def _look_of(line: str, symbols: Symbols) -> _Look:
    return _ENGLISH if _ONE_CELL_EACH.fullmatch(line) else _Look(lambda text: visible(text, symbols), _width)


def excerpt_of(line: str, column: int, message: str, symbols: Symbols, room: int) -> Excerpt:
    """The part of a line around a column (from 1; 0 for the whole line) that fits into `room` character cells.

    The carets reach over the words that the message quotes, where these stand at the column.
    """
    look = _look_of(line, symbols)
    if not column or column > len(line) + 1:
        return Excerpt(_fitted(look.shown(line[:room]), len(line) > room, room, symbols, look).rstrip())
    meant = line[column - 1 : column - 1 + length_of_fault(line[column - 1 :], message)]
    start = _first_shown(line, column, meant, room - len(symbols.cut), room // 2, look)
    before = (symbols.cut if start else "") + look.shown(line[start : column - 1])
    rest = look.shown(line[column - 1 : column - 1 + room])
    text = _fitted(before + rest, len(line) > column - 1 + room, room, symbols, look)
    in_front = look.width(before)
    carets = max(1, min(look.width(look.shown(meant)), room - in_front))
    return Excerpt(text.rstrip(), in_front, carets)


def _first_shown(line: str, column: int, meant: str, room: int, half: int, look: _Look) -> int:
    """Where the shown part begins: at the start of the line if the fault is seen then, else half the room before it."""
    in_front = line[: column - 1]
    if len(in_front) <= room and look.width(look.shown(in_front + meant)) <= room:
        return 0
    if look is _ENGLISH:
        return max(0, len(in_front) - half)
    start = column - 1
    while start > 0 and look.width(look.shown(line[start - 1 : column - 1])) <= half:
        start -= 1
    return start


def length_of_fault(rest: str, message: str) -> int:
    """How many characters of `rest` the message quotes: `unknown field 'comitee'` at `comitee: x` is 7."""
    role = _ROLE.match(rest)
    if role:
        return len(role[0])
    quoted = [*re.findall(r"'([^']+)'", message), message.strip("'")]
    opening = 1 if rest[:1] and rest[0] in _OPENS_A_QUOTATION else 0
    lengths = [len(words) + 2 * opening for words in quoted if rest[opening:].startswith(words)]
    return max(lengths, default=1)


def _fitted(text: str, goes_on: bool, room: int, symbols: Symbols, look: _Look) -> str:
    """The text, cut at its end where it is too wide or goes on."""
    if look.width(text) <= room and not goes_on:
        return text
    if look is _ENGLISH:
        return text[: room - len(symbols.cut)] + symbols.cut
    while (beyond := look.width(text) + len(symbols.cut) - room) > 0:
        text = text[: -max(1, beyond // _WIDEST)]
    return text + symbols.cut


def _width(shown: str) -> int:
    """How many cells a text takes. Most lines are English, where each character takes one: they need not be counted."""
    return len(shown) if _ONE_CELL_EACH.fullmatch(shown) else cell_len(shown)


def visible(text: str, symbols: Symbols) -> str:
    """The text with tabs widened, and with nothing in it that steers a terminal or turns the order of letters."""
    if text.isprintable():
        return text
    return "".join(_TAB if char == "\t" else symbols.unprintable if _steers(char) else char for char in text)


def _steers(char: str) -> bool:
    """Control characters, foreign line ends, and what turns the order of letters; joiners inside words are harmless."""
    return unicodedata.category(char) in _STEERING or unicodedata.bidirectional(char) in _TURNING
