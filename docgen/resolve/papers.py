"""Leads links to the other papers of a pack: `[the plan](document:action-plan)`."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from docgen.codes import markup as codes
from docgen.diagnostic import Findings
from docgen.source import Source
from docgen.suggest import did_you_mean
from docgen.tree.document import Document
from docgen.tree.inline import Link
from docgen.tree.walk import rewrite_each
from docgen.wording import counted, listed

SCHEME = "document:"
"""How an author begins the address of another paper; what follows is its type, or the name of its output."""


def names_papers(document: Document) -> bool:
    """Whether there is a link to another paper, so that it is worth looking up what these are called."""
    return any(link.target.startswith(SCHEME) for link in document.nodes.of(Link))


def lead_to_papers(document: Document, outputs: Mapping[str, str], findings: Findings) -> Document:
    """The document with each such link led to the output of the paper.

    `outputs` gives by all that a paper may be called the name of its output, without an ending where the writer adds
    its own. A paper that is not among them is reported.
    """

    def change(link: Link) -> Link:
        return _led(link, outputs, findings) if link.target.startswith(SCHEME) else link

    return rewrite_each(document, change, Link)


def _led(link: Link, outputs: Mapping[str, str], findings: Findings) -> Link:
    name = link.target.removeprefix(SCHEME)
    found = outputs.get(name) or _of_no_committee(name, outputs)
    if found:
        return replace(link, target=found, to_paper="." not in found)
    several = [each for each in outputs if each.startswith(f"{name}/")]
    if several:
        message = f"the link to '{name}' does not say to which of {counted(len(several), 'document')} it leads"
        help = f"name the committee, as in {listed([f'{SCHEME}{each}' for each in several], 'or')}"
    else:
        message = f"the programme has no document '{name}' to which a link could lead"
        help = did_you_mean(name, outputs)
    findings.add(codes.UNKNOWN_PAPER.at(_place(link), message, help))
    return link


def _of_no_committee(name: str, outputs: Mapping[str, str]) -> str:
    """A paper that is the same for all committees, though one was named; empty where there is none."""
    type_, _, committee = name.partition("/")
    is_for_each = any(each.startswith(f"{type_}/") for each in outputs)
    return outputs.get(type_, "") if committee and not is_for_each else ""


def _place(link: Link) -> Source:
    """Where its words stand: in a template, the link is made of a title and a document of the content."""
    first = link.content[0] if link.content else link
    return first.source
