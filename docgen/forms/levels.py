"""Which of a form's styles are headings, and of which level."""

from __future__ import annotations

import re
from collections.abc import Mapping

from docgen.write.docx.house.measures import number
from docgen.write.docx.house.styles import Stylesheet, name_of, value
from docgen.write.docx.xml import Element

_HEADING = re.compile(r"heading ([1-9])", re.IGNORECASE)


def heading_levels(styles: Element) -> Mapping[str, int]:
    """The levels of heading styles by their ids, from 1."""
    sheet = Stylesheet(styles)
    return {id: level for id in sheet.by_id if (level := _level(id, sheet))}


def _level(id: str, sheet: Stylesheet) -> int:
    """By the style's name, or by the level of outline that it says, or the one that it is based on."""
    named = _HEADING.fullmatch(name_of(sheet.by_id[id]))
    if named:
        return int(named[1])
    said = next((said for style in sheet.lineage(id) if (said := value(style, "w:pPr/w:outlineLvl"))), "")
    outline = number(said, -1)
    return outline + 1 if 0 <= outline < 9 else 0
