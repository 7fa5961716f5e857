"""One table: its rows, their places, and the columns that its file has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct
from pydantic import ValidationError
from pydantic_core import ErrorDetails

from docgen.codes import content_files
from docgen.diagnostic import Findings
from docgen.editing.columns import columns
from docgen.editing.rows import Row, Value, rows_of
from docgen.load.csv import read_csv
from docgen.load.decode import decode
from docgen.load.parts import ContentFile, empty
from docgen.load.workbook import read_sheets
from docgen.load.yaml import read_yaml
from docgen.schema.content import Content
from docgen.schema.faults import diagnose
from docgen.schema.links import at
from docgen.schema.registry import TablePart, headings
from docgen.source import Data, Path, Source, Sourced, SourceMap


class Table(Struct, frozen=True):
    """A table as a file gives it."""

    part: TablePart
    rows: tuple[Row, ...]
    places: SourceMap
    """Of the list, its rows and their fields."""
    fields: frozenset[str]
    """What its file has columns for. In YAML that is every field."""

    @property
    def file(self) -> str:
        """The path of the file that it stands in."""
        return self.places.value(()).path


def table_in(whole: Sourced, part: TablePart) -> Table | None:
    """The table in the content of a programme; None where no file gives it."""
    data = at(whole.data, part.path)
    return None if data is None else _table(Sourced(data, _below(whole.sources, part.path)), part)


def read_table_file(file: ContentFile, part: TablePart, findings: Findings) -> Table | None:
    """The table that a file of any name holds; None where it cannot be read, or has faults, which are reported."""
    read = _READERS[file.suffix](file, part, findings)
    return None if read is None else _table(read, part)


def _table(read: Sourced, part: TablePart) -> Table:
    rows = tuple(rows_of(read.data, part.row))
    is_cells = any(source.cell or source.path.lower().endswith(".csv") for source in read.sources.values.values())
    every = frozenset(column.field for column in columns(part.row))
    headed = frozenset(str(path[1]) for path in read.sources.values if len(path) == 2)
    return Table(part, rows, read.sources, headed if is_cells and rows else every)


def _below(places: SourceMap, path: Path) -> SourceMap:
    """The places of what stands at a path, seen from there."""
    size = len(path)
    values = {place[size:]: source for place, source in places.values.items() if place[:size] == path}
    keys = {place[size:]: source for place, source in places.keys.items() if place[:size] == path and place[size:]}
    return SourceMap({(): places.value(path), **values}, keys)


def _read_yaml(file: ContentFile, part: TablePart, findings: Findings) -> Sourced | None:
    """A list of rows, or a whole part in which the table stands."""
    text = decode(file.data, file.path, findings)
    read = None if text is None else read_yaml(text, file.path, findings)
    if read is None:
        return None
    path = part.path[1:] if isinstance(read.data, dict) else ()
    rows = at(read.data, path)
    if isinstance(rows, list):
        return _sound(Sourced(rows, _below(read.sources, path)), part, findings)
    if rows is None and read.data is None:
        findings.add(empty(file))
        return None
    message = f"the file holds no rows of '{part.name}'"
    help = f"write a list of rows, or '{part.path[-1]}:' with the rows below it"
    findings.add(content_files.WRONG_SHAPE.at(read.sources.value(()), message, help))
    return None


def _sound(read: Sourced, part: TablePart, findings: Findings) -> Sourced | None:
    """Rows as they are written; None where one says what a table has no place for, and would be lost."""
    values = {(*part.path, *path): source for path, source in read.sources.values.items()}
    keys = {(*part.path, *path): source for path, source in read.sources.keys.items()}
    loaded = Sourced(_put({}, part.path, read.data), SourceMap(values, keys))
    faults = [fault for fault in _faults_of(loaded.data) if _would_be_lost(fault, part.path)]
    findings.extend(diagnose(fault, Content, loaded) for fault in faults)
    return None if faults else read


def _would_be_lost(fault: ErrorDetails, path: Path) -> bool:
    """Whether it is about a row that is none, a field that no row has, or a value that is neither text nor texts."""
    if fault["loc"][: len(path)] != path or fault["type"] == "missing":
        return False
    is_row = len(fault["loc"]) == len(path) + 1
    return is_row or fault["type"] == "extra_forbidden" or isinstance(fault["input"], (dict, list))


def _faults_of(data: Data) -> Sequence[ErrorDetails]:
    try:
        Content.model_validate(data)
    except ValidationError as error:
        return error.errors(include_url=False)
    return ()


def _read_csv(file: ContentFile, part: TablePart, findings: Findings) -> Sourced | None:
    text = decode(file.data, file.path, findings)
    return None if text is None else read_csv(text, file.path, headings(part.row), findings)


def _read_xlsx(file: ContentFile, part: TablePart, findings: Findings) -> Sourced | None:
    pieces = read_sheets(file, [part], findings)
    return pieces[0].value if pieces else None


_READERS = {".yaml": _read_yaml, ".yml": _read_yaml, ".csv": _read_csv, ".xlsx": _read_xlsx}

SUFFIXES = tuple(_READERS)
"""The kinds of file that a table can be read from."""


def as_data(rows: Sequence[Row]) -> Data:
    """Rows as the readers of content give them."""
    return [{field: _data(value) for field, value in row.items()} for row in rows]


def _data(value: Value) -> Data:
    return value if isinstance(value, str) else list(value)


def replaced(whole: Sourced, part: TablePart, rows: Sequence[Row], places: Mapping[Path, Source]) -> Sourced:
    """The content of a programme with other rows in a table; `places` are those of the rows and their fields."""
    size = len(part.path)
    values = {path: source for path, source in whole.sources.values.items() if path[:size] != part.path}
    values |= {(*part.path, *path): source for path, source in places.items()}
    return Sourced(_put(whole.data, part.path, as_data(rows)), SourceMap(values, whole.sources.keys))


def _put(data: Data, path: Path, value: Data) -> Data:
    if not path:
        return value
    around = data if isinstance(data, dict) else {}
    key = str(path[0])
    return {**around, key: _put(around.get(key), path[1:], value)}
