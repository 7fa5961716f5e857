"""``{abbr}`LMC` ``: a short form that the glossary explains."""

from __future__ import annotations

from docgen.parse.reader import Reader
from docgen.parse.roles.named import find
from docgen.source import Source
from docgen.tree.inline import Abbreviation, Inlines


def abbreviation(role: str, content: str, source: Source, reader: Reader) -> Inlines:
    """The abbreviation, to be explained at its first use."""
    value = find(role, content, source, reader)
    return (Abbreviation(content, str(value), source),) if value is not None else ()
