"""`docgen status`: tells of every document and section who answers for it, how far it is, and what is missing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import click

from docgen.cli.build import shown_path
from docgen.cli.failures import CLEAN, FINDINGS
from docgen.cli.progress import progress
from docgen.cli.repository import Repository, open_repository
from docgen.cli.selection import select
from docgen.cli.status_text import text_report
from docgen.cli.terminal import Terminal, this_terminal
from docgen.diagnostic import Findings
from docgen.errors import CannotWrite, DocgenError
from docgen.load.changes import last_changes
from docgen.load.repository import CONTENT, TEMPLATES
from docgen.standing.data import standing_json
from docgen.standing.gather import Told, standing_of
from docgen.standing.page import standing_page
from docgen.standing.standing import Standing, tally
from docgen.suggest import did_you_mean
from docgen.write.disk import write_output

_PLAIN = Terminal()
"""What a file is written for: no colours, lines of a usual length."""

REPORTS: Mapping[str, Callable[[Standing, Terminal], str]] = {
    "text": text_report,
    "json": lambda standing, _: standing_json(standing),
    "html": lambda standing, _: standing_page(standing).rstrip("\n"),
}
_ENDINGS = {".txt": "text", ".json": "json", ".html": "html", ".htm": "html"}


@click.command("status")
@click.argument("targets", nargs=-1, metavar="[PROGRAMME|DOCUMENT]...")
@click.option("--format", "name", metavar="FORMAT", help="text, json or html; otherwise as the ending of FILE says.")
@click.option("--out", "target", metavar="FILE", type=click.Path(path_type=Path), help="Write it into a file.")
def command(targets: tuple[str, ...], name: str | None, target: Path | None) -> int:
    """Tell where the documents stand: all, those of a PROGRAMME (banes), or one DOCUMENT (banes/eoi).

    Of each document: what is missing before it can be final. Of each section: the files that it prints, their owner
    and status, words against the limit, problems, and the last change that git knows of.
    """
    terminal = this_terminal()
    form = report_called(name, target)
    repository = open_repository()
    if target:
        refuse_place(target, repository)
    standing = _gathered(repository, targets, terminal)
    if target is None:
        terminal.print(REPORTS[form](standing, terminal))
    else:
        content = f"{REPORTS[form](standing, _PLAIN)}\n".encode()
        is_new = write_output(target.parent, target.name, content)
        terminal.print(f"{'written' if is_new else 'unchanged'}: {shown_path(target)}")
    return FINDINGS if standing.found.errors else CLEAN


def report_called(name: str | None, target: Path | None) -> str:
    """The format that is asked for; raises `DocgenError` for one that docgen does not know."""
    if name is None:
        return _ENDINGS.get(target.suffix.lower(), "text") if target else "text"
    written = name.strip().lower()
    if written not in REPORTS:
        raise DocgenError(f"no format of this report is called '{name}'", did_you_mean(written, REPORTS))
    return written


def refuse_place(target: Path, repository: Repository) -> None:
    """Raises `CannotWrite` for a file among the content or templates, of which the report would become a part."""
    for name in (CONTENT, TEMPLATES):
        if target.resolve().is_relative_to((repository.root / name).resolve()):
            raise CannotWrite(f"'{target}' is no place for a report, since docgen reads '{name}'", "name another file")


def _gathered(repository: Repository, targets: tuple[str, ...], terminal: Terminal) -> Standing:
    """Where everything stands that is meant."""
    selection = select(repository, targets)
    changes = last_changes(repository.snapshot, repository.root)
    everything = Findings()
    everything.extend(repository.findings.diagnostics)
    told: list[Told] = []
    with progress("Looking at", sum(len(selected.jobs) for selected in selection), terminal) as show:
        for selected in selection:
            told.append(standing_of(repository.snapshot, selected.programme, selected.jobs, changes, show))
            everything.extend(told[-1].found)
    return Standing(tuple(each.standing for each in told), tally(everything), changes.unknown)
