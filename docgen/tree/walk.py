"""Ways through a tree: over every node, and from one tree to another.

Passes such as numbering and references change a few kinds of node and leave the rest: they hand `rewrite`
a function, and get back a tree in which every node is the function's answer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from functools import cache
from operator import is_not
from typing import Any, TypeVar, assert_never

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
    ahead: list[Node] = [node]
    while ahead:
        node = ahead.pop()
        yield node
        kind: Any = type(node)
        for name in reversed(_fields_with_nodes(kind)):
            value = getattr(node, name)
            ahead.extend(reversed(value)) if isinstance(value, tuple) else ahead.append(value)


def holds(node: Node, *kinds: type[Node]) -> bool:
    """Whether there is a node of one of the kinds inside, so that a pass over the whole tree is worth its time."""
    return any(isinstance(inner, kinds) for inner in walk(node))


def rewrite(node: Whole, change: Callable[[Any], Any]) -> Whole:
    """A copy of the tree in which each node is what `change` makes of it.

    `change` gets every node, inner ones before outer ones, neighbours in the order in which they are read. It returns a
    node of a kind that may stand in the same place. Parts that do not change are shared with the old tree.
    """
    changed: dict[str, Any] = {}
    kind: Any = type(node)
    for name in _fields_with_nodes(kind):
        old = getattr(node, name)
        new = _rewritten(old, change) if isinstance(old, tuple) else rewrite(old, change)
        if new is not old:
            changed[name] = new
    result: Whole = change(replace(node, **changed) if changed else node)
    return result


def _rewritten(old: tuple[Any, ...], change: Callable[[Any], Any]) -> tuple[Any, ...]:
    """What `change` makes of the nodes; the same tuple where it leaves all of them as they are."""
    new = tuple([rewrite(child, change) for child in old])
    return new if any(map(is_not, new, old)) else old


def plain_text(content: Inlines) -> str:
    """The words alone, as a reader sees them."""
    return "".join(_words(inline) for inline in content)


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


@cache
def _fields_with_nodes(kind: type) -> tuple[str, ...]:
    """The fields of a node class that hold a node or a tuple of nodes, in the order of reading."""
    # Annotations are kept as written, so that `Link.title`, a word, is told from `Callout.title`, which holds inlines.
    written = {entry.name: entry.type for entry in fields(kind)} if is_dataclass(kind) else {}
    return tuple(name for name in _READING_ORDER if written.get(name, "str") != "str")


_READING_ORDER = (
    "caption heading title content subtitle term columns groups rows cells picture blocks by items entries footnotes"
).split()
