"""Tells which characters the fonts have that come with docgen: writes `docgen/typesetting/fonts/coverage.txt`.

python -m tests.font_coverage
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from pathlib import Path

from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

from docgen.typesetting.fonts import FAMILIES, font_folder

IGNORABLE = ((0xAD, 0xAD), (0x200B, 0x200F), (0x2028, 0x202E), (0x2060, 0x2064), (0x2066, 0x2069), (0xFE00, 0xFE0F))
"""Characters that show nothing: no font needs them."""
REFUSED = frozenset({0xFEFF})
"""What PDF/UA does not allow, whatever fonts have."""
HEAD = "# The characters that all faces of one of the families have. Written by: python -m tests.font_coverage"


def coverage() -> str:
    """The file, from the fonts themselves."""
    codes = {code for first, last in IGNORABLE for code in range(first, last + 1)}
    for family in FAMILIES:
        codes |= set.intersection(*(_codes(path) for path in _faces(family)))
    stretches = [f"{stretch[0]:X}-{stretch[-1]:X}" for stretch in _stretches(sorted(codes))]
    return "\n".join([HEAD, *stretches]) + "\n"


def _faces(family: str) -> list[Path]:
    found = sorted(Path(font_folder()).glob(f"{family.replace(' ', '')}*.ttf"))
    assert found, f"no font of the family {family}"
    return found


def _codes(path: Path) -> set[int]:
    with TTFont(path) as font:
        return {code for code in font.getBestCmap() if code >= 0x20 and code not in REFUSED}


def _stretches(codes: Iterable[int]) -> list[list[int]]:
    grouped = groupby(enumerate(codes), key=lambda pair: pair[1] - pair[0])
    return [[code for _, code in group] for _, group in grouped]


if __name__ == "__main__":
    (Path(font_folder()) / "coverage.txt").write_text(coverage(), encoding="utf-8", newline="\n")
