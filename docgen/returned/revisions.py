"""Settles the tracked changes of a Word file: what was inserted counts, what was deleted does not."""

from __future__ import annotations

from lxml import etree

Element = etree._Element

_NAMES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
}
_DELETED = etree.XPath(
    "//w:del//w:t | //w:moveFrom//w:t | //w:tr[w:trPr/w:del]//w:t | //mc:Fallback//w:t", namespaces=_NAMES
)
"""Words that nobody reads any more, and those of a text box that are there a second time for older programs."""


def settle(root: Element) -> None:
    """Empty what was deleted. The elements stay, since bookmarks may begin and end among them."""
    deleted = _DELETED(root)
    assert isinstance(deleted, list), "the path selects elements"
    for text in deleted:
        assert isinstance(text, Element), "the path selects elements"
        text.text = ""
