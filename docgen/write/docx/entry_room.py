"""How much room the words before the names of appendices take in the contents: more than a number does."""

from __future__ import annotations

from docgen.tree.block import Contents, ContentsEntry
from docgen.write.docx.headings import APPENDIX
from docgen.write.docx.house.styles import Stylesheet, size_of
from docgen.write.docx.layout.faces import face
from docgen.write.docx.package import Package

_SPACE = 0.6
"""Between `Appendix A` and the name, as a share of the size."""


def room_of_appendices(contents: Contents, package: Package) -> int:
    """The room, in twips, that all appendices share, so that their names stand below one another; 0 without any."""
    # Bold letters are wider than others: what has room for them has room for both.
    letters = face("Arial", bold=True, italic=False)
    widths = [sum(map(letters.width, entry.number)) for entry in contents.entries if is_appendix(entry)]
    size = size_of(Stylesheet(package.styles), "TOC1") * 10
    return round((max(widths) + _SPACE) * size) if widths else 0


def is_appendix(entry: ContentsEntry) -> bool:
    """Whether an entry is that of an appendix, and not of a heading inside."""
    return entry.number.startswith(APPENDIX)
