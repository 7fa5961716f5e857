"""Reads the words and bookmarks of a part of a Word file, alike when it is written and when it comes back."""

from __future__ import annotations

from collections.abc import Callable

from lxml import etree
from msgspec import Struct, field

from docgen.provenance.story import Piece, Span, Story

Element = etree._Element
Handler = Callable[[Element], object]

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_P, _T, _START, _END, _CHAR, _SIMPLE, _INSTRUCTION = (
    f"{_W}{name}" for name in ("p", "t", "bookmarkStart", "bookmarkEnd", "fldChar", "fldSimple", "instrText")
)
_STAND_FOR = {f"{_W}tab": " ", f"{_W}br": " ", f"{_W}cr": " ", f"{_W}noBreakHyphen": "\N{NON-BREAKING HYPHEN}"}
_TAGS = (_P, _T, _START, _END, _CHAR, _SIMPLE, _INSTRUCTION, *_STAND_FOR)
_NAME, _ID = f"{_W}name", f"{_W}id"
_RUN = f"{_W}r"
COMPUTED = ("REF", "NOTEREF", "PAGEREF", "SEQ", "TOC", "PAGE", "NUMPAGES")
"""Fields whose results Word and LibreOffice count anew: a table that moves is not a passage that somebody changed."""


def read_story(root: Element) -> Story:
    """The paragraphs of a part, with the bookmarks that docgen or others put there."""
    reading = _Reading()
    handlers = {"start": reading.starts(), "end": reading.ends()}
    for event, element in etree.iterwalk(root, events=("start", "end"), tag=_TAGS):
        handle = handlers[event].get(element.tag)
        if handle:
            handle(element)
    lines = tuple([tuple(pieces) for pieces in reading.lines])
    spans = {name: span for name, span in reading.spans.items() if span.first <= span.last < len(lines)}
    return Story(lines, spans)


class _Field(Struct):
    """A field that has begun and not ended."""

    instruction: str = ""
    is_result: bool = False

    @property
    def is_computed(self) -> bool:
        """Whether the words that come now are counted by the program that shows them."""
        return self.is_result and (self.instruction.split() or [""])[0].upper() in COMPUTED


class _Reading(Struct):
    """How far a part has been read."""

    lines: list[list[Piece]] = field(default_factory=list)
    inside: list[int] = field(default_factory=list)
    """The positions of the paragraphs that have begun and not ended: a text box stands inside one."""
    fields: list[_Field] = field(default_factory=list)
    begun: dict[str, str] = field(default_factory=dict)
    """The names of the bookmarks that have begun, by their ids."""
    begins: dict[str, tuple[int, int]] = field(default_factory=dict)
    """Where each name was met first, as paragraph and piece: LibreOffice begins a long bookmark several times."""
    spans: dict[str, Span] = field(default_factory=dict)

    def starts(self) -> dict[str, Handler]:
        """What to do where an element begins, by its tag."""
        own = {_P: self._begin_paragraph, _T: self._words, _START: self._begin_bookmark, _END: self._end_bookmark}
        fields = {_CHAR: self._field, _SIMPLE: self._simple_field, _INSTRUCTION: self._instruction}
        return {**own, **fields, **dict.fromkeys(_STAND_FOR, self._stand_in)}

    def ends(self) -> dict[str, Handler]:
        """What to do where an element ends."""
        return {_P: lambda _: self.inside.pop(), _SIMPLE: lambda _: self._end_field()}

    def _begin_paragraph(self, _: Element) -> None:
        self.inside.append(len(self.lines))
        self.lines.append([])

    def _words(self, element: Element) -> None:
        self._add(element.text or "")

    def _stand_in(self, element: Element) -> None:
        """Tab stops in a paragraph's properties are called as tabs in its text are."""
        parent = element.getparent()
        if parent is not None and parent.tag == _RUN:
            self._add(_STAND_FOR[str(element.tag)])

    def _begin_bookmark(self, element: Element) -> None:
        """One that begins between paragraphs begins with the next one."""
        name = element.get(_NAME, "")
        self.begun[element.get(_ID, "")] = name
        self.begins.setdefault(name, self._here() if self.inside else (len(self.lines), 0))

    def _end_bookmark(self, element: Element) -> None:
        """One that ends between paragraphs ends with the one before. Of a name used twice, the first counts."""
        name = self.begun.pop(element.get(_ID, ""), "")
        if not name:
            return
        (first, begin), (last, end) = self.begins[name], self._here()
        self.spans.setdefault(name, Span(first, last, begin, end))

    def _here(self) -> tuple[int, int]:
        """The paragraph that is being read, or else the last one, and how many pieces it has."""
        line = self.inside[-1] if self.inside else len(self.lines) - 1
        return line, len(self.lines[line]) if line >= 0 else 0

    def _simple_field(self, element: Element) -> None:
        self.fields.append(_Field(element.get(f"{_W}instr", ""), is_result=True))

    def _instruction(self, element: Element) -> None:
        if self.fields:
            self.fields[-1].instruction += element.text or ""

    def _field(self, element: Element) -> None:
        type = element.get(f"{_W}fldCharType", "")
        if type == "begin":
            self.fields.append(_Field())
        elif type == "separate" and self.fields:
            self.fields[-1].is_result = True
        elif type == "end":
            self._end_field()

    def _end_field(self) -> None:
        """Other programs may end what has not begun."""
        del self.fields[-1:]

    def _add(self, words: str) -> None:
        if self.inside and words:
            is_computed = bool(self.fields) and any(field.is_computed for field in self.fields)
            self.lines[self.inside[-1]].append(Piece(words, is_computed))
