"""What holds for all structures of docgen, and is easily forgotten."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator

import pytest
from msgspec import Struct

import docgen
from docgen.source import NOWHERE
from docgen.value import Phrase, Record, Scalar, Value

NAMES = [module.name for module in pkgutil.walk_packages(docgen.__path__, "docgen.") if "__main__" not in module.name]


def structs() -> Iterator[type[Struct]]:
    """Every structure that docgen defines."""
    for name in NAMES:
        module = importlib.import_module(name)
        found = (kind for kind in vars(module).values() if isinstance(kind, type) and kind.__module__ == name)
        yield from (kind for kind in found if issubclass(kind, Struct))


def test_whatever_says_what_it_equals_says_what_it_does_not_equal() -> None:
    """A Struct inherits a `!=` of its own: without another one, two things would be equal and unequal at once."""
    own = [kind for kind in structs() if "__eq__" in vars(kind)]
    assert len(own) >= 3
    assert [kind for kind in own if "__ne__" not in vars(kind)] == []


def _nothing(_: str) -> Value:
    return Phrase(())


@pytest.mark.parametrize(
    ("one", "same", "other"),
    [
        (Scalar("1", NOWHERE, 1), Scalar("one", NOWHERE, 1), Scalar("1", NOWHERE, 2)),
        (Phrase(()), Phrase(()), Scalar("x", NOWHERE, "x")),
        (
            Record("a", (), NOWHERE, lambda _: Phrase(())),
            Record("a", ("x",), NOWHERE, lambda _: Phrase(())),
            Phrase(()),
        ),
    ],
)
def test_values_are_equal_or_unequal(one: Value, same: Value, other: Value) -> None:
    assert one == same
    assert not one != same  # noqa: SIM202 (what is tried is this operator)
    assert one != other
    assert not one == other  # noqa: SIM201 (as above)
    assert hash(one) == hash(same)
