"""The fonts that come with docgen, and which characters they have.

Arial's measures, so that Word and PDF break lines alike; then symbols and the letters of other scripts. No font of the
machine is ever used: the same paper would look different elsewhere.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

FAMILIES = ("Liberation Sans", "Noto Emoji", "DejaVu Sans")
"""In the order in which they are asked for a character."""
CODE_FAMILIES = ("DejaVu Sans Mono", *FAMILIES)
"""For words in the computer's own spelling; the first comes with Typst."""


def font_folder() -> str:
    """Where the font files are."""
    return str(files("docgen.typesetting") / "fonts")


def unprintable(text: str) -> list[str]:
    """The characters of a text that no font has, each once, sorted."""
    return sorted(set(_unprintable().findall(text))) if not text.isascii() else []


def replaced(text: str) -> str:
    """The text in which the number of each unprintable character stands for it: `[U+4E2D]`."""
    return text if text.isascii() else _unprintable().sub(lambda found: f"[U+{ord(found[0]):04X}]", text)


@cache
def _unprintable() -> re.Pattern[str]:
    """`coverage.txt` holds stretches of characters that all faces of a family have, as `2190-2193`."""
    text = (files("docgen.typesetting") / "fonts" / "coverage.txt").read_text("utf-8")
    stretches = [line.split("-") for line in text.splitlines() if not line.startswith("#")]
    known = "".join(f"\\U{first:0>8}-\\U{last:0>8}" for first, last in stretches)
    return re.compile(f"[^{known}\n]")
