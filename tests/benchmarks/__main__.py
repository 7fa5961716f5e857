"""`python -m tests.benchmarks`: prints how fast docgen and others make a PDF of the same paper, as Markdown."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import click

from tests.benchmarks.contest import contest
from tests.benchmarks.ways import ways


@click.command()
@click.option("--words", default=12_000, show_default=True, help="How long the paper is.")
@click.option("--rounds", default=7, show_default=True, help="How often each way runs; medians are shown.")
@click.option("--only", default="", help="Leave out programs whose name does not begin with this.")
def main(words: int, rounds: int, only: str) -> None:
    """Measure docgen beside WeasyPrint, LibreOffice, and pandoc with Typst: those of them that are installed."""
    for way in ways():
        if way.missing and not way.is_warm:
            click.echo(f"{way.missing} is not installed, and is left out", err=True)
    chosen = [way for way in ways() if not way.missing and way.name.startswith(only)]
    with TemporaryDirectory(prefix="docgen-") as place:
        results = contest(chosen, words, rounds, Path(place), lambda line: click.echo(line, err=True))
        # Imported late: the process that starts the others has to be small, or its memory counts as theirs.
        from tests.benchmarks.sheet import sheet

        click.echo(sheet(results, words, rounds), nl=False)


if __name__ == "__main__":
    main()
