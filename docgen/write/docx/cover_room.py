"""Gives the cover of a landscape paper less room between its lines: its page is lower, and its words are as high."""

from __future__ import annotations

from docgen.tree.document import Properties
from docgen.write.docx.package import Package
from docgen.write.docx.page import page_of
from docgen.write.docx.xml import NAMESPACES, qualified

_COVER = "Cover"
"""What the names of the styles of covers begin with."""


def lower_cover(properties: Properties, package: Package) -> None:
    """Shrink the room above and below the styles of the cover; by the square, since words do not shrink along."""
    if not properties.landscape:
        return
    upright, turned = (page_of(package.last_section, landscape) for landscape in (False, True))
    share = min(1.0, turned.height / upright.height) ** 2
    for style in package.styles.findall("w:style", NAMESPACES):
        spacing = style.find("w:pPr/w:spacing", NAMESPACES)
        if spacing is None or not style.get(qualified("w:styleId"), "").startswith(_COVER):
            continue
        rooms = {side: spacing.get(qualified(side), "") for side in ("w:before", "w:after")}
        for side in (side for side, room in rooms.items() if room.isdecimal()):
            spacing.set(qualified(side), str(round(int(rooms[side]) * share)))
