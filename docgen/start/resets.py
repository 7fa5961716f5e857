"""What a copy of a programme must not carry over, and what stands in its place.

Whatever happened to the first programme has not happened to the second: versions, approvals, meetings, votes, answers.
Dates go by their kind, wherever they stand, so that a new part of the content needs no row here. A list that papers
may refer to keeps one row with a placeholder, so that no reference loses the table that it leads to.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from msgspec import Struct

from docgen.schema.content import Content
from docgen.schema.links import targets
from docgen.schema.narrative import Narrative
from docgen.schema.shape import Shape
from docgen.schema.types import When
from docgen.source import Data, Path
from docgen.start.begun import FIRST_VERSION
from docgen.start.programme import FIRST_STATUS
from docgen.start.unwritten import TBC, Known, begun

Resets = Mapping[Path, Data]
"""New values by their path in the content; None leaves a field empty."""

_HISTORY: tuple[Path, ...] = (
    ("document_control", "versions"),
    ("document_control", "assessments"),
    ("cover_report", "discussed_by"),
    ("timescales", "meetings"),
    ("engagement", "contacts"),
    ("engagement", "meetings"),
    ("engagement", "feedback"),
    ("engagement", "survey", "options"),
    ("engagement", "survey", "responses"),
    ("decisions", "decisions"),
)
"""Lists that tell what happened: one row that is still to be written stands in their place."""

_OUTCOMES: Mapping[Path, Data] = {
    ("programme", "version"): FIRST_VERSION,
    ("programme", "status"): FIRST_STATUS,
    ("programme", "documents", "*", "version"): None,
    ("programme", "documents", "*", "status"): None,
    ("document_control", "reviewers", "*", "date"): None,
    ("document_control", "reviewers", "*", "comments"): None,
    ("document_control", "approvals", "*", "date"): None,
    ("document_control", "approvals", "*", "version"): None,
    ("document_control", "approvals", "*", "decision"): None,
    ("document_control", "distribution", "*", "date"): None,
    ("cover_report", "approved_by", "date"): None,
    ("cover_report", "individuals_at_centre"): None,
    ("cover_report", "equality"): None,
    ("timescales", "actions", "*", "status"): None,
    ("delegation", "signatures", "*", "signed"): None,
    ("engagement", "consultees", "*", "when"): None,
    ("engagement", "consultees", "*", "response"): None,
    ("engagement", "vote", "eligible"): None,
    ("engagement", "vote", "held"): None,
    ("engagement", "vote", "counts"): {TBC: "1"},
    ("engagement", "vote", "result"): TBC,
    ("engagement", "survey", "invited"): "1",
    ("engagement", "survey", "responded"): None,
    ("engagement", "survey", "skipped"): None,
}
"""Single fields that tell what came of something, also where a key date says when; `*` stands for any item of a list.
Absent fields stay absent."""

_UNTOUCHED = ("facts", "references", "glossary")
"""Their dates say when something was true or was read, and go on doing so."""


class _Walk(Struct, frozen=True):
    """What is the same on the whole way through the content."""

    dated: str
    known: Known
    names: frozenset[str]
    """Ids of key dates: a date that is given by its name stays so."""


def resets(data: Data, dated: str) -> Resets:
    """What changes in a copy whose papers bear the date `dated`."""
    walk = _Walk(dated, Known(dated, {"organisation": _organisations(data)}), frozenset(targets(data, "date", ())))
    return dict(_below(data, Shape(Content), (), walk))


def _organisations(data: Data) -> tuple[str, ...]:
    programme = data.get("programme") if isinstance(data, dict) else None
    found = programme.get("organisations") if isinstance(programme, dict) else None
    return tuple(found) if isinstance(found, dict) else ()


def _below(data: Data, shape: Shape | None, path: Path, walk: _Walk) -> Iterator[tuple[Path, Data]]:
    """The changes at a place and below it."""
    starred = _starred(path)
    if shape is None or path[:1] in {(name,) for name in _UNTOUCHED}:
        return
    if starred == ("programme", "dated"):
        yield path, walk.dated
    elif starred in _OUTCOMES or (starred in _HISTORY and data):
        yield from _at_once(data, shape, path, walk)
    elif path[:2] == ("programme", "dates") and len(path) == 3:
        yield from _key_date(data, path, walk)
    elif isinstance(data, str):
        yield from _date(data, shape, path, walk)
    else:
        yield from _inside(data, shape, path, walk)


def _starred(path: Path) -> Path:
    return tuple("*" if isinstance(key, int) else key for key in path)


def _at_once(data: Data, shape: Shape, path: Path, walk: _Walk) -> Iterator[tuple[Path, Data]]:
    """A field with an outcome, or a list of what happened."""
    new = _OUTCOMES.get(_starred(path))
    if _starred(path) in _HISTORY and shape.inner and shape.inner.model:
        new = [{**begun(shape.inner.model, {}, walk.known)}]
    if data not in (None, new):
        yield path, new


def _inside(data: Data, shape: Shape, path: Path, walk: _Walk) -> Iterator[tuple[Path, Data]]:
    if shape.model is Narrative:
        yield from _drafted(data, path)
    elif isinstance(data, dict):
        for key, item in data.items():
            yield from _below(item, shape.step(key), (*path, key), walk)
    elif isinstance(data, list):
        yield from _rows(data, shape, path, walk)


def _drafted(data: Data, path: Path) -> Iterator[tuple[Path, Data]]:
    """Nobody has approved the text for the new programme."""
    status = data.get("status") if isinstance(data, dict) else None
    if status and status != FIRST_STATUS:
        yield (*path, "status"), FIRST_STATUS


def _key_date(data: Data, path: Path, walk: _Walk) -> Iterator[tuple[Path, Data]]:
    """A date that texts name keeps its name; its label says what is to be found out."""
    label, day = (data.get("label"), data.get("date")) if isinstance(data, dict) else (None, data)
    event = label if isinstance(label, str) else str(path[-1]).replace("_", " ").replace("-", " ")
    yield path, {"date": walk.dated, "label": f"{TBC}: {event} (was {day})"}


def _rows(data: list[Data], shape: Shape, path: Path, walk: _Walk) -> Iterator[tuple[Path, Data]]:
    """A row whose date cannot be left out gets a placeholder before its words."""
    for place, row in enumerate(data):
        found = dict(_below(row, shape.inner, (*path, place), walk))
        yield from found.items()
        shown = str(getattr(shape.inner.model, "shown", "")) if shape.inner else ""
        is_dated = walk.dated in [value for way, value in found.items() if len(way) == len(path) + 2]
        if is_dated and isinstance(row, dict) and shown in row:
            yield (*path, place, shown), f"{TBC} when: {row[shown]}"


def _date(data: str, shape: Shape, path: Path, walk: _Walk) -> Iterator[tuple[Path, Data]]:
    """A date that was written out: empty where it may be, else that of the new papers."""
    if shape.kind in (date, When) and data.strip() not in walk.names:
        yield path, walk.dated if _is_required(path) else None


def _is_required(path: Path) -> bool:
    around: Shape | None = Shape(Content)
    for key in path[:-1]:
        around = around.step(key) if around else None
    info = around.model.model_fields.get(str(path[-1])) if around and around.model else None
    return info is not None and info.is_required()
