"""`python -m tests.reliability`: runs the trials, prints how they went, and puts it into docs/safety.md if asked to."""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence

import click

from tests.pages import ROOT
from tests.reliability.report import HEAD, put_into_page, row_of
from tests.reliability.table import TRIALS, Planned

PAGE = ROOT / "docs" / "safety.md"


@click.command()
@click.argument("rows", nargs=-1, metavar="ROW…")
@click.option("--share", default=1.0, show_default=True, help="How much of the full size is run: 0.05 for a twentieth.")
@click.option("--page", is_flag=True, help="Put the figures into docs/safety.md, each as soon as it is known.")
def main(rows: tuple[str, ...], share: float, page: bool) -> None:
    """Run the trials, or those whose name begins with a ROW (R7, html), and print how they went."""
    chosen = [each for each in TRIALS if not rows or each.name.lower().startswith(tuple(row.lower() for row in rows))]
    if not chosen:
        raise click.UsageError(f"no trial is called {' or '.join(rows)}; there are {', '.join(e.name for e in TRIALS)}")
    click.echo(f"| {' | '.join(HEAD)} |\n|{' --- |' * len(HEAD)}")
    sys.exit(1 if _failed(chosen, share, page) else 0)


def _failed(chosen: Sequence[Planned], share: float, page: bool) -> int:
    """How many trials had faults, which are told below their rows."""
    failed = 0
    for planned in chosen:
        started = time.monotonic()
        size = planned.size(share)
        trial = planned.run(size)
        row = row_of(planned, size, trial, time.monotonic() - started)
        click.echo(f"| {' | '.join(row)} |")
        for fault in trial.faults[:5]:
            click.echo(f"  {fault}", err=True)
        failed += bool(trial.faults)
        if page:
            put_into_page(PAGE, row)
    return failed


if __name__ == "__main__":
    main()
