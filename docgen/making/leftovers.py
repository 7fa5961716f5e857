"""Outputs that no document owns any more, and their removal."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import suppress

from msgspec import Struct, field
from msgspec.structs import replace

from docgen.errors import CannotWrite
from docgen.making.record import Record
from docgen.making.store import Store


def left_over(store: Store, programmes: Collection[str]) -> dict[str, str]:
    """The names and digests of outputs that are there and belong to no document any more, sorted by name.

    `programmes` are those that there are: of others, everything is left over. Only what docgen wrote is meant.
    """
    found = {name: known for record in store.records() for name, known in _left(record, programmes)}
    return {name: known for name, known in sorted(found.items()) if store.fault(name, known) != "is missing"}


def _left(record: Record, programmes: Collection[str]) -> Iterator[tuple[str, str]]:
    yield from record.left.items()
    if record.programme not in programmes:
        yield from (*record.others.items(), *record.outputs.items())


class Removal(Struct):
    """What `docgen clean` did."""

    removed: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    """Outputs that somebody has changed since docgen wrote them."""


def remove_left_over(store: Store, programmes: Collection[str], everything: bool, changed_too: bool) -> Removal:
    """Remove what is left over, or with `everything` all that docgen wrote.

    What was changed since stays, unless `changed_too`. Raises `CannotWrite` where a file cannot be removed.
    """
    removal = Removal()
    for record in list(store.records()):
        meant = dict(_left(record, () if everything else programmes))
        for name, known in sorted(({**record.left, **meant}).items()):
            _remove(name, known, store, changed_too, removal)
        _forget(record, store, everything or record.programme not in programmes, removal)
    return removal


def _remove(name: str, known: str, store: Store, changed_too: bool, removal: Removal) -> None:
    fault = store.fault(name, known)
    if fault == "was changed" and not changed_too:
        removal.kept.append(name)
    elif fault != "is missing":
        _unlink(name, store)
        removal.removed.append(name)


def _unlink(name: str, store: Store) -> None:
    place = store.folder / name
    try:
        place.unlink()
    except OSError as error:
        raise CannotWrite(f"'{name}' cannot be removed: {error.strerror}", "close it in other programs") from error
    with suppress(OSError):  # the folder still holds something
        place.parent.rmdir()


def _forget(record: Record, store: Store, whole: bool, removal: Removal) -> None:
    """What stays, since it was changed, stays known; the rest is forgotten."""
    left = {name: known for name, known in record.left.items() if name in removal.kept}
    if whole and not any(name.startswith(f"{record.programme}/") for name in removal.kept):
        store.forget(record.programme)
    elif left != dict(record.left):
        store.save(replace(record, left=left))
