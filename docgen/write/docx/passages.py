"""Marks each passage with a hidden bookmark, and keeps where its words came from."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from docgen.provenance.record import BOOKMARK, Passage, Record
from docgen.provenance.story import Story, own_hash, shown
from docgen.provenance.words import hash_of
from docgen.source import Source
from docgen.tree.block import Blocks, BulletList, CodeBlock, Heading, OrderedList, Paragraph, PullQuote, Quote
from docgen.tree.document import Document
from docgen.tree.inline import Inlines
from docgen.write.docx.bookmarks import Bookmarks
from docgen.write.docx.given import words_given
from docgen.write.docx.said import own_words
from docgen.write.docx.written import Solid, WrittenParagraph, WrittenTable
from docgen.write.docx.xml import NOTHING, Xml, joined


class Mark(Struct, frozen=True):
    """The two ends of a bookmark."""

    start: Xml = NOTHING
    end: Xml = NOTHING
    place: int = 0
    """Of the passage among those found."""


class Passages(Struct):
    """The passages written so far, in the order of the document."""

    bookmarks: Bookmarks
    are_kept: bool = True
    """False for an edition that does not tell where its words came from."""
    found: list[Passage] = field(default_factory=list)

    def begin(self, source: Source, content: Inlines = ()) -> Mark:
        """The mark of the next passage; none where its source is not known. `content` is what it says."""
        return self._mark(source, content, "", False) if self._keeps(source) else Mark()

    def end(self, mark: Mark, written: Xml) -> None:
        """Keep the hash of the words that were written in a passage."""
        if mark.start:
            self.found[mark.place] = replace(self.found[mark.place], hash=hash_of(own_words(written)))

    def around(self, source: Source, content: Inlines, written: Xml, is_part: bool = False) -> Xml:
        """A passage of one paragraph, marked. `is_part` where words stand in that paragraph that are none of it."""
        if not self._keeps(source):
            return written
        mark = self._mark(source, content, hash_of(own_words(written)), is_part)
        return joined((mark.start, written, mark.end))

    def _keeps(self, source: Source) -> bool:
        return self.are_kept and bool(source.path)

    def _mark(self, source: Source, content: Inlines, hash: str, is_part: bool) -> Mark:
        place = len(self.found)
        name = f"{BOOKMARK}{place + 1}"
        self.found.append(Passage(name, source, hash, words_given(content, source), is_part))
        return Mark(*self.bookmarks.ends(name), place)

    def record(self, document: Document) -> Record:
        """All of them."""
        return Record(tuple(self.found), document.hashes)


def read_again(passages: Sequence[Passage], stories: Sequence[Story], document: Document) -> Record:
    """Passages with the hashes of their words as they stand in a file, where they were put among others."""
    standing = {name: story for story in stories for name in story.spans}
    return Record(tuple([_told(passage, standing[passage.bookmark]) for passage in passages]), document.hashes)


def _told(passage: Passage, story: Story) -> Passage:
    whole, inside = story.whole(passage.bookmark), story.inside(passage.bookmark)
    is_part = inside != whole and shown(inside) != shown(whole)
    return replace(passage, hash=own_hash(inside if is_part else whole), is_part=is_part)


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
