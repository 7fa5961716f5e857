"""Drawings in the page: each with ids of its own, with nothing that the policy forbids, and told in words behind it."""

from __future__ import annotations

import re

import lxml.html
from lxml.html import HtmlElement

from docgen.diagnostic import Findings
from docgen.source import Source
from docgen.tree.block import Figure
from docgen.tree.chart import Answer, Label, SurveyChart
from docgen.tree.inline import Text
from docgen.write.html.document import write_html
from tests.html_lint import faults
from tests.trees import document

SOURCE = Source("content/x/engagement.yaml", 3)
SURVEY = SurveyChart(
    Label("Are you for <b>A&E</b>?", SOURCE),
    (Answer(Label('Yes, "really"', SOURCE), 7), Answer(Label("No </svg>", SOURCE), 3)),
    10,
    "answers",
    SOURCE,
)
NUMBERED = Figure(SURVEY, SOURCE, (Text("Answers", SOURCE),), number=1)


def page_of(*figures: Figure) -> HtmlElement:
    """The page of these figures; it has no faults."""
    findings = Findings()
    page = write_html(document(*figures), findings)
    assert list(findings) == []
    assert faults(page) == []
    return lxml.html.document_fromstring(page.decode("utf-8"))


def test_the_same_drawing_twice_has_ids_of_its_own_that_lead_nowhere_else() -> None:
    first, second = page_of(NUMBERED, Figure(SURVEY, SOURCE)).iter("svg")
    for drawing, other in ((first, second), (second, first)):
        ids = {element.get("id") for element in drawing.iter() if element.get("id")}
        others = {element.get("id") for element in other.iter()}
        used = {element.get("href", "")[1:] for element in drawing.iter("use")}
        painted = set(re.findall(r"url\(#([^)]+)\)", str(lxml.html.tostring(drawing, encoding="unicode"))))
        assert used
        assert used | painted <= ids
        assert ids.isdisjoint(others)


def test_a_drawing_holds_shapes_only() -> None:
    (drawing,) = page_of(NUMBERED).iter("svg")
    elements = {element.tag for element in drawing.iter()}
    names = {str(name) for element in drawing.iter() for name in element.attrib}
    assert elements <= {"svg", "g", "path", "defs", "symbol", "use", "clippath", "lineargradient", "stop"}
    assert not {name for name in names if name in ("style", "class") or name.startswith(("on", "xlink"))}


def test_its_words_stand_behind_the_figure_and_are_never_markup() -> None:
    page = page_of(NUMBERED)
    (figure,) = page.iter("figure")
    (drawing,) = figure.iter("svg")
    words = figure.getnext()
    assert words is not None
    assert words.tag == "details"
    assert drawing.get("aria-describedby") == words.find("summary").get("id")
    assert words.find("summary").text == "Figure\u00a01 in words"
    assert "Are you for <b>A&E</b>?" in words.text_content()
    assert "No </svg>" in words.text_content()
    assert "Are you for <b>A&E</b>?" in drawing.get("aria-label", "")
    assert list(words.iter("b")) == []


def test_without_a_number_it_is_called_a_chart() -> None:
    (words,) = page_of(Figure(SURVEY, SOURCE)).iter("details")
    assert words.find("summary").text == "Chart in words"
