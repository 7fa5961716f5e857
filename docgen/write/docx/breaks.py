"""Settles what can only be seen once the blocks stand beside one another: page breaks, sections, tables that touch."""

from __future__ import annotations

from collections.abc import Sequence

from docgen.write.docx.tables import AFTER_TABLE
from docgen.write.docx.xml import NAMESPACES, Element, Xml, joined, parsed, qualified, run, w

PAGE_BREAK = w("p", run(w("br", type="page")))
"""Stands for a page break until the block after it begins on a new page.

As a paragraph of its own, it would leave an empty line at the head of that page.
"""

_SECTION_END = w("sectPr")
"""Stands for the end of a section until the last paragraph of the section tells it."""

_P, _PPR, _TBL, _SECTION = (qualified(name) for name in ("w:p", "w:pPr", "w:tbl", "w:sectPr"))
_BEFORE_IT = tuple(qualified(name) for name in ("w:pStyle", "w:keepNext", "w:keepLines"))


def in_sections(contents: Sequence[Xml]) -> Xml:
    """The contents of all sections, one after the other, with their ends marked and touching tables parted."""
    written = joined(joined((content, _SECTION_END)) for content in contents)
    return Xml(written.replace("</w:tbl><w:tbl>", f"</w:tbl>{AFTER_TABLE}<w:tbl>"))


def settle(document: Element, sections: Sequence[Element]) -> None:
    """Give the marked sections their properties, and turn page breaks into properties of what follows them.

    A page break at either end of a section is left out: a new page begins there in any case.
    """
    body = _found(document, "w:body")
    waiting = iter(sections)
    before: Element | None = None
    pending = False
    for element in list(body):
        if _is_page_break(element):
            pending = before is not None
            body.remove(element)
            continue
        if element.tag == _SECTION:
            _end_section(element, before, next(waiting))
        elif pending:
            _begin_page(element if element.tag == _P else _paragraph_before(element))
        before, pending = (None if element.tag == _SECTION else element), False


def _is_page_break(element: Element) -> bool:
    return element.tag == _P and element.find(_PPR) is None


def _begin_page(paragraph: Element) -> None:
    properties = _found(paragraph, "w:pPr")
    place = sum(child.tag in _BEFORE_IT for child in properties)
    properties.insert(place, properties.makeelement(qualified("w:pageBreakBefore")))


def _paragraph_before(table: Element) -> Element:
    """A table cannot say that it begins on a new page, and its first row is repeated on every page."""
    paragraph = parsed(AFTER_TABLE)[0]
    table.addprevious(paragraph)
    return paragraph


def _end_section(mark: Element, before: Element | None, properties: Element) -> None:
    """The last section's properties end the body. Those of others stand in the section's last paragraph.

    A paragraph added for them might stand alone on a page. After a table, Word wants one in any case.
    """
    body = _found(mark, "..")
    if before is None or before.tag == _TBL:
        before = parsed(AFTER_TABLE)[0]
        mark.addprevious(before)
    if mark is body[-1]:
        body.append(properties)
    else:
        _found(before, "w:pPr").append(properties)
    body.remove(mark)


def _found(element: Element, path: str) -> Element:
    found = element.find(path, NAMESPACES)
    assert found is not None, f"{element.tag} has its {path}"
    return found
