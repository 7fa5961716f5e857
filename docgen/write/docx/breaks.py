"""Settles what can only be seen once the blocks stand beside one another: page breaks, sections, tables that touch."""

from __future__ import annotations

from collections.abc import Sequence

from docgen.write.docx.tables import AFTER_TABLE
from docgen.write.docx.xml import Element, Xml, joined, parsed, qualified, run, w

PAGE_BREAK = w("p", run(w("br", type="page")))
"""Stands for a page break until the block after it begins on a new page: as a paragraph, it would leave an empty line there."""

_SECTION_END = w("sectPr")
"""Stands for the end of a section until the last paragraph of the section tells it."""

_P, _PPR, _TBL, _SECTION = (qualified(name) for name in ("w:p", "w:pPr", "w:tbl", "w:sectPr"))
_BEFORE_IT = tuple(qualified(name) for name in ("w:pStyle", "w:keepNext", "w:keepLines"))


def in_sections(contents: Sequence[Xml]) -> Xml:
    """The contents of the sections one after the other, with the ends of sections marked, and touching tables parted."""
    written = joined(joined((content, _SECTION_END)) for content in contents)
    return Xml(written.replace("</w:tbl><w:tbl>", f"</w:tbl>{AFTER_TABLE}<w:tbl>"))


def settle(body: Element, sections: Sequence[Element]) -> None:
    """Give the marked sections their properties, and turn page breaks into properties of what follows them.

    A page break at either end of a section is left out: a new page begins there in any case.
    """
    waiting = iter(sections)
    before: Element | None = None
    pending = False
    for element in list(body):
        if _is_page_break(element):
            pending = before is not None
            body.remove(element)
        elif element.tag == _SECTION:
            _end_section(element, before, next(waiting))
            before, pending = None, False
        else:
            if pending:
                _begin_page(element)
            before, pending = element, False


def _is_page_break(element: Element) -> bool:
    return element.tag == _P and element.find(_PPR) is None


def _begin_page(element: Element) -> None:
    """For a table, its first paragraph tells."""
    first = element if element.tag == _P else next(element.iter(_P))
    properties = first.find(_PPR)
    assert properties is not None, "every paragraph has a style"
    place = sum(child.tag in _BEFORE_IT for child in properties)
    properties.insert(place, properties.makeelement(qualified("w:pageBreakBefore")))


def _end_section(mark: Element, before: Element | None, properties: Element) -> None:
    """The last section's properties end the body. Those of others stand in the section's last paragraph: one added
    for them might stand alone on a page. After a table, Word wants a paragraph in any case.
    """
    if before is None or before.tag == _TBL:
        mark.addprevious(parsed(AFTER_TABLE)[0])
    if mark.getnext() is None:
        mark.addprevious(properties)
    else:
        paragraph = mark.getprevious()
        assert paragraph is not None, "a section has a paragraph"
        holder = paragraph.find(_PPR)
        assert holder is not None, "every paragraph has a style"
        holder.append(properties)
    parent = mark.getparent()
    assert parent is not None, "it stands in the body"
    parent.remove(mark)
