"""Draws the answers to a question as labelled bars."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from docgen.figures.canvas import words
from docgen.figures.words import Told
from docgen.tree.chart import Answer, SurveyChart
from docgen.typesetting.code import array
from docgen.wording import grouped


def survey_chart(chart: SurveyChart) -> str:
    """The drawing. The longest bar is that of all who are counted, so that a short one is a small share."""
    rows = [_bar(answer, chart) for answer in chart.answers]
    return f"bars({words(chart.question.words)}, {array(rows)}, {words(_foot(chart))})"


def _bar(answer: Answer, chart: SurveyChart) -> str:
    share = min(answer.count / chart.denominator, 1)
    return f"({words(answer.name.words)}, {share:.4f}, {words(_share(answer.count, chart))})"


def _share(count: int, chart: SurveyChart) -> str:
    """`7 (58%)`."""
    share = (Decimal(100 * count) / chart.denominator).quantize(Decimal(1), ROUND_HALF_UP)
    return f"{grouped(count)} ({share}%)"


def _foot(chart: SurveyChart) -> str:
    return f"Percentages are of {grouped(chart.denominator)} {chart.denominator_words}."


def survey_words(chart: SurveyChart) -> Told:
    """Each answer with its count and its share."""
    answers = [f"{answer.name.words}: {_share(answer.count, chart)}." for answer in chart.answers]
    return Told(f"Bar chart of the answers to the question: {chart.question.words}", (*answers, _foot(chart)))
