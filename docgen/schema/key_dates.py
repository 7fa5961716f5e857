"""Lets any date of the content be given by its name in `programme.yaml`, so that it is written once.

dates: {go_live: 2015-04-01}           programme.yaml
milestones: [{name: …, date: go_live}]   timescales.yaml
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from msgspec.structs import replace

from docgen.schema.content import Content
from docgen.schema.links import at
from docgen.schema.shape import Shape
from docgen.schema.types import When
from docgen.source import Data, Sourced


def with_key_dates(loaded: Sourced) -> Sourced:
    """The content with the key date itself wherever a date is given by its name."""
    dates = _key_dates(loaded.data)
    return replace(loaded, data=_filled_in(loaded.data, Shape(Content), dates)) if dates else loaded


def _key_dates(data: Data) -> Mapping[str, str]:
    """What is written for each key date, in its short form or its long one."""
    entries = at(data, ("programme", "dates"))
    written = {name: at(entry, ("date",)) or entry for name, entry in _entries(entries).items()}
    return {name: text for name, text in written.items() if isinstance(text, str)}


def _filled_in(data: Data, shape: Shape | None, dates: Mapping[str, str]) -> Data:
    if shape is None:
        return data
    if isinstance(data, dict):
        return {name: _filled_in(item, shape.step(name), dates) for name, item in data.items()}
    if isinstance(data, list):
        return [_filled_in(item, shape.step(place), dates) for place, item in enumerate(data)]
    return dates.get(data.strip(), data) if data and shape.kind in (When, date) else data


def _entries(data: Data) -> Mapping[str, Data]:
    return data if isinstance(data, dict) else {}
