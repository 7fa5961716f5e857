"""What the rules on words read: short forms, mentions, citations, quotations, syllables."""

from __future__ import annotations

import time

import pytest

from docgen.check.prose.passages import Kind, Passage, Piece
from docgen.check.prose.quoted import is_quoted
from docgen.check.prose.references.citations import citations
from docgen.check.prose.references.numbered_things import mentions
from docgen.check.prose.words.abbreviations import explanations, long_form, shorts_in, spelled_by
from docgen.check.prose.words.readability import smog, syllables
from docgen.check.prose.written import addresses
from docgen.source import Source


def passage(words: str) -> Passage:
    """A paragraph."""
    source = Source("content/x/text.md", 1, 1)
    return Passage(words, (Piece(0, words, source, verbatim=True),), Kind.PARAGRAPH)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("GPs and the LMC in B&NES, PMS/GMS", "GP LMC B&NES PMS GMS"),
        ("QoF, BaNES, EoI, ToR, A&E", "QoF BaNES EoI ToR A&E"),
        ("Part II, MMXIV, McArthur, SurveyMonkey, Dr A. B. Carter, X", ""),
        ("a@NHS.NET, https://NHS.UK/GP, GPC-guidance.pdf", ""),
        ("an LMC-led group, (CCGs) and CCG’s", "LMC CCG CCG"),
    ],
)
def test_short_forms_are_told_from_other_capitals(words: str, found: str) -> None:
    assert " ".join(short for short, _ in shorts_in(words)) == found


@pytest.mark.parametrize(
    ("short", "words", "long"),
    [
        ("CCG", "the local clinical commissioning group", "clinical commissioning group"),
        ("BaNES", "serving Bath and North East Somerset", "Bath and North East Somerset"),
        ("NHSE", "with NHS England", "NHS England"),
        ("NHSE", "NHS England Area Team", ""),
        ("MSK", "musculoskeletal", "musculoskeletal"),
        ("CQUIN", "Commissioning for Quality and Innovation", "Commissioning for Quality and Innovation"),
        ("EoI", "an expression of interest", "expression of interest"),
        ("QOF", "a framework", ""),
    ],
)
def test_a_long_form_begins_with_the_letters(short: str, words: str, long: str) -> None:
    assert long_form(short, words) == long


def test_a_long_form_uses_all_its_words() -> None:
    assert spelled_by("LMC", "Local Medical Committee")
    assert not spelled_by("LMC", "Local Medical Committee chairs")
    assert not spelled_by("LMC", "")


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("the local medical committee (the “LMC”)", [("LMC", "local medical committee")]),
        ("the GPC (general practitioners committee)", [("GPC", "general practitioners committee")]),
        ("QORS (Calculating Quality Reporting Service)", [("QORS", "")]),
        ("12 practices (see below) and (1)", []),
    ],
)
def test_explanations_are_found(words: str, found: list[tuple[str, str]]) -> None:
    assert [(each.short, each.long) for each in explanations((passage(words),))] == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("see Tables 2 and 3, and Fig. 4", "table 2, table 3, figure 4"),
        ("Appendices A to C; annex 2; section B.II", "appendix A, appendix C, annex 2, section B.II"),
        ("section 2.1 and sections 3–5", "section 2.1, section 3, section 5"),
        ("tables are set, a section of it, figures in May, Table of contents, section 14O", ""),
    ],
)
def test_mentions_are_found(words: str, found: str) -> None:
    assert ", ".join(f"{each.kind} {each.number}" for each in mentions(words)) == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("so (Barker, 2017; Ham and Dixon, 2012, p. 4)", ["Barker 2017", "Ham and Dixon 2012"]),
        ("as Barker et al. (2017) say", ["Barker et al. 2017"]),
        ("in (June 2014), the Act (2010), (2014), Northvale (2014), (see Table 2)", []),
    ],
)
def test_citations_are_found(words: str, found: list[str]) -> None:
    assert [f"{each.author} {each.year}" for each in citations(words)] == found


def test_quotations_are_told_from_apostrophes() -> None:
    words = "the board’s plan isn't “a good plan” or 'a bad one'; the patients' view"
    assert is_quoted(words, words.index("good"))
    assert is_quoted(words, words.index("bad"))
    assert not is_quoted(words, words.index("isn't"))
    assert not is_quoted(words, words.index("view"))


def test_addresses_are_whole_chunks() -> None:
    words = "see www.example.org/center and a@b.org, or not"
    assert [words[start:end] for start, end in addresses(words)] == ["www.example.org/center", "a@b.org,"]


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("care", 1), ("cared", 1), ("wanted", 2), ("people", 2), ("table", 2), ("practice", 2), ("practices", 3),
        ("commissioning", 4), ("organisation", 5), ("governance", 3), ("area", 3), ("quiet", 2), ("NHS", 1),
        ("patient", 2), ("patients", 2), ("decision", 3), ("community", 4), ("primary", 3), ("responsible", 4),
        ("improvement", 3), ("safely", 2), ("quality", 3), ("nation", 2), ("medical", 3), ("through", 1), ("don’t", 1),
    ],
)  # fmt: skip
def test_syllables_are_counted(word: str, count: int) -> None:
    assert syllables(word) == count


def test_the_grade_follows_the_formula() -> None:
    sentences = ["Governance is important."] * 30
    assert round(smog(sentences), 2) == round(1.0430 * 60**0.5 + 3.1291, 2)


@pytest.mark.parametrize(
    "line", ["(" * 50_000, "ABC " * 25_000, "1" * 100_000, "(ABC) " * 16_000, "“a " * 30_000, "@" * 100_000]
)
def test_a_long_line_is_read_in_bounded_time(line: str) -> None:
    begun = time.process_time()
    shorts_in(line), mentions(line), citations(line), addresses(line), list(explanations((passage(line),)))
    assert time.process_time() - begun < 5
