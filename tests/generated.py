"""Papers made up from numbers, one unlike the other, in which everything that content can hold stands in odd places.

The same number gives the same paper. All of it is content that an author may write and that a checker of accessibility
has no fault to find with: pictures have descriptions, links say where they lead, no level of headings is left out.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import cache
from random import Random

from docgen.diagnostic import Findings
from docgen.resolve.resolve import resolve
from docgen.tree.block import (
    Align,
    Block,
    Blocks,
    Column,
    Contents,
    ContentsKind,
    Landscape,
    ListItem,
    OrderedList,
    Orientation,
    Row,
    RowGroup,
    Table,
)
from docgen.tree.document import AppendixNumbering, Document, Footnote, Numbering
from docgen.tree.inline import Abbreviation, Code, CrossReference, FootnoteReference, Inline, LineBreak, Picture
from docgen.tree.inline import ReferenceForm as Form
from tests.awkward import AWKWARD
from tests.trees import (
    Words,
    bullets,
    callout,
    code,
    column,
    cover,
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
    link,
    numbers,
    page_break,
    paragraph,
    png,
    pull_quote,
    quote,
    row,
    rule,
    strong,
    table,
    title,
)

COUNT = 200
"""How many papers there are to try."""
_WORDS = (
    "the board and its committees agree to commission primary care services for all registered patients of member "
    "practices under delegated arrangements with NHS England from April 2015 subject to quorum, conflicts of interest, "
    "assurance and public engagement; responsibilities £4.2m 12% 98,000 2016–17 A&E R&D well-being and/or sub-group "
    "“reserved” matters accountabilities (CCG) representativeness 5<6 Llanfairpwllgwyngyllgogerychwyrndrobwll"
).split()
_PICTURES = {"charts/small.png": png(90, 60), "charts/wide.png": png(1400, 200), "charts/tall.png": png(200, 1900)}
_APPROVERS: list[Block] = [paragraph("The board"), paragraph("The council")]
_SHORT_FORMS = {"LMC": "Local Medical Committee", "PCCC": "Primary Care Commissioning Committee"}
_LONG_TITLE = "Arrangements for the joint commissioning of general medical services across three counties " * 2
_DEEPEST = 3
"""How far blocks stand in one another."""


@cache
def generated(number: int) -> Document:
    """The resolved paper of a number."""
    return resolve(_Author(number).paper(), Findings())


class _Author:
    """Writes a paper, and remembers what its text can refer to."""

    def __init__(self, number: int) -> None:
        self.random = Random(number)
        self.notes: list[Footnote] = []
        self.labels = [f"t{count}" for count in range(self.random.randint(0, 6))]
        self.targets = list(self.labels)
        """Labels that headings, tables and figures are still to be given."""
        self.numbering = self.random.choice(list(Numbering))
        self.is_partly_numbered = self.chance(0.3)
        more = Random(f"more {number}")
        self.numbers_paragraphs = more.random() < 0.25
        self.lays_across = more.random() < 0.1
        self.begins_pages = more.random() < 0.15
        self.appendices = more.choice(list(AppendixNumbering))
        self.has_appendices = more.random() < 0.4

    def paper(self) -> Document:
        """Its front, its text, and what is said of it."""
        said = self.said()
        front = self.front()
        text = [block for _ in range(self.random.choice([0, 1, 2, 3])) for block in self.section()]
        text += [block for _ in range(2) for block in self.appendix()] if self.has_appendices else []
        blocks = [*front, *text, *[heading(1, self.words(3), label=label, numbered=True) for label in self.targets]]
        return document(*blocks, footnotes=self.notes, pictures=_PICTURES, **said)

    def said(self) -> dict[str, object]:
        """What is said of the paper as a whole."""
        return {
            "numbering": self.numbering,
            "numbers_paragraphs": self.numbers_paragraphs,
            "appendices": self.appendices,
            "landscape": self.lays_across,
            "new_pages": self.begins_pages,
            "status": self.random.choice(["", "draft", "review", "final"]),
            "version": self.random.choice(["", "0.3", "1.0 (third reading)"]),
            "marking": self.random.choice(["", "OFFICIAL", "OFFICIAL – SENSITIVE: A&E"]),
            "author": self.random.choice(["", "Director of Primary Care"]),
            "dated": self.random.choice([None, date(2014, 6, 20)]),
            "language": self.random.choice(["en-GB", "en-GB", "cy-GB"]),
        }

    def front(self) -> list[Block]:
        """A cover or a title or neither, contents or none."""
        words, below = [self.words(4), _LONG_TITLE, "A&E <5"], ["", self.words(7)]
        name = title(self.random.choice(words), self.random.choice(below))
        facts = definitions(("Version", "0.3"), ("Approved by", _APPROVERS))
        covered: list[Block] = [cover("Example CCG", name, facts, paragraph(self.words(9)))]
        alone: list[Block] = [name]
        head = self.random.choices([covered, alone, []], [3, 5, 1])[0]
        wanted = [Contents(self.random.randint(1, 6), here(), inlines("Contents"))] if self.chance(0.6) else []
        lists = [Contents(1, here(), inlines(f"List of {kind.value}"), kind=kind, optional=True) for kind in _LISTS]
        return [*head, *wanted, *(lists if self.chance(0.4) else [])]

    def chance(self, share: float) -> bool:
        """Whether something happens that does so in this share of cases."""
        return self.random.random() < share

    def section(self) -> list[Block]:
        """A section with sections inside, none of them a level too deep."""
        written, level = [self.heading(1), *self.blocks(0, 4)], 1
        for _ in range(self.random.randint(0, 5)):
            level = self.random.randint(1, min(level + 1, 6))
            written += [self.heading(level), *self.blocks(0, 3)]
        return written

    def appendix(self) -> list[Block]:
        """An appendix with a section inside."""
        return [
            heading(1, self.words(3), numbered=True, appendix=True, label=self.label()),
            *self.blocks(0, 3),
            heading(2, self.words(2), numbered=not self.is_partly_numbered, label=""),
            *self.blocks(0, 2),
        ]

    def heading(self, level: int) -> Block:
        """A heading, sometimes with words that stand out, and with a label where one is left."""
        marked: Words = [self.words(1), " ", emphasis(self.words(2))]
        words: Words = self.random.choice([self.words(2), self.words(14), marked, "A&E"])
        numbered = not (self.is_partly_numbered and self.chance(0.2))
        return heading(level, words, numbered=numbered, label=self.label() if level <= 3 else "")

    def label(self) -> str:
        """A label that nothing has yet; mostly none."""
        return self.targets.pop() if self.targets and self.chance(0.4) else ""

    def blocks(self, least: int, most: int, depth: int = 0) -> list[Block]:
        """Blocks of all kinds, paragraphs above all."""
        kinds = _OUTSIDE if depth == 0 else _INSIDE if depth < _DEEPEST else _INNERMOST
        return [self.random.choice(kinds)(self, depth) for _ in range(self.random.randint(least, most))]

    def words(self, count: int) -> str:
        """So many words."""
        return " ".join(self.random.choices(_WORDS, k=count))

    def line(self, count: int) -> list[Inline | str]:
        """Words of all kinds."""
        made: list[Inline | str] = [self.words(self.random.randint(1, 12)) + " "]
        for _ in range(self.random.randint(0, count)):
            made += [self.inline(), f" {self.words(self.random.randint(1, 9))} "]
        return [*made, "agreed."]

    def inline(self) -> Inline | str:
        """Something other than plain words."""
        awkward, short = self.random.choice(AWKWARD), self.random.choice(list(_SHORT_FORMS))
        kinds: list[Inline | str] = [
            strong(self.words(2)),
            emphasis([self.words(1), " ", strong(self.words(1))]),
            Code(awkward, here()),
            awkward,
            link("https://example.org/act?a=1&b=2", ["the Act of ", emphasis("2012")]),
            LineBreak(here()),
            Abbreviation(short, _SHORT_FORMS[short], here()),
            Picture("charts/small.png", "A bar for each practice", here()),
            self.note(),
            self.reference(),
        ]
        return self.random.choice(kinds)

    def note(self) -> Inline | str:
        """The mark of a new footnote, or of one that is there already."""
        if self.notes and self.chance(0.3):
            return FootnoteReference(self.random.choice(self.notes).label, here())
        label = f"n{len(self.notes)}"
        more: Blocks = (bullets("one", "two"),) if self.chance(0.2) else ()
        self.notes.append(Footnote(label, (*footnote(label, 0, self.words(8)).blocks, *more), here()))
        return FootnoteReference(label, here())

    def reference(self) -> Inline | str:
        """A cross-reference in any form."""
        if not self.labels:
            return "–"
        has_numbers = self.numbering is not Numbering.NONE and not self.is_partly_numbered
        has_numbers = has_numbers and not self.numbers_paragraphs
        form = self.random.choice(list(Form)) if has_numbers else Form.TITLE
        return CrossReference(self.random.choice(self.labels), form, here())

    def paragraph(self, depth: int) -> Block:
        """A paragraph."""
        return paragraph(self.line(4))

    def bulleted(self, depth: int) -> Block:
        """A list, with others inside."""
        return bullets(*self.items(depth), tight=self.chance(0.7))

    def numbered(self, depth: int) -> OrderedList:
        """A numbered list, which need not begin at one."""
        return numbers(*self.items(depth), start=self.random.choice([1, 1, 1, 4, 21]), tight=self.chance(0.7))

    def items(self, depth: int) -> list[ListItem]:
        """Items: lines, several blocks, or a list alone."""
        kinds: list[Callable[[], ListItem]] = [
            lambda: item(self.line(1)),
            lambda: item(self.line(0), *self.blocks(0, 2, depth + 1)),
            lambda: item(self.line(0), paragraph(self.line(1))),
            lambda: item(bullets(self.words(3))),
        ]
        return [self.random.choices(kinds, [5, 2, 2, 0.3])[0]() for _ in range(self.random.randint(1, 5))]

    def defined(self, depth: int) -> Block:
        """Terms and what they mean."""
        return definitions(("Quorum", self.line(1)), (self.words(2), self.blocks(1, 2, depth + 1)))

    def quoted(self, depth: int) -> Block:
        """Somebody else's words."""
        return quote(*self.blocks(1, 2, depth + 1))

    def pulled(self, depth: int) -> Block:
        """A sentence set large."""
        return pull_quote(self.words(9), self.random.choice(["", self.words(3)]))

    def boxed(self, depth: int) -> Block:
        """A callout, with or without a title and a text."""
        kind = self.random.choice(["note", "important", "decision"])
        return callout(kind, self.random.choice(["", self.words(4)]), *self.blocks(0, 2, depth + 1))

    def listed(self, depth: int) -> Block:
        """A short list that holds lines alone."""
        is_numbered = self.chance(0.5)
        items = [item(self.line(0)), item(self.words(2), bullets("one", "two")), item(self.words(4))]
        return numbers(*items) if is_numbered else bullets(*items)

    def spelt(self, depth: int) -> Block:
        """Lines of code."""
        return code(f"docgen build {self.random.choice(AWKWARD)}\n  --format html\n\nend")

    def drawn(self, depth: int) -> Block:
        """A figure with or without a caption."""
        caption = self.random.choice(["", self.words(5), self.words(25)])
        label = self.label() if caption else ""
        return figure(self.random.choice(sorted(_PICTURES)), "Three boxes in a row", caption, label=label)

    def tabled(self, depth: int) -> Table:
        """A table of any size and shape."""
        count = self.random.choice([1, 2, 3, 4, 5]) if depth else self.random.choice([1, 2, 3, 4, 5, 8, 12])
        rows: Sequence[Row | RowGroup] = self.rows(count, depth)
        if self.chance(0.35):
            rows = [group(*self.rows(count, depth), heading=self.words(self.random.choice([1, 9]))) for _ in range(2)]
        is_numbered = not self.chance(0.1)
        marked: Words = [self.words(4), " ", emphasis("twice")]
        caption: Words = self.random.choice(["", self.words(3), marked, self.words(30)])
        return table(
            [self.column(2 if count > 6 else 5) for _ in range(count)],
            *rows,
            caption=caption,
            label=self.label() if caption and is_numbered else "",
            row_headers=self.chance(0.6),
            numbered=is_numbered,
            orientation=self.random.choice([Orientation.AUTO, Orientation.AUTO, Orientation.PORTRAIT]),
        )

    def column(self, most: int) -> Column:
        """A column of some width and alignment.

        Many columns have short headings: LibreOffice never ends where headings that take half of a page are repeated
        above rows with footnotes.
        """
        words = self.words(min(self.random.choice([1, 2, 5]), most))
        return column(words, self.random.choice([0.3, 1.0, 2.0]), align=self.random.choice(list(Align)))

    def rows(self, count: int, depth: int) -> list[Row]:
        """Rows: none, a few, and now and then as many as take several pages."""
        rows = self.random.choices([0, 1, 3, 6, 45], [1, 3, 4, 3, 0.5])[0]
        return [row(*[self.cell(depth) for _ in range(count)]) for _ in range(rows if depth == 0 else min(rows, 3))]

    def cell(self, depth: int) -> Words | Block | Sequence[Block]:
        """Nothing, a word, a line, or blocks."""
        kinds: list[Callable[[], Words | Block | Sequence[Block]]] = [
            lambda: "",
            lambda: self.words(self.random.choice([1, 3])),
            lambda: self.line(2),
            lambda: [paragraph(self.line(0)), paragraph(self.line(0))],
            lambda: self.blocks(1, 2, max(depth + 1, _DEEPEST)),
        ]
        return self.random.choices(kinds, [1, 6, 2, 0.5, 0.5])[0]()

    def turned(self, depth: int) -> Block:
        """Pages on their long side."""
        return Landscape((*self.blocks(1, 3, 1),), here())

    def parted(self, depth: int) -> Block:
        """A line across the page, or a new page."""
        return rule() if self.chance(0.5) else page_break()


_LISTS = (ContentsKind.TABLES, ContentsKind.FIGURES)
_Kind = Callable[[_Author, int], Block]
_INNERMOST: list[_Kind] = [_Author.paragraph, _Author.paragraph, _Author.listed, _Author.spelt]
_INSIDE: list[_Kind] = [_Author.bulleted, _Author.numbered, _Author.defined, _Author.tabled, _Author.drawn, *_INNERMOST]
_INSIDE += [_Author.quoted, _Author.boxed, _Author.pulled]
_OUTSIDE: list[_Kind] = [*_INSIDE, _Author.paragraph, _Author.tabled, _Author.turned, _Author.parted]
