"""Estimates what drawing an SVG picture costs, before anything draws it.

A few lines can ask for billions of shapes: a `use` of a group of ten `use`s of a group, and so on. So the shapes are
counted as they will be drawn, with all that each refers to.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from lxml import etree
from msgspec import Struct, field

from docgen.write.media.svg_names import EFFECTS
from docgen.write.media.unfit import UnfitPicture

MOST_SHAPES = 100_000
DEEPEST = 150
"""Groups inside one another, with those that are referred to."""

_REFERENCE = re.compile(r"url\(#([^)]+)\)")
_NUMBER = re.compile(r"\d+\.?\d*|\.\d+")
_LAYERS = {"mask": 5_000, "filter": 5_000, "opacity": 100, "clip-path": 2, "stroke-dasharray": 40, "style": 100}
"""What is drawn on a sheet of its own first costs as much as many shapes: as measured, on a page of shapes and one of
these. A picture at the limit takes some seconds, far from the end of the time that it is given."""
_EFFECT = 200
_SHORTEST_DASH = 0.05
"""In units of the drawing. Shorter ones are not seen, and make thousands of lines of one."""
_SHORT_DASHES = 10_000
_SIMPLER = "make it simpler in the drawing program, or save it as PNG"


class Costs(Struct):
    """The cost of elements, and how deep they go, each worked out once."""

    by_id: Mapping[str, etree._Element]
    known: dict[etree._Element, tuple[int, int]] = field(default_factory=dict)
    open: set[etree._Element] = field(default_factory=set)
    """What is being drawn just now, from the root on."""

    def of(self, element: etree._Element) -> tuple[int, int]:
        """Shapes, and levels."""
        if element in self.open:
            raise UnfitPicture("draws a part of itself inside that part, without end", _SIMPLER, True)
        if element not in self.known:
            self.known[element] = self._worked_out(element)
        return self.known[element]

    def _worked_out(self, element: etree._Element) -> tuple[int, int]:
        if len(self.open) >= DEEPEST:
            raise _too_deep()
        self.open.add(element)
        each = [self._weighed(child, times) for child, times in self._drawn(element)]
        self.open.discard(element)
        shapes = _own(element) + sum(cost for cost, _ in each)
        levels = 1 + max((deep for _, deep in each), default=0)
        if shapes > MOST_SHAPES:
            raise UnfitPicture(f"takes as much to draw as more than {MOST_SHAPES:,} shapes", _SIMPLER, True)
        if levels > DEEPEST:
            raise _too_deep()
        return shapes, levels

    def _weighed(self, element: etree._Element, times: int) -> tuple[int, int]:
        shapes, levels = self.of(element)
        return shapes * times, levels

    def _drawn(self, element: etree._Element) -> list[tuple[etree._Element, int]]:
        """What is drawn with an element, and how often: what it holds, and what it refers to."""
        found = [(child, 1) for child in element]
        for name, value in ((str(name), str(value)) for name, value in element.attrib.items()):
            ids = [value[1:]] if name == "href" and value.startswith("#") else _REFERENCE.findall(value)
            times = _corners(element) if name.startswith("marker-") else 1
            found += [(self.by_id[id], times) for id in ids if id in self.by_id]
        return found


def refuse_costly(root: etree._Element) -> None:
    """Raises `UnfitPicture` for a picture that takes too long to draw, or never ends."""
    by_id: dict[str, etree._Element] = {}
    for element in root.iter("*"):
        by_id.setdefault(element.get("id", ""), element)
    by_id.pop("", None)
    Costs(by_id).of(root)


def _own(element: etree._Element) -> int:
    path = len(element.get("d", "")) + len(element.get("points", "")) + len(element.text or "")
    layers = sum(cost for name, cost in _LAYERS.items() if element.get(name))
    layers += _SHORT_DASHES if _has_short_dashes(element) else 0
    return 1 + path // 100 + layers + (_EFFECT if etree.QName(element).localname in EFFECTS else 0)


def _has_short_dashes(element: etree._Element) -> bool:
    lengths = [float(found) for found in _NUMBER.findall(element.get("stroke-dasharray", ""))]
    return 0 < sum(lengths) < _SHORTEST_DASH


def _corners(element: etree._Element) -> int:
    return len(_NUMBER.findall(element.get("d", "") + element.get("points", ""))) // 2 + 1


def _too_deep() -> UnfitPicture:
    return UnfitPicture(f"nests more than {DEEPEST} groups in one another", _SIMPLER, True)
