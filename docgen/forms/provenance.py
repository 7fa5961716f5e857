"""Marks the lines of a form into which words were filled, and says which of their words came from where."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from docgen.forms.words import piece_text, text_pieces
from docgen.source import Source
from docgen.tree.inline import Inline, Inlines, Text
from docgen.write.docx.passages import Passages
from docgen.write.docx.xml import Element, parsed, qualified

_P, _T, _PPR = qualified("w:p"), qualified("w:t"), qualified("w:pPr")


class Spoken(Struct, frozen=True):
    """Words that were filled into a line."""

    elements: Sequence[Element]
    content: Inlines
    place: Source
    """Of the tag in the form."""


def mark_lines(spoken: Iterable[Spoken], passages: Passages) -> None:
    """One mark around each paragraph with words that were filled in; the others of its words are the form's own."""
    lines: dict[Element, list[Spoken]] = {}
    for words in spoken:
        paragraph = next((found for found in _paragraphs(words)), None)
        if paragraph is not None:
            lines.setdefault(paragraph, []).append(words)
    for paragraph, parts in lines.items():
        _mark(paragraph, parts, passages)


def _paragraphs(words: Spoken) -> Iterable[Element]:
    return (found for element in words.elements for found in (*element.iterancestors(_P), *element.iter(_P)))


def _mark(paragraph: Element, parts: Sequence[Spoken], passages: Passages) -> None:
    mark = passages.begin(parts[0].place, _content(paragraph, parts))
    if not mark.start:
        return
    paragraph.insert(int(paragraph.find(_PPR) is not None), parsed(mark.start)[0])
    paragraph.extend(parsed(mark.end))


def _content(paragraph: Element, parts: Sequence[Spoken]) -> Inlines:
    """What the paragraph says, in order."""
    owners = {piece: words for words in parts for element in words.elements for piece in element.iter(_T)}
    content: list[Inline] = []
    said: list[Spoken] = []
    for piece in text_pieces(paragraph):
        owner = owners.get(piece)
        if owner is None and piece.tag == _T:
            content.append(Text(piece_text(piece), parts[0].place))
        elif owner is not None and owner not in said:
            content += owner.content
            said.append(owner)
    return tuple(content)
