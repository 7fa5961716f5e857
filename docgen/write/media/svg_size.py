"""Works out how large an SVG picture is shown."""

from __future__ import annotations

import math
import re

from lxml import etree

from docgen.write.media.unfit import UnfitPicture

LARGEST = 2_000.0
"""In pixels of a screen: no page shows more, and what is larger is shown in the same shape."""
MOST_RATIO = 200
_LARGEST_BOX = 1e7
_UNITS = {
    "": 1,
    "px": 1,
    "pt": 96 / 72,
    "pc": 16,
    "in": 96,
    "cm": 96 / 2.54,
    "mm": 96 / 25.4,
    "q": 96 / 101.6,
    "em": 16,
}
_LENGTH = re.compile(r"\s*(\+?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,2})?)\s*([a-z]*)\s*", re.IGNORECASE)
_HELP = "write its size or its 'viewBox' into the first element, or save it again"

Box = tuple[float, float, float, float]
"""Left, top, width, height, in the units of the drawing."""


def set_size(root: etree._Element) -> tuple[float, float]:
    """Width and height in pixels of a screen, which are written into the root with its box. Raises `UnfitPicture`."""
    box = _box(root.get("viewBox", ""))
    width, height = _length(root.get("width", "")), _length(root.get("height", ""))
    if box is None:
        box = (0.0, 0.0, *_both(width, height))
    width, height = _filled_in(width, height, box)
    if not 1 / MOST_RATIO <= width / height <= MOST_RATIO:
        fault = f"is more than {MOST_RATIO} times as long on one side as on the other"
        raise UnfitPicture(fault, "crop it in the drawing program", True)
    scale = min(1.0, LARGEST / width, LARGEST / height)
    width, height = max(1.0, width * scale), max(1.0, height * scale)
    root.set("viewBox", " ".join(map(number, box)))
    root.set("width", number(width))
    root.set("height", number(height))
    return width, height


def number(value: float) -> str:
    """As SVG writes numbers, without digits that say nothing: `12.5`."""
    return f"{value:.4f}".rstrip("0").rstrip(".")


def _box(written: str) -> Box | None:
    words = re.split(r"[\s,]+", written.strip())
    try:
        left, top, width, height = (float(word) for word in words)
    except ValueError:
        return None
    is_plain = all(math.isfinite(value) and abs(value) <= _LARGEST_BOX for value in (left, top, width, height))
    return (left, top, width, height) if is_plain and width > 0 and height > 0 else None


def _length(written: str) -> float | None:
    """In pixels; None for none, for a share of what is around it, and for what is no length."""
    found = _LENGTH.fullmatch(written)
    unit = _UNITS.get(found[2].lower()) if found else None
    length = float(found[1]) * unit if found and unit else 0.0
    return length if 0 < length <= _LARGEST_BOX else None


def _both(width: float | None, height: float | None) -> tuple[float, float]:
    if width is None or height is None:
        raise UnfitPicture("does not tell how large it is", _HELP)
    return width, height


def _filled_in(width: float | None, height: float | None, box: Box) -> tuple[float, float]:
    """What is not told follows from the shape of the box."""
    if width is None and height is None:
        return box[2], box[3]
    if width is None or height is None:
        return (width or (height or 1) * box[2] / box[3]), (height or (width or 1) * box[3] / box[2])
    return width, height
