"""Which fonts the letters of an SVG picture are set in: those that docgen brings along, or their like.

A reader's computer may not have the font that a drawing asks for. So each drawing asks for Liberation Sans, or where it
is not there for Arial or Helvetica, whose letters are as wide: it looks the same in all outputs.
"""

from __future__ import annotations

import re

SANS = "Liberation Sans, Arial, Helvetica, sans-serif"
MONO = "DejaVu Sans Mono, Consolas, Menlo, monospace"

_ALIKE = frozenset({"arial", "arialmt", "helvetica", "helvetica neue", "liberation sans", "sans-serif", "sans"})
_SAME_MONO = frozenset({"dejavu sans mono", "monospace"})
_GENERIC = frozenset({"serif", "system-ui", "ui-sans-serif", "inherit", "initial", "unset", "cursive", "fantasy", ""})
_OF_ONE_WIDTH = re.compile(r"mono|courier|consol|menlo|typewriter", re.IGNORECASE)


def families(asked: str) -> tuple[str, str]:
    """The fonts to ask for instead, and the name of the one that others stand in for; empty where it is there."""
    names = [name.strip().strip("\"'").strip() for name in asked.split(",")]
    first = next((name for name in names if name.lower() not in _GENERIC), "")
    if _OF_ONE_WIDTH.search(first):
        return MONO, "" if first.lower() in _SAME_MONO else first
    return SANS, "" if not first or first.lower() in _ALIKE else first
