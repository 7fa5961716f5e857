"""Finds what was printed into a story, and gives each printed value a run of its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from itertools import takewhile

from msgspec import Struct

from docgen.forms.evaluation import Printing
from docgen.forms.marking import CONTROL, PLAIN_KINDS
from docgen.forms.words import around, raw_text, take_out, text_pieces
from docgen.rendered import PLACEHOLDER
from docgen.write.docx.xml import Element, qualified

_P, _R, _T, _RPR, _SDT = (qualified(name) for name in ("w:p", "w:r", "w:t", "w:rPr", "w:sdt"))
_WRAPPERS = tuple(qualified(name) for name in ("w:ins", "w:smartTag", "w:customXml"))
"""What Word puts around words: tracked insertions, and what it has recognised."""
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


class Slot(Struct, frozen=True):
    """A place in the form into which one printed value goes."""

    printing: Printing
    element: Element
    """A run that holds the placeholder and nothing else; or a content control."""
    alone: bool
    """Whether the value has a paragraph of its own, or a control that takes paragraphs."""
    level: int
    """Of the form's heading above."""

    @property
    def is_control(self) -> bool:
        """Whether a content control is filled as a whole."""
        return self.element.tag == _SDT


def slots_in(root: Element, printings: Sequence[Printing], levels: Mapping[str, int]) -> list[Slot]:
    """The slots of a rendered story, in order. `levels` are those of headings, by the ids of their styles."""
    found: list[Slot] = []
    level = 0
    for element in list(root.iter(_P, CONTROL)):
        if element.tag == CONTROL:
            found += _control(element, printings, level)
            continue
        level = _level(element, levels) or level
        is_only = PLACEHOLDER.fullmatch(raw_text(element).strip()) is not None
        for run, number in _runs(element):
            found.append(Slot(printings[number], run, is_only and _is_alone(run, element), level))
    return found


def _control(holder: Element, printings: Sequence[Printing], level: int) -> Iterator[Slot]:
    """The control that the mark in its properties is for; the mark is taken out."""
    properties = around(holder)
    number = PLACEHOLDER.search(holder.text or "")
    properties.remove(holder)
    if number:
        control = around(properties)
        yield Slot(printings[int(number[1])], control, _takes_paragraphs(control), level)


def _takes_paragraphs(control: Element) -> bool:
    """Whether it stands between paragraphs or around a cell, and is not for plain words."""
    is_plain = any(control.find(f"{qualified('w:sdtPr')}/{qualified(kind)}") is not None for kind in PLAIN_KINDS)
    return not is_plain and paragraphs_in(control).find(_P) is not None


def paragraphs_in(control: Element) -> Element:
    """What holds the paragraphs of a control: itself, or the one cell that it is put around."""
    content = control.find(qualified("w:sdtContent"))
    if content is None:
        return control
    cells = content.findall(qualified("w:tc"))
    return cells[0] if len(cells) == 1 else content


def _level(paragraph: Element, levels: Mapping[str, int]) -> int:
    style = paragraph.find(f"{qualified('w:pPr')}/{qualified('w:pStyle')}")
    return levels.get(style.get(qualified("w:val"), ""), 0) if style is not None else 0


def _is_alone(run: Element, paragraph: Element) -> bool:
    """Whether nothing without words, such as a picture, stands beside a run."""
    others = (qualified("w:drawing"), qualified("w:pict"), qualified("w:object"), qualified("w:footnoteReference"))
    between = takewhile(lambda element: element is not paragraph, run.iterancestors())
    return all(element.tag in _WRAPPERS for element in between) and next(paragraph.iter(*others), None) is None


def _runs(paragraph: Element) -> list[tuple[Element, int]]:
    """Each placeholder of a paragraph in a run of its own, with its number."""
    found: list[tuple[Element, int]] = []
    for piece in list(text_pieces(paragraph)):
        if piece.tag == _T and PLACEHOLDER.search(piece.text or ""):
            found += _split(piece)
    return found


def _split(piece: Element) -> list[tuple[Element, int]]:
    """Cut the run around each placeholder in one of its texts; each such run with its number."""
    run = around(piece)
    parts = PLACEHOLDER.split(piece.text or "")
    holders = [(_like(run, []), int(number)) for number in parts[1::2]]
    made = [_like(run, list(piece.itersiblings(preceding=True))[::-1]), *_words(run, piece, parts[0])]
    after = _like(run, list(piece.itersiblings()))
    for (holder, _), words in zip(holders, parts[2::2], strict=True):
        made += [holder, *_words(run, piece, words)]
    kept = [element for element, _ in holders]
    for element in [*made, after]:
        if element in kept or any(child.tag != _RPR for child in element):
            run.addprevious(element)
    take_out(run)
    return holders


def _words(run: Element, piece: Element, words: str) -> list[Element]:
    """Words between placeholders as a run of their own; none where there are none."""
    return [_like(run, [_text(piece, words)])] if words else []


def _like(run: Element, content: Sequence[Element]) -> Element:
    """A run that looks the same, with other content."""
    made: Element = run.makeelement(_R)
    properties = run.find(_RPR)
    if properties is not None:
        made.append(deepcopy(properties))
    made.extend(element for element in content if element.tag != _RPR)
    return made


def _text(piece: Element, words: str) -> Element:
    made: Element = piece.makeelement(_T)
    made.text = words
    made.set(_SPACE, "preserve")
    return made
