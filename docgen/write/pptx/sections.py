"""Parts a paper for slides: a title slide, then a section for each heading of the first level."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct, field
from msgspec.structs import replace

from docgen.tree.block import Block, Blocks, Cover, Definition, DefinitionList, Heading, Title
from docgen.tree.document import Footnote
from docgen.write.pptx.blocks import Setting, cell_of, heading_runs, pieces_of, places_of
from docgen.write.pptx.draft import Draft
from docgen.write.pptx.inlines import runs_of
from docgen.write.pptx.page import ABOVE_SIZE, FACT_SIZE, FACT_STEP, NOTE_SIZE
from docgen.write.pptx.places import note_place
from docgen.write.pptx.words import Look, Manner, Notes, Piece, Run, Runs, Words

_ABOVE = Setting(ABOVE_SIZE)
_FACTS = Setting(FACT_SIZE)
_NOTES = "Notes"
_BOLD = Look(bold=True)


class Section(Struct):
    """What stands under one title, on one slide or several."""

    title: Runs
    blocks: list[Block] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    """What stands there in place of blocks: footnotes, facts."""
    places: tuple[str, ...] = ()
    """What leads to its title."""


class Front(Struct):
    """The title slide."""

    title: Runs
    subtitle: Runs = ()
    above: list[Piece] = field(default_factory=list)
    """Who issues the paper."""
    below: list[Piece] = field(default_factory=list)
    """What is to be known of it."""
    notes: list[Words] = field(default_factory=list)
    """What the speaker says to it."""


def front_of(draft: Draft) -> Front:
    """The title slide, from the cover or the title; where there is neither, from what is said of the document."""
    document = draft.document
    first = document.blocks[0] if document.blocks else None
    blocks = first.blocks if isinstance(first, Cover) else document.blocks
    title = next((block for block in blocks if isinstance(block, Title)), None)
    if title is None:
        return Front((Run(draft.writable(document.properties.title, document.source), _BOLD),))
    front = Front(runs_of(title.content, draft, _BOLD), runs_of(title.subtitle, draft))
    if isinstance(first, Cover):
        at = first.blocks.index(title)
        front.above = _take_notes(pieces_of(first.blocks[:at], draft, _ABOVE), front)
        front.below = _take_notes(_facts(first.blocks[at + 1 :], draft), front)
    return front


def _take_notes(pieces: Iterator[Piece], front: Front) -> list[Piece]:
    kept: list[Piece] = []
    for piece in pieces:
        if isinstance(piece, Notes):
            front.notes += piece.words
        else:
            kept.append(piece)
    return kept


def _facts(blocks: Blocks, draft: Draft) -> Iterator[Piece]:
    """A term and its explanation stand on one line, as far as they can."""
    for block in blocks:
        if isinstance(block, DefinitionList):
            yield from (piece for entry in block.entries for piece in _fact(entry, draft))
        else:
            yield from pieces_of((block,), draft, _FACTS)


def _fact(entry: Definition, draft: Draft) -> Iterator[Piece]:
    term = runs_of(entry.term, draft, _BOLD)
    first, *others = [*pieces_of(entry.blocks, draft, _FACTS)] or [Words((), _FACTS.manner(), entry.source)]
    manner = replace(_FACTS.manner(), left=FACT_STEP, hanging=FACT_STEP)
    if isinstance(first, Words):
        yield replace(first, runs=(*term, Run("\t"), *first.runs), manner=manner)
    else:
        yield Words(term, manner, entry.source)
        yield first
    yield from others


def sections_of(front: Front, draft: Draft) -> list[Section]:
    """The sections in order; words before the first heading stand under the title of the document."""
    sections = [Section(front.title)]
    is_title_taken = False
    for block in draft.document.blocks:
        if isinstance(block, Cover) and block is draft.document.blocks[0]:
            is_title_taken = any(isinstance(inner, Title) for inner in block.blocks)
        elif isinstance(block, Title) and not is_title_taken:
            is_title_taken = True
        else:
            _add(block, sections, draft)
    notes = list(_footnotes(draft))
    if notes:
        sections.append(Section((Run(_NOTES, _BOLD),), pieces=[*notes]))
    return [section for section in sections if section.blocks or section is not sections[0]]


def _add(block: Block, sections: list[Section], draft: Draft) -> None:
    if isinstance(block, Heading) and block.level == 1:
        places = places_of(block.label, block.anchor)
        sections.append(Section(heading_runs(block, draft), places=places))
    else:
        sections[-1].blocks.append(block)


def _footnotes(draft: Draft) -> Iterator[Words]:
    """All notes by their number, behind the last slide: a slide has no foot for them."""
    notes = sorted(draft.document.footnotes, key=lambda note: (note.number == 0, note.number))
    for note in notes:
        yield from _footnote(note, draft)


def _footnote(note: Footnote, draft: Draft) -> Iterator[Words]:
    words = cell_of(note.blocks, draft, Setting(NOTE_SIZE + 2))
    mark = Run(f"{note.number or note.label} ", Look(raised=True))
    manner = words[0].manner if words else Manner(NOTE_SIZE + 2)
    runs = words[0].runs if words else ()
    yield Words((mark, *runs), manner, note.source, places=(note_place(note.label),))
    yield from words[1:]
