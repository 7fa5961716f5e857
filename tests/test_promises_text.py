"""Promise 3: text is never markup by accident. Awkward words in every field reach Word and HTML unchanged."""

from __future__ import annotations

import re
import string
from functools import cache

import pytest

from docgen.render.registry import FILTERS
from docgen.schema.registry import PARTS
from docgen.snapshot import Snapshot
from docgen.source import NOWHERE
from docgen.value import Scalar
from tests.awkward import AWKWARD, PLAIN, Awkward, awkward, awkward_snapshot, mark_of
from tests.builds import snapshot_of, words_of_outputs
from tests.casefile import TESTS, expect, read_cases
from tests.places import normal

PLACES = {
    "a paragraph": "{words}",
    "the middle of a line": "Before {words} after",
    "a line after another": "Before\n{words}\nafter",
    "a list": "- {words}",
    "a numbered list": "1. {words}",
    "a quotation": "> {words}",
    "a heading": "## {words}",
    "bold words": "**b {words} b**",
    "a link": "[l {words} l](https://example.org)",
    "a definition": "Term {words}\n: {words}",
    "a footnote": "Mentioned.[^{number}]\n\n[^{number}]: {words}",
    "a callout": ":::{{callout}} Title\n{words}\n:::",
    "a list table": ":::{{list-table}}\n* - Head\n* - {words}\n:::",
    "a table with pipes": "| Head |\n| --- |\n| {words} |",
}
"""Where words can stand in a narrative."""

DRAWN = ("readiness.stages", "readiness.categories.name")
"""Fields that are drawn and printed nowhere else."""

BASE = {
    "content/x/programme.yaml": """\
title: A programme
organisation: ccg
organisations:
  ccg: {name: The CCG}
model: joint
version: "0.1"
status: draft
dated: 2014-06-20
documents: [{type: note}]
""",
    "templates/note/type.yaml": "title: Note\nabout: A note\nfile: note\nneeds: [text]\n",
    "templates/note/template.md.j2": "# Text {-}\n\n{{ text }}\n",
}


@cache
def programme() -> Awkward:
    """The awkward programme."""
    return awkward()


@cache
def outputs() -> dict[str, str]:
    """The words of all its documents. Slides part a text wherever they are full; `test_write_pptx.py` reads them."""
    said = {name: words for name, words in words_of_outputs(awkward_snapshot()).items() if not name.endswith(".pptx")}
    return {name: normal(in_order(name, words)) for name, words in said.items()}


def in_order(output: str, words: str) -> str:
    """Words; of a PDF without those that are written from right to left, which stand there as the eye sees them.

    `test_write_pdf.py` looks at these.
    """
    return re.sub("[\u0590-\u08ff,]+", "", words) if output.endswith(".pdf") else words


def marks_in(words: str) -> set[str]:
    """The marks of the fields that an output prints."""
    return set(re.findall(r"qz\d+z", words))


def test_the_programme_fills_every_text_field_of_every_part() -> None:
    assert {name.split(".")[0] for name in programme().texts} == {*PARTS, "narratives"}
    assert len(programme().texts) > 120


@pytest.mark.slow
@pytest.mark.parametrize("suffix", ["docx", "html", "pdf", "md"])
def test_every_field_reaches_the_output_that_prints_everything(suffix: str) -> None:
    printed = marks_in(outputs()[f"x/everything.{suffix}"])
    missing = [name for number, name in enumerate(programme().texts) if mark_of(number) not in printed]
    assert missing == []


def test_awkward_words_of_every_field_reach_every_output_unchanged() -> None:
    texts = {mark_of(number): text for number, text in enumerate(programme().texts.values())}
    names = {mark_of(number): name for number, name in enumerate(programme().texts)}
    astray = [
        f"{output}: {names[mark]}"
        for output, words in outputs().items()
        for mark in sorted(marks_in(words))
        if words.count(mark) != words.count(normal(in_order(output, texts[mark])))
    ]
    assert astray == []


@pytest.mark.parametrize(
    ("words", "lowered"),
    [
        ("A&E attendances", "A&E attendances"),
        ("R&D", "R&D"),
        ("NHS England", "NHS England"),
        ("GPs of the area", "GPs of the area"),
        ("Lay member", "lay member"),
        ("A committee", "a committee"),
        ("Delegation Agreement for dentistry", "Delegation Agreement for dentistry"),
        ("The Northvale practices", "the Northvale practices"),
        ("Design GP contracts", "design GP contracts"),
        ("5 < 6 weeks", "5 < 6 weeks"),
        ("", ""),
    ],
)
def test_an_abbreviation_keeps_its_capital_inside_a_sentence(words: str, lowered: str) -> None:
    assert str(FILTERS["lower_first"](Scalar(words, NOWHERE, words))) == lowered


def test_fields_that_no_shipped_template_prints_are_known(request: pytest.FixtureRequest) -> None:
    (case,) = read_cases(TESTS / "cases/promises/fields-not-printed.md")
    shipped = [words for name, words in outputs().items() if "everything" not in name]
    printed = set().union(*(marks_in(words) for words in shipped))
    unprinted = [name for number, name in enumerate(programme().texts) if mark_of(number) not in printed]
    expect(case, "fields", "".join(f"{name}\n" for name in unprinted), request)


def test_all_formats_print_the_same_fields() -> None:
    # A web page names its author at its head, whatever the template says; other files have it among their properties.
    # A Word file tells what is drawn in the alternative of the drawing, which is no text of it; others tell it in a
    # table.
    apart = {mark_of(list(programme().texts).index(field)) for field in ("programme.documents.author", *DRAWN)}
    for name, words in outputs().items():
        if name.endswith(".docx"):
            printed = marks_in(words) - apart
            assert printed == marks_in(outputs()[name.replace(".docx", ".html")]) - apart, name
            assert printed == marks_in(outputs()[name.replace(".docx", ".pdf")]) - apart, name
            assert printed == marks_in(outputs()[name.replace(".docx", ".md")]) - apart, name


@pytest.mark.parametrize("suffix", ["docx", "html"])
@pytest.mark.parametrize("words", PLAIN)
def test_a_narrative_may_hold_plain_words_as_they_are(words: str, suffix: str) -> None:
    assert missing_from_narrative({words: words}, suffix) == []


@pytest.mark.parametrize("suffix", ["docx", "html"])
def test_a_narrative_may_hold_any_words_behind_backslashes(suffix: str) -> None:
    assert missing_from_narrative({words: escaped(words) for words in AWKWARD}, suffix) == []


def escaped(words: str) -> str:
    """With a backslash before everything that Markdown might read as markup."""
    return "".join(f"\\{letter}" if letter in string.punctuation else letter for letter in words)


def missing_from_narrative(written: dict[str, str], suffix: str) -> list[str]:
    """The places of a narrative at which words, written in some way, do not reach the output unchanged."""
    parts = [
        (place, words, pattern.format(words=f"{text} {mark_of(number)}", number=number), mark_of(number))
        for number, (words, text, place, pattern) in enumerate(
            (words, text, place, pattern) for words, text in written.items() for place, pattern in PLACES.items()
        )
    ]
    narrative = "\n\n".join(text for _, _, text, _ in parts)
    found = normal(words_of_outputs(narrative_alone(narrative))[f"x/note.{suffix}"])
    return [f"{place}: {words}" for place, words, _, mark in parts if f"{words} {mark}" not in found]


@cache
def narrative_alone(text: str) -> Snapshot:
    """A programme whose one document is a narrative."""
    return snapshot_of(BASE | {"content/x/text.md": text + "\n"})
