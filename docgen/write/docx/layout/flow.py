"""Fills pages with strips, one after the other, and turns back where a page may not end."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from msgspec import Struct, field

from docgen.write.docx.layout.geometry import Section, Sheet
from docgen.write.docx.layout.notes import Foot, Note, Notes, with_note, with_part
from docgen.write.docx.layout.strips import Strip, split


class Placed(NamedTuple):
    """Where a strip stands."""

    sheet: int
    """The number of the page, counted from 1 whatever is printed on it."""
    y: int
    """The distance from the head of the page, in twips."""
    strip: Strip
    foot: Foot
    """The footnotes of the page before the strip was placed."""


class Flow(Struct):
    """The pages filled so far."""

    notes: Notes
    placed: list[Placed] = field(default_factory=list)
    printed: list[int] = field(default_factory=list)
    """The number that each page bears."""
    _y: int = 0
    _sheet: Sheet = field(default_factory=lambda: Sheet(0, 0))
    _measure: float = 0
    _foot: Foot = field(default_factory=Foot)
    _empty: bool = True

    def add_section(self, strips: Sequence[Strip], section: Section) -> None:
        """The strips of a section, beginning on a new page where it says so."""
        self._measure = section.measure
        if section.begins_page or not self.printed:
            self._begin_section(section)
        pending = list(reversed(strips))
        forced, start = True, len(self.placed)
        while pending:
            strip = pending.pop()
            if strip.must_begin and not self._empty:
                self._turn(section)
                forced = True
            start = len(self.placed) if self._empty else start
            foot = self._foot_below(strip, forced)
            if foot:
                self._put(strip, foot, forced)
            else:
                pending += reversed(self._overflow(strip, start, forced))
                self._turn(section)
            forced = False

    def _begin_section(self, section: Section) -> None:
        number = self.printed[-1] + 1 if self.printed else 1
        if section.start is not None:
            number = section.start
        elif section.parity is not None and number % 2 != section.parity:
            self.printed.append(number)
            number += 1
        self._new_page(section.first, number)

    def _turn(self, section: Section) -> None:
        number = self.printed[-1] + 1
        self._new_page(section.other if number % 2 else section.even, number)

    def _new_page(self, sheet: Sheet, number: int) -> None:
        rest = self._foot.rest
        self.printed.append(number)
        self._y, self._sheet, self._foot, self._empty = sheet.top, sheet, Foot(), True
        if rest:
            self._foot = with_note(Foot(), Note(rest, 0))

    def _foot_below(self, strip: Strip, forced: bool) -> Foot | None:
        """The footnotes of the page with those of the strip; nothing where it does not fit."""
        room = self._sheet.bottom + strip.overhang - self._y - self._above(strip, forced) - strip.height
        foot: Foot | None = self._foot
        for id in strip.notes:
            if foot is None or foot.rest:
                return None
            note = self.notes.note(id, self._measure)
            whole = with_note(foot, note)
            foot = whole if whole.fits(room) else with_part(foot, note, room)
        return foot if foot is not None and foot.fits(room) else None

    def _above(self, strip: Strip, forced: bool) -> int:
        """The distance above a strip, which falls away where a page just happens to begin with it."""
        if not self._empty:
            return strip.above
        head = strip.head.height if strip.head else 0
        return head + (strip.first_above if forced else 0)

    def _put(self, strip: Strip, foot: Foot, forced: bool) -> None:
        y = self._y + self._above(strip, forced)
        self.placed.append(Placed(len(self.printed), y, strip, self._foot))
        self._y, self._foot, self._empty = y + strip.height, foot, False
        for id in strip.notes:
            strip.places = [*strip.places, *self.notes.note(id, self._measure).places]

    def _overflow(self, strip: Strip, start: int, forced: bool) -> list[Strip]:
        """What has to stand on the next page, since the strip does not fit."""
        last = self._last_break(strip, start)
        stuck = last == start
        if strip.row and (strip.row.splits or (stuck and strip.height > self._sheet.bottom - self._sheet.top)):
            room = self._sheet.bottom - self._foot.height - self._y - self._above(strip, forced)
            if halves := split(strip, room):
                self._put(halves.upper, self._foot, forced)
                return [halves.lower]
        if self._empty:
            self._put(strip, self._foot, forced)
            return []
        return [strip] if stuck else [*self._taken(last), strip]

    def _last_break(self, strip: Strip, start: int) -> int:
        """Where the page may end: the first of the placed strips that have to go with this one."""
        last = len(self.placed)
        while last > start and not (strip if last == len(self.placed) else self.placed[last].strip).may_begin:
            last -= 1
        return last

    def _taken(self, first: int) -> list[Strip]:
        """The strips placed last, taken back."""
        taken = self.placed[first:]
        del self.placed[first:]
        if taken:
            self._foot = taken[0].foot
        return [placed.strip for placed in taken]
