"""Puts a mark in the place of each tag of a story, so that nothing of Word's can stand inside a tag.

Word splits what was typed into runs as it likes: at spelling marks, at changes of language, at every save.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from docgen.codes import forms as codes
from docgen.diagnostic import Findings
from docgen.forms.places import labelled
from docgen.forms.tags import Found, Tag, tag_of, tags_in
from docgen.forms.words import around, piece_text, shortened, take_out, text_pieces
from docgen.source import Source
from docgen.write.docx.xml import Element, qualified

OPEN, SHUT = "\ue010", "\ue011"
"""Around the number of a tag. A form cannot hold these characters: `story.py` refuses them."""
CONTROL = qualified("w:docgen")
"""Stands in the properties of a content control for the time of its filling, and holds what fills it."""

PLAIN_KINDS = ("w:text", "w:date", "w:dropDownList", "w:comboBox")
"""Content controls that hold words, and no paragraphs."""

_P, _T, _SDT = (qualified(name) for name in ("w:p", "w:t", "w:sdt"))
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


class Marked(Struct, frozen=True):
    """A tag where it stands."""

    tag: Tag
    place: Source
    holder: Element
    """The paragraph, or the properties of the content control."""
    run: Element
    """What holds the words of its beginning."""


class Marks(Struct):
    """The tags of a story, by their numbers."""

    tags: list[Marked] = field(default_factory=list)

    def put(self, marked: Marked) -> str:
        """What stands for the tag in the text."""
        self.tags.append(marked)
        return f"{OPEN}{len(self.tags) - 1}{SHUT}"


def mark_tags(root: Element, places: Mapping[Element, Source], form: Source, marks: Marks, findings: Findings) -> None:
    """Replace each tag by its mark. Comments are taken out; a tag that does not end is reported."""
    for noise in list(root.iter(qualified("w:proofErr"))):
        take_out(noise)
    for control in root.iter(_SDT):
        _mark_control(control, place_of_control(control, places, form), marks, findings)
    for paragraph in list(root.iter(_P)):
        _mark_paragraph(paragraph, places[paragraph], marks, findings)


def _mark_paragraph(paragraph: Element, place: Source, marks: Marks, findings: Findings) -> None:
    pieces = list(text_pieces(paragraph))
    line = "".join(map(piece_text, pieces))
    for found in reversed(list(tags_in(line))):
        if not found.closed:
            _report_unclosed(found.text, place, findings)
            continue
        _mark(found, pieces, paragraph, place, marks)


def _mark(found: Found, pieces: list[Element], paragraph: Element, place: Source, marks: Marks) -> None:
    """Tags are marked from the last to the first, so that the places of those before stay right."""
    tag = tag_of(found.text)
    position = 0
    put = False
    for piece in pieces:
        start, position = position, position + len(piece_text(piece))
        if position <= found.start or start >= found.end:
            continue
        if piece.tag != _T:
            take_out(piece)
            pieces[pieces.index(piece)] = _gap(piece)
            continue
        mark = "" if put or tag.kind == "{#" else marks.put(Marked(tag, place, paragraph, around(piece)))
        put = True
        text = piece.text or ""
        piece.text = text[: max(found.start - start, 0)] + mark + text[max(found.end - start, 0) :]
        piece.set(_SPACE, "preserve")


def _gap(piece: Element) -> Element:
    """Keeps the place of a gap that was taken out of a tag, for the places of the tags before it."""
    kept: Element = piece.makeelement(piece.tag)
    return kept


def _mark_control(control: Element, place: Source, marks: Marks, findings: Findings) -> None:
    """A control is filled as a whole where its tag in Word, or all that it shows, is a tag of docgen's."""
    properties = control.find(qualified("w:sdtPr"))
    if properties is None:
        return
    tag = properties.find(qualified("w:tag"))
    written = tag.get(qualified("w:val"), "") if tag is not None else ""
    if next(tags_in(written), None) is not None:
        _mark_by_tag(written, control, place, marks, findings)
    elif any(properties.find(qualified(kind)) is not None for kind in PLAIN_KINDS):
        _mark_by_words(control, place, marks)


def _mark_by_tag(written: str, control: Element, place: Source, marks: Marks, findings: Findings) -> None:
    found = next(tags_in(written))
    if not found.closed or found.text != written.strip() or not found.text.startswith("{{"):
        message = f"the tag of the content control is '{shortened(written, 64)}'"
        hint = "write one name between '{{' and '}}' into it; Word cuts what is longer than 64 characters"
        findings.add(codes.TAG.at(place, message, hint))
        return
    _bind(control, tag_of(found.text), place, marks)


def _mark_by_words(control: Element, place: Source, marks: Marks) -> None:
    """What the control shows, such as the text that says what to write into it."""
    paragraphs = list(control.iter(_P)) or list(control.iterancestors(_P))[:1]
    inside = [piece for paragraph in paragraphs for piece in text_pieces(paragraph) if control in piece.iterancestors()]
    shown = "".join(map(piece_text, inside)).strip()
    found = next(tags_in(shown), None)
    if found is None or not found.closed or found.text != shown or not shown.startswith("{{"):
        return
    for piece in inside:
        piece.text = None
    _bind(control, tag_of(shown), place, marks)


def _bind(control: Element, said: Tag, place: Source, marks: Marks) -> None:
    """Put the mark into the control's properties, and a plain name in the place of the tag."""
    properties = control.find(qualified("w:sdtPr"))
    assert properties is not None, "the control has properties"
    holder = properties.makeelement(CONTROL)
    holder.text = marks.put(Marked(said, place, properties, properties))
    properties.append(holder)
    tag = properties.find(qualified("w:tag"))
    if tag is not None and "{" in tag.get(qualified("w:val"), ""):
        tag.set(qualified("w:val"), said.printed or f"field-{len(marks.tags)}")


def place_of_control(control: Element, places: Mapping[Element, Source], form: Source) -> Source:
    """The paragraph inside a control, or around it, known by the control's title; the form where there is none."""
    inside = next(control.iter(_P), None)
    around = next(control.iterancestors(_P), None)
    paragraph = around if around is not None else inside
    place = places[paragraph] if paragraph is not None else form
    return labelled(place, title_of(control))


def title_of(control: Element) -> str:
    """What Word calls a content control."""
    alias = control.find(f"{qualified('w:sdtPr')}/{qualified('w:alias')}")
    return alias.get(qualified("w:val"), "") if alias is not None else ""


def _report_unclosed(text: str, place: Source, findings: Findings) -> None:
    message = f"the tag '{shortened(' '.join(text.split()))}' is not closed in its paragraph"
    hint = "close it with '}}' or '%}'; to print two braces, write {{ \"{{\" }}"
    findings.add(codes.TAG.at(place, message, hint))
