"""What a drawing shows: the data of a chart, before anyone decides how it looks.

Every word of it is a `Label`, which knows its place. Charts are leaves of the tree: they hold no blocks and no inlines.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from msgspec import Struct

from docgen.source import Source


class Label(Struct, frozen=True):
    """Words in a drawing. Never markup."""

    words: str
    source: Source


class Span(Struct, frozen=True):
    """A stretch of time. One that has no beginning or no end is open there."""

    name: Label
    begins: date | None
    """Its first day."""
    ends: date | None
    """Its last day."""
    begins_words: str
    """As the author knows it: `April 2015`; empty where it is open."""
    ends_words: str


class Event(Struct, frozen=True):
    """Something that takes place on a day, or some time in a month or year."""

    name: Label
    first: date
    last: date
    words: str
    """As the author knows it: `24 June 2014`, `2014/15`."""


class Timeline(Struct, frozen=True):
    """Phases, milestones and meetings along one axis of time."""

    phases: tuple[Span, ...]
    milestones: tuple[Event, ...]
    meetings: tuple[Event, ...]
    source: Source
    now: date | None = None
    """The day the paper bears, never the clock's."""
    bars: str = "phase"
    """What each of `phases` is called where it is told in words: `phase`, `action`."""


class Group(Struct, frozen=True):
    """A board, committee or group in a chart of committees."""

    id: str
    name: Label
    about: tuple[Label, ...]
    """What is said about it, in order: how often it meets, who chairs it."""
    proposed: bool | None
    """None where nobody says whether it exists already."""
    reports_to: tuple[str, ...]
    """The ids of the groups above it."""


class CommitteeChart(Struct, frozen=True):
    """Who reports to whom. A group that several stand above is drawn once."""

    bodies: tuple[Group, ...]
    source: Source


class Answer(Struct, frozen=True):
    """How many gave one answer of a survey."""

    name: Label
    count: int


class SurveyChart(Struct, frozen=True):
    """The answers to one question."""

    question: Label
    answers: tuple[Answer, ...]
    denominator: int
    """Of how many the shares are, more than 0."""
    denominator_words: str
    """Who they are: `answers`, `people asked`."""
    source: Source


class ScopedFunction(Struct, frozen=True):
    """A function with what was decided about it."""

    name: Label
    decision: Label
    """Whether it is in scope, as printed: `Yes`, `No`, `Partly`, `Later`."""
    lead: Label | None


class ScopeChart(Struct, frozen=True):
    """Functions by lead and decision."""

    functions: tuple[ScopedFunction, ...]
    source: Source


class Readiness(Struct, frozen=True):
    """A category, and how many stand where on the way."""

    name: Label
    counts: tuple[Decimal, ...]
    """One for each stage of the matrix."""


class ReadinessMatrix(Struct, frozen=True):
    """Categories by time: how many are ready now, soon, later."""

    stages: tuple[Label, ...]
    categories: tuple[Readiness, ...]
    source: Source


Chart = Timeline | CommitteeChart | SurveyChart | ScopeChart | ReadinessMatrix
