"""Reads the fields of a part of a Word file: what each asks for, and what it shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from tests.ooxml_file import Element, w


@dataclass(slots=True)
class Field:
    """One field."""

    instruction: str = ""
    result: str = ""
    """The words that it shows, those of fields inside it too."""
    paragraphs: list[Element] = field(default_factory=list)
    """Those in which its result stands."""
    shown: list[Element] = field(default_factory=list)
    """The `w:t` of its result, those of fields inside it too."""
    begin: Element | None = None
    """The mark where it begins."""
    is_shown: bool = False
    """Whether the instruction has ended."""

    @property
    def kind(self) -> str:
        """`REF`, `SEQ`, `TOC` …; empty where nothing is asked for."""
        return next(iter(self.instruction.split()), "")

    @property
    def argument(self) -> str:
        """The word behind the kind: a bookmark, or the name of a sequence."""
        return next(iter(self.instruction.split()[1:]), "")


def fields_of(part: Element) -> Iterator[Field]:
    """The fields of a part, in the order in which they begin."""
    found: list[Field] = []
    ahead: list[Field] = []
    for mark in part.iter(w("p"), w("fldChar"), w("instrText"), w("t")):
        if mark.tag == w("fldChar"):
            _turn(mark.get(w("fldCharType"), ""), mark, found, ahead)
        elif mark.tag == w("p"):
            _note_paragraph(mark, ahead)
        elif mark.tag == w("instrText"):
            for each in ahead[-1:]:
                each.instruction += mark.text or ""
        else:
            _show(mark, ahead)
    return iter(found)


def _turn(kind: str, mark: Element, found: list[Field], ahead: list[Field]) -> None:
    if kind == "begin":
        ahead.append(Field(paragraphs=[next(mark.iterancestors(w("p")))], begin=mark))
        found.append(ahead[-1])
    elif kind == "end":
        del ahead[-1:]
    elif ahead:
        ahead[-1].is_shown = True


def _note_paragraph(paragraph: Element, ahead: list[Field]) -> None:
    for each in ahead:
        each.paragraphs.append(paragraph)


def _show(words: Element, ahead: list[Field]) -> None:
    for each in ahead:
        if each.is_shown:
            each.shown.append(words)
            each.result += words.text or ""
