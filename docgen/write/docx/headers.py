"""Writes what stands at the head and foot of every page, and the watermark of a draft."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from docgen.codes import word_files
from docgen.diagnostic import Findings
from docgen.source import Source
from docgen.suggest import did_you_mean
from docgen.tree.document import Document
from docgen.wording import day_in_words, sentence_case
from docgen.write.characters import writable
from docgen.write.docx.draft import Draft
from docgen.write.docx.house.braces import fill_braces
from docgen.write.docx.house.edges import EDGES, KINDS
from docgen.write.docx.package import Package
from docgen.write.docx.xml import Element, Xml, element, parsed, qualified, run, w

_WATERMARK = (
    "position:absolute;margin-left:0;margin-top:0;width:400pt;height:150pt;rotation:315;z-index:-251658752;"
    "mso-position-horizontal:center;mso-position-horizontal-relative:margin;"
    "mso-position-vertical:center;mso-position-vertical-relative:margin"
)
_FIRST_SHAPE = 8192
"""Word's own shapes in headers are counted from 2049."""
_PAGES = {"default": "", "first": " of the first page", "even": " of even pages"}


def write_headers(draft: Draft) -> None:
    """Fill in the headers and footers, which all sections share."""
    fill_edges(draft.package, draft.document, draft.findings)
    if draft.document.properties.is_draft:
        for number, part in enumerate(draft.package.edges("header"), start=1):
            _hang(_watermark(number), part)


def fill_edges(package: Package, document: Document, findings: Findings) -> None:
    """Put what the document says in the place of the words in braces, in all headers and footers."""
    values = _values(document, findings)
    for edge in EDGES:
        for kind, part in zip(KINDS, package.edges(edge), strict=True):
            is_above_cover = (edge, kind) == ("header", "first") and document.has_cover
            shown = _beside_cover(values) if is_above_cover else values
            fill_braces(part, shown, partial(_report, f"{edge}{_PAGES[kind]}", values, package.path, findings))


def _values(document: Document, findings: Findings) -> dict[str, str]:
    """What each word in braces stands for."""
    said = document.properties
    values = {
        "organisation": said.organisation,
        "title": said.title,
        "version": said.version,
        "status": said.status.upper() if said.is_draft else sentence_case(said.status),
        "date": day_in_words(said.dated) if said.dated else "",
        "author": said.author,
        "marking": said.marking,
    }
    source = document.source
    return {name: writable(words.replace("\n", " "), source, findings) for name, words in values.items()}


def _beside_cover(values: dict[str, str]) -> dict[str, str]:
    """A cover says all of this itself, in larger letters; only the marking stands in the header as on every page."""
    return {name: words if name == "marking" else "" for name, words in values.items()}


def _report(place: str, values: Mapping[str, str], path: str, findings: Findings, written: str) -> None:
    name = written.strip("{} ")
    if not name:
        message, help = f"the {place} holds '{written}' without a word", "write for example '{{ title }}', or delete it"
    else:
        message, help = f"the {place} holds the unknown word '{written}'", did_you_mean(name, values)
    findings.add(word_files.UNKNOWN_PLACEHOLDER.at(Source(path), message, help))


def _hang(watermark: Xml, header: Element) -> None:
    """On the first paragraph that stands in no table; a header that has none gets one."""
    paragraph = header.find(qualified("w:p"))
    if paragraph is None:
        paragraph = header.makeelement(qualified("w:p"))
        header.append(paragraph)
    paragraph.extend(parsed(watermark))


def _watermark(number: int) -> Xml:
    """Word's own kind of watermark: a line of text drawn across the page, behind everything else."""
    path = element("v:path", {"textpathok": "t", "o:connecttype": "rect"})
    formula = {
        "id": "_x0000_t136",
        "coordsize": "21600,21600",
        "o:spt": "136",
        "adj": "10800",
        "path": "m@7,l@8,m@5,21600l@6,21600e",
    }
    formulas = element("v:formulas", {}, *[element("v:f", {"eqn": equation}) for equation in _EQUATIONS])
    shape_type = element("v:shapetype", formula, formulas, path, element("v:textpath", {"on": "t", "fitshape": "t"}))
    attributes = {
        "id": f"PowerPlusWaterMarkObject{number}",
        "o:spid": f"_x0000_s{_FIRST_SHAPE + number}",
        "type": "#_x0000_t136",
        "alt": "Watermark: draft",
        "style": _WATERMARK,
        "o:allowincell": "f",
        "fillcolor": "silver",
        "stroked": "f",
    }
    text = element("v:textpath", {"style": "font-family:Arial;font-size:1pt", "string": "DRAFT"})
    shape = element("v:shape", attributes, element("v:fill", {"opacity": ".25"}), text)
    return run(w("pict", shape_type, shape))


_EQUATIONS = (
    "sum #0 0 10800",
    "prod #0 2 1",
    "sum 21600 0 @1",
    "sum 0 0 @2",
    "sum 21600 0 @3",
    "if @0 @3 0",
    "if @0 21600 @1",
    "if @0 0 @2",
    "if @0 @4 21600",
    "mid @5 @6",
    "mid @8 @5",
    "mid @7 @8",
    "mid @6 @7",
    "sum @6 0 @5",
)
"""How the letters bend: the shape type that Word itself writes for text along a line."""
