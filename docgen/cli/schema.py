"""`docgen schema`: writes what helps in editing content, JSON schemas for editors and workbooks for Excel."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from docgen.cli.build import OUTPUT_FOLDER, shown_path
from docgen.cli.repository import open_repository
from docgen.cli.terminal import Terminal, this_terminal
from docgen.editing.schema_files import FOLDER, schema_file, schema_names
from docgen.errors import CannotWrite, DocgenError
from docgen.schema.registry import PART_FILES, TABLES, TablePart
from docgen.suggest import did_you_mean
from docgen.wording import counted
from docgen.write.disk import write_output

WORKBOOKS = f"{OUTPUT_FOLDER}/workbooks"


@click.command("schema")
@click.argument("names", nargs=-1, metavar="[PART]...")
@click.option("--xlsx", is_flag=True, help="Write workbooks of the parts that are tables, to be filled in with Excel.")
@click.option(
    "--out",
    "folder",
    metavar="FOLDER",
    type=click.Path(path_type=Path),
    help=f"Where to write instead of {FOLDER} or {WORKBOOKS}.",
)
@click.option("--force", is_flag=True, help="Write over workbooks that are there, and lose what was filled in.")
def command(names: tuple[str, ...], xlsx: bool, folder: Path | None, force: bool) -> int:
    """Write JSON schemas, by which editors complete and check content while it is typed; with --xlsx, workbooks.

    All of them, or those of each PART: scope, actions, governance. Of a part that holds several tables (timescales)
    the workbook has a worksheet for each.
    """
    terminal = this_terminal()
    files = _workbooks(names) if xlsx else _schemas(names)
    root = Path() if folder else open_repository().root
    target = folder or root / (WORKBOOKS if xlsx else FOLDER)
    if xlsx and not force:
        _refuse_to_overwrite(target, files)
    written = [name for name, data in files.items() if write_output(target, name, data)]
    if not folder and not xlsx:
        write_output(target.parent, ".gitignore", b"*\n")
    _say(terminal, files, written, target, "workbook" if xlsx else "schema")
    return 0


def _schemas(names: Sequence[str]) -> Mapping[str, bytes]:
    _require_known(names, schema_names())
    return {f"{name}.json": schema_file(name) for name in names or schema_names()}


def _workbooks(names: Sequence[str]) -> Mapping[str, bytes]:
    from docgen.editing.workbook import workbook_bytes  # imported late: openpyxl takes its time

    known = _tables()
    _require_known(names, known)
    chosen = names or [stem for stem in known if stem in PART_FILES]
    return {f"{name}.xlsx": workbook_bytes(name, [(table, ()) for table in known[name]]) for name in chosen}


def _tables() -> Mapping[str, Sequence[TablePart]]:
    """The tables of each workbook, by its name: that of a part, or of one table."""
    parts = {stem: [table for table in TABLES if table.path[0] == part] for stem, part in PART_FILES.items()}
    return {
        **{stem: tables for stem, tables in parts.items() if tables},
        **{table.name: [table] for table in TABLES if table.name not in parts},
    }


def _require_known(names: Sequence[str], known: Sequence[str] | Mapping[str, object]) -> None:
    for name in names:
        if name in known:
            continue
        if name in schema_names():
            raise DocgenError(f"'{name}' holds no table", did_you_mean("", known))
        raise DocgenError(f"no part is called '{name}'", did_you_mean(name, known))


def _refuse_to_overwrite(target: Path, files: Mapping[str, bytes]) -> None:
    """Somebody may have filled it in where it was written."""
    for name, data in files.items():
        if (target / name).is_file() and (target / name).read_bytes() != data:
            message = f"'{name}' is there already, and may have been filled in"
            raise CannotWrite(message, "name another folder with --out, or write over it with --force")


def _say(terminal: Terminal, files: Mapping[str, bytes], written: Sequence[str], target: Path, what: str) -> None:
    same = len(files) - len(written)
    ends = f", {same} unchanged" if same else ""
    terminal.print(f"{counted(len(written), what)} written{ends}, in {shown_path(target)}")
    if what == "workbook":
        terminal.print("fill one in with Excel, and run 'docgen import-table' with the name of the table and the file")
