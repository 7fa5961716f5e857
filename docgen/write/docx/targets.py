"""Finds everything that references lead to, before anything is written: most references look ahead."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from docgen.tree.block import Figure, Heading, Table
from docgen.tree.document import Document, Numbering
from docgen.tree.inline import FootnoteReference, Text
from docgen.tree.walk import Node, plain_text, walk
from docgen.write.docx.bookmarks import Bookmarks
from docgen.write.docx.headings import HeadingCounter


@dataclass(frozen=True, slots=True)
class Target:
    """A heading, table or figure with a bookmark."""

    bookmark: str
    words: str = ""
    """What stands inside the bookmark, where a field can repeat it: `Table 2`, the words of a heading."""
    number: str = ""
    """The number that Word knows the paragraph by, in full: `B.II`; empty where Word does not count it."""


@dataclass(slots=True)
class Targets:
    """All targets of a document."""

    anchors: dict[str, Target] = field(default_factory=dict)
    """By the anchors of headings."""
    labels: dict[str, Target] = field(default_factory=dict)
    """By what cross-references call them."""
    captions: dict[tuple[str, int], Target] = field(default_factory=dict)
    """Tables and figures by their kind and number."""
    mentions: Mapping[str, int] = field(default_factory=dict)
    """How often each footnote is mentioned, by its label."""

    def captioned(self, block: Table | Figure) -> Target | None:
        """The target that a table or figure is."""
        return self.captions.get((kind_of(block), block.number)) or self.labels.get(block.label)


def kind_of(block: Table | Figure) -> str:
    """`Table` or `Figure`: what a caption begins with, and the name of its sequence in Word."""
    return "Table" if isinstance(block, Table) else "Figure"


def find_targets(document: Document, bookmarks: Bookmarks) -> Targets:
    """The targets in the text and in its footnotes."""
    nodes = list(walk(document))
    targets = Targets(mentions=Counter(node.label for node in nodes if isinstance(node, FootnoteReference)))
    _find_headings(nodes, document.properties.numbering, bookmarks, targets)
    for node in nodes:
        if isinstance(node, Table | Figure) and (node.number or node.label):
            _add_captioned(node, bookmarks, targets)
    return targets


def _find_headings(nodes: list[Node], scheme: Numbering, bookmarks: Bookmarks, targets: Targets) -> None:
    for heading, number in _word_numbers(nodes, scheme):
        if not heading.anchor:
            continue
        plain = all(isinstance(inline, Text) for inline in heading.content)
        target = Target(bookmarks.claim(heading.anchor), plain_text(heading.content) if plain else "", number)
        targets.anchors[heading.anchor] = target
        if heading.label:
            targets.labels.setdefault(heading.label, target)


def _word_numbers(nodes: list[Node], scheme: Numbering) -> Iterator[tuple[Heading, str]]:
    """Each heading with the number by which Word's references call it."""
    counter, above = HeadingCounter(scheme), [""] * 7
    for node in nodes:
        if not isinstance(node, Heading):
            continue
        if not counter.follows(node):
            yield node, ""
            continue
        above[node.level] = node.number
        full = node.number if scheme is Numbering.DECIMAL else ".".join(above[1 : node.level + 1])
        yield node, full


def _add_captioned(block: Table | Figure, bookmarks: Bookmarks, targets: Targets) -> None:
    kind = kind_of(block)
    numbered = bool(block.caption and block.number)
    name = f"{kind.lower()}-{block.number if numbered else block.label}"
    target = Target(bookmarks.claim(name), f"{kind} {block.number}" if numbered else "")
    if numbered:
        targets.captions.setdefault((kind, block.number), target)
    if block.label:
        targets.labels.setdefault(block.label, target)
