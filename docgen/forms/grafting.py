"""Brings along what narratives need and the form does not have: styles, and the signs and numbers of lists.

Word knows a style by its name in any language, so a style of the form's that has the name is used as the form has it.
"""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy

from msgspec import Struct, field

from docgen.forms.file import FormFile
from docgen.forms.words import take_out
from docgen.write.docx.house.measures import number
from docgen.write.docx.house.styles import Stylesheet, name_of, value
from docgen.write.docx.numbering import NumberedLists
from docgen.write.docx.xml import Element, joined, parsed, qualified

_VAL, _ID, _TYPE = qualified("w:val"), qualified("w:styleId"), qualified("w:type")
_NAMED = tuple(qualified(name) for name in ("w:pStyle", "w:rStyle", "w:tblStyle"))
_LINKS = tuple(qualified(name) for name in ("w:basedOn", "w:next", "w:link"))
_PPR, _NUMPR, _NUMID = qualified("w:pPr"), qualified("w:numPr"), qualified("w:numId")
_ABSTRACT, _NUM, _ABSTRACT_ID = (qualified(name) for name in ("w:abstractNum", "w:num", "w:abstractNumId"))
_BEFORE_NUMBERS = tuple(
    qualified(name) for name in "w:pStyle w:keepNext w:keepLines w:pageBreakBefore w:framePr w:widowControl".split()
)


class Grafting(Struct):
    """From docgen's own reference document into a form."""

    own: Stylesheet
    form: Stylesheet
    own_numbering: Element
    file: FormFile
    lists: NumberedLists
    """The lists that were begun while the narratives were written."""
    ids: dict[str, str] = field(default_factory=dict)
    """What the form calls each of docgen's styles that was needed."""
    numbers: dict[str, str] = field(default_factory=dict)
    """The form's ids of docgen's lists."""
    abstracts: dict[str, str] = field(default_factory=dict)

    def graft(self, elements: Iterable[Element]) -> None:
        """Let elements that docgen has written name styles and lists of the form."""
        for element in elements:
            for paragraph in element.iter(qualified("w:p")):
                self._number_by_paragraph(paragraph)
            for named in element.iter(*_NAMED):
                named.set(_VAL, self._style(named.get(_VAL, "")))
            self._renumber(element)

    def _number_by_paragraph(self, paragraph: Element) -> None:
        """Where the form's style of that name is no list, the paragraph itself has to say that it is one."""
        properties = paragraph.find(_PPR)
        style = value(paragraph, "w:pPr/w:pStyle")
        if properties is None or properties.find(_NUMPR) is not None or style not in self.own.by_id:
            return
        listed = self.own.said(style, "w:pPr/w:numPr")
        if listed is None or self.form.said(self._style(style), "w:pPr/w:numPr") is not None:
            return
        properties.insert(sum(child.tag in _BEFORE_NUMBERS for child in properties), _whole(listed))

    def _style(self, id: str) -> str:
        """The form's id of a style of docgen's, which is added where the form has none of its name."""
        own = self.own.by_id.get(id)
        if id in self.ids or own is None:
            return self.ids.get(id, id)
        found = self._of_same_name(own)
        self.ids[id] = found or self._free_id(id)
        if not found:
            self._add(own, self.ids[id])
        return self.ids[id]

    def _of_same_name(self, own: Element) -> str:
        wanted = (own.get(_TYPE), name_of(own).casefold())
        alike = (style for style in self.form if (style.get(_TYPE), name_of(style).casefold()) == wanted)
        return next((style.get(_ID, "") for style in alike), "")

    def _free_id(self, id: str) -> str:
        taken = {known.casefold() for known in self.form.by_id}
        while id.casefold() in taken:
            id = f"{id}Docgen"
        return id

    def _add(self, own: Element, id: str) -> None:
        style = deepcopy(own)
        style.set(_ID, id)
        if style.get(qualified("w:default")):
            del style.attrib[qualified("w:default")]
        self.form.root.append(style)
        for link in style.iter(*_LINKS):
            link.set(_VAL, self._style(link.get(_VAL, "")))
        self._renumber(style)

    def _renumber(self, element: Element) -> None:
        for named in element.iter(_NUMID):
            named.set(_VAL, self._number(named.get(_VAL, "")))

    def _number(self, id: str) -> str:
        """The form's id of a list of docgen's, which is added under a free one."""
        if id == "0":
            return id
        if id not in self.numbers:
            begun = parsed(joined(self.lists.written))
            all = [*self.own_numbering.iter(_NUM), *begun]
            number = deepcopy(next(own for own in all if own.get(_NUMID) == id))
            self.numbers[id] = _next_id(self.file.numbering, _NUM, _NUMID)
            number.set(_NUMID, self.numbers[id])
            found = number.find(_ABSTRACT_ID)
            assert found is not None, "a list has a definition"
            found.set(_VAL, self._abstract(found.get(_VAL, "")))
            _append(self.file.numbering, number)
        return self.numbers[id]

    def _abstract(self, id: str) -> str:
        if id not in self.abstracts:
            all = self.own_numbering.iter(_ABSTRACT)
            definition = deepcopy(next(own for own in all if own.get(_ABSTRACT_ID) == id))
            self.abstracts[id] = _next_id(self.file.numbering, _ABSTRACT, _ABSTRACT_ID)
            definition.set(_ABSTRACT_ID, self.abstracts[id])
            for bound in list(definition.iter(qualified("w:pStyle"))):
                take_out(bound)
            _append(self.file.numbering, definition)
        return self.abstracts[id]


def _whole(listed: Element) -> Element:
    """What a style says of its list, with the level that a style may leave out."""
    numbers = deepcopy(listed)
    if numbers.find(qualified("w:ilvl")) is None:
        level = numbers.makeelement(qualified("w:ilvl"))
        level.set(_VAL, "0")
        numbers.insert(0, level)
    return numbers


def _next_id(numbering: Element, tag: str, attribute: str) -> str:
    taken = [number(item.get(attribute, ""), 0) for item in numbering.iter(tag)]
    return str(max([0, *taken]) + 1)


def _append(numbering: Element, item: Element) -> None:
    """Definitions stand before lists, and lists before what Word keeps at the end."""
    before = (_ABSTRACT,) if item.tag == _ABSTRACT else (_ABSTRACT, _NUM)
    pictures = qualified("w:numPicBullet")
    numbering.insert(sum(child.tag in (*before, pictures) for child in numbering), item)
