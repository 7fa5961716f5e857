"""The nodes of a tree in the order in which it is read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import chain
from typing import Any, TypeVar, overload

from msgspec import Struct

A = TypeVar("A")
B = TypeVar("B")
C = TypeVar("C")
D = TypeVar("D")


class Nodes(Struct, frozen=True):
    """All nodes inside another, listed once: passes that seek a few kinds need not go through the others again."""

    every: list[Any]
    """In the order of reading, without the outermost: that keeps them, and would never be let go of."""
    above: list[int]
    """For each of them, the position of the node that it stands in; -1 for the outermost."""
    places: defaultdict[Any, list[int]]
    """The positions of the nodes of each class."""

    @overload
    def of(self, a: type[A], /) -> list[A]: ...
    @overload
    def of(self, a: type[A], b: type[B], /) -> list[A | B]: ...
    @overload
    def of(self, a: type[A], b: type[B], c: type[C], /) -> list[A | B | C]: ...
    @overload
    def of(self, a: type[A], b: type[B], c: type[C], d: type[D], /) -> list[A | B | C | D]: ...
    def of(self, *kinds: type[Any]) -> list[Any]:
        """The nodes of these classes, in the order of reading."""
        found = [self.places[kind] for kind in kinds if kind in self.places]
        places = found[0] if len(found) == 1 else sorted(chain.from_iterable(found))
        return [self.every[place] for place in places]

    def around(self, *kinds: type[Any]) -> set[int]:
        """The positions of the nodes of these classes and of all nodes among these that they stand in."""
        met: set[int] = set()
        for place in chain.from_iterable([self.places.get(kind, ()) for kind in kinds]):
            while place >= 0 and place not in met:
                met.add(place)
                place = self.above[place]
        return met

    def replaced(self, made: Mapping[int, Any]) -> Nodes:
        """The same order with other nodes at some positions."""
        every = self.every.copy()
        for place, node in made.items():
            every[place] = node
        return Nodes(every, self.above, self.places)


def nodes_of(root: Any) -> Nodes:
    """All nodes inside a node."""
    nodes = Nodes([], [], defaultdict(list))
    _list_inside(root, -1, nodes)
    return nodes


def _list_inside(holder: Any, place: int, nodes: Nodes) -> None:
    """Add what stands inside the node at that place."""
    every, above, places = nodes.every, nodes.above, nodes.places
    for node in _inside(holder):
        here, kind = len(every), node.__class__
        every.append(node)
        above.append(place)
        places[kind].append(here)
        if fields_with_nodes(kind):
            _list_inside(node, here, nodes)


def _inside(holder: Any) -> Sequence[Any]:
    """The nodes that stand directly in a node."""
    values = [getattr(holder, name) for name in fields_with_nodes(holder.__class__)]
    tuples = [value if isinstance(value, tuple) else (value,) for value in values]
    return tuples[0] if len(tuples) == 1 else list(chain.from_iterable(tuples))


def in_order(root: Any) -> Iterator[Any]:
    """The node and everything inside it."""
    ahead = [root]
    while ahead:
        node = ahead.pop()
        yield node
        for name in reversed(fields_with_nodes(node.__class__)):
            value = getattr(node, name)
            ahead.extend(reversed(value)) if isinstance(value, tuple) else ahead.append(value)


@cache
def fields_with_nodes(kind: Any) -> tuple[str, ...]:
    """The fields of a node class that hold a node or a tuple of nodes, in the order of reading."""
    # Annotations are kept as written, so that `Link.title`, a word, is told from `Callout.title`, which holds inlines.
    written = kind.__annotations__ if issubclass(kind, Struct) else {}
    return tuple(name for name in _READING_ORDER if written.get(name, "str") != "str")


_READING_ORDER = (
    "caption heading title content subtitle term columns groups rows cells picture blocks by items entries footnotes"
).split()
