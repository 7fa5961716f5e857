"""Things as keys of what is kept about them: two are the same only where they are one and the same thing.

What is read of a large thing, such as the content of a programme, is asked for sentence by sentence. Comparing it value
by value each time would cost more than reading it again.
"""

from __future__ import annotations

from typing import Generic, TypeVar

Thing = TypeVar("Thing")


class Itself(Generic[Thing]):
    """A thing that is never changed, as a key. Whoever keeps the key keeps the thing."""

    __slots__ = ("thing",)

    def __init__(self, thing: Thing) -> None:
        self.thing = thing

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Itself) and self.thing is other.thing

    def __hash__(self) -> int:
        return id(self.thing)
