"""What stands on a slide before it is written: words in their looks, tables, pictures and notes."""

from __future__ import annotations

from msgspec import Struct, field

from docgen.source import Source


class Look(Struct, frozen=True):
    """How words look."""

    bold: bool = False
    italic: bool = False
    code: bool = False
    raised: bool = False
    """A mark above the line, as that of a footnote."""


PLAIN = Look()


class Run(Struct, frozen=True):
    """Words of one look. A line feed among them begins a new line."""

    words: str
    look: Look = PLAIN
    address: str = ""
    """Where they lead outside of the slides."""
    place: str = ""
    """What they lead to among the slides: a label, an anchor."""


Runs = tuple[Run, ...]


class Manner(Struct, frozen=True):
    """How a paragraph is set. Measures are in points."""

    size: float
    left: float = 0.0
    hanging: float = 0.0
    """How far the first line reaches out to the left, for its mark."""
    before: float = 6.0
    bullet: str = ""
    number: int = 0
    """Its number in a list; 0 where it is not counted."""
    level: int = 0
    """How many lists it stands in."""
    colour: str = ""
    """A colour of the theme; empty for that of the place."""

    @property
    def is_marked(self) -> bool:
        """Whether a sign or a number stands before it."""
        return bool(self.bullet or self.number)


class Words(Struct, frozen=True):
    """A paragraph."""

    runs: Runs
    manner: Manner
    source: Source
    keeps_with_next: bool = False
    places: tuple[str, ...] = ()
    """What leads here: labels and anchors."""

    @property
    def text(self) -> str:
        """The words alone."""
        return "".join(run.words for run in self.runs)


Cell = tuple[Words, ...]


class GridRow(Struct, frozen=True):
    """A row of a table."""

    cells: tuple[Cell, ...]


class Grid(Struct, frozen=True):
    """A table, or the rows of it that stand on one slide."""

    head: GridRow
    rows: tuple[GridRow, ...]
    widths: tuple[float, ...]
    """Shares of the whole width."""
    aligned: tuple[str, ...]
    """`l`, `ctr` or `r`, for each column."""
    row_headers: bool
    source: Source
    description: str = ""


class Shown(Struct, frozen=True):
    """A picture or drawing."""

    data: bytes
    width: float
    """In points, at its natural size."""
    height: float
    alt: str
    source: Source


class NewSlide(Struct, frozen=True):
    """What follows stands on another slide."""


class Notes(Struct, frozen=True):
    """What a speaker says."""

    words: tuple[Words, ...]


Piece = Words | Grid | Shown | NewSlide | Notes


class Slide(Struct):
    """One slide: its title, words, and below them a table or a picture."""

    title: Runs
    part: Runs = ()
    """What follows the title where others have the same: `(2 of 3)`."""
    words: list[Words] = field(default_factory=list)
    below: Grid | Shown | None = None
    notes: list[Words] = field(default_factory=list)
    title_places: tuple[str, ...] = ()
    """What leads to its title."""
    used: float = 0.0
    """The height that its words take, in points."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands below its title."""
        return not self.words and self.below is None

    @property
    def is_blank(self) -> bool:
        """Whether nobody would miss it."""
        return self.is_empty and not self.notes and not self.title_places

    @property
    def places(self) -> tuple[str, ...]:
        """What leads to this slide."""
        return (*self.title_places, *(place for words in self.words for place in words.places))
