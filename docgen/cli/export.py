"""`docgen export`: writes a table of a programme as a workbook, as CSV or as YAML."""

from __future__ import annotations

from pathlib import Path

import click

from docgen.cli.build import OUTPUT_FOLDER, shown_path
from docgen.cli.failures import CLEAN, FINDINGS
from docgen.cli.report import report
from docgen.cli.repository import open_repository
from docgen.cli.tables import programme_called, table_called
from docgen.cli.terminal import this_terminal
from docgen.diagnostic import Findings
from docgen.editing.moving import FORMATS, exported
from docgen.errors import CannotWrite
from docgen.write.disk import write_output


@click.command("export")
@click.argument("table", metavar="TABLE")
@click.option("--to", "format", type=click.Choice(FORMATS), required=True, help="What to write.")
@click.option("--programme", metavar="PROGRAMME", help="Whose table, where there are several programmes.")
@click.option(
    "--out", "target", metavar="FILE", type=click.Path(path_type=Path), help="Where to write instead of build/."
)
@click.option("--force", is_flag=True, help="Write over a file that is there, and lose what was changed in it.")
def command(table: str, format: str, programme: str | None, target: Path | None, force: bool) -> int:
    """Write a TABLE of a programme (scope, actions, risks) as a file for Excel, or in another form of content.

    What is written can be imported again with 'docgen import-table' and gives the same table. Texts that begin like
    formulas stay texts.
    """
    terminal = this_terminal()
    part = table_called(table)
    repository = open_repository()
    name = programme_called(programme, repository)
    place = target or repository.root / OUTPUT_FOLDER / name / f"{part.name}.{format}"
    findings = Findings()
    data = exported(repository.snapshot, name, part, format, findings)
    if list(findings):
        terminal.print(report(findings, repository.snapshot, terminal))
    if data is None:
        return FINDINGS
    _refuse_to_overwrite(place, data, force)
    is_new = write_output(place.parent, place.name, data)
    terminal.print(f"{'written' if is_new else 'unchanged'}: {shown_path(place)}")
    return CLEAN


def _refuse_to_overwrite(place: Path, data: bytes, force: bool) -> None:
    if not force and place.is_file() and place.read_bytes() != data:
        message = f"'{place.name}' is there already, and may hold somebody's changes"
        raise CannotWrite(message, "name another file with --out, or write over it with --force")
