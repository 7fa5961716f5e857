"""Moves a table between the content of a programme and a file of another kind.

Whatever is written is read again first: a table that would not come back as it is, is not written.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from docgen.diagnostic import Diagnostic, Findings
from docgen.editing.changes import Comparison, compare
from docgen.editing.columns import columns
from docgen.editing.csv_text import FOR_EXCEL, csv_bytes
from docgen.editing.rewriting import Target, cannot_rewrite, rewritten
from docgen.editing.rows import Row, is_same, unfit_for_cells
from docgen.editing.schema_files import first_line
from docgen.editing.table import Table, read_table_file, replaced, table_in
from docgen.editing.workbook import workbook_bytes
from docgen.editing.yaml_text import yaml_bytes
from docgen.errors import DocgenError
from docgen.load.content import load_content
from docgen.load.parts import ContentFile
from docgen.schema.links import targets
from docgen.schema.registry import TablePart
from docgen.schema.validate import validate
from docgen.snapshot import Snapshot
from docgen.source import Source, Sourced

FORMATS = ("xlsx", "csv", "yaml")
"""What a table can be exported as."""


class Import(Struct, frozen=True):
    """What an import would do."""

    part: TablePart
    file: str
    """The file of the content that would be written."""
    data: bytes
    comparison: Comparison
    lost: tuple[str, ...]
    """What stands in that file and would stand there no more, in words."""
    untouched: tuple[str, ...]
    """Fields that the imported file has no column for."""


def exported(snapshot: Snapshot, programme: str, part: TablePart, format: str, findings: Findings) -> bytes | None:
    """A table of a programme as a file of this format; None where it has faults, or the file could not hold it.

    Raises `DocgenError` where the programme has no such table.
    """
    whole = _content(snapshot, programme, findings)
    if whole is None:
        return None
    table = table_in(whole, part)
    if table is None:
        raise _no_table(programme, part)
    findings.extend(fault for fault in _faults(whole) if fault.source.path == table.file)
    if format != "yaml":
        findings.extend(unfit_for_cells(table.rows, part.row, table.places))
    if findings.has_errors:
        return None
    data = _file_of(table, format, f"content/{programme}/{part.name}.yaml", _ids(whole, part))
    _prove(ContentFile(f"{part.name}.{format}", data), part, table.rows)
    return data


def _no_table(programme: str, part: TablePart) -> DocgenError:
    remedy = f"fill in the workbook that 'docgen schema --xlsx {part.name}' writes, and import it"
    return DocgenError(f"'{programme}' has no table '{part.name}'", remedy)


def _ids(whole: Sourced, part: TablePart) -> Mapping[str, tuple[str, ...]]:
    """The ids that a programme has, by the kinds of thing that the table names."""
    kinds = {kind for column in columns(part.row) for kind in column.names}
    return {kind: tuple(targets(whole.data, kind, ())) for kind in kinds if kind != "member"}


def _file_of(table: Table, format: str, path: str, ids: Mapping[str, Sequence[str]]) -> bytes:
    headed = [(column.heading, column) for column in columns(table.part.row)]
    match format:
        case "csv":
            return csv_bytes(table.rows, headed, FOR_EXCEL)
        case "yaml":
            return yaml_bytes(table.rows, first_line(path))
        case _:
            return workbook_bytes(table.part.name, [(table.part, table.rows)], ids)


def planned_import(
    snapshot: Snapshot, programme: str, part: TablePart, file: ContentFile, findings: Findings
) -> Import | None:
    """What a file would change in a table of a programme; None where it has faults, or leads to some elsewhere."""
    whole = _content(snapshot, programme, findings)
    incoming = read_table_file(file, part, findings)
    if whole is None or incoming is None or findings.has_errors:
        return None
    present = table_in(whole, part)
    comparison = compare(present.rows if present else (), incoming.rows, part.row, incoming.fields)
    if present and comparison.is_empty:
        return Import(part, present.file, snapshot.read(present.file), comparison, (), _untouched(part, incoming))
    rows = [merged.row for merged in comparison.rows]
    findings.extend(_new_faults(whole, part, rows, incoming))
    target = _target(snapshot, programme, part, present, file)
    if not target.file.endswith((".yaml", ".yml")):
        findings.extend(unfit_for_cells(rows, part.row, incoming.places))
    if findings.has_errors:
        return None
    new = rewritten(target, comparison)
    _prove_content(snapshot, programme, part, target.file, new.data, rows)
    return Import(part, target.file, new.data, comparison, new.lost, _untouched(part, incoming))


def _content(snapshot: Snapshot, programme: str, findings: Findings) -> Sourced | None:
    """All that the files of a programme say; what git remembers is in none of them."""
    return load_content(replace(snapshot, versions={}), programme, findings)


def _faults(whole: Sourced) -> list[Diagnostic]:
    findings = Findings()
    validate(whole, findings)
    return list(findings)


def _new_faults(whole: Sourced, part: TablePart, rows: Sequence[Row], incoming: Table) -> list[Diagnostic]:
    """The faults that the content does not have already, in the file or where its rows are named."""
    known = {(fault.code.id, fault.message) for fault in _faults(whole)}
    places = {path: source for path, source in incoming.places.values.items() if path}
    changed = replaced(whole, part, rows, {(): Source(incoming.file), **places})
    return [fault for fault in _faults(changed) if (fault.code.id, fault.message) not in known]


def _target(snapshot: Snapshot, programme: str, part: TablePart, present: Table | None, file: ContentFile) -> Target:
    """The file that the table stands in, or a new one of the kind that is imported."""
    suffix = ".yaml" if file.suffix == ".yml" else file.suffix
    path = present.file if present else f"content/{programme}/{part.name}{suffix}"
    return Target(part, path, snapshot.read(path) if present else None)


def _untouched(part: TablePart, incoming: Table) -> tuple[str, ...]:
    return tuple(column.field for column in columns(part.row) if column.field not in incoming.fields)


def _prove(file: ContentFile, part: TablePart, rows: Sequence[Row]) -> None:
    """Raises `DocgenError` for a file that says anything else than these rows."""
    findings = Findings()
    read = read_table_file(file, part, findings)
    if read is None or not _say_the_same(read.rows, rows, part):
        raise DocgenError(f"'{part.name}' cannot be written as {file.suffix} without a loss", "choose another format")


def _prove_content(
    snapshot: Snapshot, programme: str, part: TablePart, path: str, data: bytes, rows: Sequence[Row]
) -> None:
    """Raises `DocgenError` where the content, with the new file in it, says anything else than these rows."""
    findings = Findings()
    files: Mapping[str, bytes] = {**snapshot.files, path: data}
    whole = load_content(replace(snapshot, files=files, versions={}), programme, findings)
    table = table_in(whole, part) if whole else None
    if table is None or not _say_the_same(table.rows, rows, part):
        raise cannot_rewrite(path)


def _say_the_same(read: Sequence[Row], meant: Sequence[Row], part: TablePart) -> bool:
    return len(read) == len(meant) and all(
        one.keys() == other.keys() and all(is_same(one[field], other[field], part.row, field) for field in one)
        for one, other in zip(read, meant, strict=True)
    )
