"""Lets what is filled in look as the form wants it: the letters of the tag, the paragraph that it stands in."""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy

from docgen.forms.words import take_out
from docgen.write.docx.xml import Element, qualified

AS_THE_FORM = "docgenAsTheForm"
"""Stands for the style of the form's own paragraph until the paragraph is put into the form."""

_P, _R, _PPR, _RPR = (qualified(name) for name in ("w:p", "w:r", "w:pPr", "w:rPr"))
_VAL, _STYLE = qualified("w:val"), qualified("w:pStyle")
_FIRST = tuple(qualified(name) for name in ("w:pStyle", "w:keepNext", "w:keepLines"))
_PLACEHOLDER = "PlaceholderText"
_RANKS = {qualified("w:rStyle"): 0, qualified("w:rFonts"): 1}


def run_look(run: Element | None) -> Element | None:
    """How the words of a run look; that they stand for something to be written does not count."""
    found = run.find(_RPR) if run is not None else None
    if found is None:
        return None
    look = deepcopy(found)
    style = look.find(qualified("w:rStyle"))
    if style is not None and style.get(_VAL) == _PLACEHOLDER:
        look.remove(style)
    return look


def dress_runs(elements: Iterable[Element], look: Element | None) -> None:
    """Give the runs in the elements the look; what they say of themselves, such as bold, stays."""
    if look is None:
        return
    for run in [run for element in elements for run in element.iter(_R)]:
        _dress(run, look)


def _dress(run: Element, look: Element) -> None:
    """In the order of the schema: the style, the fonts, what docgen says (bold, italic), what the form says."""
    own = run.find(_RPR)
    said = list(own) if own is not None else []
    kept = [deepcopy(item) for item in look if item.tag not in [mine.tag for mine in said]]
    dressed = run.makeelement(_RPR)
    dressed.extend(sorted([*said, *kept], key=lambda item: _RANKS.get(str(item.tag), 3 - (item in said))))
    if own is not None:
        run.remove(own)
    run.insert(0, dressed)


def headings_in(elements: Iterable[Element]) -> list[Element]:
    """The headings that docgen has written, which keep their own letters."""
    paragraphs = [paragraph for element in elements for paragraph in element.iter(_P)]
    return [paragraph for paragraph in paragraphs if _style(paragraph).startswith("Heading")]


def dress_paragraphs(elements: Iterable[Element], form: Element, look: Element | None, but: list[Element]) -> None:
    """Make plain paragraphs like the form's own; the words of lists get its letters too."""
    for paragraph in [paragraph for element in elements for paragraph in element.iter(_P)]:
        if _style(paragraph) == AS_THE_FORM:
            _take_properties(paragraph, form)
        if paragraph not in but:
            dress_runs([paragraph], look)


def _style(paragraph: Element) -> str:
    style = paragraph.find(f"{_PPR}/{_STYLE}")
    return "" if style is None else style.get(_VAL, "")


def _take_properties(paragraph: Element, form: Element) -> None:
    own = paragraph.find(_PPR)
    like = form.find(_PPR)
    taken = deepcopy(like) if like is not None else paragraph.makeelement(_PPR)
    section = taken.find(qualified("w:sectPr"))
    if section is not None:
        take_out(section)
    breaks = own.find(qualified("w:pageBreakBefore")) if own is not None else None
    if breaks is not None and taken.find(breaks.tag) is None:
        taken.insert(sum(child.tag in _FIRST for child in taken), breaks)
    if own is not None:
        paragraph.remove(own)
    if len(taken):
        paragraph.insert(0, taken)
