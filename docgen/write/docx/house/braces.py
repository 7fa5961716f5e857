"""Fills in the words in double braces that stand in headers and footers: `{{ title }}`.

Word splits words into runs as it likes, so a paragraph's text is looked at as a whole, and each change is made in the
runs where its letters stand. An empty value leaves nothing behind: the stretch of the line that it belongs to goes, up
to the next tab or separator, and a paragraph without any words left goes as a whole.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from msgspec import Struct

from docgen.write.docx.xml import Element, qualified

_BRACES = re.compile(r"\{\{([^{}]*)\}\}")
_SEPARATOR = re.compile(r"[\t\n]|\s+[·|•–—/-]\s+")
_LOOSE = re.compile(r"\{\{|\}\}")
_PARAGRAPH, _TEXT = qualified("w:p"), qualified("w:t")
_MARK, _FIELD = qualified("w:fldChar"), qualified("w:fldSimple")
_BREAKS = {qualified("w:tab"): "\t", qualified("w:ptab"): "\t", qualified("w:br"): "\n", qualified("w:cr"): "\n"}
_SHOWN = tuple(qualified(f"w:{name}") for name in ("drawing", "pict", "object", "fldSimple", "fldChar", "sym"))
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

Report = Callable[[str], None]
"""Told each word in braces that nothing is known of, as it stands there."""


class _Edit(Struct, frozen=True):
    """A stretch of a paragraph's text, and what stands there instead."""

    start: int
    end: int
    text: str = ""


def fill_braces(part: Element, values: Mapping[str, str], report: Report) -> None:
    """Change a header or footer."""
    for paragraph in list(part.iter(_PARAGRAPH)):
        _fill_paragraph(paragraph, values, report)


def _fill_paragraph(paragraph: Element, values: Mapping[str, str], report: Report) -> None:
    pieces = list(_pieces(paragraph))
    text = "".join(words for _, words in pieces)
    if not _LOOSE.search(text):
        return
    _report_unknown(text, values, report)
    edits = list(_edits(text, values))
    for edit in reversed(edits):
        _apply(edit, pieces)
    is_empty = not any(words.strip() for _, words in _pieces(paragraph))
    if is_empty and not any(True for tag in _SHOWN for _ in paragraph.iter(tag)):
        _remove(paragraph)


def _pieces(paragraph: Element) -> Iterator[tuple[Element | None, str]]:
    """The texts of a paragraph in order. Tabs, line breaks and what fields show belong to none, and are not changed.

    A text box has paragraphs of its own.
    """
    depth = 0
    for element in paragraph.iter(_TEXT, _MARK, *_BREAKS):
        if next(element.iterancestors(_PARAGRAPH)) is not paragraph:
            continue
        depth += {"begin": 1, "end": -1}.get(element.get(qualified("w:fldCharType"), ""), 0)
        if element.tag == _TEXT:
            is_shown_by_field = depth or next(element.iterancestors(_FIELD), None) is not None
            yield None if is_shown_by_field else element, element.text or ""
        elif element.tag != _MARK and _is_in_run(element):
            yield None, _BREAKS[str(element.tag)]


def _is_in_run(element: Element) -> bool:
    """A tab among the properties of a paragraph is a position, not a tab."""
    parent = element.getparent()
    return parent is not None and parent.tag == qualified("w:r")


def _named(found: re.Match[str]) -> str:
    return found[1].strip().casefold()


def _report_unknown(text: str, values: Mapping[str, str], report: Report) -> None:
    for found in _BRACES.finditer(text):
        if _named(found) not in values:
            report(found[0])
    for loose in _LOOSE.finditer(_BRACES.sub("", text)):
        report(loose[0])


def _edits(text: str, values: Mapping[str, str]) -> Iterator[_Edit]:
    """What changes, from left to right."""
    for start, end, separators in _stretches(text):
        found = [braces for braces in _BRACES.finditer(text, start, end) if _named(braces) in values]
        if found and not any(values[_named(braces)] for braces in found):
            yield _Edit(*_with_separator(text, start, end, separators))
            continue
        yield from (_Edit(*braces.span(), values[_named(braces)]) for braces in found)


def _stretches(text: str) -> Iterator[tuple[int, int, tuple[int, int]]]:
    """The parts of a line between separators, each with the place before it and behind it where a separator ends."""
    marks = [found.span() for found in _SEPARATOR.finditer(text)]
    starts = [0, *(end for _, end in marks)]
    ends = [*(start for start, _ in marks), len(text)]
    befores = [0, *(start for start, _ in marks)]
    behinds = [*(end for _, end in marks), len(text)]
    for start, end, before, behind in zip(starts, ends, befores, behinds, strict=True):
        yield start, end, (before, behind)


def _with_separator(text: str, start: int, end: int, separators: tuple[int, int]) -> tuple[int, int]:
    """A stretch with the separator before it, or at the head of a line with the one behind it; tabs stay."""
    before, behind = separators
    if before < start and text[before:start].strip():
        return before, end
    if end < behind and text[end:behind].strip():
        return start, behind
    return start, end


def _apply(edit: _Edit, pieces: list[tuple[Element | None, str]]) -> None:
    """The new words stand where the first of the old ones stood. Edits come from the last to the first."""
    at, text = 0, edit.text
    for element, words in pieces:
        start, end = max(edit.start - at, 0), min(edit.end - at, len(words))
        at += len(words)
        if element is None or start >= end:
            continue
        now = element.text or ""
        element.text = f"{now[:start]}{text}{now[end:]}"
        element.set(_SPACE, "preserve")
        text = ""


def _remove(paragraph: Element) -> None:
    """A header, a cell and a text box end with a paragraph: where this is the only one it stays, without its rule."""
    parent, before = paragraph.getparent(), paragraph.getprevious()
    if paragraph.getnext() is None and (before is None or before.tag != _PARAGRAPH):
        del paragraph[:]
    elif parent is not None:
        parent.remove(paragraph)
