"""Writes pictures."""

from __future__ import annotations

from docgen.figures.pictures import chart_png, chart_size, chart_svg
from docgen.figures.registry import told
from docgen.source import Source
from docgen.tree.chart import Chart
from docgen.tree.inline import Picture
from docgen.write.docx.draft import Draft, Place
from docgen.write.docx.looks import PLAIN
from docgen.write.docx.text import words_run
from docgen.write.docx.xml import NAMESPACES, NOTHING, Xml, element, run, w
from docgen.write.legibility import report_letters, report_small
from docgen.write.pictures import Image, readable_image

_DECLARED = {f"xmlns:{prefix}": NAMESPACES[prefix] for prefix in ("a", "adec", "pic", "wp")}
_EMU_PER_TWIP = 635
_EMU_PER_PIXEL = 9525
"""Pixels are those of a screen: 96 to an inch."""
_PIXELS_PER_POINT = 96 / 72
_HIGHEST = 0.8
"""The share of a page's height that a picture may take, so that its caption finds room below."""
_SVG = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
"""What Word calls the extensions of pictures: their SVG, and that they are there for their looks only."""
_DECORATIVE = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"


def inline_picture(picture: Picture, place: Place, draft: Draft) -> Xml:
    """The picture, no larger than its place; where it cannot be read, what it says, and a diagnostic."""
    image = readable_image(picture, draft.document.pictures, draft.findings)
    if image is None:
        return words_run(f"[{picture.alt or picture.path}]", picture.source, PLAIN, draft)
    return _drawn(image, picture.alt, picture.source, place, draft)


def chart_picture(chart: Chart, source: Source, place: Place, draft: Draft) -> Xml:
    """A drawing, twice: as SVG, which present versions of Word show, and as PNG for all others."""
    report_letters(chart, source, draft.findings)
    report_small(chart, (place.measure / 20, place.height / 20 * _HIGHEST), source, draft.findings)
    width, height = (max(1, round(points * _PIXELS_PER_POINT)) for points in chart_size(chart))
    image = Image("svg", chart_svg(chart), width, height, chart_png(chart))
    return _drawn(image, told(chart).description, source, place, draft)


def _drawn(image: Image, alt: str, source: Source, place: Place, draft: Draft) -> Xml:
    draft.pictures += 1
    width, height = _size(image, place)
    vector = _vector(place.relations.drawing(image)) if image.png else NOTHING
    graphic = _graphic(place.relations.picture(image), vector, draft.pictures, width, height)
    extent = {"cx": str(width), "cy": str(height)}
    inline = element(
        "wp:inline",
        {**_DECLARED, "distT": "0", "distB": "0", "distL": "0", "distR": "0"},
        element("wp:extent", extent),
        _description(draft.pictures, draft.writable(alt, source)),
        element("wp:cNvGraphicFramePr", {}, element("a:graphicFrameLocks", {"noChangeAspect": "1"})),
        graphic,
    )
    return run(w("drawing", inline))


def _vector(relation: str) -> Xml:
    """The extension of a picture that names its SVG."""
    blip = element("asvg:svgBlip", {"xmlns:asvg": NAMESPACES["asvg"], "r:embed": relation})
    return element("a:extLst", {}, element("a:ext", {"uri": _SVG}, blip))


def _size(image: Image, place: Place) -> tuple[int, int]:
    """Width and height in EMU."""
    width, height = image.width * _EMU_PER_PIXEL, image.height * _EMU_PER_PIXEL
    room = place.measure * _EMU_PER_TWIP, int(place.height * _HIGHEST) * _EMU_PER_TWIP
    scale = min(1.0, room[0] / width, room[1] / height)
    return max(1, round(width * scale)), max(1, round(height * scale))


def _description(number: int, alt: str) -> Xml:
    """The text alternative. A picture without one says that it is there for its looks only."""
    attributes = {"id": str(number), "name": f"Picture {number}", "descr": alt}
    if alt:
        return element("wp:docPr", attributes)
    decorative = element("adec:decorative", {"val": "1"})
    return element("wp:docPr", attributes, element("a:extLst", {}, element("a:ext", {"uri": _DECORATIVE}, decorative)))


def _graphic(relation: str, vector: Xml, number: int, width: int, height: int) -> Xml:
    about = element("pic:cNvPr", {"id": str(number), "name": f"Picture {number}"})
    blip = element("a:blip", {"r:embed": relation}, *filter(None, [vector]))
    size = element(
        "a:xfrm", {}, element("a:off", {"x": "0", "y": "0"}), element("a:ext", {"cx": str(width), "cy": str(height)})
    )
    picture = element(
        "pic:pic",
        {},
        element("pic:nvPicPr", {}, about, element("pic:cNvPicPr", {})),
        element("pic:blipFill", {}, blip, element("a:stretch", {}, element("a:fillRect", {}))),
        element("pic:spPr", {}, size, element("a:prstGeom", {"prst": "rect"}, element("a:avLst", {}))),
    )
    return element("a:graphic", {}, element("a:graphicData", {"uri": NAMESPACES["pic"]}, picture))
