"""Finds everything that references lead to, before anything is written: most references look ahead."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from msgspec import Struct, field

from docgen.tree.block import Figure, Heading, Paragraph, Table, caption_label
from docgen.tree.document import Document, Numbering, Properties
from docgen.tree.inline import FootnoteReference, Text
from docgen.tree.walk import plain_text
from docgen.write.docx.bookmarks import Bookmarks
from docgen.write.docx.headings import HeadingCounter


class Target(Struct, frozen=True):
    """A heading, table, figure or numbered paragraph with a bookmark."""

    bookmark: str
    words: str = ""
    """What stands inside the bookmark, where a field can repeat it: `Table 2`, the words of a heading."""
    number: str = ""
    """The number that Word knows the paragraph by, in full: `B.II`; empty where Word does not count it."""
    is_whole: bool = False
    """Whether what stands before the words is all of the number, and not its last part: `A.1`, but not `II`."""


class Targets(Struct):
    """All targets of a document."""

    anchors: dict[str, Target] = field(default_factory=dict)
    """By the anchors of headings and paragraphs."""
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
    nodes = document.nodes
    targets = Targets(mentions=Counter([mention.label for mention in nodes.of(FootnoteReference)]))
    counted = [node for node in nodes.of(Heading, Paragraph) if isinstance(node, Heading) or node.number]
    _find_counted(counted, document.properties, bookmarks, targets)
    for block in nodes.of(Table, Figure):
        if block.number or block.label:
            _add_captioned(block, bookmarks, targets)
    return targets


def _find_counted(nodes: list[Heading | Paragraph], said: Properties, bookmarks: Bookmarks, targets: Targets) -> None:
    """Headings, and the numbered paragraphs that have a label."""
    for node, number in _word_numbers(nodes, said):
        if not node.anchor:
            continue
        plain = isinstance(node, Heading) and all(isinstance(inline, Text) for inline in node.content)
        is_whole = isinstance(node, Paragraph) or node.appendix
        words = plain_text(node.content) if plain else ""
        target = Target(bookmarks.claim(node.anchor), words, number, is_whole)
        targets.anchors[node.anchor] = target
        if node.label:
            targets.labels.setdefault(node.label, target)


def _word_numbers(nodes: list[Heading | Paragraph], said: Properties) -> Iterator[tuple[Heading | Paragraph, str]]:
    """Each heading and numbered paragraph with the number by which Word's references call it."""
    counter, above = HeadingCounter(said), [""] * 7
    for node in nodes:
        if isinstance(node, Paragraph):
            yield node, node.number if counter.follows_in(node) else ""
        elif not counter.follows(node):
            yield node, ""
        else:
            above[node.level] = node.number
            is_whole = node.appendix or said.numbering is Numbering.DECIMAL
            yield node, node.number if is_whole else ".".join(above[1 : node.level + 1])


def _add_captioned(block: Table | Figure, bookmarks: Bookmarks, targets: Targets) -> None:
    kind = kind_of(block)
    numbered = bool(block.caption and block.number)
    name = f"{kind.lower()}-{block.number if numbered else block.label}"
    target = Target(bookmarks.claim(name), caption_label(kind, block.number) if numbered else "")
    if numbered:
        targets.captions.setdefault((kind, block.number), target)
    if block.label:
        targets.labels.setdefault(block.label, target)
