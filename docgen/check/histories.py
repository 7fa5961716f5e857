"""Which rows of the version history concern which document."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from docgen.check.rule import ProgrammeFacts
from docgen.schema.document_control import Version, concerns
from docgen.source import Path


class History(Struct, frozen=True):
    """The version history of one document."""

    request: int
    """The document's place among the programme's documents."""
    rows: tuple[tuple[Path, Version], ...]
    """The rows with their places, in the order in which they are printed."""


def histories(facts: ProgrammeFacts) -> Iterator[History]:
    """The history of each document that has one."""
    control, programme = facts.content.document_control, facts.content.programme
    placed = [(_place(row), version) for row, version in enumerate(control.versions if control else ())]
    for number, request in enumerate(programme.documents):
        rows = tuple((path, version) for path, version in placed if concerns(version, request, programme))
        if rows:
            yield History(number, rows)


def _place(row: int) -> Path:
    return ("document_control", "versions", row)
