"""The survey chart, the scope chart and the readiness matrix: drawn at any length, and told in full."""

from __future__ import annotations

import subprocess
from decimal import Decimal
from pathlib import Path

import pytest

from docgen.figures.canvas import page
from docgen.figures.pictures import chart_svg
from docgen.figures.registry import drawing, told
from docgen.source import Source
from docgen.tree.chart import (
    Answer,
    Chart,
    Label,
    Readiness,
    ReadinessMatrix,
    ScopeChart,
    ScopedFunction,
    SurveyChart,
)
from docgen.typesetting.compiling import pdf, svg
from tests.awkward import AWKWARD

PLACE = Source("content/x/scope.csv", 2)
LONG = "Bring in new providers, manage procurements and decide on practice mergers in every part of the area"
DECISIONS = ("Yes", "No", "Partly", "Later")


def label(words: str) -> Label:
    return Label(words, PLACE)


def survey(names: list[str]) -> SurveyChart:
    answers = tuple(Answer(label(name), number + 1) for number, name in enumerate(names))
    return SurveyChart(label("Are you in favour?"), answers, sum(range(1, len(names) + 1)), "answers", PLACE)


def scope(names: list[str]) -> ScopeChart:
    leads = (label("The strategic group"), None)
    functions = (
        ScopedFunction(label(name), label(DECISIONS[number % 4]), leads[number % 2])
        for number, name in enumerate(names)
    )
    return ScopeChart(tuple(functions), PLACE)


def matrix(names: list[str]) -> ReadinessMatrix:
    counts = (Decimal(11), Decimal(10), Decimal(0))
    stages = (label("Now"), label("Soon"), label("Later"))
    return ReadinessMatrix(stages, tuple(Readiness(label(name), counts) for name in names), PLACE)


MAKERS = (survey, scope, matrix)
SIZES = ([LONG], ["In favour", "Against", LONG], [f"Item {number}" for number in range(1, 41)], list(AWKWARD))


@pytest.mark.parametrize("make", MAKERS)
@pytest.mark.parametrize("names", SIZES, ids=["one", "three", "forty", "awkward"])
def test_a_chart_of_any_length_is_drawn_and_told(make, names: list[str]) -> None:
    chart: Chart = make(names)
    assert chart_svg(chart).startswith(b"<svg")
    description = told(chart).description
    assert [name for name in names if name not in description] == []


@pytest.mark.parametrize("make", MAKERS)
def test_the_same_chart_gives_the_same_bytes(make) -> None:
    code = page(drawing(make(["In favour", LONG])))
    assert svg(code) == svg(code)
    assert code == page(drawing(make(["In favour", LONG])))


@pytest.mark.parametrize("make", MAKERS)
def test_the_words_of_a_drawing_are_words_in_a_pdf(make, tmp_path: Path) -> None:
    names = [f"Item {number}" for number in range(1, 41)]
    code = page(f'figure(alt: "A chart", {drawing(make(names))})')
    (tmp_path / "x.pdf").write_bytes(pdf(f'#set document(title: "A chart")\n{code}'))
    found = subprocess.run(["pdftotext", "-raw", tmp_path / "x.pdf", "-"], capture_output=True, text=True, check=True)
    words = " ".join(found.stdout.split())
    assert [name for name in names if name not in words] == []


def test_the_shares_of_a_survey_are_said_with_their_whole() -> None:
    chart = SurveyChart(label("Agreed?"), (Answer(label("Yes"), 7), Answer(label("No"), 5)), 42, "people asked", PLACE)
    description = told(chart).description
    assert "Yes: 7 (17%)." in description
    assert "42 people asked" in description


def test_a_function_without_a_lead_is_told_too() -> None:
    assert "No lead stated, no: B." in told(scope(["A", "B"])).description


def test_a_matrix_tells_each_number_and_the_total() -> None:
    assert "Joint: Now 11, Soon 10, Later 0; total 21." in told(matrix(["Joint"])).description


def test_the_numbers_of_a_matrix_stand_out_from_the_darkest_shade() -> None:
    picture = chart_svg(matrix(["Joint"])).decode()
    shades = [shade for shade in set(_fills(picture)) if contrast(shade, INK) < 4.5 and shade != INK]
    assert shades == []


INK = "#212b32"


def _fills(picture: str) -> list[str]:
    return [part[:7] for part in picture.split('fill="')[1:] if part.startswith("#")]


def contrast(one: str, other: str) -> float:
    """The ratio of the WCAG."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
