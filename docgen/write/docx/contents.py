"""Writes tables of contents and lists of tables and figures: fields that already show their entries.

Each entry leads to its target. Where the page numbers are known, it ends in one, which is a field too: so Word can
update all of it, and asks nothing when the file is opened.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from docgen.tree.block import Contents, ContentsEntry, ContentsKind, caption_label
from docgen.tree.walk import plain_text
from docgen.write.docx.draft import Draft, Place
from docgen.write.docx.entry_room import is_appendix, room_of_appendices
from docgen.write.docx.fields import END, field, opened
from docgen.write.docx.inlines import passage
from docgen.write.docx.looks import PLAIN
from docgen.write.docx.targets import Target
from docgen.write.docx.text import words_run
from docgen.write.docx.written import Written, WrittenParagraph
from docgen.write.docx.xml import NOTHING, Xml, joined, run, w, words

_TAB = run(w("tab"))


class _Line(Struct, frozen=True):
    """What one entry says, before its page number."""

    style: str
    content: Xml
    target: Target | None
    is_aligned: bool
    """Whether its words stand where the style puts them, since they have no number or a tab sets it off."""
    room: int = 0
    """How far its words stand to the right, in twips, where that is further than the style puts them."""


def write_contents(contents: Contents, place: Place, draft: Draft) -> list[Written]:
    """The title and the entries; nothing at all for a list of tables or figures where there are none."""
    if contents.is_left_out:
        return []
    room = room_of_appendices(contents, draft.package)
    is_of_headings = contents.kind is ContentsKind.HEADINGS
    write_line = partial(_heading_line, room) if is_of_headings else partial(_caption_line, contents.kind)
    lines = [write_line(entry, draft) for entry in contents.entries]
    has_pages = _has_pages(lines, draft)
    entries = [_entry(shown, place, draft, has_pages) for shown in lines] or [WrittenParagraph("TOC1")]
    entries[0] = entries[0].led_by(opened(_instruction(contents, has_pages)))
    entries[-1] = replace(entries[-1], content=joined((entries[-1].content, END)))
    return [*_title(contents, place, draft), *entries]


def _title(contents: Contents, place: Place, draft: Draft) -> Iterator[WrittenParagraph]:
    if contents.title:
        yield WrittenParagraph("TOCHeading", passage(contents.title, contents.source, place, draft))


def _has_pages(lines: Sequence[_Line], draft: Draft) -> bool:
    """A list in which some entries had no page would seem to be broken: all of them have one, or none."""
    return bool(draft.pages) and all(line.target and line.target.bookmark in draft.pages for line in lines)


def _instruction(contents: Contents, has_pages: bool) -> str:
    """`\\n` leaves out the page numbers."""
    numbers = "" if has_pages else "\\n "
    if contents.kind is ContentsKind.HEADINGS:
        return f'TOC \\o "1-{contents.depth}" {numbers}\\h \\z \\u'
    return f'TOC {numbers}\\h \\z \\c "{contents.kind.captioned}"'


def _entry(shown: _Line, place: Place, draft: Draft, has_pages: bool) -> WrittenParagraph:
    if shown.target is None or not has_pages:
        return WrittenParagraph(shown.style, _linked(shown.content, shown.target), _hung(shown, ()))
    bookmark = shown.target.bookmark
    number = field(f"PAGEREF {bookmark} \\h", run(words(str(draft.pages[bookmark]))))
    content = _linked(joined((shown.content, _TAB, number)), shown.target)
    return WrittenParagraph(shown.style, content, _to_the_margin(shown, place))


def _heading_line(room: int, entry: ContentsEntry, draft: Draft) -> _Line:
    """Word allows no link or footnote in an entry: the words alone stand there."""
    content = words_run(plain_text(entry.content), entry.source, PLAIN, draft)
    target = draft.targets.anchors.get(entry.anchor)
    if not entry.number:
        return _Line(f"TOC{entry.level}", content, target, is_aligned=False)
    number = words_run(draft.document.properties.printed_number(entry.number), entry.source, PLAIN, draft)
    content = joined((number, _TAB, content))
    return _Line(f"TOC{entry.level}", content, target, is_aligned=True, room=room if is_appendix(entry) else 0)


def _caption_line(kind: ContentsKind, entry: ContentsEntry, draft: Draft) -> _Line:
    """As the caption says it: `Table 2: …`."""
    text = f"{caption_label(kind.captioned, entry.number)}: {plain_text(entry.content)}"
    target = draft.targets.captions.get((kind.captioned, int(entry.number)))
    return _Line("TableofFigures", words_run(text, entry.source, PLAIN, draft), target, is_aligned=True)


def _to_the_margin(shown: _Line, place: Place) -> Xml:
    """The tab that leads to the page number, which only the section's measure decides: no style can know it.

    Words without a number begin where other words do. Otherwise a short one would end before the style's indent, and
    the tab would lead there.
    """
    to_the_margin = w("tab", val="right", leader="dot", pos=str(place.measure))
    if not shown.is_aligned:
        return joined((w("tabs", to_the_margin), w("ind", hanging="0")))
    return _hung(shown, (to_the_margin,))


def _hung(shown: _Line, tabs: tuple[Xml, ...]) -> Xml:
    """The tab that leads to the words, where the style's own stands too far to the left."""
    if not shown.room:
        return w("tabs", *tabs) if tabs else NOTHING
    room = str(shown.room)
    return joined((w("tabs", w("tab", val="left", pos=room), *tabs), w("ind", left=room, hanging=room)))


def _linked(content: Xml, target: Target | None) -> Xml:
    return w("hyperlink", content, anchor=target.bookmark, history="1") if target else content
