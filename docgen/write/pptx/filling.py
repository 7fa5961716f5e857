"""Lays pieces out on slides: what does not fit goes on to further slides of the same title, and nothing is left out."""

from __future__ import annotations

from typing import assert_never

from msgspec import Struct, field
from msgspec.structs import replace

from docgen.codes.outputs import TITLE_TOO_LONG
from docgen.diagnostic import Findings
from docgen.write.pptx.blocks import Setting, pieces_of
from docgen.write.pptx.draft import Draft
from docgen.write.pptx.grids import grid_height, least_height, parted_grid, row_height
from docgen.write.pptx.measuring import height, parted
from docgen.write.pptx.page import BELOW_WORDS, BODY, LEAST_PICTURE, TEXT_SIZES
from docgen.write.pptx.sections import Section
from docgen.write.pptx.words import Grid, Look, NewSlide, Notes, Piece, Run, Shown, Slide, Words


class _Filling(Struct):
    """The slides of one section so far."""

    section: Section
    draft: Draft
    slides: list[Slide] = field(default_factory=list)

    @property
    def slide(self) -> Slide:
        """The one that is being filled."""
        return self.slides[-1]

    @property
    def room(self) -> float:
        """The height that is left on it."""
        return 0.0 if self.slide.below is not None else BODY.height - self.slide.used

    def go_on(self) -> None:
        """Begin a further slide; headings, captions and lines that lead on come along from the foot of the last."""
        kept: list[Words] = []
        while len(self.slide.words) > 1 and self.slide.words[-1].keeps_with_next and self.slide.below is None:
            kept.insert(0, self.slide.words.pop())
        self.slides.append(Slide(self.section.title))
        for words in kept:
            self.put(words)

    def put(self, words: Words) -> None:
        """Words at the foot of what is there. The first of a slide have no room above them."""
        if not self.slide.words:
            words = replace(words, manner=replace(words.manner, before=0.0))
        self.slide.words.append(words)
        self.slide.used += height(words, BODY.width)


def slides_of(section: Section, draft: Draft) -> list[Slide]:
    """The slides of a section, at least one. It is set in the largest letters in which it stands on one slide."""
    for size in TEXT_SIZES:
        trial = Draft(draft.document, Findings())
        slides = _filled(section, [*section.pieces, *pieces_of(tuple(section.blocks), trial, Setting(size))], trial)
        if len(slides) == 1 or size == TEXT_SIZES[-1]:
            draft.findings.extend(trial.findings)
            return slides
    return []


def _filled(section: Section, pieces: list[Piece], draft: Draft) -> list[Slide]:
    """The titles say which of how many slides they are."""
    filling = _Filling(section, draft, [Slide(section.title, title_places=section.places)])
    for piece in pieces:
        _take(piece, filling)
    slides = [slide for slide in filling.slides if not slide.is_blank] or filling.slides[:1]
    if len(slides) > 1:
        for number, slide in enumerate(slides, start=1):
            slide.part = (Run(f" ({number} of {len(slides)})", Look(bold=True)),)
    return slides


def _take(piece: Piece, filling: _Filling) -> None:
    match piece:
        case Words():
            _take_words(piece, filling)
        case Grid():
            _take_grid(piece, filling)
        case Shown():
            _take_shown(piece, filling)
        case NewSlide():
            if not filling.slide.is_empty:
                filling.go_on()
        case Notes():
            filling.slide.notes += piece.words
        case _:
            assert_never(piece)


def _take_words(words: Words, filling: _Filling) -> None:
    """A paragraph that fits no slide is parted between its lines."""
    if height(words, BODY.width) > filling.room and not filling.slide.is_empty:
        filling.go_on()
    while height(words, BODY.width) > filling.room + words.manner.before:
        head, rest = parted(replace(words, manner=replace(words.manner, before=0.0)), BODY.width, filling.room)
        if head is None or not rest.runs:
            break
        filling.put(head)
        filling.go_on()
        words = rest
    filling.put(words)


def _room_below(filling: _Filling) -> float:
    """For what stands below the words of a slide."""
    return filling.room - (BELOW_WORDS if filling.slide.words else 0.0)


def _take_grid(grid: Grid, filling: _Filling) -> None:
    if _room_below(filling) < min(least_height(grid), grid_height(grid)) and not filling.slide.is_empty:
        filling.go_on()
    rest: Grid | None = grid
    while rest is not None:
        part, rest = parted_grid(rest, _room_below(filling))
        if not part.rows and rest is not None:
            part, rest = _forced(rest, filling)
        filling.slide.below = part
        if rest is not None:
            filling.go_on()


def _forced(grid: Grid, filling: _Filling) -> tuple[Grid, Grid | None]:
    """A row although there is no space for it: the headings of the table take the whole slide."""
    message = f"the headings of a table take '{row_height(grid.head, grid):.0f}' points of a slide"
    help = "use shorter headings, or fewer columns"
    filling.draft.findings.add(TITLE_TOO_LONG.at(grid.source, message, help))
    rest = replace(grid, rows=grid.rows[1:]) if len(grid.rows) > 1 else None
    return replace(grid, rows=grid.rows[:1]), rest


def _take_shown(shown: Shown, filling: _Filling) -> None:
    needed = min(LEAST_PICTURE, shown.height)
    if _room_below(filling) < needed and not filling.slide.is_empty:
        filling.go_on()
    filling.slide.below = shown
