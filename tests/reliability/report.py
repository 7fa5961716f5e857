"""The rows that tell how trials went, in the command and on the page."""

from __future__ import annotations

from pathlib import Path

from tests.pages import sections_of, table_of
from tests.reliability.table import TRIALS, Planned
from tests.reliability.trial import Trial

HEAD = ("Trial", "What is tried", "Size", "Tried", "Failed", "Measured", "Took")
FULL = "full"


def row_of(planned: Planned, size: int, trial: Trial, seconds: float) -> tuple[str, ...]:
    """`R7`, what, `4% of 576`, `24`, `0`, what was measured, `1 min 12 s`."""
    share = FULL if planned.full is None or size >= planned.full else f"{size / planned.full:.1%}"
    return (
        planned.name,
        planned.what,
        share,
        f"{trial.tried:,}",
        f"{len(trial.faults):,}",
        trial.measured,
        f"{seconds // 60:.0f} min {seconds % 60:.0f} s" if seconds >= 60 else f"{seconds:.0f} s",
    )


def rows_on(page: Path) -> dict[str, tuple[str, ...]]:
    """The rows that stand on the page, by the names of their trials."""
    tables = [table for section in sections_of(page) for table in section.tables if table.head == HEAD]
    return {row[0]: row for table in tables for row in table.rows}


def put_into_page(page: Path, row: tuple[str, ...]) -> None:
    """Put a row in the place of the older one of its trial; the order is that of the trials."""
    (written,) = (table.written for each in sections_of(page) for table in each.tables if table.head == HEAD)
    known = {**rows_on(page), row[0]: row}
    rows = [known[planned.name] for planned in TRIALS if planned.name in known]
    text = page.read_text(encoding="utf-8")
    page.write_text(text.replace(written, table_of(HEAD, rows), 1), encoding="utf-8", newline="\n")
