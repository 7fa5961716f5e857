"""Finds what keeps people out who read with the keyboard alone, in what `node/keyboard.mjs` tells of a page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

MOST_STOPS = 1000
"""So many stops are counted; a page with as many never let go of the focus."""
_SKIPPED = {"first": "skip", "led": "main", "within": True}


def obstacles(told: dict[str, Any]) -> list[str]:
    """For each size of window: `at 400%: unseen: a.to-here Scope`."""
    return [f"{size}: {obstacle}" for size, walk in told.items() for obstacle in _obstacles(walk)]


def _obstacles(walk: dict[str, Any]) -> Iterator[str]:
    stops, expected = walk["stops"], walk["expected"]
    yield from (f"unseen: {stop['what']}" for stop in stops if stop["seen"] < 0.5)
    yield from (f"not outlined: {stop['what']}" for stop in stops if not stop["outlined"])
    yield from (f"out of reach: {box}" for box in expected["unreachable"])
    yield from (f"complaint: {complaint}" for complaint in walk["complaints"])
    if sum(stop["isLink"] for stop in stops) != expected["links"]:
        yield f"links: {expected['links']} on the page, {sum(stop['isLink'] for stop in stops)} reached"
    if len(stops) >= MOST_STOPS:
        yield "trap"
    if expected["overflow"] > 0:
        yield f"overflow: {expected['overflow']}"
    if walk["skipped"] != _SKIPPED:
        yield f"skip link: {walk['skipped']}"
