"""Writes the metrics of fonts that `docgen/write/docx/layout/faces/` keeps, from the font files of a system.

    python -m tests.font_widths /usr/share/fonts/truetype docgen/write/docx/layout/faces

It needs fontTools, and on Debian the packages fonts-liberation2, fonts-crosextra-carlito and fonts-crosextra-caladea.
The fonts have the widths of Arial, Times New Roman, Courier New, Calibri and Cambria. Liberation and Carlito are under
the SIL Open Font License 1.1, Caladea is under the Apache License 2.0. Only their measures are kept, no outline.
"""

from __future__ import annotations

import sys
from itertools import groupby
from pathlib import Path
from typing import Any

FAMILIES = ("LiberationSans", "LiberationSerif", "LiberationMono", "Carlito", "Caladea")
FACES = ("Regular", "Bold", "Italic", "BoldItalic")
KEPT = ((0x20, 0x58F), (0x1E00, 0x1EFF), (0x2000, 0x27BF))
"""Latin, Greek, Cyrillic, Armenian; punctuation, arrows, signs."""


def main(fonts: str, folder: str) -> None:
    """Write one file a face."""
    for name in (f"{family}-{face}" for family in FAMILIES for face in FACES):
        file = next(Path(fonts).rglob(f"{name}.ttf"))
        (Path(folder) / f"{name}.txt").write_text(described(file), encoding="utf-8")


def described(file: Path) -> str:
    """The heights of a line, then a line for each stretch of characters: the first one, and the widths."""
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

    font = TTFont(file)
    names, head, high, system = font["name"], font["head"], font["hhea"], font["OS/2"]
    lines = [
        f"# {names.getDebugName(4)} {names.getDebugName(5)}",
        f"units {head.unitsPerEm}",
        f"hhea {high.ascent} {-high.descent} {high.lineGap}",
        f"win {system.usWinAscent} {system.usWinDescent}",
        f"typo {system.sTypoAscender} {-system.sTypoDescender} {system.sTypoLineGap} {system.fsSelection >> 7 & 1}",
    ]
    return "\n".join([*lines, *_stretches(font)]) + "\n"


def _stretches(font: Any) -> list[str]:
    glyphs = font.getBestCmap()
    widths = {code: font["hmtx"][glyphs[code]][0] for code in sorted(glyphs) if any(a <= code <= b for a, b in KEPT)}
    stretches: list[list[int]] = []
    for code in widths:
        if not stretches or stretches[-1][-1] != code - 1:
            stretches.append([])
        stretches[-1].append(code)
    return [f"{codes[0]:04X} {_repeated(widths, codes)}" for codes in stretches]


def _repeated(widths: dict[int, int], codes: list[int]) -> str:
    """`569 1139*3`: a width, and how often it follows."""
    runs = [(width, len(list(group))) for width, group in groupby(widths[code] for code in codes)]
    return " ".join(str(width) if count == 1 else f"{width}*{count}" for width, count in runs)


if __name__ == "__main__":
    main(*sys.argv[1:])
