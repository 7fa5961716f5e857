"""Draws phases, milestones and meetings along one axis of time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from msgspec import Struct

from docgen.figures.canvas import words
from docgen.figures.words import Told
from docgen.tree.chart import Event, Span, Timeline
from docgen.typesetting.code import array
from docgen.wording import MONTHS, counted, day_in_words, listed, month_in_words, sentence_case

_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12000, 24000)
"""How many months may lie between two marks of the axis."""
_MOST_MARKS = 7


class Axis(Struct, frozen=True):
    """The time that is shown, from the first day of a month to that of another."""

    first: date
    last: date

    def share(self, day: date) -> str:
        """Where a day stands on it, from 0 to 1."""
        length = max((self.last - self.first).days, 1)
        return f"{min(max((day - self.first).days / length, 0), 1):.4f}"


def timeline(chart: Timeline) -> str:
    """The drawing: a row for each phase, milestone and meeting, in the order of the content."""
    axis = axis_of(chart)
    rows = [_phase(span, axis) for span in chart.phases]
    rows += [_event(event, axis, "diamond") for event in chart.milestones]
    rows += [_event(event, axis, "circle") for event in chart.meetings]
    ticks = [f"({axis.share(day)}, {words(name)})" for day, name in _marks(axis)]
    now = f"({axis.share(chart.now)}, {words(f'This paper: {day_in_words(chart.now)}')})" if chart.now else "none"
    return f"gantt({array(rows)}, {array(ticks)}, {now})"


def axis_of(chart: Timeline) -> Axis:
    """Whole months around all that is known. An open end is shown by a stretch beyond."""
    days = [day for span in chart.phases for day in (span.begins, span.ends) if day]
    days += [day for event in (*chart.milestones, *chart.meetings) for day in (event.first, event.last)]
    days += [chart.now] if chart.now else []
    first, last = _month(min(days)), _month(max(days), 1)
    beyond = max(1, _months(first, last) // 8)
    is_open = any(span.ends is None for span in chart.phases)
    before = any(span.begins is None for span in chart.phases)
    return Axis(_month(first, -beyond if before else 0), _month(last, beyond if is_open else 0))


def _month(day: date, later: int = 0) -> date:
    """The first day of a month some months later; the ends of the calendar where there is none."""
    count = min(max(day.year * 12 + day.month - 1 + later, 12), 9999 * 12 + 11)
    return date(count // 12, count % 12 + 1, 1)


def _months(first: date, last: date) -> int:
    return (last.year - first.year) * 12 + last.month - first.month


def _marks(axis: Axis) -> Iterator[tuple[date, str]]:
    """The first days of months or years, as many as there is room for."""
    months = _months(axis.first, axis.last)
    step = next((step for step in _STEPS if months / step <= _MOST_MARKS), _STEPS[-1])
    start = axis.first.year * 12 + axis.first.month - 1
    for count in range(-(-start // step) * step, start + months + 1, step):
        day = date(min(count // 12, 9999), count % 12 + 1, 1)
        yield day, str(day.year) if step >= 12 else f"{MONTHS[day.month - 1][:3]} {day.year}"


def _phase(span: Span, axis: Axis) -> str:
    begins, ends = span.begins or axis.first, _after(span.ends) if span.ends else axis.last
    opens, closes = ("true" if open else "false" for open in (span.begins is None, span.ends is None))
    return f"(name: {words(span.name.words)}, mark: phase({axis.share(begins)}, {axis.share(ends)}, {opens}, {closes}))"


def _event(event: Event, axis: Axis, sign: str) -> str:
    ends = event.last if event.first == event.last else _after(event.last)
    place = f"{axis.share(event.first)}, {axis.share(ends)}"
    return f'(name: {words(event.name.words)}, mark: event({place}, "{sign}", {words(event.words)}))'


def _after(day: date) -> date:
    """A phase takes in its last day."""
    return day + timedelta(days=1) if day < date.max else day


def timeline_words(chart: Timeline) -> Told:
    """The phases with their ends, then the events with their dates."""
    axis = axis_of(chart)
    parts = [(chart.bars, chart.phases), ("milestone", chart.milestones), ("meeting", chart.meetings)]
    shown = [counted(len(items), name) for name, items in parts if items]
    summary = f"Timeline of {listed(shown)}, from {month_in_words(axis.first)} to {month_in_words(_last(axis))}."
    sentences = [_span_words(span, chart.bars) for span in chart.phases]
    sentences += [f"Milestone: {event.name.words}, {event.words}." for event in chart.milestones]
    sentences += [f"Meeting: {event.name.words}, {event.words}." for event in chart.meetings]
    sentences += [f"A line marks the date of the paper, {day_in_words(chart.now)}."] if chart.now else []
    return Told(summary, tuple(sentences))


def _last(axis: Axis) -> date:
    return max(axis.first, axis.last - timedelta(days=1))


def _span_words(span: Span, bar: str) -> str:
    if bar != "phase":
        due = f"to be done by {span.ends_words}" if span.ends_words else "without a day by which it is to be done"
        return f"{sentence_case(bar)}: {span.name.words}, {span.begins_words}, {due}."
    begins = f"from {span.begins_words}" if span.begins_words else ""
    ends = f"to {span.ends_words}" if span.ends_words else "" if not begins else "without an end"
    return f"Phase: {span.name.words}, {' '.join(filter(None, [begins, ends])) or 'at all times'}."
