"""Takes over those settings of a reference document that change how pages look; all others are docgen's."""

from __future__ import annotations

from copy import deepcopy

from docgen.write.docx.xml import Element, qualified

_ORDER = (
    "zoom mirrorMargins bordersDoNotSurroundHeader bordersDoNotSurroundFooter gutterAtTop defaultTabStop "
    "autoHyphenation consecutiveHyphenLimit hyphenationZone doNotHyphenateCaps evenAndOddHeaders "
    "characterSpacingControl footnotePr compat themeFontLang clrSchemeMapping decimalSymbol listSeparator"
).split()
"""In the order of the schema."""
_TAKEN = (
    "mirrorMargins bordersDoNotSurroundHeader bordersDoNotSurroundFooter gutterAtTop defaultTabStop autoHyphenation "
    "consecutiveHyphenLimit hyphenationZone doNotHyphenateCaps evenAndOddHeaders characterSpacingControl "
    "clrSchemeMapping"
).split()


def merge_settings(house: Element | None, own: Element) -> Element:
    """docgen's `w:settings`, with what the house says of pages, tabs and hyphens."""
    found = {child.tag: child for child in own}
    theirs = {child.tag: child for child in house} if house is not None else {}
    for name in _TAKEN:
        tag = qualified(f"w:{name}")
        if tag in theirs:
            found[tag] = deepcopy(theirs[tag])
    for child in list(own):
        own.remove(child)
    own.extend([found[tag] for tag in map(qualified, (f"w:{name}" for name in _ORDER)) if tag in found])
    return own


def is_on(element: Element | None) -> bool:
    """Whether a setting that is there or not holds: it may also be there and say no."""
    return element is not None and element.get(qualified("w:val"), "1") in ("1", "true", "on")
