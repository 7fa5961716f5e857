"""Where words stand on the pages of a PDF, as poppler sees them."""

from __future__ import annotations

import re
import subprocess
from dataclasses import dataclass

_WORD = re.compile(r'xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)<')


@dataclass(frozen=True)
class Placed:
    """A word on a page; lengths are in points from the upper left corner."""

    page: int
    left: float
    top: float
    right: float
    bottom: float
    word: str


def placed_words(pdf: bytes) -> list[Placed]:
    """Every word of a PDF with its place."""
    run = subprocess.run(["pdftotext", "-bbox", "-", "-"], input=pdf, capture_output=True, check=True)
    found: list[Placed] = []
    for number, page in enumerate(run.stdout.decode().split("<page ")[1:], start=1):
        for word in _WORD.finditer(page):
            left, top, right, bottom = (float(value) for value in word.groups()[:4])
            found.append(Placed(number, left, top, right, bottom, word[5]))
    return found
