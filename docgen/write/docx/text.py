"""Writes words as runs."""

from __future__ import annotations

import re

from docgen.source import Source
from docgen.write.docx.draft import Draft
from docgen.write.docx.looks import Look, properties
from docgen.write.docx.xml import NOTHING, Xml, joined, run, w, words

_NOT_PLAIN = re.compile("([\t\n\N{SOFT HYPHEN}])")
_ELEMENTS = {"\t": w("tab"), "\n": w("br"), "\N{SOFT HYPHEN}": w("softHyphen")}
"""What Word has elements for. A soft hyphen as a character would be shown in every place."""


def words_run(text: str, source: Source, look: Look, draft: Draft) -> Xml:
    """Words of a line. A line end in them is a space, as in Markdown."""
    if text.isprintable():  # as most are: nothing in them needs an element of its own, or cannot be written
        return run(words(text), properties(look)) if text else NOTHING
    return verbatim_run(text.replace("\n", " ") if "\n" in text else text, source, look, draft)


def verbatim_run(text: str, source: Source, look: Look, draft: Draft) -> Xml:
    """Words with their line ends."""
    return run(_pieces(draft.writable(text, source)), properties(look)) if text else NOTHING


def _pieces(text: str) -> Xml:
    if _NOT_PLAIN.search(text) is None:
        return words(text)
    return joined(_ELEMENTS.get(piece) or words(piece) for piece in _NOT_PLAIN.split(text) if piece)
