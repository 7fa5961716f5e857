"""Words the cross-references, and leads links within the document to their anchors."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from docgen.codes import markup as codes
from docgen.diagnostic import Findings
from docgen.resolve.appendices import WORD
from docgen.resolve.labels import Target
from docgen.suggest import did_you_mean
from docgen.tree.block import Paragraph, Table
from docgen.tree.document import Document
from docgen.tree.inline import CrossReference, Link, ReferenceForm
from docgen.tree.walk import plain_text, rewrite, rewrite_each


def resolve_references(document: Document, targets: Mapping[str, Target], findings: Findings) -> Document:
    """The document with the text of every cross-reference. One that leads nowhere is reported."""

    def change(node: CrossReference | Link) -> CrossReference | Link:
        if isinstance(node, CrossReference):
            return _worded(node, targets, (), findings)
        if node.target.startswith("#"):
            return _led(node, targets, findings)
        return node

    return rewrite_each(document, change, CrossReference, Link)


def _worded(
    reference: CrossReference, targets: Mapping[str, Target], around: tuple[str, ...], findings: Findings
) -> CrossReference:
    """The reference with its text. `around` are the labels in whose words it stands, for words that name others."""
    target = targets.get(reference.label)
    if target is None:
        _report_unknown(reference.label, reference, targets, findings)
        return reference
    if reference.form is ReferenceForm.TITLE:
        return replace(reference, text=_title(reference, target, targets, around, findings))
    if not target.number:
        message = f"what bears the label '{reference.label}' has no number"
        findings.add(codes.NO_NUMBER.at(reference.source, message, _remedy(reference, target)))
    kind = f"{target.kind}{_space(target)}" if reference.form is ReferenceForm.FULL else ""
    return replace(reference, text=f"{kind}{target.number}")


def _space(target: Target) -> str:
    """One that does not break, so that the number stays with its word.

    An appendix is called as the list in the Word file calls it, where LibreOffice loses what follows such a space.
    """
    return " " if target.kind == WORD else "\u00a0"


def _remedy(reference: CrossReference, target: Target) -> str:
    """How what has no number can be given one, or be named without it."""
    if isinstance(target.node, Paragraph):
        return "put it below a numbered heading of the first level, outside of lists, quotations, callouts and tables"
    remedy = "take away its ':numbered: no'" if _asks_for_none(target) else "give it a caption"
    return f"{remedy}, or write {{titleref}}`{reference.label}`"


def _asks_for_none(target: Target) -> bool:
    return isinstance(target.node, Table) and bool(target.content) and not target.node.numbered


def _title(
    reference: CrossReference,
    target: Target,
    targets: Mapping[str, Target],
    around: tuple[str, ...],
    findings: Findings,
) -> str:
    """The words of a heading or caption, in which there may be references again."""
    if reference.label in around:
        message = f"the words of '{reference.label}' name themselves"
        findings.add(codes.NO_NUMBER.at(reference.source, message, "write the words out"))
        return ""

    def change(node: object) -> object:
        inside = (*around, reference.label)
        return _worded(node, targets, inside, findings) if isinstance(node, CrossReference) else node

    words = plain_text(tuple(rewrite(inline, change) for inline in target.content))
    if not words.strip():
        message = f"what bears the label '{reference.label}' has no words"
        is_text = isinstance(target.node, Paragraph)
        hint = f"write {{ref}}`{reference.label}`, which prints its number" if is_text else "give it a caption"
        findings.add(codes.NO_NUMBER.at(reference.source, message, hint))
    return words


def _led(link: Link, targets: Mapping[str, Target], findings: Findings) -> Link:
    target = targets.get(link.target[1:])
    if target is None:
        _report_unknown(link.target[1:], link, targets, findings)
        return link
    return replace(link, target=f"#{target.anchor}")


def _report_unknown(label: str, node: CrossReference | Link, targets: Mapping[str, Target], findings: Findings) -> None:
    hint = did_you_mean(label, targets)
    findings.add(codes.UNKNOWN_LABEL.at(node.source, f"unknown label '{label}'", hint))
