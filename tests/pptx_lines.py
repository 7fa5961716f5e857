"""Reads a file of slides line by line as its reader sees it, in the form in which `word_lines.py` reads a Word file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

from pptx import Presentation

from tests.word_lines import plain

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_PART = re.compile(r" \((\d+) of (\d+)\)$")
FOOT = (11, 12)
"""The places of the footer and of the number."""


@dataclass(slots=True)
class Section:
    """What stands under one title, on one slide or several."""

    title: str
    lines: list[str] = field(default_factory=list)
    """Paragraphs, and rows of tables as `| cell | cell`; the rows of headings that are repeated are left out."""
    pictures: list[str] = field(default_factory=list)
    """Their text alternatives."""
    notes: list[str] = field(default_factory=list)
    slides: int = 1


def sections_of_pptx(data: bytes) -> list[Section]:
    """The title slide, and each section. The marks of lists are no words, and left out: `marked_lines` has them."""
    found: list[Section] = []
    for slide in Presentation(BytesIO(data)).slides:
        title = plain("".join(_pieces(slide.shapes.title._element.find(f".//{_A}p"))))
        part = _PART.search(title)
        if part and part[1] != "1":
            found[-1].slides += 1
        else:
            found.append(Section(_PART.sub("", title)))
        _read(slide, found[-1], is_continued=bool(part and part[1] != "1"))
    return found


def _read(slide: Any, section: Section, is_continued: bool) -> None:
    for shape in slide.shapes:
        if shape == slide.shapes.title or (shape.is_placeholder and shape.placeholder_format.idx in FOOT):
            continue
        if shape.has_table:
            rows = list(_rows(shape.table))
            repeated = is_continued and rows[0] in section.lines
            section.lines += rows[1:] if repeated else rows
        elif shape.has_text_frame:
            section.lines += lines_of_body(shape.text_frame._txBody)
        else:
            section.pictures.append(shape._element.xpath(".//p:cNvPr")[0].get("descr", ""))
    if slide.has_notes_slide:
        section.notes += lines_of_body(slide.notes_slide.notes_text_frame._txBody)


def _rows(table: Any) -> Iterator[str]:
    for row in table._tbl.tr_lst:
        cells = [" ¶ ".join(lines_of_body(cell.find(f"{_A}txBody"))) for cell in row.tc_lst]
        yield plain("".join(f" | {cell}" for cell in cells))


def lines_of_body(body: Any) -> list[str]:
    """The paragraphs of a place. The facts of a title slide are parted as Word's are."""
    lines = ["".join(_pieces(paragraph)) for paragraph in body.findall(f"{_A}p")]
    return [plain(part) for line in lines for part in line.split("\t", 1) if plain(part)]


def marked_lines(body: Any) -> list[str]:
    """The paragraphs of a place with the numbers that programs show before them."""
    counts: dict[int, tuple[int, int]] = {}
    paragraphs = body.findall(f"{_A}p")
    return [plain(f"{_mark(each.find(f'{_A}pPr'), counts)} {''.join(_pieces(each))}") for each in paragraphs]


def _mark(properties: Any, counts: dict[int, tuple[int, int]]) -> str:
    """As programs count: items that name the same first number follow one another."""
    level = int(properties.get("lvl", "0")) if properties is not None else 0
    count = properties.find(f"{_A}buAutoNum") if properties is not None else None
    for deep in [deep for deep in counts if deep > level or (deep == level and count is None)]:
        del counts[deep]
    if count is None:
        return ""
    start = int(count.get("startAt", "1"))
    begun, last = counts.get(level, (start, start - 1))
    number = last + 1 if begun == start else start
    counts[level] = (start, number)
    return f"{number}."


def _pieces(paragraph: Any) -> Iterator[str]:
    for element in paragraph:
        if element.tag == f"{_A}br":
            yield "\n"
        if element.tag == f"{_A}r":
            words = element.findtext(f"{_A}t") or ""
            is_mark = element.find(f"{_A}rPr").get("baseline") and not words.endswith(" ")
            yield f"[{words}]" if is_mark else words
