"""A paper with numbered paragraphs, appendices and a pull quote, in all the ways in which its type may ask for it."""

from __future__ import annotations

from typing import Any

from docgen.diagnostic import Findings
from docgen.resolve.resolve import resolve
from docgen.tree.block import Block, Contents, Landscape
from docgen.tree.document import AppendixNumbering, Document, Numbering
from docgen.tree.inline import CrossReference, ReferenceForm
from tests.trees import (
    bullets,
    callout,
    document,
    heading,
    here,
    inlines,
    paragraph,
    pull_quote,
    quote,
    row,
    rule,
    table,
    title,
)

WIDE = [f"Column {letter}" for letter in "ABCDEFGH"]


def paper(**said: Any) -> Document:
    """A resolved paper with two sections, two appendices and all that stands in them."""
    return resolve(document(*blocks(), **{"numbering": Numbering.DECIMAL, **said}), Findings())


def blocks() -> list[Block]:
    """What the paper says. Labels of paragraphs are given whether they have numbers or not."""
    return [
        title("A paper"),
        Contents(3, here(), inlines("Contents")),
        heading(1, "Purpose", numbered=True, label="purpose"),
        paragraph("The board is asked to agree.", label="ask"),
        bullets("to a plan", "to its dates"),
        heading(2, "Why now", numbered=True),
        paragraph("Because time is short."),
        pull_quote("One plan is better than three.", "A practice manager"),
        callout("note", "", "Words in a box."),
        heading(1, "Reasons", numbered=True),
        quote("What was said."),
        Landscape((paragraph("On its side."), table(WIDE, row(*WIDE), caption="Wide")), here()),
        paragraph(["See ", *(ref(label) for label in ("purpose", "survey", "asked"))]),
        heading(1, "Survey form", numbered=True, appendix=True, label="survey"),
        paragraph("The form."),
        heading(2, "What was asked", numbered=True, label="asked"),
        paragraph("Two questions."),
        heading(3, "Deeper", numbered=True),
        rule(),
        heading(1, "Survey results", numbered=True, appendix=True),
        paragraph("The results."),
    ]


def ref(label: str) -> CrossReference:
    """A reference that is to be resolved; by words where there may be no number."""
    return CrossReference(label, ReferenceForm.TITLE if label == "asked" else ReferenceForm.FULL, here())


KINDS: dict[str, dict[str, Any]] = {
    "plain": {},
    "paragraphs": {"numbers_paragraphs": True},
    "lettered paragraphs": {"numbering": Numbering.LETTERED, "numbers_paragraphs": True},
    "lettered": {"numbering": Numbering.LETTERED, "appendices": AppendixNumbering.NUMBERED},
    "numbered appendices": {"numbers_paragraphs": True, "appendices": AppendixNumbering.NUMBERED},
    "without numbers": {"numbering": Numbering.NONE},
    "landscape": {"landscape": True, "new_pages": True, "appendices": AppendixNumbering.NUMBERED},
    "landscape paragraphs": {"landscape": True, "new_pages": True, "numbers_paragraphs": True},
}
