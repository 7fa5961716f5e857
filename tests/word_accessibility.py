"""Applies the rules of Word's own accessibility checker to a Word file.

`findings(data)` names every fault in one line each, the rule first; an accessible file has none. Microsoft publishes
the rules ("Rules for the Accessibility Checker"), not the program; where the rule leaves room, this one is stricter.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

from tests.ooxml_file import NAMES, Element, R, WordFile, inside, tag, val, w
from tests.word_contrast import low_contrast

_FILE_NAME = re.compile(r"^[\w ().-]+\.(png|jpe?g|gif|bmp|tiff?|svg|emf|wmf)$|^(image|picture|img|dsc)[ _-]?\d*$", re.I)
_ADDRESS = re.compile(r"^\s*(https?://|www\.|mailto:|ftp://)", re.I)
_UNCLEAR = {"click here", "here", "link", "more", "read more", "this page", "this link", "see here", "page", "this"}
_BLANKS = re.compile(r"[ \t\u00a0]{4,}")
_MANY_TABS = 3


def findings(data: bytes) -> list[str]:
    """What Word's checker would say of a file."""
    file = WordFile(data)
    return [f"{name}: {found}" for name, rule in RULES.items() for found in rule(file)]


def missing_descriptions(file: WordFile) -> Iterator[str]:
    """Each picture and shape needs words, or says that it is there for its looks."""
    for name, about in file.each("wp:docPr"):
        words, is_decorative = about.get("descr", ""), any(tag(i) == "decorative" for i in about.iter("{*}*"))
        if not words.strip() and not is_decorative:
            yield f"{name}, {about.get('name')} has no alternative text"
        elif _FILE_NAME.match(words.strip()):
            yield f"{name}, '{words}' is the name of a file"
    for name, shape in file.each("v:shape"):
        if not shape.get("alt"):
            yield f"{name}, {shape.get('id')} has no alternative text"


def tables_without_header(file: WordFile) -> Iterator[str]:
    """The first row must be marked as the header, and say something of at least one column."""
    for name, table in file.each("w:tbl"):
        first = table.find("w:tr", NAMES)
        if first is None or first.find("w:trPr/w:tblHeader", NAMES) is None:
            yield f"{name}, a table has no header row"


def tables_without_description(file: WordFile) -> Iterator[str]:
    for name, table in file.each("w:tbl"):
        if not val(table, "w:tblPr/w:tblCaption") and not val(table, "w:tblPr/w:tblDescription"):
            yield f"{name}, a table has neither title nor description"


def merged_cells(file: WordFile) -> Iterator[str]:
    """Split and merged cells, and tables in tables, lose whoever moves through them by ear."""
    for name, table in file.each("w:tbl"):
        if inside(table, "tbl"):
            yield f"{name}, a table stands in a table"
        for cell in table.findall("w:tr/w:tc", NAMES):
            span = val(cell, "w:tcPr/w:gridSpan") or "1"
            if span != "1" or any(cell.find(f"w:tcPr/w:{kind}", NAMES) is not None for kind in ("vMerge", "hMerge")):
                yield f"{name}, the cell '{_words(cell)[:40]}' is merged"


def controls_without_title(file: WordFile) -> Iterator[str]:
    """A part that Word fills itself, such as contents, needs none."""
    for name, control in file.each("w:sdt"):
        if control.find("w:sdtPr/w:docPartObj", NAMES) is None and not val(control, "w:sdtPr/w:alias"):
            yield f"{name}, a content control '{_words(control)[:40]}' has no title"


def unclear_links(file: WordFile) -> Iterator[str]:
    """The words of a link must say where it leads."""
    for name, link in file.each("w:hyperlink"):
        words, pictured = _words(link).strip(), link.find(".//w:drawing", NAMES) is not None
        if link.get(f"{{{R}}}id") is None or pictured:
            continue
        if not words:
            yield f"{name}, a link has no words"
        elif _ADDRESS.match(words):
            yield f"{name}, a link shows its address: '{words[:60]}'"
        elif words.lower().strip(" .:»>") in _UNCLEAR:
            yield f"{name}, '{words}' does not say where the link leads"


