"""The name that somebody meant, among few and among many."""

from __future__ import annotations

import pytest

from docgen.suggest import did_you_mean

MANY = [f"table-{number}" for number in range(2000)]


@pytest.mark.parametrize(
    ("written", "known", "said"),
    [
        ("quroum", ["quorum", "chair"], "did you mean 'quorum'?"),
        ("Quorum", ["quorum"], "did you mean 'quorum'?"),
        ("x", ["b", "a"], "known: a, b"),
        ("x", [], ""),
        ("tabel-77", MANY, "did you mean 'table-77'?"),
        ("a-name-like-no-other", MANY, f"known: {', '.join(sorted(MANY)[:12])} …"),
        ("operatonal-group", [*MANY, "operational-group"], "did you mean 'operational-group'?"),
    ],
)
def test_a_name_is_suggested(written: str, known: list[str], said: str) -> None:
    assert did_you_mean(written, known) == said


def test_the_order_of_the_known_names_does_not_matter() -> None:
    assert did_you_mean("tabl-1", MANY) == did_you_mean("tabl-1", list(reversed(MANY)))
