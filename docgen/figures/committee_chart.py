"""Draws who reports to whom."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from docgen.figures.canvas import words
from docgen.figures.lanes import Edge, drawn_edges
from docgen.figures.words import Told
from docgen.tree.chart import CommitteeChart, Group
from docgen.typesetting.code import array
from docgen.wording import counted, listed

_WIDEST = 4
"""So many boxes have room beside one another."""
_HIGHEST = 6
"""So many rows have room on a page."""


class _Line(Struct, frozen=True):
    """A box of the indented form."""

    group: Group
    depth: int
    above: int | None
    """The position of the box that it hangs from."""


def committee_chart(chart: CommitteeChart) -> str:
    """The drawing: in rows, each below the row that it reports to; where these cannot tell all, as an indented list."""
    levels = levels_of(chart.bodies)
    rows = [[group for group in chart.bodies if levels[group.id] == level] for level in range(max(levels.values()) + 1)]
    edges = _edges(rows)
    is_too_large = max(map(len, rows)) > _WIDEST or len(rows) > _HIGHEST
    if is_too_large or any(below[0] - above[0] != 1 for above, below in edges):
        return _indented(chart.bodies)
    boxes = array([array([_box(group) for group in row]) for row in rows])
    return f"layered({boxes}, {array(drawn_edges(edges, [len(row) for row in rows]))})"


def _edges(rows: Sequence[Sequence[Group]]) -> list[Edge]:
    """From each group to those that report to it, by row and place."""
    places = {group.id: (level, at) for level, row in enumerate(rows) for at, group in enumerate(row)}
    return [
        (places[above], places[group.id])
        for row in rows
        for group in row
        for above in dict.fromkeys(group.reports_to)
        if above in places
    ]


def levels_of(groups: Sequence[Group]) -> dict[str, int]:
    """How far below the top each group stands: one below the lowest that it reports to. Circles are cut open."""
    known = {group.id: group for group in groups}
    levels: dict[str, int] = {}
    for group in groups:
        _climb(group, known, levels)
    return levels


def _climb(group: Group, known: Mapping[str, Group], levels: dict[str, int]) -> None:
    """Place a group after all above it. `path` is the way down to the one that waits for the others."""
    path = {group.id: group}
    while path:
        waiting = next(reversed(path.values()))
        above = [id for id in waiting.reports_to if id in known]
        ahead = next((id for id in above if id not in levels and id not in path), None)
        if ahead is not None:
            path[ahead] = known[ahead]
            continue
        levels.setdefault(waiting.id, 1 + max((levels[id] for id in above if id in levels), default=-1))
        path.popitem()


def _indented(groups: Sequence[Group]) -> str:
    """Each group once, below the first that it reports to; others are named in its box."""
    known = {group.id: group for group in groups}
    lines = _lines(groups, known)
    boxes = []
    for line in lines:
        shown = "" if line.above is None else lines[line.above].group.id
        box = _box(line.group, _others(line.group, shown, known), short=True)
        above = "none" if line.above is None else str(line.above)
        boxes.append(f"(box: {box}, depth: {line.depth}, above: {above})")
    return f"indented({array(boxes)})"


def _lines(groups: Sequence[Group], known: Mapping[str, Group]) -> list[_Line]:
    """The order of a list of contents: each group before those below it. Those in a circle come last."""
    below: dict[str, list[Group]] = {}
    for group in groups:
        for above in dict.fromkeys(group.reports_to):
            below.setdefault(above, []).append(group)
    tops = [group for group in groups if not any(id in known and id != group.id for id in group.reports_to)]
    lines: list[_Line] = []
    placed: set[str] = set()
    ahead = [_Line(group, 0, None) for group in reversed([*tops, *groups])]
    while ahead:
        line = ahead.pop()
        if line.group.id in placed:
            continue
        placed.add(line.group.id)
        lines.append(line)
        ahead += [_Line(each, line.depth + 1, len(lines) - 1) for each in reversed(below.get(line.group.id, []))]
    return lines


def _others(group: Group, shown: str, known: Mapping[str, Group]) -> list[str]:
    """What an indented box must say itself: that it reports to others than the one that it hangs from."""
    above = [id for id in dict.fromkeys(group.reports_to) if id in known]
    return [f"Reports to {listed([known[id].name.words for id in above])}"] if set(above) - {shown} else []


def _box(group: Group, more: Sequence[str] = (), short: bool = False) -> str:
    """In a short one all is said on one line."""
    about = [words(said) for said in [*_standing(group), *(label.words for label in group.about), *more]]
    proposed, brief = ("true" if holds else "false" for holds in (group.proposed, short))
    return f"committee({words(group.name.words)}, {array(about)}, {proposed}, short: {brief})"


def _standing(group: Group) -> list[str]:
    return [] if group.proposed is None else ["Proposed" if group.proposed else "Existing"]


def committee_words(chart: CommitteeChart) -> Told:
    """Each group with what is said about it and to whom it reports."""
    known = {group.id: group for group in chart.bodies}
    proposed = sum(bool(group.proposed) for group in chart.bodies)
    shown = f", {proposed} of them proposed" if proposed else ""
    summary = f"Chart of who reports to whom, with {counted(len(chart.bodies), 'body', 'bodies')}{shown}."
    return Told(summary, tuple(_group_words(group, known) for group in chart.bodies))


def _group_words(group: Group, known: Mapping[str, Group]) -> str:
    above = [known[id].name.words for id in dict.fromkeys(group.reports_to) if id in known]
    said = [*_standing(group), *(label.words for label in group.about)]
    said += [f"Reports to {listed(above)}"] if above else []
    return f"{group.name.words}: {'; '.join(said)}." if said else f"{group.name.words}."
