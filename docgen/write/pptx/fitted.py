"""Finds the size of letters in which words fit their place."""

from __future__ import annotations

from collections.abc import Sequence

from docgen.codes.outputs import TITLE_TOO_LONG
from docgen.source import Source
from docgen.write.pptx.draft import Draft
from docgen.write.pptx.measuring import height
from docgen.write.pptx.page import Box
from docgen.write.pptx.words import Manner, Runs, Words


def fitted_size(runs: Runs, box: Box, sizes: Sequence[float], source: Source, draft: Draft) -> float:
    """The largest size in which the words fit; the smallest, and a diagnostic, where they fit in none."""
    for size in sizes:
        if height(Words(runs, Manner(size, before=0.0), source), box.width) <= box.height:
            return size
    words = " ".join("".join(run.words for run in runs).split())
    message = f"'{words[:40]}…' does not fit its place on a slide"
    draft.findings.add(TITLE_TOO_LONG.at(source, message, "shorten it"))
    return sizes[-1]
