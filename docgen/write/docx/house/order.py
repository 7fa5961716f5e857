"""Puts properties where the schema of Word wants them."""

from __future__ import annotations

from docgen.write.docx.xml import NAMESPACES, Element, qualified

_PARAGRAPH = (
    "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
    "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
    "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange"
).split()
_BEHIND_PROPERTIES = frozenset(qualified(f"w:{name}") for name in "rPr tblPr trPr tcPr tblStylePr".split())


def paragraph_properties(element: Element) -> Element:
    """The `w:pPr` of a style or of a level of a list, made where there is none."""
    found = element.find("w:pPr", NAMESPACES)
    if found is not None:
        return found
    made = element.makeelement(qualified("w:pPr"))
    behind = next((child for child in element if child.tag in _BEHIND_PROPERTIES), None)
    if behind is None:
        element.append(made)
    else:
        behind.addprevious(made)
    return made


def child_of(properties: Element, name: str) -> Element:
    """A property of paragraphs in a `w:pPr`, made where there is none: `numPr`, `ind`."""
    found = properties.find(f"w:{name}", NAMESPACES)
    if found is not None:
        return found
    before = {qualified(f"w:{other}") for other in _PARAGRAPH[: _PARAGRAPH.index(name)]}
    made = properties.makeelement(qualified(f"w:{name}"))
    properties.insert(sum(child.tag in before for child in properties), made)
    return made
