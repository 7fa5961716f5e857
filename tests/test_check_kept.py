"""What rules read of the same words is read once in a check, however many words there are."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from docgen.check import kept as keeping
from docgen.check.kept import kept, let_go
from docgen.check.prose.numbers.quantities import quantities
from docgen.check.prose.scope.topics import topics_in
from docgen.schema.scope import Function, InScope

ROWS = [f"row {number}" for number in range(20_000)]
"""More than a cache of a fixed size would hold."""
FEW = ROWS[:100]


@pytest.fixture
def read() -> list[str]:
    """All that was read, in order."""
    return []


@pytest.fixture
def reader(read: list[str]) -> Iterator[Callable[[str], int]]:
    """A function that is kept for the time of a test."""

    def length(words: str) -> int:
        read.append(words)
        return len(words)

    yield kept(length)
    del keeping._KEEPERS[-1]


def ask(reader: Callable[[str], int], rows: list[str]) -> list[int]:
    """As a rule does that goes through all rows."""
    return [reader(row) for row in rows]


def test_a_second_rule_reads_nothing_again(reader: Callable[[str], int], read: list[str]) -> None:
    first = ask(reader, ROWS)
    assert ask(reader, ROWS) == first
    assert len(read) == len(ROWS)


def test_a_long_table_is_let_go_after_the_check(reader: Callable[[str], int], read: list[str]) -> None:
    ask(reader, ROWS)
    let_go()
    ask(reader, FEW)
    assert len(read) == len(ROWS) + len(FEW)


def test_a_paper_of_usual_length_stays_known(reader: Callable[[str], int], read: list[str]) -> None:
    ask(reader, FEW)
    let_go()
    ask(reader, FEW)
    assert len(read) == len(FEW)


def test_numbers_are_read_once_in_long_tables() -> None:
    first = [quantities(row) for row in ROWS]
    assert all(quantities(row) is found for row, found in zip(ROWS, first, strict=True))


def test_the_topics_of_a_scope_are_worked_out_once() -> None:
    functions = [Function(function="Mergers of practices", in_scope=InScope.YES)]
    assert topics_in(functions) is topics_in(functions)
    assert topics_in(list(functions)) is not topics_in(functions)
