"""`docgen import-table`: takes the rows of a file into a table of a programme, once somebody has seen what changes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click
from msgspec.structs import replace

from docgen.cli.failures import CLEAN, FINDINGS
from docgen.cli.report import report
from docgen.cli.repository import Repository, open_repository
from docgen.cli.tables import programme_called, table_called
from docgen.cli.terminal import Terminal, this_terminal
from docgen.diagnostic import Findings
from docgen.editing.changes import Change, Kind, counts, in_words
from docgen.editing.moving import Import, planned_import
from docgen.editing.table import SUFFIXES
from docgen.errors import CannotRead
from docgen.load.parts import ContentFile
from docgen.snapshot import Snapshot
from docgen.wording import counted, listed
from docgen.write.disk import write_output

_COLOURS = {Kind.ADDED: "green", Kind.REMOVED: "red", Kind.CHANGED: "yellow"}


@click.command("import-table")
@click.argument("table", metavar="TABLE")
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@click.option("--programme", metavar="PROGRAMME", help="Whose table, where there are several programmes.")
@click.option("--yes", is_flag=True, help="Write without asking.")
def command(table: str, file: Path, programme: str | None, yes: bool) -> int:
    """Take the rows of FILE (.xlsx, .csv or .yaml) into a TABLE of a programme: scope, actions, risks.

    Shows which rows are added, removed and changed, and asks before it writes. The table stays in the file that holds
    it, and columns that FILE does not have stay as they are. Without a terminal, nothing is written unless --yes says
    so.
    """
    terminal = this_terminal()
    part = table_called(table)
    repository = open_repository()
    name = programme_called(programme, repository)
    read = _read(file)
    findings = Findings()
    plan = planned_import(repository.snapshot, name, part, read, findings)
    if list(findings):
        terminal.print(report(findings, _with_file(repository, read), terminal))
    if plan is None:
        return FINDINGS
    terminal.print("\n".join(_told(plan, terminal)))
    if not plan.comparison.is_empty and _is_agreed(plan, yes, terminal):
        write_output(repository.root, plan.file, plan.data)
        terminal.print(f"written: {plan.file}")
    return CLEAN


def _read(file: Path) -> ContentFile:
    if file.suffix.lower() not in SUFFIXES:
        raise CannotRead(f"'{file.name}' is no table", f"name a file that ends in {listed(SUFFIXES, 'or')}")
    try:
        return ContentFile(file.as_posix(), file.read_bytes())
    except OSError as error:
        raise CannotRead(f"'{file}' cannot be read: {error.strerror}", "name a file that is there") from error


def _with_file(repository: Repository, read: ContentFile) -> Snapshot:
    """The snapshot with the file in it, so that reports can show its lines."""
    snapshot = repository.snapshot
    return replace(snapshot, files={**snapshot.files, read.path: read.data})


def _told(plan: Import, terminal: Terminal) -> Iterator[str]:
    """What would change, row by row, and what would be lost."""
    for change in plan.comparison.changes:
        yield from _change(change, terminal)
    if plan.comparison.is_reordered:
        yield "the rows stand in another order"
    if plan.untouched:
        yield f"left as they are, since the file has no such columns: {', '.join(plan.untouched)}"
    for lost in plan.lost if not plan.comparison.is_empty else ():
        yield f"{terminal.paint('lost', 'red')}: {lost}"
    yield terminal.paint(f"{plan.file}: {_summary(plan)}")


def _change(change: Change, terminal: Terminal) -> Iterator[str]:
    yield f"{terminal.paint(change.kind.value, _COLOURS[change.kind])} {change.name}"
    for field, before, after in change.fields:
        yield f"    {field}: {in_words(before)} becomes {in_words(after)}"


def _summary(plan: Import) -> str:
    if plan.comparison.is_empty:
        return "nothing changes"
    numbers, words = counts(plan.comparison.changes), {Kind.ADDED: "added", Kind.REMOVED: "removed"}
    told = [f"{counted(numbers[kind], 'row')} {words.get(kind, 'changed')}" for kind in Kind if numbers.get(kind)]
    return listed(told) or "the order changes"


def _is_agreed(plan: Import, yes: bool, terminal: Terminal) -> bool:
    if yes:
        return True
    if not terminal.interactive:
        terminal.print("nothing was written: add --yes to write")
        return False
    return click.confirm(f"Write {plan.file}?")
