"""Ways through a tree: over every node, and from one tree to another.

Passes such as numbering and references change a few kinds of node and leave the rest: they hand `rewrite`
a function, and get back a tree in which every node is the function's answer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Set
from itertools import chain
from operator import is_not
from typing import Any, TypeVar, assert_never

from msgspec import Struct, field
from msgspec.structs import replace

from docgen.tree.block import (
    Block,
    Cell,
    Column,
    ContentsEntry,
    Definition,
    ListItem,
    Row,
    RowGroup,
)
from docgen.tree.chart import Chart
from docgen.tree.document import Document, Footnote
from docgen.tree.inline import (
    Abbreviation,
    Code,
    CrossReference,
    Emphasis,
    FootnoteReference,
    Inline,
    Inlines,
    LineBreak,
    Link,
    Picture,
    Strong,
    Text,
)
from docgen.tree.order import fields_with_nodes, in_order

Node = (
    Block
    | Inline
    | Chart
    | ListItem
    | Definition
    | Column
    | Cell
    | Row
    | RowGroup
    | ContentsEntry
    | Footnote
    | Document
)

Whole = TypeVar("Whole", bound=Node)


def walk(node: Node) -> Iterator[Node]:
    """The node and everything inside it, in the order in which it is read."""
    return chain((node,), node.nodes.every) if isinstance(node, Document) else in_order(node)


def holds(node: Node, *kinds: type[Node]) -> bool:
    """Whether there is a node of one of the kinds inside."""
    return any(isinstance(inner, kinds) for inner in walk(node))


def rewrite(node: Whole, change: Callable[[Any], Any]) -> Whole:
    """A copy of the tree in which each node is what `change` makes of it.

    `change` gets every node, inner ones before outer ones, neighbours in the order in which they are read. It returns a
    node of a kind that may stand in the same place. Parts that do not change are shared with the old tree.
    """
    changed: Whole = _Rewriting(change, None).node(node)
    return changed


def rewrite_each(document: Document, change: Callable[[Any], Any], *kinds: type[Node]) -> Document:
    """The document in which each node of these kinds is what `change` makes of it, in the same order.

    Only they and the nodes that they stand in are gone through: most passes change little, and a long table is large.
    """
    nodes = document.nodes
    around = {place: id(nodes.every[place]) for place in nodes.around(*kinds)}
    among = {id(document), *around.values()}
    rewriting = _Rewriting(lambda node: change(node) if isinstance(node, kinds) else node, among)
    changed: Document = rewriting.node(document)
    if changed is not document and rewriting.keeps_order:
        changed.list_as(nodes.replaced({place: rewriting.made[node] for place, node in around.items()}))
    return changed


class _Rewriting(Struct):
    """The making of one tree from another."""

    change: Callable[[Any], Any]
    among: Set[int] | None
    """The `id`s of the nodes to go through; None for all."""
    made: dict[int, Any] = field(default_factory=dict)
    """What became of each node that was gone through, by its `id`."""
    keeps_order: bool = True
    """Whether each node became one of its kind with the same nodes inside, and alike wherever it stands."""

    def node(self, node: Any) -> Any:
        """What becomes of a node with all that is inside."""
        if self.among is not None and id(node) not in self.among:
            return node
        changed = {}
        kind: Any = type(node)
        for name in fields_with_nodes(kind):
            old = getattr(node, name)
            new = self._nodes(old) if isinstance(old, tuple) else self.node(old)
            if new is not old:
                changed[name] = new
        inside = replace(node, **changed) if changed else node
        made = self.change(inside)
        self.keeps_order &= self.made.setdefault(id(node), made) is made and _holds_the_same(made, inside)
        return made

    def _nodes(self, old: tuple[Any, ...]) -> tuple[Any, ...]:
        """What becomes of each; the same tuple where all stay as they are."""
        new = tuple([self.node(child) for child in old])
        return new if any(map(is_not, new, old)) else old


def _holds_the_same(made: Any, node: Any) -> bool:
    if made is node:
        return True
    kind: Any = type(node)
    names = fields_with_nodes(kind)
    return type(made) is kind and all([getattr(made, name) is getattr(node, name) for name in names])


def plain_text(content: Inlines) -> str:
    """The words alone, as a reader sees them."""
    return "".join([inline.text if isinstance(inline, Text) else _words(inline) for inline in content])


def _words(inline: Inline) -> str:
    match inline:
        case Text() | Code() | CrossReference():
            return inline.text
        case Emphasis() | Strong() | Link():
            return plain_text(inline.content)
        case Abbreviation():
            return inline.text or inline.short
        case LineBreak():
            return " "
        case FootnoteReference():
            return ""
        case Picture():
            return inline.alt
        case _:
            assert_never(inline)
