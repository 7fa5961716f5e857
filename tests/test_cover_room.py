"""The cover of a landscape paper fits its page, with all its facts."""

from __future__ import annotations

from docgen.diagnostic import Findings
from docgen.tree.document import Document
from docgen.write.docx.writer import write_docx
from docgen.write.edition import PLAIN_EDITION
from docgen.write.typst.writer import write_pdf
from tests.ooxml_file import WordFile, w
from tests.pdf_places import placed_words
from tests.trees import cover, definitions, document, heading, paragraph, title

FACTS = [(f"Fact {number}", "Known") for number in range(6)]


def paper(landscape: bool) -> Document:
    """A paper with a cover as the shipped ones have."""
    front = cover("Northvale CCG", title("Briefing", "Joint commissioning"), definitions(*FACTS))
    return document(front, heading(1, "Why"), paragraph("Words"), landscape=landscape)


def room_above_facts(landscape: bool) -> int:
    """What the style of facts asks for above them, in twips."""
    styles = WordFile(write_docx(paper(landscape), Findings(), PLAIN_EDITION)).part("styles")
    (fact,) = [style for style in styles if style.get(w("styleId")) == "CoverFact"]
    return int(fact.find(f"{w('pPr')}/{w('spacing')}").get(w("before")))  # type: ignore[union-attr, arg-type]


def test_an_upright_cover_keeps_its_room() -> None:
    assert room_above_facts(landscape=False) == 2400


def test_a_landscape_cover_has_less_room() -> None:
    assert 0 < room_above_facts(landscape=True) < 1200


def test_all_facts_stand_on_the_first_page_of_a_landscape_pdf() -> None:
    words = placed_words(write_pdf(paper(landscape=True), Findings(), PLAIN_EDITION))
    assert {each.page for each in words if each.word == "Known"} == {1}
