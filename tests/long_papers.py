"""Papers of any length, made up from a number: the same number gives the same paper."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random

from docgen.diagnostic import Findings
from docgen.resolve.resolve import resolve
from docgen.tree.block import Align, Block, Contents, ContentsKind, Landscape, Table
from docgen.tree.document import Document, Footnote, Numbering
from tests.trees import (
    Words,
    bullets,
    callout,
    code,
    column,
    definitions,
    document,
    emphasis,
    figure,
    footnote,
    group,
    heading,
    here,
    inlines,
    item,
    note,
    numbers,
    page_break,
    paragraph,
    png,
    quote,
    row,
    rule,
    strong,
    table,
    title,
)

_WORDS = (
    "the and of to in a for is that with on as be by are this it or will from which an at not has have their all its "
    "board group committee commissioning primary care services patients practices general medical members governance "
    "delegated responsibility NHS England quorum conflicts interest decision-making arrangements local joint "
    "co-ordinated health and/or social well-being integrated budget allocation assurance performance monitoring "
    "engagement public responses consultation councillors voluntary-sector partners neighbourhoods inequalities "
    "prevention workforce recruitment premises estates prescribing out-of-hours urgent community hospital acute "
    "mental strategy five-year milestones deliver outcomes measured quarterly annually report accountable officer "
    "chair lay vice-chair agreed approved proposed transferred retained reviewed 2015/16 2016–17 £4.2m 12% 98,000 41 "
    "practices’ “right care” (CCG) responsibilities representativeness disproportionately notwithstanding "
    "administration subcommittee AVIVA WAVE To Wales Yeovil Avon Taunton Street fifth office affiliate efficient "
    "offline waffle fjord I/we yes/no "
).split()
_LISTS = (ContentsKind.TABLES, ContentsKind.FIGURES)
_PICTURES = {"small.png": png(180, 90), "wide.png": png(640, 260), "tall.png": png(380, 420)}


def long_paper(number: int, pages: int) -> Document:
    """A resolved paper of about so many pages."""
    return resolve(_Author(number).paper(pages), Findings())


class _Author:
    """Writes a paper, and remembers its footnotes."""

    def __init__(self, number: int) -> None:
        self.random = Random(number)
        self.notes: list[Footnote] = []
        self.captions = 0

    def paper(self, pages: int) -> Document:
        """A title, the contents, and sections until the pages are full."""
        front: list[Block] = [title(self.words(6), self.words(9)), Contents(3, here(), inlines("Contents"))]
        front += [Contents(3, here(), inlines(f"{kind.captioned}s"), kind=kind, optional=True) for kind in _LISTS]
        sections = [block for _ in range(max(1, round(pages / 7.5))) for block in self.section()]
        numbering = Numbering.LETTERED if self.random.random() < 0.25 else Numbering.DECIMAL
        status = self.random.choice(["draft", "final"])
        return document(*front, *sections, footnotes=self.notes, pictures=_PICTURES, numbering=numbering, status=status)

    def section(self) -> list[Block]:
        """A section with subsections, some with subsections of their own."""
        blocks: list[Block] = [page_break()] if self.random.random() < 0.12 else []
        blocks += [heading(1, self.name(), numbered=True), *self.blocks(2, 4)]
        for _ in range(self.random.randint(1, 3)):
            blocks += [heading(2, self.name(), numbered=True), *self.blocks(1, 5)]
            for _ in range(self.random.choice([0, 0, 1, 2])):
                blocks += [heading(3, self.name(), numbered=True), *self.blocks(1, 3)]
        return blocks

    def blocks(self, least: int, most: int) -> list[Block]:
        """Blocks of all kinds, paragraphs above all."""
        return [self.block() for _ in range(self.random.randint(least, most))]

    def block(self) -> Block:
        """A block of some kind."""
        kinds: list[Callable[[], Block]] = [self.bulleted, self.numbered, self.narrow_table, self.grouped_table]
        kinds += [self.wide_table, self.boxed, self.quoted, self.pictured, self.defined, self.parted, self.spelt]
        weights = [6, 5, 5, 3, 1, 2, 2, 2, 1, 0.5, 0.5]
        if self.random.random() < 0.58:
            return self.prose()
        return self.random.choices(kinds, weights)[0]()

    def words(self, count: int) -> str:
        """So many words."""
        return " ".join(self.random.choices(_WORDS, k=count))

    def name(self) -> str:
        """The words of a heading, which sometimes takes two lines."""
        return self.words(self.random.choice([1, 2, 3, 4, 5, 7, 12])).capitalize()

    def sentence(self) -> str:
        """A sentence."""
        return f"{self.words(self.random.choice([4, 9, 14, 19, 27, 38])).capitalize()}."

    def text(self, sentences: int) -> Words:
        """Sentences with some strong and stressed words and footnotes."""
        parts: list[object] = []
        for _ in range(sentences):
            parts.append(f"{self.sentence()} ")
            parts += self.stressed()
            parts += [self.noted(), " "] if self.random.random() < 0.04 else []
        return parts  # type: ignore[return-value]

    def stressed(self) -> list[object]:
        """Sometimes a few strong or stressed words."""
        strong_words, stressed_words = strong(self.words(2)), emphasis(self.words(3))
        return self.random.choices([[], [strong_words, " "], [stressed_words, " "]], [8, 1, 1])[0]

    def noted(self) -> object:
        """The mark of a new footnote."""
        count = len(self.notes) + 1
        self.notes.append(footnote(f"n{count}", 0, self.words(self.random.choice([5, 12, 30, 60]))))
        return note(f"n{count}", 0)

    def prose(self) -> Block:
        """A paragraph."""
        return paragraph(self.text(self.random.choice([1, 2, 3, 4, 6, 9])))

    def items(self) -> list[Words]:
        """The words of items, short or long."""
        longest = self.random.choice([6, 20, 45])
        return [self.words(self.random.randint(2, longest)) for _ in range(self.random.randint(2, 8))]

    def bulleted(self) -> Block:
        """A list, sometimes with another inside."""
        items = [item(words) for words in self.items()]
        if self.random.random() < 0.3:
            items[0] = item(self.words(9), bullets(*self.items()))
        return bullets(*items, tight=self.random.random() < 0.8)

    def numbered(self) -> Block:
        """A numbered list; some items have a further paragraph."""
        items = [item(words) for words in self.items()]
        if self.random.random() < 0.3:
            items[-1] = item(self.words(12), paragraph(self.text(2)))
        return numbers(*items, tight=self.random.random() < 0.8)

    def caption(self) -> str:
        """The words of a caption."""
        self.captions += 1
        return f"{self.words(self.random.choice([3, 6, 15])).capitalize()} (caption {self.captions})"

    def cell(self) -> Words:
        """The words of a cell."""
        return self.words(self.random.choice([1, 2, 4, 9, 16, 30]))

    def cells(self, count: int) -> list[Words | Block]:
        """The cells of a row; one may hold a list."""
        cells: list[Words | Block] = [self.cell() for _ in range(count)]
        if self.random.random() < 0.1:
            cells[-1] = bullets(*self.items())
        return cells

    def columns(self, count: int) -> list[object]:
        """Columns of several widths, the last one sometimes set to the right."""
        heads: list[object] = [column(self.words(2), self.random.choice([1.0, 1.5, 2.5])) for _ in range(count)]
        if self.random.random() < 0.4:
            heads[-1] = column(self.words(1), 1.0, align=Align.RIGHT)
        return heads

    def narrow_table(self) -> Block:
        """A table of two to five columns, a few of them over several pages."""
        count = self.random.randint(2, 5)
        rows = [row(*self.cells(count)) for _ in range(self.random.choice([2, 4, 7, 12, 30]))]
        return self.tabled(count, rows)

    def grouped_table(self) -> Block:
        """A table whose rows stand in groups with a heading."""
        count = self.random.randint(2, 4)
        groups = [
            group(*[row(*self.cells(count)) for _ in range(self.random.randint(1, 5))], heading=self.words(3))
            for _ in range(self.random.randint(2, 4))
        ]
        return self.tabled(count, groups)

    def tabled(self, count: int, rows: Sequence[object]) -> Table:
        """The table of these rows."""
        headers = self.random.random() < 0.5
        return table(self.columns(count), *rows, caption=self.caption(), row_headers=headers)  # type: ignore[arg-type]

    def wide_table(self) -> Block:
        """A table that needs a page on its long side."""
        count = self.random.randint(3, 14)
        rows = [row(*[self.words(self.random.randint(1, 9)) for _ in range(8)]) for _ in range(count)]
        return Landscape((self.tabled(8, rows), paragraph(self.text(1))), here())

    def boxed(self) -> Block:
        """A callout."""
        content: list[Block] = [paragraph(self.text(self.random.randint(1, 4)))]
        content += [bullets(*self.items())] if self.random.random() < 0.3 else []
        return callout("decision", self.words(5), *content)

    def quoted(self) -> Block:
        """Somebody else's words."""
        return quote(*[paragraph(self.text(2)) for _ in range(self.random.randint(1, 2))])

    def pictured(self) -> Block:
        """A figure with its caption."""
        return figure(self.random.choice(sorted(_PICTURES)), "A picture", self.caption())

    def defined(self) -> Block:
        """Terms and what they mean."""
        return definitions(*[(self.words(2), self.text(2)) for _ in range(self.random.randint(2, 5))])

    def parted(self) -> Block:
        """A line across the page."""
        return rule()

    def spelt(self) -> Block:
        """Lines of code."""
        return code("\n".join(self.words(self.random.choice([2, 5, 20])) for _ in range(self.random.randint(1, 9))))
