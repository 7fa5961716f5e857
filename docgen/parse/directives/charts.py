"""What the directives of charts have in common: they take a record, and its words become labels with their places."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from docgen.codes import markup as codes
from docgen.parse.directives.directive import Directive
from docgen.parse.directives.options import caption_of
from docgen.parse.printed import place_of
from docgen.parse.reader import Reader
from docgen.suggest import did_you_mean
from docgen.tree.block import Blocks, Figure
from docgen.tree.chart import Chart, Label
from docgen.value import Absent, Items, Record, Scalar, Value


def charted(chart: Chart, directive: Directive, reader: Reader) -> Blocks:
    """The figure of a chart."""
    label = reader.plain(directive.text("label"))
    return (Figure(chart, directive.source, caption_of(directive, reader), label),)


def record_of(directive: Directive, example: str, reader: Reader) -> Record | None:
    """The record that a directive draws; None, with a diagnostic, where it was given something else."""
    value = reader.only_value(directive.argument)
    if isinstance(value, Record):
        return value
    message = f"the directive '{directive.name}' has nothing to draw"
    hint = f"write :::{{{directive.name}}} {{{{ {example} }}}}, inside a template"
    reader.findings.add(codes.NO_CHART.at(directive.source, message, hint))
    return None


def records_in(record: Record, name: str, directive: Directive, reader: Reader) -> Iterator[Record]:
    """The records of a list that a record has; none, with a diagnostic, where it has no such list."""
    value = field_of(record, name, directive, reader)
    if isinstance(value, Items):
        yield from (item for item in value if isinstance(item, Record))


def field_of(record: Record, name: str, directive: Directive, reader: Reader) -> Value:
    """A field; absent, with a diagnostic, where a record has no such field."""
    if name in record.fields:
        return record.lookup(name)
    message = f"'{record.name}' cannot be drawn as {directive.name}: it has no '{name}'"
    reader.findings.add(codes.NO_CHART.at(directive.source, message, did_you_mean(name, record.fields)))
    return Absent(name, directive.source)


def label_of(value: Value, directive: Directive, before: str = "") -> Label | None:
    """The words of a value, behind others of docgen's; None where there are none."""
    words = str(value).strip()
    return Label(f"{before}{words}", place_of(value, directive.source)) if words else None


def name_of(record: Record, directive: Directive) -> Label:
    """The words by which a record is printed."""
    words = label_of(record.lookup(record.shown), directive) if record.shown else None
    return words or Label(record.name, place_of(record, directive.source))


def number_of(value: Value, directive: Directive, reader: Reader) -> Decimal | None:
    """A number from 0; None, with a diagnostic, where the value is another."""
    number = value.raw if isinstance(value, Scalar) else None
    if isinstance(number, int | Decimal) and not isinstance(number, bool) and number >= 0:
        return Decimal(number)
    message = f"'{value}' is not a number that a chart can show" if str(value) else "a number of the chart is missing"
    report_value(value, message, "write a number from 0", directive, reader)
    return None


def report_value(value: Value, message: str, hint: str, directive: Directive, reader: Reader) -> None:
    """Report a value that the chart cannot show."""
    reader.findings.add(codes.BAD_CHART_VALUE.at(place_of(value, directive.source), message, hint))


def report_empty(what: str, directive: Directive, reader: Reader) -> None:
    """Report a chart without anything in it."""
    hint = "ask with {% if %} first"
    reader.findings.add(codes.EMPTY_CHART.at(directive.source, f"there is no {what} to draw", hint))
