"""What stands on lines of its own."""

from __future__ import annotations

from enum import Enum

from msgspec import Struct

from docgen.source import Source
from docgen.tree.chart import Chart
from docgen.tree.inline import Inlines, Picture


class Title(Struct, frozen=True):
    """The name of the document, once, at its head. Not a heading: it has no number and no place in the contents."""

    content: Inlines
    source: Source
    subtitle: Inlines = ()


class Heading(Struct, frozen=True):
    """The head of a section. Sections are not nested: a heading's `level` says where it belongs."""

    level: int
    """1 to 6."""
    content: Inlines
    source: Source
    label: str = ""
    """What cross-references call it; empty where none may."""
    numbered: bool = True
    number: str = ""
    """As printed in front of the words, without a full stop: `B`, `II`, `1.2.3`; `resolve` fills it."""
    anchor: str = ""
    """Unique within the document, made of letters, digits and hyphens; `resolve` fills it."""
    appendix: bool = False
    """Whether it heads an appendix, or stands inside one. An author marks the first; `resolve` fills the others."""


class Paragraph(Struct, frozen=True):
    """Words that belong together."""

    content: Inlines
    source: Source
    label: str = ""
    """What cross-references call it; only one with a number can be referred to."""
    number: str = ""
    """As printed in front of the words: `3.2`; `resolve` fills it."""
    anchor: str = ""
    """Where it has a label: unique within the document, as that of headings; `resolve` fills it."""


class ListItem(Struct, frozen=True):
    """One item of a list."""

    blocks: Blocks
    source: Source


class BulletList(Struct, frozen=True):
    """A list without order. A tight list has no space between its items."""

    items: tuple[ListItem, ...]
    source: Source
    tight: bool = True
    below_number: bool = False
    """Whether it stands below the words of numbered paragraphs, to which it belongs; `resolve` fills it."""


class OrderedList(Struct, frozen=True):
    """A numbered list, beginning at `start`."""

    items: tuple[ListItem, ...]
    source: Source
    start: int = 1
    tight: bool = True
    below_number: bool = False
    """Whether it stands below the words of numbered paragraphs, to which it belongs; `resolve` fills it."""


class Definition(Struct, frozen=True):
    """A term with its explanation."""

    term: Inlines
    blocks: Blocks
    source: Source


class DefinitionList(Struct, frozen=True):
    """Terms with their explanations."""

    entries: tuple[Definition, ...]
    source: Source


class Quote(Struct, frozen=True):
    """Somebody else's words."""

    blocks: Blocks
    source: Source


class PullQuote(Struct, frozen=True):
    """A sentence of somebody's, taken out of the text and set large."""

    blocks: Blocks
    source: Source
    by: Inlines = ()
    """Who said it; empty where nobody is named."""


class CodeBlock(Struct, frozen=True):
    """Lines in the computer's own spelling; line ends and spaces count."""

    text: str
    source: Source


SPEAKER_NOTES = "speaker notes"
"""The kind of the callout that stands beside a slide, for who speaks to it."""


class Callout(Struct, frozen=True):
    """A box that stands out: `kind` is `note`, `important`, `decision`, `expert` or `SPEAKER_NOTES`, said in words.

    The title may be empty.
    """

    kind: str
    title: Inlines
    blocks: Blocks
    source: Source


class Align(Enum):
    """How the words of a column are set."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


class Column(Struct, frozen=True):
    """One column of a table."""

    heading: Inlines
    source: Source
    width: float = 1.0
    """Share of the table's width, relative to the other columns; more than 0."""
    align: Align = Align.LEFT


class Cell(Struct, frozen=True):
    """One cell of a table's body. An empty cell has no blocks."""

    blocks: Blocks
    source: Source


class Row(Struct, frozen=True):
    """One row of a table's body, with as many cells as the table has columns."""

    cells: tuple[Cell, ...]
    source: Source


class RowGroup(Struct, frozen=True):
    """Rows that belong together, under a heading of their own where `heading` is not empty."""

    rows: tuple[Row, ...]
    source: Source
    heading: Inlines = ()


class Orientation(Enum):
    """How the page stands on which a table is set. `AUTO` leaves it to the writer."""

    AUTO = "auto"
    PORTRAIT = "portrait"
    LANDSCAPE = "landscape"


class Table(Struct, frozen=True):
    """A table of data: one row of headings, no merged cells."""

    columns: tuple[Column, ...]
    groups: tuple[RowGroup, ...]
    source: Source
    caption: Inlines = ()
    """Without `Table 2`. A table without a caption has no number."""
    label: str = ""
    """What cross-references call it."""
    row_headers: bool = True
    """Whether the first column names the row."""
    orientation: Orientation = Orientation.AUTO
    numbered: bool = True
    """Whether a table with a caption has a number; one without is in no list of tables."""
    number: int = 0
    """From 1; 0 where there is none; `resolve` fills it."""

    @property
    def rows(self) -> tuple[Row, ...]:
        """All rows of all groups, in order."""
        return tuple(row for group in self.groups for row in group.rows)


def caption_label(kind: str, number: int | str) -> str:
    """`Table 2`, as captions, lists and references call it, with a space that does not break."""
    return f"{kind}\u00a0{number}"


class Figure(Struct, frozen=True):
    """A picture, or a chart drawn from the content, with a caption."""

    picture: Picture | Chart
    source: Source
    caption: Inlines = ()
    label: str = ""
    number: int = 0
    """From 1; 0 where there is no caption; `resolve` fills it."""


class ContentsKind(Enum):
    """What a table of contents lists."""

    HEADINGS = "headings"
    TABLES = "tables"
    FIGURES = "figures"

    @property
    def captioned(self) -> str:
        """`Table` or `Figure`, as captions begin; empty for headings."""
        return {"tables": "Table", "figures": "Figure"}.get(self.value, "")


class ContentsEntry(Struct, frozen=True):
    """One line of a table of contents."""

    level: int
    """That of the heading; 1 for a table or figure."""
    number: str
    """Of a table or figure without the word before it: `2`."""
    content: Inlines
    anchor: str
    """Of the heading; empty for a table or figure, which is known by its number."""
    source: Source


class Contents(Struct, frozen=True):
    """A list of the headings down to level `depth`, or of the tables or figures that have a number."""

    depth: int
    source: Source
    title: Inlines = ()
    entries: tuple[ContentsEntry, ...] = ()
    """`resolve` fills them. A list of tables or figures without entries is not printed."""
    kind: ContentsKind = ContentsKind.HEADINGS
    optional: bool = False
    """Whether a list without entries is left out without a word."""

    @property
    def is_left_out(self) -> bool:
        """Whether there is nothing to print, not even a title."""
        return self.kind is not ContentsKind.HEADINGS and not self.entries


class Cover(Struct, frozen=True):
    """The first page of a paper: who issues it, its title, and what is to be known of it before it is read."""

    blocks: Blocks
    source: Source


class Landscape(Struct, frozen=True):
    """Blocks on pages that stand on their long side."""

    blocks: Blocks
    source: Source


class PageBreak(Struct, frozen=True):
    """What follows begins on a new page."""

    source: Source


class Rule(Struct, frozen=True):
    """A line across the page: a change of subject."""

    source: Source


Block = (
    Title
    | Heading
    | Paragraph
    | BulletList
    | OrderedList
    | DefinitionList
    | Quote
    | PullQuote
    | CodeBlock
    | Callout
    | Table
    | Figure
    | Contents
    | Cover
    | Landscape
    | PageBreak
    | Rule
)
Blocks = tuple[Block, ...]
