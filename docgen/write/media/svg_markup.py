"""Opens SVG files: well-formed XML of a bearable size, without declarations."""

from __future__ import annotations

from xml.parsers import expat

from lxml import etree
from msgspec import Struct

from docgen.write.media.svg_names import NAMESPACE
from docgen.write.media.unfit import UnfitPicture

MOST_BYTES = 10_000_000
MOST_ELEMENTS = 100_000
DEEPEST = 200

_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
_ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be")
_BEGINNING = 4_000
_SIMPLER = "make it simpler in the drawing program, or save it as PNG"


def looks_like_svg(data: bytes) -> bool:
    """Whether the beginning of a file names an SVG picture, in any encoding that XML files are found in."""
    beginning = data[:_BEGINNING].lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    is_markup = beginning.lstrip(b"\0").startswith(b"<")
    return is_markup and any("<svg".encode(encoding) in data for encoding in _ENCODINGS)


def read_markup(data: bytes) -> etree._Element:
    """The root of the picture. Raises `UnfitPicture`."""
    if len(data) > MOST_BYTES:
        fault = f"is larger than {MOST_BYTES // 1_000_000} MB"
        raise UnfitPicture(fault, "make it simpler, or put photographs beside it as files of their own", True)
    try:
        _scan(data)
        root = etree.fromstring(data, _PARSER)
    except (expat.ExpatError, etree.XMLSyntaxError, ValueError, LookupError) as error:
        where = f"line {error.lineno}" if isinstance(error, expat.ExpatError) else "its markup"
        raise UnfitPicture(f"is a damaged SVG picture: {where} is not XML", "save it as SVG again") from error
    if etree.QName(root).localname != "svg" or etree.QName(root).namespace not in (NAMESPACE, None):
        raise UnfitPicture("is no SVG picture: it does not begin with 'svg'", "save it as SVG, PNG or JPEG")
    return root


class _Scan(Struct):
    """Counts elements as they come, so that nothing is built of what is too large."""

    elements: int = 0
    depth: int = 0

    def start(self, _: str, __: dict[str, str]) -> None:
        """An element begins."""
        self.elements += 1
        self.depth += 1
        if self.elements > MOST_ELEMENTS:
            raise UnfitPicture(f"holds more than {MOST_ELEMENTS:,} elements", _SIMPLER, True)
        if self.depth > DEEPEST:
            raise UnfitPicture(f"nests more than {DEEPEST} elements in one another", _SIMPLER, True)

    def end(self, _: str) -> None:
        """An element ends."""
        self.depth -= 1

    def doctype(self, _: str, __: str | None, ___: str | None, has_declarations: bool) -> None:
        """How entities are smuggled in: copies of copies, or other files. A mere name of the type is never followed."""
        if not has_declarations:
            return
        help = "delete what stands from '<!DOCTYPE' to ']>', or save it as 'plain SVG'"
        raise UnfitPicture("declares entities, which can draw in other files", help, True)

    def entity(self, name: str, _: bool) -> None:
        """Something that only another file could tell."""
        raise UnfitPicture(f"is a damaged SVG picture: '&{name};' stands for nothing", "save it as SVG again")


def _scan(data: bytes) -> None:
    scan = _Scan()
    parser = expat.ParserCreate()
    parser.StartElementHandler, parser.EndElementHandler = scan.start, scan.end
    parser.StartDoctypeDeclHandler, parser.SkippedEntityHandler = scan.doctype, scan.entity
    parser.Parse(data, True)
