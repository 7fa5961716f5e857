"""Writes cross-references: fields that Word can follow anew wherever it would find the same words."""

from __future__ import annotations

from docgen.tree.inline import CrossReference
from docgen.write.docx.draft import Draft
from docgen.write.docx.fields import field
from docgen.write.docx.looks import Look
from docgen.write.docx.targets import Target
from docgen.write.docx.text import words_run
from docgen.write.docx.xml import NOTHING, Xml, joined, w


def cross_reference(reference: CrossReference, look: Look, draft: Draft) -> Xml:
    """The words that `resolve` chose, leading to their target. A label without target has been reported there."""
    shown = reference.text or reference.label
    target = draft.targets.labels.get(reference.label)
    content = words_run(shown, reference.source, look, draft)
    if target is None or look.link:
        return content
    if shown == target.words:
        return field(f"REF {target.bookmark} \\h", content)
    if _ends_in_number(shown, target):
        return _with_number(reference, shown.removesuffix(target.number), target, look, draft)
    return w("hyperlink", content, anchor=target.bookmark, history="1")


def _ends_in_number(shown: str, target: Target) -> bool:
    """`section B.II` does; `section AB.II` does not."""
    before = shown.removesuffix(target.number)
    return bool(target.number) and before != shown and not before[-1:].isalnum() and not before.endswith(".")


def _with_number(reference: CrossReference, before: str, target: Target, look: Look, draft: Draft) -> Xml:
    """Only the number is a field: Word would replace all the words in it."""
    number = words_run(target.number, reference.source, look, draft)
    lead = words_run(before, reference.source, look, draft) if before else NOTHING
    switch = "n" if target.is_whole else "w"
    return joined((lead, field(f"REF {target.bookmark} \\{switch} \\h", number)))
