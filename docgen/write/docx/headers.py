"""Writes what stands at the head and foot of every page, and the watermark of a draft."""

from __future__ import annotations

from docx.section import Section

from docgen.source import Source
from docgen.tree.document import Properties
from docgen.wording import sentence_case
from docgen.write.docx.draft import Draft
from docgen.write.docx.fields import field
from docgen.write.docx.xml import NOTHING, Element, Xml, element, joined, paragraph, parsed, run, w, words

_WATERMARK = (
    "position:absolute;margin-left:0;margin-top:0;width:400pt;height:150pt;rotation:315;z-index:-251658752;"
    "mso-position-horizontal:center;mso-position-horizontal-relative:margin;"
    "mso-position-vertical:center;mso-position-vertical-relative:margin"
)
_ORGANISATION = w("rPr", w("rStyle", val="HeaderTitle"))


def write_headers(draft: Draft) -> None:
    """Fill the headers and footers of the reference document's section, which all sections share."""
    properties, source = draft.document.properties, draft.document.source
    section = draft.package.section
    headers = _headers(section)
    for number, (root, content) in enumerate(zip(headers, _head(properties, source, draft), strict=True), start=1):
        watermark = _watermark(number) if properties.is_draft else NOTHING
        _fill(root, content, watermark)
    for root in _footers(section):
        _fill(root, _foot(properties, source, draft), NOTHING)


def _headers(section: Section) -> tuple[Element, Element]:
    return section.header.part.element, section.first_page_header.part.element


def _footers(section: Section) -> tuple[Element, Element]:
    return section.footer.part.element, section.first_page_footer.part.element


def _head(properties: Properties, source: Source, draft: Draft) -> tuple[Xml, Xml]:
    """The header of all pages, and that of the first, where the title stands below it anyway."""
    marking = _marking(properties, source, draft)
    organisation = run(words(draft.writable(properties.organisation, source)), _ORGANISATION)
    title = run(words(draft.writable(properties.title, source)))
    state = _state(properties, source, draft)
    first_line = joined((organisation, run(words(f" · {state}")) if state else NOTHING))
    everywhere = joined((marking, paragraph("Header", first_line), paragraph("HeaderLast", title)))
    return everywhere, joined((marking, paragraph("HeaderLast", first_line)))


def _state(properties: Properties, source: Source, draft: Draft) -> str:
    """`Version 0.3 · DRAFT`."""
    status = properties.status.upper() if properties.is_draft else sentence_case(properties.status)
    version = f"Version {properties.version}" if properties.version else ""
    return draft.writable(" · ".join(part for part in (version, status) if part), source)


def _foot(properties: Properties, source: Source, draft: Draft) -> Xml:
    """`Page 1 of 1` until Word counts; it does so whenever it shows the page."""
    page = (run(words("Page ")), field("PAGE", run(words("1"))), run(words(" of ")), field("NUMPAGES", run(words("1"))))
    return joined((paragraph("Footer", joined(page), w("jc", val="right")), _marking(properties, source, draft)))


def _marking(properties: Properties, source: Source, draft: Draft) -> Xml:
    if not properties.marking:
        return NOTHING
    return paragraph("Marking", run(words(draft.writable(properties.marking, source))))


def _fill(root: Element, content: Xml, watermark: Xml) -> None:
    """Replace whatever the reference document has there. The watermark hangs on the first paragraph."""
    for child in list(root):
        root.remove(child)
    root.extend(parsed(content))
    for drawing in parsed(watermark):
        root[0].append(drawing)


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
        "o:spid": f"_x0000_s{2048 + number}",
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
