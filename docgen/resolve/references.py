"""Words the cross-references, and leads links within the document to their anchors."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from docgen.codes import markup as codes
from docgen.diagnostic import Findings
from docgen.resolve.labels import Target
from docgen.suggest import did_you_mean
from docgen.tree.document import Document
from docgen.tree.inline import CrossReference, Link, ReferenceForm
from docgen.tree.walk import rewrite


def resolve_references(document: Document, targets: Mapping[str, Target], findings: Findings) -> Document:
    """The document with the text of every cross-reference. One that leads nowhere is reported."""

    def change(node: object) -> object:
        if isinstance(node, CrossReference):
            return _worded(node, targets, findings)
        if isinstance(node, Link) and node.target.startswith("#"):
            return _led(node, targets, findings)
        return node

    return rewrite(document, change)


def _worded(reference: CrossReference, targets: Mapping[str, Target], findings: Findings) -> CrossReference:
    target = targets.get(reference.label)
    if target is None:
        _report_unknown(reference.label, reference, targets, findings)
        return reference
    if not target.number and reference.form is not ReferenceForm.TITLE:
        message = f"what bears the label '{reference.label}' has no number"
        hint = f"give it a caption, or write {{titleref}}`{reference.label}`"
        findings.add(codes.NO_NUMBER.at(reference.source, message, hint))
    return replace(reference, text=_text(target, reference.form))


def _text(target: Target, form: ReferenceForm) -> str:
    match form:
        case ReferenceForm.FULL:
            # The space does not break, so that the number stays with its word.
            return f"{target.kind}\u00a0{target.number}"
        case ReferenceForm.NUMBER:
            return target.number
        case ReferenceForm.TITLE:
            return target.title


def _led(link: Link, targets: Mapping[str, Target], findings: Findings) -> Link:
    target = targets.get(link.target[1:])
    if target is None:
        _report_unknown(link.target[1:], link, targets, findings)
        return link
    return replace(link, target=f"#{target.anchor}")


def _report_unknown(label: str, node: CrossReference | Link, targets: Mapping[str, Target], findings: Findings) -> None:
    hint = did_you_mean(label, targets)
    findings.add(codes.UNKNOWN_LABEL.at(node.source, f"unknown label '{label}'", hint))
