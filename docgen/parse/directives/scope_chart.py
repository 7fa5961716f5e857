"""`:::{scope-chart} {{ scope }}`: functions by lead and decision."""

from __future__ import annotations

from docgen.parse.directives.charts import charted, field_of, label_of, name_of, record_of, records_in, report_empty
from docgen.parse.directives.directive import Directive
from docgen.parse.reader import Reader
from docgen.tree.block import Blocks
from docgen.tree.chart import Label, ScopeChart, ScopedFunction
from docgen.value import Record
from docgen.wording import sentence_case


def scope_chart(directive: Directive, reader: Reader) -> Blocks:
    """The chart; none, with a diagnostic, where the scope has no functions."""
    record = record_of(directive, "scope", reader)
    if record is None:
        return ()
    functions = tuple(_function(each, directive, reader) for each in records_in(record, "functions", directive, reader))
    if not functions:
        report_empty("function", directive, reader)
        return ()
    return charted(ScopeChart(functions, directive.source), directive, reader)


def _function(function: Record, directive: Directive, reader: Reader) -> ScopedFunction:
    decision = label_of(field_of(function, "in_scope", directive, reader), directive)
    lead = field_of(function, "lead", directive, reader)
    return ScopedFunction(
        name_of(function, directive),
        Label(sentence_case(decision.words), decision.source) if decision else Label("Open", directive.source),
        name_of(lead, directive) if isinstance(lead, Record) else label_of(lead, directive),
    )
