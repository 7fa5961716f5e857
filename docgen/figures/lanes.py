"""Lays the lines between two rows of boxes so that no two of them can be taken for one."""

from __future__ import annotations

from collections.abc import Sequence

from docgen.figures.canvas import DRAWN

Place = tuple[int, int]
"""The row of a box, and its place in the row."""
Edge = tuple[Place, Place]
"""The box above and the box below."""
_GAP = 14.0
"""Between boxes in a row, in points; `drawing.typ` knows it too."""
_BROADEST = 170.0
_APART = 6.0
"""How far apart two upright lines stand at the least, in points."""
_STEP = 0.04


def drawn_edges(edges: Sequence[Edge], counts: Sequence[int]) -> list[str]:
    """Each line as Typst draws it: ((row, place, share of the box's width), the same below, share of the room between).

    `counts` is the number of boxes in each row.
    """
    starts = {edge: _share([other for other in edges if other[0] == edge[0]], edge) for edge in edges}
    taken = {edge: _across(edge[0], starts[edge], counts) for edge in edges}
    written = []
    for edge in edges:
        end = _free(edge, edges, taken, counts)
        lanes = [other for other in edges if other[1][0] == edge[1][0]]
        lane = (lanes.index(edge) + 1) / (len(lanes) + 1)
        above, below = edge
        start = f"({above[0]}, {above[1]}, {starts[edge]:.4f})"
        written.append(f"({start}, ({below[0]}, {below[1]}, {end:.4f}), {lane:.4f})")
    return written


def _share(beside: Sequence[Edge], edge: Edge) -> float:
    """Where one of the lines of a box stands, at equal distances, in the order of the boxes at their other ends."""
    return (sorted(beside).index(edge) + 1) / (len(beside) + 1)


def _across(place: Place, share: float, counts: Sequence[int]) -> float:
    """How far to the right a line stands, in points."""
    count = counts[place[0]]
    width = min(_BROADEST, (DRAWN - _GAP * (count - 1)) / count)
    left = (DRAWN - count * width - (count - 1) * _GAP) / 2
    return left + place[1] * (width + _GAP) + share * width


def _free(edge: Edge, edges: Sequence[Edge], taken: dict[Edge, float], counts: Sequence[int]) -> float:
    """The share at which a line reaches its box, away from where other lines of these rows come down."""
    wanted = _share([other for other in edges if other[1] == edge[1]], edge)
    others = [across for other, across in taken.items() if other != edge and other[0][0] == edge[0][0]]
    for step in range(20):
        share = wanted + (step + 1) // 2 * (_STEP if step % 2 else -_STEP)
        across = _across(edge[1], share, counts)
        if 0.03 < share < 0.97 and all(abs(across - other) >= _APART for other in others):
            return share
    return wanted
