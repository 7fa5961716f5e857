"""Reads the words of a Word form, as far as messages and labels need them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.write.docx.xml import Element, qualified

_P, _T = qualified("w:p"), qualified("w:t")
_SDT = qualified("w:sdt")
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_WRAPPERS = (*map(qualified, ("w:sdt", "w:sdtContent", "w:customXml")), f"{_MC}AlternateContent", f"{_MC}Choice")
_LONGEST = 40
_WAITS = qualified("w:showingPlcHdr")
_GAPS = frozenset(qualified(name) for name in ("w:tab", "w:br", "w:cr"))
_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)


def text_pieces(paragraph: Element) -> Iterator[Element]:
    """What holds the words and the gaps of a paragraph, without those of text boxes in it."""
    for element in paragraph.iter(_T, *_GAPS):
        is_own = next(element.iterancestors(_P)) is paragraph
        if is_own and (element.tag == _T or around(element).tag == qualified("w:r")):
            yield element


def piece_text(piece: Element) -> str:
    """The words of a piece; a space for a tab or a line end."""
    return piece.text or "" if piece.tag == _T else " "


def raw_text(paragraph: Element) -> str:
    """All words of a paragraph, tags too."""
    return "".join(map(piece_text, text_pieces(paragraph)))


def words_of(element: Element) -> str:
    """The words of a paragraph, or of all in a cell, without tags and superfluous spaces."""
    paragraphs = [element] if element.tag == _P else list(element.iter(_P))
    text = " ".join("".join(map(piece_text, _said(paragraph))) for paragraph in paragraphs)
    return " ".join(_TAG.sub(" ", text).split())


def _said(paragraph: Element) -> Iterator[Element]:
    """What a paragraph says, without what only tells a person to write something."""
    for piece in text_pieces(paragraph):
        controls = piece.iterancestors(_SDT)
        if not any(control.find(f"{qualified('w:sdtPr')}/{_WAITS}") is not None for control in controls):
            yield piece


def shortened(words: str, most: int = _LONGEST) -> str:
    """The first words of a text."""
    if len(words) <= most:
        return words
    cut = words[:most].rsplit(" ", 1)[0].rstrip(" ,;:(")
    return f"{cut} …"


def table_rows(table: Element) -> list[Element]:
    """The rows of a table, without those of tables inside it."""
    return list(_inside(table, qualified("w:tr")))


def first_row(table: Element) -> Element:
    """The row at the head of a table, which has one."""
    return next(_inside(table, qualified("w:tr")))


def row_cells(row: Element) -> list[Element]:
    """The cells of a row."""
    return list(_inside(row, qualified("w:tc")))


def _inside(element: Element, tag: str) -> Iterator[Element]:
    """Children of one kind, also those that a content control or other markup wraps."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _inside(child, tag)


def around(element: Element) -> Element:
    """What an element stands in."""
    parent = element.getparent()
    assert parent is not None, f"{element.tag} stands in something"
    return parent


def take_out(element: Element) -> None:
    """Remove an element. Words of Word stand in elements of their own, never behind one."""
    around(element).remove(element)
