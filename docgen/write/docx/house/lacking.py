"""Tells which of the styles that a document uses the house lacks."""

from __future__ import annotations

import re
from collections.abc import Iterable

from docgen.codes import word_files
from docgen.diagnostic import Findings
from docgen.source import Source
from docgen.wording import listed
from docgen.write.docx.house.house import House

_USED = re.compile(rb'<w:(?:p|r|tbl)Style w:val="([^"]*)"')


def report_added(house: House, parts: Iterable[bytes], findings: Findings) -> None:
    """One note that names them all. `parts` is the text of the document, its headers and its notes."""
    if not house.added:
        return
    used = {id.decode() for part in parts for id in _USED.findall(part)}
    names = sorted(name for id, name in house.added if id in used)
    if names:
        them = "style" if len(names) == 1 else f"{len(names)} styles"
        quoted = [f"'{name}'" for name in names]
        message = f"docgen added the {them} that it lacks: {listed(quoted)}"
        help = "leave it so, or make them in Word; 'docgen reference --out all-styles.docx' shows how docgen made them"
        findings.add(word_files.STYLE_ADDED.at(Source(house.path), message, help))
