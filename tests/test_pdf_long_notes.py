"""No line of a paragraph is lost in a PDF where its footnotes are longer than a page."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from docgen.diagnostic import Findings
from docgen.tree.document import Document
from docgen.tree.inline import Inline, LineBreak
from docgen.write.typst import preamble
from docgen.write.typst.notes import could_fill_a_page
from docgen.write.typst.writer import write_pdf
from tests.builds import words_of_pdf
from tests.trees import document, footnote, here, note, paragraph

LINES = 10
BEFORE = range(0, 30, 3)
"""Paragraphs before it, so that it stands in many places of its page."""


@pytest.mark.parametrize(("notes", "lines"), [(1, 90), (2, 40), (6, 25), (30, 5)])
def test_no_line_is_lost(notes: int, lines: int) -> None:
    assert {before: lost(paper(before, notes, lines)) for before in BEFORE} == {before: [] for before in BEFORE}


def test_typst_still_loses_lines_where_it_keeps_the_last_two_together(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where this fails, `could_fill_a_page` is no longer needed."""
    monkeypatch.setattr(preamble, "could_fill_a_page", lambda _document: False)
    assert any(lost(paper(before, 1, 90)) for before in BEFORE)


@pytest.mark.parametrize(("notes", "lines", "is_long"), [(0, 0, False), (4, 6, False), (1, 30, False), (4, 12, True)])
def test_only_papers_with_such_notes_are_set_in_another_way(notes: int, lines: int, is_long: bool) -> None:
    assert could_fill_a_page(paper(1, notes, lines)) is is_long


def paper(before: int, notes: int, lines: int) -> Document:
    """A paragraph of several lines with notes of several lines, somewhere on a page."""
    marks = [note(f"n{number}", number + 1) for number in range(notes)]
    texts = [footnote(f"n{number}", number + 1, broken(f"n{number}", lines)) for number in range(notes)]
    above = [paragraph(f"before{number}") for number in range(before)]
    return document(*above, paragraph([*broken("text", LINES), " ", *marks]), footnotes=tuple(texts))


def broken(name: str, lines: int) -> list[str | Inline]:
    """Words that stand on lines of their own."""
    return list(_broken(name, lines))


def _broken(name: str, lines: int) -> Iterator[str | Inline]:
    for number in range(lines):
        if number:
            yield LineBreak(here())
        yield f"{name}-{number}"


def lost(made: Document) -> list[str]:
    """The lines of a paper that do not stand in its PDF."""
    found = set(words_of_pdf(write_pdf(made, Findings())).split())
    every = [*(f"text-{number}" for number in range(LINES)), *_notes(made)]
    return [words for words in every if words not in found]


def _notes(made: Document) -> Iterator[str]:
    for each in made.footnotes:
        (block,) = each.blocks
        yield from (inline.text for inline in block.content if hasattr(inline, "text"))  # type: ignore[union-attr]
