"""What many rules read of the same words is read once, however long the papers are.

A cache of a fixed size is worse than none where a table has more rows than the cache has room: each rule goes through
all rows, and each row is dropped before the next rule comes to it. So nothing is dropped while a programme is checked.
Afterwards only what has become large is let go: a paper of usual length that is checked again finds all that has not
changed.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar, cast

if TYPE_CHECKING:
    from functools import _lru_cache_wrapper

Asked = ParamSpec("Asked")
Read = TypeVar("Read")
Table = TypeVar("Table", bound=dict[Any, Any])

_ROOM = 8192
"""How many answers of a function may stay from one check to the next."""

_KEEPERS: list[_lru_cache_wrapper[Any]] = []
_TABLES: list[dict[Any, Any]] = []


def kept(read: Callable[Asked, Read]) -> Callable[Asked, Read]:
    """A pure function that remembers its answers. What it is asked for has to be a key."""
    keeper = lru_cache(maxsize=None)(read)
    _KEEPERS.append(keeper)
    return cast(Callable[Asked, Read], keeper)


def keep_while_small(table: Table) -> Table:
    """A table that fills itself with what follows from its keys, and is let go like what `kept` keeps."""
    _TABLES.append(table)
    return table


def let_go() -> None:
    """Make room again, once a programme is checked."""
    for keeper in _KEEPERS:
        if keeper.cache_info().currsize > _ROOM:
            keeper.cache_clear()
    for table in _TABLES:
        if len(table) > _ROOM:
            table.clear()
