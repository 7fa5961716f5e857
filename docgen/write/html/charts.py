"""Writes charts into the page: the drawing, and below its caption the same in words."""

from __future__ import annotations

import re

from lxml import etree

from docgen.figures.pictures import chart_svg
from docgen.figures.registry import told
from docgen.figures.words import Told
from docgen.source import Source
from docgen.tree.chart import Chart
from docgen.write.characters import writable
from docgen.write.html.elements import Lines, element
from docgen.write.html.inlines import verbatim
from docgen.write.html.page import Page
from docgen.write.legibility import report_letters

_SVG = "http://www.w3.org/2000/svg"
_LINK = "{http://www.w3.org/1999/xlink}href"
_REFERENCE = re.compile(r"url\(#([^)]+)\)")
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True)


def write_chart(chart: Chart, name: str, place: str, source: Source, lines: Lines, page: Page) -> None:
    """The drawing in a box that scrolls where the screen is too narrow to read it; `place` says where its words are."""
    box = {"class": "chart", "tabindex": "0", "role": "group", "aria-label": f"{name}, drawing"}
    with lines.inside("div", box):
        lines.add(_drawing(chart, writable(told(chart).summary, source, page.findings), place, page))
    report_letters(chart, source, page.findings)


def write_in_words(chart: Chart, name: str, place: str, source: Source, lines: Lines, page: Page) -> None:
    """The same for everybody to read. It stands behind the figure, whose caption must be the last thing in it.

    The drawing is described by the name of what opens, not by all that is in it: browsers do not read out what is
    closed, and a hundred sentences are to be read one by one.
    """
    said = told(chart)
    with lines.inside("details", {"class": "in-words"}):
        lines.add(element("summary", {"id": place}, f"{name} in words"))
        with lines.inside("div", {}):
            lines.add(element("p", {}, verbatim(said.summary, source, page)))
            _write_sentences(said, source, lines, page)


def _write_sentences(said: Told, source: Source, lines: Lines, page: Page) -> None:
    with lines.inside("ul", {}):
        for sentence in said.sentences:
            lines.add(element("li", {}, verbatim(sentence, source, page)))


def _drawing(chart: Chart, summary: str, place: str, page: Page) -> str:
    """The SVG as an image of a name: without what a page has no use for, and with ids of its own."""
    root = etree.fromstring(chart_svg(chart), _PARSER)
    prefix = f"{page.ids.claim('drawing')}-"
    for node in root.iter(f"{{{_SVG}}}*"):
        _rename(node, prefix)
    etree.cleanup_namespaces(root)
    shown = {"role": "img", "aria-label": summary, "aria-describedby": place, "focusable": "false"}
    for key, value in shown.items():
        root.set(key, value)
    return etree.tostring(root, encoding="unicode")


def _rename(node: etree._Element, prefix: str) -> None:
    """Typst gives the same letter the same id in every picture."""
    link = str(node.attrib.pop(_LINK, ""))
    if link:
        node.set("href", f"#{prefix}{link.removeprefix('#')}")
    for key, value in ((str(key), str(value)) for key, value in node.attrib.items()):
        if key == "id":
            node.set("id", prefix + value)
        elif "url(#" in value:
            node.set(key, _REFERENCE.sub(rf"url(#{prefix}\1)", value))
