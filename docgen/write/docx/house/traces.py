"""Removes from a part what tells who made it, when and how: changes, comments, bookmarks, ids of editing sessions."""

from __future__ import annotations

from lxml import etree

from docgen.write.docx.xml import NAMESPACES, Element

_W = f"{{{NAMESPACES['w']}}}"
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_REMOVED = frozenset(
    f"{_W}{name}"
    for name in (
        "annotationRef bookmarkEnd bookmarkStart cellDel cellIns cellMerge commentRangeEnd commentRangeStart "
        "commentReference customXmlDelRangeEnd customXmlDelRangeStart customXmlInsRangeEnd customXmlInsRangeStart "
        "del lastRenderedPageBreak moveFrom moveFromRangeEnd moveFromRangeStart moveToRangeEnd moveToRangeStart "
        "numberingChange pPrChange permEnd permStart proofErr rPrChange rsid sectPrChange tblGridChange tblPrChange "
        "tblPrExChange tcPrChange trPrChange"
    ).split()
)
_UNWRAPPED = frozenset(f"{_W}{name}" for name in ("customXml", "ins", "moveTo", "sdt", "sdtContent", "smartTag"))
_ONLY_ABOUT = frozenset(f"{_W}{name}" for name in ("customXmlPr", "sdtEndPr", "sdtPr", "smartTagPr"))
_SESSION_IDS = frozenset((f"{_W14}paraId", f"{_W14}textId"))


def remove_traces(root: Element) -> None:
    """Accept all changes and keep only what is seen. The part itself is changed."""
    etree.strip_tags(root, etree.Comment, etree.ProcessingInstruction)
    etree.strip_elements(root, *_REMOVED, *_ONLY_ABOUT, with_tail=False)
    etree.strip_tags(root, *_UNWRAPPED)
    for element in root.iter():
        for name in [name for name in element.attrib if _is_session_id(str(name))]:
            del element.attrib[name]


def _is_session_id(name: str) -> bool:
    return name in _SESSION_IDS or name.startswith(f"{_W}rsid")
