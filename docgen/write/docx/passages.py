"""Marks each passage with a hidden bookmark, and keeps where its words came from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from docgen.provenance.record import BOOKMARK, Passage, Record
from docgen.provenance.story import Story, own_hash, shown
from docgen.source import Source
from docgen.tree.block import Blocks, BulletList, CodeBlock, Heading, OrderedList, Paragraph, PullQuote, Quote
from docgen.tree.document import Document
from docgen.tree.inline import Inlines
from docgen.write.docx.bookmarks import Bookmarks
from docgen.write.docx.given import words_given
from docgen.write.docx.written import Solid, WrittenParagraph, WrittenTable
from docgen.write.docx.xml import NOTHING, Xml, joined


@dataclass(frozen=True, slots=True)
class Mark:
    """The two ends of a bookmark."""

    start: Xml = NOTHING
    end: Xml = NOTHING


@dataclass(slots=True)
class Passages:
    """The passages written so far, in the order of the document."""

    bookmarks: Bookmarks
    are_kept: bool = True
    """False for an edition that does not tell where its words came from."""
    found: list[Passage] = field(default_factory=list)

    def begin(self, source: Source, content: Inlines = ()) -> Mark:
        """The mark of the next passage; none where its source is not known. `content` is what it says."""
        if not self.are_kept or not source.path:
            return Mark()
        name = f"{BOOKMARK}{len(self.found) + 1}"
        self.found.append(Passage(name, source, given=words_given(content, source)))
        return Mark(*self.bookmarks.ends(name))

    def around(self, source: Source, content: Inlines, written: Xml) -> Xml:
        """A passage of one paragraph, marked."""
        mark = self.begin(source, content)
        return joined((mark.start, written, mark.end))

    def record(self, stories: Sequence[Story], document: Document) -> Record:
        """All of them, with the hashes of their words as they stand in the file."""
        standing = {name: story for story in stories for name in story.spans}
        return Record(tuple([_told(passage, standing[passage.bookmark]) for passage in self.found]), document.hashes)


def _told(passage: Passage, story: Story) -> Passage:
    whole, inside = story.whole(passage.bookmark), story.inside(passage.bookmark)
    is_part = inside != whole and shown(inside) != shown(whole)
    return Passage(passage.bookmark, passage.source, own_hash(inside if is_part else whole), passage.given, is_part)


def marked(pieces: list[Solid], mark: Mark) -> list[Solid]:
    """Pieces of which the last is a paragraph, with one mark around them all."""
    if not mark.start:
        return pieces
    first, *others = pieces
    if isinstance(first, WrittenTable):
        first = WrittenTable(joined((mark.start, first.markup)))
    else:
        first = first.led_by(mark.start)
    *others, last = (first, *others)
    assert isinstance(last, WrittenParagraph), "a cell is closed by a paragraph"
    return [*others, last.followed_by(mark.end)]


def is_one_paragraph(blocks: Blocks) -> bool:
    """Whether blocks are one paragraph, which has a mark of its own."""
    while len(blocks) == 1:
        match blocks[0]:
            case Paragraph() | Heading() | CodeBlock():
                return True
            case Quote(inner) | PullQuote(inner, by=()):
                blocks = inner
            case BulletList((item,)) | OrderedList((item,)):
                blocks = item.blocks
            case _:
                return False
    return False
