"""`:::{readiness-matrix} {{ readiness }}`: how many are ready, by category and time."""

from __future__ import annotations

from docgen.codes import markup as codes
from docgen.parse.directives.charts import (
    charted,
    field_of,
    label_of,
    name_of,
    number_of,
    record_of,
    records_in,
    report_empty,
)
from docgen.parse.directives.directive import Directive
from docgen.parse.reader import Reader
from docgen.tree.block import Blocks
from docgen.tree.chart import Readiness, ReadinessMatrix
from docgen.value import Items, Record, Value
from docgen.wording import counted


def readiness_matrix(directive: Directive, reader: Reader) -> Blocks:
    """The chart; none, with a diagnostic, where there are no categories."""
    record = record_of(directive, "readiness", reader)
    if record is None:
        return ()
    categories = list(records_in(record, "categories", directive, reader))
    stages = _items(field_of(record, "stages", directive, reader))
    if not categories or not stages:
        report_empty("category", directive, reader)
        return ()
    labels = tuple(label for stage in stages if (label := label_of(stage, directive)))
    found = [_row(category, directive, reader) for category in categories]
    rows = tuple(row for row in found if row)
    if len(rows) < len(found):
        return ()
    uneven = [row for row in rows if len(row.counts) != len(labels)]
    for row in uneven:
        message = f"'{row.name.words}' has {counted(len(row.counts), 'count')} for {counted(len(labels), 'stage')}"
        reader.findings.add(codes.NO_CHART.at(row.name.source, message, "give one count for each stage"))
    if uneven:
        return ()
    return charted(ReadinessMatrix(labels, rows, directive.source), directive, reader)


def _row(category: Record, directive: Directive, reader: Reader) -> Readiness | None:
    """None, with a diagnostic, where a number is at fault."""
    values = _items(field_of(category, "counts", directive, reader))
    counts = [number_of(value, directive, reader) for value in values]
    whole = tuple(count for count in counts if count is not None)
    return Readiness(name_of(category, directive), whole) if len(whole) == len(counts) else None


def _items(value: Value) -> list[Value]:
    return list(value) if isinstance(value, Items) else []
