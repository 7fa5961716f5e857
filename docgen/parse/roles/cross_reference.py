"""``{ref}`table-scope` ``: the way to a heading, table or figure."""

from __future__ import annotations

from docgen.parse.reader import Reader
from docgen.source import Source
from docgen.tree.inline import CrossReference, Inlines, ReferenceForm

_FORMS = {"ref": ReferenceForm.FULL, "numref": ReferenceForm.NUMBER, "titleref": ReferenceForm.TITLE}


def cross_reference(role: str, content: str, source: Source, reader: Reader) -> Inlines:
    """`Table 2` with `ref`, `2` with `numref`, the words of the caption or heading with `titleref`."""
    return (CrossReference(content, _FORMS[role], source),)