def floating_objects(file: WordFile) -> Iterator[str]:
    """Screen readers do not reach what does not stand in the line. A header's watermark is decoration."""
    yield from (f"{name}, a picture is not inline" for name, _ in file.each("wp:anchor"))
    for name, shape in file.each("v:shape"):
        if "position:absolute" in shape.get("style", "") and "header" not in name:
            yield f"{name}, a shape is not inline"
    yield from (f"{name}, text stands in a frame" for name, _ in file.each("w:framePr"))
    yield from (f"{name}, a table floats" for name, _ in file.each("w:tblpPr"))


def skipped_headings(file: WordFile) -> Iterator[str]:
    """From one heading to the next at most one level down; the first is of level 1."""
    outline = _outline_levels(file.part("styles"))
    above = 0
    for paragraph in file.part("document").iter(w("p")):
        level = outline.get(val(paragraph, "w:pPr/w:pStyle"))
        if level is None:
            continue
        if level > above + 1:
            yield f"'{_words(paragraph)[:40]}' is of level {level} below level {above}"
        if not _words(paragraph).strip():
            yield f"a heading of level {level} has no words"
        above = level


def _outline_levels(styles: Element) -> dict[str, int]:
    levels = ((style.get(w("styleId"), ""), val(style, "w:pPr/w:outlineLvl")) for style in styles.iter(w("style")))
    return {name: int(level) + 1 for name, level in levels if level and int(level) < 9}


def runs_of_blanks(file: WordFile) -> Iterator[str]:
    """Room made of empty paragraphs, spaces or tabs is read out as such."""
    for name, text in file.each("w:t"):
        if _BLANKS.search(text.text or "") and not _is_code(text):
            yield f"{name}, '{text.text}' holds a run of blanks"
    for name, part in file.stories().items():
        for holder in part.iter(w("body"), w("tc"), w("hdr"), w("ftr"), w("footnote")):
            yield from (f"{name}, {fault}" for fault in _empty_paragraphs(holder))
    for name, paragraph in file.each("w:p"):
        runs = groupby(_is_tab(run) for run in paragraph.iter(w("r")))
        if any(kind and len(list(same)) >= _MANY_TABS for kind, same in runs):
            yield f"{name}, '{_words(paragraph)[:40]}' holds a run of tabs"


def _is_tab(run: Element) -> bool:
    return run.find("w:tab", NAMES) is not None and run.find("w:t", NAMES) is None


def _empty_paragraphs(holder: Element) -> Iterator[str]:
    """Two in a row. One alone is what Word wants at the end of a cell, between tables or in a section."""
    for is_empty, same in groupby(holder, _is_empty):
        count = len(list(same))
        if is_empty and count > 1:
            yield f"{count} empty paragraphs in a row"


def _is_empty(element: Element) -> bool:
    if element.tag != w("p"):
        return False
    held = ("w:drawing", "w:pict", "w:footnoteReference", "w:separator", "w:continuationSeparator", "w:fldChar")
    is_marked = element.find("w:pPr/w:numPr", NAMES) is not None
    has_border = val(element, "w:pPr/w:pStyle") == "Rule"
    holds = any(element.find(f".//{kind}", NAMES) is not None for kind in held)
    return not (_words(element).strip() or is_marked or has_border or holds)


def _is_code(text: Element) -> bool:
    """Spaces of a programme's own spelling are words of it."""
    paragraph = next(text.iterancestors(w("p")))
    run = next(text.iterancestors(w("r")))
    return val(paragraph, "w:pPr/w:pStyle") == "Code" or val(run, "w:rPr/w:rStyle") == "CodeText"


def no_title(file: WordFile) -> Iterator[str]:
    core = file.parts["docProps/core.xml"]
    if not (core.findtext("{http://purl.org/dc/elements/1.1/}title") or "").strip():
        yield "the file has no title"


def no_language(file: WordFile) -> Iterator[str]:
    if not val(file.part("styles"), "w:docDefaults/w:rPrDefault/w:rPr/w:lang"):
        yield "the words have no language"


def _words(element: Element) -> str:
    return "".join(text.text or "" for text in element.iter(w("t")))


RULES: dict[str, Callable[[WordFile], Iterable[str]]] = {
    "alternative text": missing_descriptions,
    "header row": tables_without_header,
    "table description": tables_without_description,
    "merged cells": merged_cells,
    "content control": controls_without_title,
    "link text": unclear_links,
    "inline": floating_objects,
    "contrast": low_contrast,
    "heading level": skipped_headings,
    "blanks": runs_of_blanks,
    "title": no_title,
    "language": no_language,
}
