"""Reads the attributes of WordprocessingML: its numbers, lengths and switches."""

from __future__ import annotations

from functools import lru_cache

from docgen.write.docx.xml import Element, qualified

VAL = qualified("w:val")
_OFF = {"0", "false", "off", "none"}
_UNITS = {"pt": 20.0, "in": 1440.0, "cm": 1440 / 2.54, "mm": 144 / 2.54, "pc": 240.0, "pi": 240.0}
"""Twips in each unit that strict files may name."""
_MOST = 1e9
"""No length is as large, in any unit: what is, or is no number at all, says nothing."""


def value(element: Element | None, default: str = "") -> str:
    """The `w:val` of an element that may be missing."""
    return default if element is None else element.get(VAL, default)


def child(parent: Element | None, tag: str) -> Element | None:
    """The first child of a tag, which stands among few: lxml's own search takes longer to begin."""
    for item in parent if parent is not None else ():
        if item.tag == tag:
            return item
    return None


def switch(element: Element) -> bool:
    """Whether an element such as `w:keepNext` says yes: without a value, it does."""
    return element.get(VAL, "1") not in _OFF


@lru_cache(maxsize=512)
def whole(text: str | None, default: int = 0) -> int:
    """A whole number; the default where there is none."""
    return round(twips(text, default)) if text else default


def twips(text: str, default: float = 0) -> float:
    """A length, which strict files may give with its unit: `1.5pt`."""
    number, unit = (text[:-2], text[-2:]) if text[-2:] in _UNITS else (text, "")
    try:
        read = float(number) * _UNITS.get(unit, 1.0)
    except ValueError:
        return default
    return read if abs(read) < _MOST else default


def length(element: Element | None, name: str, default: int = 0) -> int:
    """The length that an attribute gives, in twips."""
    return default if element is None else whole(element.get(qualified(f"w:{name}")), default)
