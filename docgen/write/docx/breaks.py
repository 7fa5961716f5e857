"""Settles what can only be seen once the blocks stand beside one another: page breaks, and tables that touch."""

from __future__ import annotations

from docgen.write.docx.tables import AFTER_TABLE
from docgen.write.docx.xml import Element, Xml, parsed, qualified, run, w

PAGE_BREAK = w("p", run(w("br", type="page")))
"""Stands for a page break until the block after it begins on a new page: a paragraph of its own would leave an empty line there."""

_P, _PPR, _TBL = qualified("w:p"), qualified("w:pPr"), qualified("w:tbl")
_BEFORE_IT = tuple(qualified(name) for name in ("w:pStyle", "w:keepNext", "w:keepLines"))


def settled(content: Xml) -> list[Element]:
    """The elements of a section: touching tables parted, page breaks moved to what follows them.

    A page break at either end is left out: there, a new page begins or the document ends in any case.
    """
    elements = parsed(Xml(content.replace("</w:tbl><w:tbl>", f"</w:tbl>{AFTER_TABLE}<w:tbl>")))
    kept: list[Element] = []
    pending = False
    for element in elements:
        if _is_page_break(element):
            pending = bool(kept)
            continue
        if pending:
            _begin_page(element)
        kept.append(element)
        pending = False
    if kept and kept[-1].tag == _TBL:
        kept += parsed(AFTER_TABLE)
    return kept


def _is_page_break(element: Element) -> bool:
    return element.tag == _P and element.find(_PPR) is None


def _begin_page(element: Element) -> None:
    """For a table, its first paragraph tells."""
    first = element if element.tag == _P else next(element.iter(_P))
    properties = first.find(_PPR)
    if properties is None:
        return
    place = sum(child.tag in _BEFORE_IT for child in properties)
    properties.insert(place, properties.makeelement(qualified("w:pageBreakBefore")))
