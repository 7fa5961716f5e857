"""Writes words as DrawingML: paragraphs with their runs, which name the layout's own manner wherever it serves."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from msgspec import Struct

from docgen.write.docx.xml import NOTHING, Xml, element, joined
from docgen.write.pptx.page import STEP, TEXT_SIZE
from docgen.write.pptx.words import Manner, Run, Words

_EMU = 12_700
"""In a point."""


def emu(points: float) -> int:
    """A measure as files of Office have it."""
    return round(points * _EMU)


class Writing(Struct):
    """What the runs of a slide need beside their words."""

    language: str
    link: Callable[[Run], Xml]
    """The link of a run, or nothing."""
    own_size: float = TEXT_SIZE
    """The size that the place gives words by itself."""


def paragraphs(words: Iterable[Words], writing: Writing, aligned: str = "l") -> Xml:
    """The paragraphs; there must be one, even where there are no words."""
    counted = list(_counted(words))
    return joined(_paragraph(each, start, writing, aligned) for each, start in counted) or element("a:p", {})


def _counted(words: Iterable[Words]) -> Iterator[tuple[Words, int]]:
    """Each paragraph with the number at which its list begins: items that follow one another count by themselves."""
    starts: dict[int, tuple[int, int]] = {}
    for each in words:
        level, number = each.manner.level, each.manner.number
        starts = {deep: start for deep, start in starts.items() if deep < level or (deep == level and number)}
        begun, following = starts.get(level, (number, number))
        start = begun if following == number else number
        if number:
            starts[level] = (start, number + 1)
        yield each, start


def _paragraph(words: Words, start: int, writing: Writing, aligned: str) -> Xml:
    manner = words.manner
    end = element("a:endParaRPr", {"lang": writing.language})
    return element("a:p", {}, _properties(manner, start, writing, aligned), runs(words.runs, writing, manner), end)


def _properties(manner: Manner, start: int, writing: Writing, aligned: str) -> Xml:
    attributes = {"lvl": str(manner.level - 1)} if manner.level > 1 else {}
    if aligned != "l":
        attributes["algn"] = aligned
    if _is_layouts_own(manner, writing):
        return element("a:pPr", attributes) if attributes else NOTHING
    attributes = {"marL": str(emu(manner.left)), "indent": str(-emu(manner.hanging)), **attributes}
    points = element("a:spcPts", {"val": str(round(manner.before * 100))})
    return element("a:pPr", attributes, element("a:spcBef", {}, points), *_mark(manner, start))


def _is_layouts_own(manner: Manner, writing: Writing) -> bool:
    """Whether the master sets such an item by itself, so that it can be edited as any other."""
    is_bullet = bool(manner.bullet) and manner.size == writing.own_size == TEXT_SIZE
    return is_bullet and manner.left == STEP * manner.level and manner.before == TEXT_SIZE * 0.3


def _mark(manner: Manner, start: int) -> tuple[Xml, ...]:
    if manner.number:
        count = element("a:buAutoNum", {"type": "arabicPeriod", "startAt": str(start)})
        return element("a:buFont", {"typeface": "+mj-lt"}), count
    if manner.bullet:
        return element("a:buFont", {"typeface": "Arial"}), element("a:buChar", {"char": manner.bullet})
    return (element("a:buNone", {}),)


def runs(content: Iterable[Run], writing: Writing, manner: Manner) -> Xml:
    """The runs of a line, with breaks for the line feeds in them."""
    return joined(piece for run in content for piece in _pieces(run, writing, manner))


def _pieces(run: Run, writing: Writing, manner: Manner) -> Iterator[Xml]:
    properties = _run_properties(run, writing, manner)
    for place, line in enumerate(run.words.split("\n")):
        if place:
            yield element("a:br", {}, _run_properties(Run("", run.look), writing, manner))
        if line:
            yield element("a:r", {}, properties, _text(line))


def _text(words: str) -> Xml:
    escaped = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return Xml(f"<a:t>{escaped}</a:t>")


def _run_properties(run: Run, writing: Writing, manner: Manner) -> Xml:
    attributes = {"lang": writing.language}
    if manner.size != writing.own_size:
        attributes["sz"] = str(round(manner.size * 100))
    if run.look.bold:
        attributes["b"] = "1"
    if run.look.italic:
        attributes["i"] = "1"
    if run.look.raised:
        attributes["baseline"] = "30000"
    return element("a:rPr", attributes, *_coloured(manner), *_typeface(run), *filter(None, [writing.link(run)]))


def _coloured(manner: Manner) -> tuple[Xml, ...]:
    if not manner.colour:
        return ()
    return (element("a:solidFill", {}, element("a:schemeClr", {"val": manner.colour})),)


def _typeface(run: Run) -> tuple[Xml, ...]:
    if not run.look.code:
        return ()
    return element("a:latin", {"typeface": "Courier New"}), element("a:cs", {"typeface": "Courier New"})
