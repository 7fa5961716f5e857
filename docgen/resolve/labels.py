"""What cross-references can lead to."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from docgen.codes import markup as codes
from docgen.diagnostic import Findings, Related
from docgen.resolve.appendices import WORD
from docgen.tree.block import Figure, Heading, Paragraph, Table
from docgen.tree.document import Document, Numbering
from docgen.tree.inline import Inlines

_Labelled = Heading | Table | Figure | Paragraph


class Target(Struct, frozen=True):
    """A heading, table, figure or numbered paragraph that bears a label."""

    node: _Labelled
    kind: str
    """`section`, `Appendix`, `Table`, `Figure` or `paragraph`."""
    number: str
    """Empty where it has none."""
    content: Inlines
    """The words of the heading or caption; none for a paragraph."""
    anchor: str
    """What a link within the document leads to: an anchor, or the label of a table or figure."""


def collect_targets(document: Document, findings: Findings) -> Mapping[str, Target]:
    """The targets by label. Headings may be named by their label only."""
    targets: dict[str, Target] = {}
    parents: list[str] = []
    for node in document.nodes.of(Heading, Table, Figure, Paragraph):
        if isinstance(node, Heading):
            parents = [*parents[: node.level - 1], *[""] * (node.level - 1 - len(parents)), node.number]
        if not node.label:
            continue
        if node.label in targets:
            first = Related(targets[node.label].node.source, "it was given here first")
            message = f"the label '{node.label}' is given twice"
            findings.add(codes.DUPLICATE_LABEL.at(node.source, message, "choose another one", first))
            continue
        targets[node.label] = _target(node, parents, document.properties.numbering)
    return targets


def _target(node: _Labelled, parents: list[str], numbering: Numbering) -> Target:
    if isinstance(node, Heading) and node.appendix:
        return _in_appendix(node)
    if isinstance(node, Heading):
        return Target(node, "section", _full_number(parents, numbering), node.content, node.anchor)
    if isinstance(node, Paragraph):
        return Target(node, "paragraph", node.number, (), node.anchor)
    kind = "Table" if isinstance(node, Table) else "Figure"
    return Target(node, kind, str(node.number) if node.number else "", node.caption, node.label)


def _in_appendix(heading: Heading) -> Target:
    """An appendix, `A` of `Appendix A`; or a section of one, whose number tells all of it: `A.1`."""
    kind = WORD if heading.level == 1 else "section"
    number = heading.number.removeprefix(f"{WORD} ")
    return Target(heading, kind, number, heading.content, heading.anchor)


def _full_number(parents: list[str], numbering: Numbering) -> str:
    """`B.II` where headings bear the last part only; `2.1` where they bear all of it. Empty without a number."""
    if not parents[-1]:
        return ""
    return ".".join(part for part in parents if part) if numbering is Numbering.LETTERED else parents[-1]
