"""Every kind of chart: how it is drawn, and how it is put into words."""

from __future__ import annotations

from typing import assert_never

from docgen.figures.committee_chart import committee_chart, committee_words
from docgen.figures.readiness_matrix import readiness_matrix, readiness_words
from docgen.figures.scope_chart import scope_chart, scope_words
from docgen.figures.survey_chart import survey_chart, survey_words
from docgen.figures.timeline import timeline, timeline_words
from docgen.figures.words import Told
from docgen.tree.chart import Chart, CommitteeChart, ReadinessMatrix, ScopeChart, SurveyChart, Timeline


def drawing(chart: Chart) -> str:
    """Typst code: one expression that gives the drawing, `canvas.WIDTH` wide."""
    match chart:
        case Timeline():
            return timeline(chart)
        case CommitteeChart():
            return committee_chart(chart)
        case SurveyChart():
            return survey_chart(chart)
        case ScopeChart():
            return scope_chart(chart)
        case ReadinessMatrix():
            return readiness_matrix(chart)
        case _:
            assert_never(chart)


def told(chart: Chart) -> Told:
    """What the drawing says, in words: a line, and all of its data."""
    match chart:
        case Timeline():
            return timeline_words(chart)
        case CommitteeChart():
            return committee_words(chart)
        case SurveyChart():
            return survey_words(chart)
        case ScopeChart():
            return scope_words(chart)
        case ReadinessMatrix():
            return readiness_words(chart)
        case _:
            assert_never(chart)
