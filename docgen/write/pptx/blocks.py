"""Turns blocks into pieces of slides: paragraphs, tables, pictures and notes, in the order of reading."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import assert_never

from msgspec import Struct
from msgspec.structs import replace

from docgen.codes.outputs import FLATTENED_ON_SLIDES
from docgen.source import Source
from docgen.tree.block import (
    SPEAKER_NOTES,
    Block,
    Blocks,
    BulletList,
    Callout,
    CodeBlock,
    Contents,
    ContentsKind,
    Cover,
    DefinitionList,
    Figure,
    Heading,
    Landscape,
    ListItem,
    OrderedList,
    PageBreak,
    Paragraph,
    PullQuote,
    Quote,
    Rule,
    Table,
    Title,
    caption_label,
)
from docgen.tree.inline import Picture
from docgen.tree.walk import plain_text
from docgen.wording import sentence_case
from docgen.write.pptx.draft import Draft
from docgen.write.pptx.grids import grid_of
from docgen.write.pptx.inlines import pictures_of, runs_of
from docgen.write.pptx.page import BLUE, CAPTION_SIZE, LEAST_TABLE_SIZE, STEP, TEXT_SIZE
from docgen.write.pptx.pictures import shown_chart, shown_picture
from docgen.write.pptx.places import anchor_place, captioned_place, label_place
from docgen.write.pptx.words import Cell, Grid, Look, Manner, NewSlide, Notes, Piece, Run, Runs, Shown, Words

_SIGNS = ("•", "–", "▪")
_BOLD = Look(bold=True)


class Setting(Struct, frozen=True):
    """Where a block stands: how large its letters are, how far it stands in, and in how many lists."""

    size: float = TEXT_SIZE
    left: float = 0.0
    level: int = 0

    @property
    def before(self) -> float:
        """The room above a paragraph."""
        return self.size * 0.3

    def manner(self, size: float = 0.0, before: float = 0.0, left: float = 0.0) -> Manner:
        """Of a paragraph without a mark."""
        return Manner(size or self.size, self.left + left, before=before or self.before)

    def in_table(self) -> Setting:
        """In the cells of a table, where there is less room."""
        return Setting(max(LEAST_TABLE_SIZE, self.size * 0.75))

    def further_in(self) -> Setting:
        """One step to the right."""
        return replace(self, left=self.left + STEP * self.size / TEXT_SIZE)


SLIDE = Setting()


def pieces_of(blocks: Blocks, draft: Draft, setting: Setting = SLIDE) -> Iterator[Piece]:
    """The pieces, in order."""
    for block in blocks:
        yield from _pieces(block, draft, setting)


def cell_of(blocks: Blocks, draft: Draft, setting: Setting) -> Cell:
    """Blocks where only words can stand, such as the cell of a table: what is more is told in words."""
    return tuple(_only_words(pieces_of(blocks, draft, setting), draft, setting))


def _pieces(block: Block, draft: Draft, setting: Setting) -> Iterator[Piece]:
    match block:
        case Paragraph() | CodeBlock() | Heading() | Title():
            yield from _lines(block, draft, setting)
        case BulletList() | OrderedList():
            yield from _list(block, draft, setting)
        case DefinitionList() | Quote() | PullQuote() | Callout():
            yield from _set_in(block, draft, setting)
        case Table() | Figure():
            yield from _captioned(block, draft, setting)
        case Contents():
            yield from _contents(block, draft, setting)
        case Landscape() | Cover():
            yield from pieces_of(block.blocks, draft, setting)
        case PageBreak() | Rule():
            yield NewSlide()
        case _:
            assert_never(block)


def _lines(block: Paragraph | CodeBlock | Heading | Title, draft: Draft, setting: Setting) -> Iterator[Piece]:
    match block:
        case Paragraph():
            yield from _paragraph(block, draft, setting)
        case CodeBlock():
            text = draft.writable(block.text, block.source).removesuffix("\n").replace("\t", "    ")
            yield Words((Run(text, Look(code=True)),), setting.manner(size=setting.size * 0.8), block.source)
        case Heading():
            yield _heading(block, draft, setting)
        case Title():
            yield Words(runs_of(block.content, draft, _BOLD), setting.manner(), block.source, keeps_with_next=True)
            if block.subtitle:
                yield Words(runs_of(block.subtitle, draft), setting.manner(), block.source)
        case _:
            assert_never(block)


def _paragraph(paragraph: Paragraph, draft: Draft, setting: Setting) -> Iterator[Piece]:
    """The words, and below them the pictures that stand among them."""
    runs = runs_of(paragraph.content, draft)
    if paragraph.number:
        runs = (Run(f"{paragraph.number} "), *runs)
    leads_on = "".join(run.words for run in runs).rstrip().endswith(":")
    places = places_of(paragraph.label, paragraph.anchor)
    if runs:
        yield Words(runs, setting.manner(), paragraph.source, leads_on, places)
    for picture in pictures_of(paragraph.content):
        yield shown_picture(picture, draft)


def _heading(heading: Heading, draft: Draft, setting: Setting) -> Words:
    """A heading inside a slide."""
    manner = replace(setting.manner(before=setting.size * 0.6), colour=BLUE)
    places = places_of(heading.label, heading.anchor)
    return Words(heading_runs(heading, draft), manner, heading.source, keeps_with_next=True, places=places)


def heading_runs(heading: Heading, draft: Draft) -> Runs:
    """The words of a heading behind its number."""
    number = draft.document.properties.printed_number(heading.number)
    before = (Run(f"{number} ", _BOLD),) if number else ()
    return (*before, *runs_of(heading.content, draft, _BOLD))


def places_of(label: str, anchor: str) -> tuple[str, ...]:
    """What leads to a block of that label and anchor."""
    named = (label_place(label) if label else "", anchor_place(anchor) if anchor else "")
    return tuple(filter(None, named))


def _list(block: BulletList | OrderedList, draft: Draft, setting: Setting) -> Iterator[Piece]:
    inner = replace(setting.further_in(), level=setting.level + 1)
    for position, item in enumerate(block.items):
        number = block.start + position if isinstance(block, OrderedList) else 0
        sign = "" if number else _SIGNS[setting.level % len(_SIGNS)]
        yield from _item(item, sign, number, draft, inner)


def _item(item: ListItem, sign: str, number: int, draft: Draft, setting: Setting) -> Iterator[Piece]:
    """An item hangs at its mark, which stands before its first words."""
    pieces = list(pieces_of(item.blocks, draft, setting))
    hanging = STEP * setting.size / TEXT_SIZE
    manner = replace(setting.manner(), hanging=hanging, level=setting.level, bullet=sign, number=number)
    if not pieces or not isinstance(pieces[0], Words) or pieces[0].manner.is_marked:
        yield Words((), manner, item.source)
        yield from pieces
        return
    yield replace(pieces[0], manner=replace(manner, size=pieces[0].manner.size))
    yield from pieces[1:]


def _set_in(block: DefinitionList | Quote | PullQuote | Callout, draft: Draft, setting: Setting) -> Iterator[Piece]:
    """What stands further to the right than the text around it."""
    match block:
        case DefinitionList():
            for entry in block.entries:
                term = runs_of(entry.term, draft, _BOLD)
                yield Words(term, setting.manner(), entry.source, keeps_with_next=True)
                yield from pieces_of(entry.blocks, draft, setting.further_in())
        case Quote() | PullQuote():
            yield from pieces_of(block.blocks, draft, setting.further_in())
            if isinstance(block, PullQuote) and block.by:
                yield Words(runs_of(block.by, draft), setting.further_in().manner(), block.source)
        case Callout():
            yield from _callout(block, draft, setting)
        case _:
            assert_never(block)


def _callout(callout: Callout, draft: Draft, setting: Setting) -> Iterator[Piece]:
    """The kind is said in words. The notes of a speaker stand below the slide."""
    if callout.kind == SPEAKER_NOTES:
        yield Notes(cell_of(callout.blocks, draft, setting))
        return
    kind = sentence_case(callout.kind)
    title = (Run(f"{kind}: ", _BOLD), *runs_of(callout.title, draft, _BOLD)) if callout.title else (Run(kind, _BOLD),)
    yield Words(title, replace(setting.manner(), colour=BLUE), callout.source, keeps_with_next=True)
    yield from pieces_of(callout.blocks, draft, setting.further_in())


def _captioned(block: Table | Figure, draft: Draft, setting: Setting) -> Iterator[Piece]:
    """The caption stands above, so that it is read first and stays with what it tells of."""
    kind = "Table" if isinstance(block, Table) else "Figure"
    places = tuple(filter(None, [label_place(block.label) if block.label else "", _number_place(kind, block.number)]))
    if block.caption:
        number = (Run(f"{caption_label(kind, block.number)}: ", _BOLD),) if block.number else ()
        runs = (*number, *runs_of(block.caption, draft, _BOLD))
        yield Words(runs, setting.manner(size=CAPTION_SIZE), block.source, keeps_with_next=True, places=places)
    if isinstance(block, Table):
        inner = setting.in_table()
        yield grid_of(block, partial(cell_of, draft=draft, setting=inner), inner.size, draft)
    elif isinstance(block.picture, Picture):
        yield shown_picture(block.picture, draft)
    else:
        yield shown_chart(block.picture, block.source, draft)


def _number_place(kind: str, number: int) -> str:
    return captioned_place(kind, str(number)) if number else ""


def _contents(contents: Contents, draft: Draft, setting: Setting) -> Iterator[Piece]:
    """Without page numbers, which slides have no use for: each entry leads to its slide."""
    if contents.is_left_out:
        return
    if contents.title:
        yield Words(runs_of(contents.title, draft, _BOLD), setting.manner(), contents.source, keeps_with_next=True)
    for entry in contents.entries:
        words = draft.writable(plain_text(entry.content), entry.source)
        if contents.kind is ContentsKind.HEADINGS:
            number = draft.document.properties.printed_number(entry.number)
            run = Run(f"{number} {words}" if number else words, place=anchor_place(entry.anchor))
        else:
            kind = contents.kind.captioned
            run = Run(f"{caption_label(kind, entry.number)}: {words}", place=captioned_place(kind, entry.number))
        manner = setting.manner(size=setting.size * 0.9, left=STEP * (entry.level - 1))
        yield Words((run,), manner, entry.source)


def _only_words(pieces: Iterator[Piece], draft: Draft, setting: Setting) -> Iterator[Words]:
    for piece in pieces:
        match piece:
            case Words():
                yield piece
            case Grid():
                _report("a table", piece.source, draft)
                yield from (words for row in (piece.head, *piece.rows) for cell in row.cells for words in cell)
            case Shown():
                _report("a picture", piece.source, draft)
                yield Words((Run(f"[{piece.alt}]"),), setting.manner(), piece.source)
            case Notes():
                yield from piece.words
            case NewSlide():
                continue
            case _:
                assert_never(piece)


def _report(what: str, source: Source, draft: Draft) -> None:
    message = f"{what} inside a cell, a footnote or notes is told in words on slides"
    draft.findings.add(FLATTENED_ON_SLIDES.at(source, message, "put it before or after"))
