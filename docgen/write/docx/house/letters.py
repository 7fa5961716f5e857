"""States in which letters a house writes where its styles say nothing: Word and other programs take different ones."""

from __future__ import annotations

from docgen.write.docx.xml import NAMESPACES, Element, qualified

_FONT, _HALF_POINTS = "Times New Roman", "20"
"""Word's choice. LibreOffice would take 12 points."""
_SCRIPTS = ("ascii", "hAnsi", "eastAsia", "cs")
_BEFORE_SIZE = (
    "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish "
    "webHidden color spacing w kern position"
).split()
"""In the order of the schema."""


def state_letters(styles: Element) -> None:
    """Write the font and the size into the defaults of a `w:styles`, unless they are there."""
    properties = _first(_first(_first(styles, "docDefaults"), "rPrDefault"), "rPr")
    _state_font(properties)
    if properties.find("w:sz", NAMESPACES) is None:
        before = {qualified(f"w:{name}") for name in _BEFORE_SIZE}
        size = properties.makeelement(qualified("w:sz"), {qualified("w:val"): _HALF_POINTS})
        properties.insert(sum(child.tag in before for child in properties), size)


def _state_font(properties: Element) -> None:
    fonts = _first(properties, "rFonts")
    for script in _SCRIPTS:
        name = qualified(f"w:{script}")
        if name not in fonts.attrib and qualified(f"w:{_theme(script)}") not in fonts.attrib:
            fonts.set(name, _FONT)


def _theme(script: str) -> str:
    return "cstheme" if script == "cs" else f"{script}Theme"


def _first(parent: Element, name: str) -> Element:
    """A child, which stands first where it has to be made."""
    found = parent.find(f"w:{name}", NAMESPACES)
    if found is not None:
        return found
    made = parent.makeelement(qualified(f"w:{name}"))
    parent.insert(0, made)
    return made
