"""Tells which of the formats asked for a document is made for: few papers make slides that anybody could follow."""

from __future__ import annotations

from collections.abc import Sequence

from docgen.codes.outputs import NO_SLIDES
from docgen.diagnostic import Findings
from docgen.tree.document import Document

SLIDES = "pptx"


def suited(document: Document, formats: Sequence[str], findings: Findings) -> tuple[str, ...]:
    """The formats in which the document is written, in order; a note where nothing is left of what was asked for."""
    kept = tuple(name for name in formats if name != SLIDES or document.properties.slides)
    if formats and not kept:
        hint = (
            "ask for docx, html or pdf; papers whose type says 'slides: yes', such as a briefing, are written as slides"
        )
        findings.add(NO_SLIDES.at(document.source, "this paper is not made for slides, so none are written", hint))
    return kept
