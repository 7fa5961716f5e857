"""`:::{timeline} {{ timescales }}`: phases, milestones and meetings, or the actions, along one axis of time."""

from __future__ import annotations

from docgen.parse.directives.charts import charted, field_of, name_of, record_of, records_in, report_empty
from docgen.parse.directives.directive import Directive
from docgen.parse.directives.options import chosen
from docgen.parse.reader import Reader
from docgen.schema.types import When
from docgen.tree.block import Blocks
from docgen.tree.chart import Event, Span, Timeline
from docgen.value import Record, Scalar, Value

OF = ("phases", "actions")
"""What the bars stand for: the phases, beside which milestones and meetings are drawn, or the actions of the plan."""


def timeline(directive: Directive, reader: Reader) -> Blocks:
    """The chart; none, with a diagnostic, where nothing in it has a date. `resolve` adds the day of the paper."""
    record = record_of(directive, "timescales", reader)
    if record is None:
        return ()
    if chosen(directive, "of", OF, reader) == "actions":
        return _actions(record, directive, reader)
    phases = [_span(phase, directive, reader) for phase in records_in(record, "phases", directive, reader)]
    milestones, meetings = (_events(record, name, directive, reader) for name in ("milestones", "meetings"))
    dated = tuple(span for span in phases if span.begins or span.ends)
    if not (dated or milestones or meetings):
        report_empty("phase, milestone or meeting with a date", directive, reader)
        return ()
    return charted(Timeline(tuple(phases), milestones, meetings, directive.source), directive, reader)


def _actions(record: Record, directive: Directive, reader: Reader) -> Blocks:
    """The actions as bars; none, with a diagnostic, where there are none."""
    spans = tuple(_action(each, directive, reader) for each in records_in(record, "actions", directive, reader))
    if not spans:
        report_empty("action", directive, reader)
        return ()
    return charted(Timeline(spans, (), (), directive.source, bars="action"), directive, reader)


def _action(action: Record, directive: Directive, reader: Reader) -> Span:
    """From the beginning of its month to the day on which it is due; to the end of the month where none is given."""
    month = _when(field_of(action, "month", directive, reader))
    due = _when(field_of(action, "due", directive, reader))
    begins = min(month.first, due.first) if month and due else month.first if month else None
    until = due or month
    return Span(
        name_of(action, directive),
        begins,
        until.last if until else None,
        month.words if month else "",
        due.words if due else "",
    )


def _span(phase: Record, directive: Directive, reader: Reader) -> Span:
    begins = _when(field_of(phase, "begins", directive, reader))
    ends = _when(field_of(phase, "ends", directive, reader))
    return Span(
        name_of(phase, directive),
        begins.first if begins else None,
        ends.last if ends else None,
        begins.words if begins else "",
        ends.words if ends else "",
    )


def _events(record: Record, name: str, directive: Directive, reader: Reader) -> tuple[Event, ...]:
    events = (_event(each, directive, reader) for each in records_in(record, name, directive, reader))
    return tuple(event for event in events if event)


def _event(record: Record, directive: Directive, reader: Reader) -> Event | None:
    when = _when(field_of(record, "date", directive, reader))
    return Event(name_of(record, directive), when.first, when.last, when.words) if when else None


def _when(value: Value) -> When | None:
    raw: object = value.raw if isinstance(value, Scalar) else None
    return raw if isinstance(raw, When) else None
