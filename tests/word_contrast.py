"""Computes from the styles of a Word file how far the colour of its words stands out from what is behind them.

Word puts the properties of a run together from the document's defaults, the styles of the table, its parts, the
paragraph and the run, and what the run says itself; each later one wins.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from tests.ooxml_file import NAMES, Element, WordFile, val, w

_PAPER, _INK = "FFFFFF", "000000"
_LEAST, _LEAST_LARGE = 4.5, 3.0
_LARGE, _LARGE_BOLD = 36, 28
"""Half points: 18 points, or 14 in bold."""


class Looks:
    """The styles of a Word file, each with all that it inherits."""

    def __init__(self, file: WordFile) -> None:
        self.styles = {style.get(w("styleId"), ""): style for style in file.part("styles").findall("w:style", NAMES)}
        self.defaults = file.part("styles").find("w:docDefaults/w:rPrDefault/w:rPr", NAMES)

    def chain(self, name: str) -> list[Element]:
        """A style behind those that it is based on."""
        style = self.styles.get(name)
        return [] if style is None else [*self.chain(val(style, "w:basedOn")), style]

    @cached_property
    def default_paragraph(self) -> str:
        """The style of a paragraph that names none."""
        found = (name for name, style in self.styles.items() if style.get(w("default")) == "1")
        return next((name for name in found if self.styles[name].get(w("type")) == "paragraph"), "")

    def first_row(self, name: str) -> Iterator[Element]:
        """What the style of a table says of its first row."""
        for style in self.chain(name):
            yield from style.findall("w:tblStylePr[@w:type='firstRow']", NAMES)


def low_contrast(file: WordFile) -> Iterator[str]:
    """Words that stand out too little: less than 4.5 to 1, or 3 to 1 where they are large."""
    looks, seen = Looks(file), set()
    for name, run in file.each("w:r"):
        if run.find("w:t", NAMES) is None:
            continue
        ink, paper, is_large, style = _seen(run, looks)
        if (ink, paper, is_large, style) in seen:
            continue
        seen.add((ink, paper, is_large, style))
        found = contrast(ink, paper)
        if found < (_LEAST_LARGE if is_large else _LEAST):
            yield f"{name}, {style}: {ink} on {paper} is {found:.1f} to 1"


def _seen(run: Element, looks: Looks) -> tuple[str, str, bool, str]:
    """The colour of the words, that behind them, whether they are large, and their style."""
    paragraph = next(run.iterancestors(w("p")))
    style = val(paragraph, "w:pPr/w:pStyle") or looks.default_paragraph
    sources = [*_of_table(paragraph, looks), *looks.chain(style), *_of_paragraph(paragraph)]
    character = [*looks.chain(val(run, "w:rPr/w:rStyle")), run]
    inks = [item for holder in [*sources, *character] for item in holder.findall("w:rPr/w:color", NAMES)]
    behind = ("w:tcPr/w:shd", "w:pPr/w:shd")
    papers = [item for holder in sources for path in behind for item in holder.findall(path, NAMES)]
    papers += [item for holder in [*sources, *character] for item in holder.findall("w:rPr/w:shd", NAMES)]
    ink = _colour([item.get(w("val"), "") for item in inks], _INK)
    paper = _colour([item.get(w("fill"), "") for item in papers], _PAPER)
    return ink, paper, _is_large([*sources, *character], looks), style


def _of_table(paragraph: Element, looks: Looks) -> list[Element]:
    """The parts of the table's style that hold in a cell, and the cell itself."""
    cell = next(paragraph.iterancestors(w("tc")), None)
    if cell is None:
        return []
    row = next(cell.iterancestors(w("tr")))
    table = next(row.iterancestors(w("tbl")))
    name = val(table, "w:tblPr/w:tblStyle")
    is_first = table.find("w:tr", NAMES) is row
    return [*looks.chain(name), *(looks.first_row(name) if is_first else []), cell]


def _of_paragraph(paragraph: Element) -> list[Element]:
    """What a paragraph says itself counts for what is behind it, not for the colour of its words."""
    return [] if paragraph.find("w:pPr/w:shd", NAMES) is None else [paragraph]


def _colour(said: list[str], default: str) -> str:
    """The last that is said; `auto` is the default again."""
    last = next((colour for colour in reversed(said) if colour), "auto")
    return default if last == "auto" else last.upper()


def _is_large(holders: list[Element], looks: Looks) -> bool:
    said = [looks.defaults.getparent()] if looks.defaults is not None else []
    sizes = [int(val(item)) for holder in [*said, *holders] for item in holder.findall("w:rPr/w:sz", NAMES)]  # type: ignore[union-attr]
    bolds = [item for holder in holders for item in holder.findall("w:rPr/w:b", NAMES)]
    size = sizes[-1] if sizes else 20
    is_bold = bool(bolds) and val(bolds[-1]) not in ("0", "false")
    return size >= (_LARGE_BOLD if is_bold else _LARGE)


def contrast(one: str, other: str) -> float:
    """As WCAG defines it, of two colours written as six digits: from 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[start : start + 2], 16) / 255 for start in (0, 2, 4)]
    red, green, blue = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
