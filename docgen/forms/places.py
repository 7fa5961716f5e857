"""Says where in a Word file a paragraph stands, in words that a person can follow in Word."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice

from msgspec import Struct
from msgspec.structs import replace

from docgen.forms.words import first_row, row_cells, shortened, table_rows, words_of
from docgen.source import Source
from docgen.write.docx.xml import Element, qualified

_P, _TBL, _BOX = qualified("w:p"), qualified("w:tbl"), qualified("w:txbxContent")
_NEAR = 8
"""How many paragraphs back a label may stand: words further away belong to something else."""
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


class _Counts(Struct):
    """How many paragraphs and tables have been passed in one stretch of text."""

    paragraphs: int = 0
    tables: int = 0
    boxes: int = 0
    copies: int = 0
    """Text boxes that repeat others for old programs."""


def places_in(root: Element, path: str, story: str) -> Mapping[Element, Source]:
    """The place of each paragraph. `story` says which part of the file: `header 1`; empty for the pages themselves."""
    found: dict[Element, Source] = {}
    before = f"{story}, " if story else ""
    for paragraph, where in _walk(root, before, _Counts()):
        label = shortened(label_of(paragraph))
        passage = f"{where} ('{label}')" if label else where
        found[paragraph] = Source(path, len(found) + 1, passage=passage)
    for line, paragraph in enumerate(root.iter(_P), 1):  # those that stand where no program writes any
        found.setdefault(paragraph, Source(path, line, passage=f"{before}paragraph {line} of all, those in tables too"))
    return found


def label_of(paragraph: Element) -> str:
    """The words that tell a reader which box this is: its own, or those to its left, above it, or before it."""
    own = words_of(paragraph)
    if any(letter.isalnum() for letter in own):
        return own
    cell = next(paragraph.iterancestors(qualified("w:tc")), None)
    beside = _words_beside(cell) if cell is not None else ""
    return beside or _words_before(paragraph)


def labelled(place: Source, words: str) -> Source:
    """The same place, known by other words, such as the title of a content control."""
    where = place.passage.partition(" ('")[0]
    return replace(place, passage=f"{where} ('{shortened(words)}')") if words else place


def _words_beside(cell: Element) -> str:
    """The words of the cell to the left, or those at the head of the column."""
    row, table = (next(cell.iterancestors(qualified(name)), None) for name in ("w:tr", "w:tbl"))
    if row is None or table is None:
        return ""
    cells = row_cells(row)
    position = cells.index(cell)
    left = words_of(cells[position - 1]) if position else ""
    head = row_cells(first_row(table))
    return left or (words_of(head[position]) if position < len(head) else "")


def _words_before(paragraph: Element) -> str:
    before = islice(paragraph.itersiblings(_P, preceding=True), _NEAR)
    return next((words for element in before if (words := words_of(element))), "")


def _walk(container: Element, where: str, counts: _Counts) -> Iterator[tuple[Element, str]]:
    """Each paragraph with its place; what wraps paragraphs, such as content controls, does not count."""
    for child in container.iterchildren("{*}*"):
        if child.tag == _P:
            counts.paragraphs += 1
            yield child, f"{where}paragraph {counts.paragraphs}"
            yield from _boxes(child, where, counts)
        elif child.tag == _TBL:
            counts.tables += 1
            yield from _table(child, f"{where}table {counts.tables}")
        else:
            yield from _walk(child, where, counts)


def _table(table: Element, where: str) -> Iterator[tuple[Element, str]]:
    for row, cells in enumerate(map(row_cells, table_rows(table)), 1):
        for column, cell in enumerate(cells, 1):
            yield from _cell(cell, f"{where}, row {row}, cell {column}")


def _cell(cell: Element, where: str) -> Iterator[tuple[Element, str]]:
    """The paragraphs of a cell, numbered only where there are several."""
    found = list(_walk(cell, f"{where}, ", _Counts()))
    is_single = len(found) == 1
    yield from ((paragraph, where if is_single else place) for paragraph, place in found)


def _boxes(paragraph: Element, where: str, counts: _Counts) -> Iterator[tuple[Element, str]]:
    """The text boxes of a paragraph. Word keeps each twice, for old programs too: both are one place."""
    for box in paragraph.iter(_BOX):
        if next(box.iterancestors(_P)) is not paragraph:
            continue
        is_copy = next(box.iterancestors(_FALLBACK), None) is not None
        counts.boxes += not is_copy
        counts.copies += is_copy
        number = counts.copies if is_copy else counts.boxes
        yield from _walk(box, f"{where}text box {number}, ", _Counts())
