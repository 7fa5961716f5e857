"""Looks through one part of a Word file, element by element, without building anything."""

from __future__ import annotations

from xml.parsers import expat

from msgspec import Struct, field

MOST_ELEMENTS = 2_000_000
MOST_LEVELS = 200
MOST_BYTES_OF_A_TEXT = 5_000_000
"""In UTF-8. The library with which Word files are read further on takes twice as much between two elements."""

_FETCHING = ("INCLUDETEXT", "INCLUDEPICTURE", "INCLUDE", "IMPORT", "LINK", "DDE", "DDEAUTO", "DATABASE", "RD")
_RUNNING = ("MACROBUTTON",)
_FORBIDDEN_FIELDS = frozenset(_FETCHING + _RUNNING)
_FORBIDDEN_ELEMENTS = {
    "altChunk": "takes in another file",
    "subDoc": "takes in another file",
    "object": "holds an embedded object",
    "OLEObject": "holds an embedded object",
    "control": "holds a control that runs a program",
}


class Forbidden(Exception):
    """The part holds what no Word file of the house should hold; says what, after the name of the part."""


class MarkupScan(Struct):
    """Reads on until it meets something forbidden."""

    only_structure: bool
    """Whether fields and embedded things pass."""
    elements: int = 0
    depth: int = 0
    fields: list[str] = field(default_factory=list)
    """The instructions of the fields that are open."""
    is_instruction: bool = False
    text_bytes: int = 0
    """Of the text since the last element."""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        self.elements += 1
        self.depth += 1
        self.text_bytes = 0
        if self.elements > MOST_ELEMENTS or self.depth > MOST_LEVELS:
            raise Forbidden("holds more elements than a document needs")
        if self.only_structure:
            return
        self._refuse(name.rpartition(" ")[2], attributes)

    def end(self, _: str) -> None:
        """An element ends."""
        self.depth -= 1
        self.is_instruction = False
        self.text_bytes = 0

    def text(self, characters: str) -> None:
        """Characters, of which only those of a field's instruction are kept: it may be split into many."""
        self.text_bytes += len(characters.encode())
        if self.text_bytes > MOST_BYTES_OF_A_TEXT:
            raise Forbidden("holds a text of more than 5 MB")
        if self.is_instruction and self.fields:
            self.fields[-1] += characters

    def doctype(self, *_: object) -> None:
        """A document type declaration, which is how entities are smuggled in."""
        raise Forbidden("declares a document type")

    def _refuse(self, name: str, attributes: dict[str, str]) -> None:
        if name in _FORBIDDEN_ELEMENTS:
            raise Forbidden(_FORBIDDEN_ELEMENTS[name])
        self.is_instruction = name == "instrText"
        if name == "fldSimple":
            _refuse_field(_attribute(attributes, "instr"))
        if name == "fldChar":
            self._mark(_attribute(attributes, "fldCharType"))

    def _mark(self, mark: str) -> None:
        if mark == "begin":
            self.fields.append("")
        elif self.fields:
            _refuse_field(self.fields[-1])
            if mark == "end":
                self.fields.pop()


def _attribute(attributes: dict[str, str], name: str) -> str:
    return next((value for key, value in attributes.items() if key.rpartition(" ")[2] == name), "")


def _refuse_field(instruction: str) -> None:
    word = instruction.replace('"', " ").split()[:1]
    if word and word[0].upper() in _FORBIDDEN_FIELDS:
        raise Forbidden(f"holds the field {word[0].upper()}, which fetches from elsewhere or runs a program")


def scan_markup(content: bytes, only_structure: bool) -> None:
    """Raises `Forbidden`, or `expat.ExpatError` for what is not XML."""
    scan = MarkupScan(only_structure)
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = scan.start
    parser.EndElementHandler = scan.end
    parser.CharacterDataHandler = scan.text
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = scan.doctype
    parser.Parse(content, True)
