"""Spells WordprocessingML: `w("p", w("r", words("A&E")))` is `<w:p><w:r><w:t>A&amp;E</w:t></w:r></w:p>`.

Markup has a type of its own. Only the functions here make it, and they escape whatever is put between and into its
tags; mypy refuses a plain string where markup is wanted. lxml then reads it once, which is several times faster than
making its elements one by one, and would tell if it were not well-formed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NewType

from lxml import etree

Element = etree._Element
Xml = NewType("Xml", str)
"""Well-formed markup: any number of elements."""
NOTHING = Xml("")

NAMESPACES = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "asvg": "http://schemas.microsoft.com/office/drawing/2016/SVG/main",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
    "o": "urn:schemas-microsoft-com:office:office",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "v": "urn:schemas-microsoft-com:vml",
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
}
_DECLARED = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
PARSER = etree.XMLParser(huge_tree=True, ns_clean=True, resolve_entities=False, no_network=True)
"""Reads what docgen has written: large tables too, and nothing from elsewhere."""


def qualified(name: str) -> str:
    """`w:val` as lxml calls it: `{http://…/main}val`."""
    prefix, _, local = name.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"


def w(tag: str, *children: Xml, **attributes: str) -> Xml:
    """An element of Word's main namespace with attributes of that namespace."""
    start = "".join([f"<w:{tag}", *[f' w:{name}="{_attribute(value)}"' for name, value in attributes.items()]])
    return Xml(f"{start}>{''.join(children)}</w:{tag}>" if children else f"{start}/>")


def element(name: str, attributes: Mapping[str, str], *children: Xml) -> Xml:
    """An element of any namespace: `element("wp:extent", {"cx": "1"})`."""
    start = "".join([f"<{name}", *[f' {key}="{_attribute(value)}"' for key, value in attributes.items()]])
    return Xml(f"{start}>{''.join(children)}</{name}>" if children else f"{start}/>")


def words(text: str, tag: str = "t") -> Xml:
    """Words of a run. XML would let Word trim the spaces at their ends, were they not declared to count."""
    counts = text[:1].isspace() or text[-1:].isspace() or "  " in text
    start = f'<w:{tag} xml:space="preserve">' if counts else f"<w:{tag}>"
    return Xml(f"{start}{_escaped(text)}</w:{tag}>")


def bookmark_ends(id: int, name: str) -> tuple[Xml, Xml]:
    """What stands before and behind a place. Names of bookmarks are made of letters, digits and `_`."""
    return Xml(f'<w:bookmarkStart w:id="{id}" w:name="{name}"/>'), Xml(f'<w:bookmarkEnd w:id="{id}"/>')


def joined(parts: Iterable[Xml]) -> Xml:
    """One after the other."""
    return Xml("".join(parts))


def run(content: Xml, properties: Xml = NOTHING) -> Xml:
    """A run. `properties` is a whole `w:rPr`, or nothing."""
    return Xml(f"<w:r>{properties}{content}</w:r>")


def paragraph(style: str, content: Xml = NOTHING, *properties: Xml) -> Xml:
    """A paragraph. Its style comes first; the other properties stand in the order of the schema."""
    return Xml(f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{"".join(properties)}</w:pPr>{content}</w:p>')


def cell_of(properties: Xml, content: Xml) -> Xml:
    """A cell of a table. `properties` is a whole `w:tcPr`."""
    return Xml(f"<w:tc>{properties}{content}</w:tc>")


def parsed(content: Xml) -> list[Element]:
    """The elements of the markup, in order."""
    root = etree.fromstring(f"<docgen {_DECLARED}>{content}</docgen>".encode(), PARSER)
    return list(root)


def markup_of_element(element: Element) -> Xml:
    """The markup of an element that stands in a tree, with the namespaces it needs."""
    return Xml(etree.tostring(element, encoding="unicode", with_tail=False))


def serialised(root: Element) -> bytes:
    """The bytes of a part of the package."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def unescaped(text: str) -> str:
    """What `words` made of a text, as it was."""
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&") if "&" in text else text


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _attribute(value: str) -> str:
    """Most values are Word's own names and numbers, which need no escaping."""
    if value.isalnum():
        return value
    escaped = _escaped(value).replace('"', "&quot;")
    return escaped.replace("\t", "&#9;").replace("\n", "&#10;").replace("\r", "&#13;")
