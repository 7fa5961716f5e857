"""Every directive, with the options that it takes."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from msgspec import Struct

from docgen.codes import markup as codes
from docgen.parse.directives.callout import callout
from docgen.parse.directives.committee_chart import committee_chart
from docgen.parse.directives.cover import cover
from docgen.parse.directives.directive import Directive
from docgen.parse.directives.figure import figure
from docgen.parse.directives.list_table import list_table
from docgen.parse.directives.options import report_not_taken
from docgen.parse.directives.pages import landscape, page_break
from docgen.parse.directives.pull_quote import pull_quote
from docgen.parse.directives.readiness_matrix import readiness_matrix
from docgen.parse.directives.scope_chart import scope_chart
from docgen.parse.directives.speaker_notes import speaker_notes
from docgen.parse.directives.survey_chart import survey_chart
from docgen.parse.directives.table import table
from docgen.parse.directives.timeline import timeline
from docgen.parse.directives.title import title
from docgen.parse.directives.toc import list_of_figures, list_of_tables, toc
from docgen.parse.reader import Reader
from docgen.suggest import did_you_mean
from docgen.tree.block import Blocks


class Spec(Struct, frozen=True):
    """How a directive is read, and what it takes."""

    read: Callable[[Directive, Reader], Blocks]
    options: str = ""
    """Names with spaces between them."""
    takes_words: bool = True
    """Whether words may follow its name."""
    takes_body: bool = True
    """Whether words may stand inside it."""


DIRECTIVES: Mapping[str, Spec] = {
    "callout": Spec(callout, "kind"),
    "committee-chart": Spec(committee_chart, "caption label", takes_body=False),
    "cover": Spec(cover, takes_words=False),
    "figure": Spec(figure, "alt caption label"),
    "landscape": Spec(landscape, takes_words=False),
    "list-of-figures": Spec(list_of_figures, "optional", takes_body=False),
    "list-of-tables": Spec(list_of_tables, "optional", takes_body=False),
    "list-table": Spec(list_table, "caption label numbered widths group-by row-headers orientation"),
    "page-break": Spec(page_break, takes_words=False, takes_body=False),
    "pull-quote": Spec(pull_quote, "by"),
    "readiness-matrix": Spec(readiness_matrix, "caption label", takes_body=False),
    "scope-chart": Spec(scope_chart, "caption label", takes_body=False),
    "speaker-notes": Spec(speaker_notes, takes_words=False),
    "survey-chart": Spec(survey_chart, "caption label of", takes_body=False),
    "table": Spec(table, "caption label numbered columns widths group-by row-headers orientation"),
    "timeline": Spec(timeline, "caption label of", takes_body=False),
    "title": Spec(title, "subtitle", takes_body=False),
    "toc": Spec(toc, "depth", takes_body=False),
}


def run_directive(directive: Directive, reader: Reader) -> Blocks:
    """The blocks of a directive; none, with a diagnostic, where it is unknown. What it does not take is reported."""
    spec = DIRECTIVES.get(directive.name)
    if spec is None:
        hint = did_you_mean(directive.name, DIRECTIVES)
        message = f"unknown directive '{directive.name}'"
        reader.findings.add(codes.UNKNOWN_DIRECTIVE.at(directive.source, message, hint))
        return ()
    for name, option in directive.options.items():
        if name not in spec.options.split():
            hint = did_you_mean(name, spec.options.split()) or "remove it; this directive has no options"
            message = f"the directive '{directive.name}' has no option '{name}'"
            reader.findings.add(codes.UNKNOWN_OPTION.at(option.source, message, hint))
    if directive.argument and not spec.takes_words:
        report_not_taken(directive, directive.source, "after its name", reader)
    if directive.has_body and not spec.takes_body:
        report_not_taken(directive, directive.body.source(0), "inside it", reader)
    return spec.read(directive, reader)
