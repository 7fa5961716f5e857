"""`:::{survey-chart} {{ engagement.survey }}`: the answers to a question as bars."""

from __future__ import annotations

from docgen.parse.directives.charts import (
    charted,
    field_of,
    label_of,
    name_of,
    number_of,
    record_of,
    records_in,
    report_empty,
    report_value,
)
from docgen.parse.directives.directive import Directive
from docgen.parse.directives.options import chosen
from docgen.parse.reader import Reader
from docgen.tree.block import Blocks
from docgen.tree.chart import Answer, Label, SurveyChart
from docgen.value import Record
from docgen.wording import grouped

OF = ("answers", "invited")
"""Of whom the bars are shares: of those who answered, or of all who were asked."""


def survey_chart(directive: Directive, reader: Reader) -> Blocks:
    """The chart; none, with a diagnostic, where nobody answered or a number is at fault."""
    record = record_of(directive, "engagement.survey", reader)
    answers = _answers(record, directive, reader) if record else None
    if record is None or answers is None:
        return ()
    answered = sum(answer.count for answer in answers)
    if not answered:
        report_empty("answer", directive, reader)
        return ()
    is_of_answers = chosen(directive, "of", OF, reader) == "answers"
    denominator = answered if is_of_answers else _invited(record, answered, directive, reader)
    if denominator is None:
        return ()
    question = label_of(field_of(record, "question", directive, reader), directive) or Label("", directive.source)
    words = _words(denominator, is_of_answers)
    return charted(SurveyChart(question, answers, denominator, words, directive.source), directive, reader)


def _words(denominator: int, is_of_answers: bool) -> str:
    if is_of_answers:
        return "answer" if denominator == 1 else "answers"
    return "person asked" if denominator == 1 else "people asked"


def _answers(record: Record, directive: Directive, reader: Reader) -> tuple[Answer, ...] | None:
    """None where one of them is at fault: the shares of the others would be wrong."""
    found = [_answer(option, directive, reader) for option in records_in(record, "options", directive, reader)]
    answers = tuple(answer for answer in found if answer)
    return answers if len(answers) == len(found) else None


def _answer(option: Record, directive: Directive, reader: Reader) -> Answer | None:
    count = number_of(field_of(option, "count", directive, reader), directive, reader)
    return None if count is None else Answer(name_of(option, directive), int(count))


def _invited(record: Record, answered: int, directive: Directive, reader: Reader) -> int | None:
    """How many were asked; None, with a diagnostic, where more have answered: no share is more than the whole."""
    value = field_of(record, "invited", directive, reader)
    invited = number_of(value, directive, reader)
    if invited is None or invited >= answered:
        return None if invited is None else int(invited)
    message = f"the {grouped(answered)} answers are more than the {grouped(invited)} people who were asked"
    report_value(value, message, "correct the numbers, or leave out ':of: invited'", directive, reader)
    return None
