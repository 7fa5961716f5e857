"""A copy of a programme: its files under a new name, without what belongs to the first programme alone.

A file is copied byte by byte where nothing in it is reset. In YAML and in front matter single values change, and all
else stays as it was written, comments included. Tables of CSV and Excel in which a value is reset are written anew, as
CSV.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any

from msgspec import Struct

from docgen.diagnostic import Findings
from docgen.errors import CannotWrite, DocgenError
from docgen.load.content import load_content
from docgen.load.repository import CONTENT
from docgen.load.yaml import read_yaml
from docgen.schema.links import at
from docgen.schema.registry import PART_FILES, TABLES, TablePart
from docgen.snapshot import Snapshot
from docgen.source import Data, Path, Sourced
from docgen.start.adding import with_files
from docgen.start.resets import Resets
from docgen.start.rows import csv_file
from docgen.start.yaml_text import with_values

_FRONT_MATTER = re.compile(
    rb"(\A(?:\xef\xbb\xbf)?\s*---[ \t]*\r?\n)(.*?)^[ \t]*---[ \t]*\r?$", re.DOTALL | re.MULTILINE
)


class Copy(Struct, frozen=True):
    """What a copy of a programme comes to."""

    files: Mapping[str, bytes]
    """By their new paths."""
    reset: Mapping[str, tuple[Path, ...]]
    """The values that were reset, by the path of the file that gave them."""
    written_anew: tuple[str, ...]
    """Files of tables in whose place others are written, as CSV."""


def copied(snapshot: Snapshot, programme: str, new: str, loaded: Sourced, changes: Resets) -> Copy:
    """The files of the copy. Raises `DocgenError` where a file cannot be changed safely."""
    by_file: dict[str, dict[Path, Data]] = {}
    for place, value in changes.items():
        by_file.setdefault(loaded.sources.value(place).path, {})[place] = value
    wanted = _changed(loaded.data, changes)
    files: dict[str, bytes] = {}
    for path in snapshot.below(f"{CONTENT}/{programme}"):
        files.update(_file(path, snapshot.read(path), by_file.get(path, {}), loaded, wanted))
    named = {f"{CONTENT}/{new}/{path.split('/', 2)[2]}": content for path, content in files.items()}
    _prove(with_files(snapshot, named), new, wanted)
    anew = tuple(path for path in by_file if _is_table(path))
    return Copy(named, {path: tuple(values) for path, values in by_file.items()}, anew)


def _changed(data: Data, changes: Resets) -> Any:
    whole: Any = copy.deepcopy(data)
    for path, value in changes.items():
        around = at(whole, path[:-1])
        around[path[-1]] = copy.deepcopy(value)
    return whole


def _file(path: str, content: bytes, values: Resets, loaded: Sourced, wanted: Any) -> Mapping[str, bytes]:
    """What becomes of one file; of a workbook, a file for each of its tables."""
    if not values:
        return {path: content}
    if _is_table(path):
        return {name: text.encode() for name, text in _tables(path, loaded, wanted)}
    if path.endswith(".md"):
        return {path: _with_front_matter(path, content, values)}
    return {path: with_values(content, path, _within(path, content, values))}


def _is_table(path: str) -> bool:
    return path.endswith((".csv", ".xlsx"))


def _tables(path: str, loaded: Sourced, wanted: Any) -> Iterator[tuple[str, str]]:
    """The tables that a file gives, each as a CSV file beside it."""
    for table in TABLES:
        rows = at(wanted, table.path)
        if isinstance(rows, list) and loaded.sources.value(table.path).path == path:
            yield str(PurePosixPath(path).with_name(f"{table.name}.csv")), csv_file(table, rows)


def _within(path: str, content: bytes, values: Resets) -> Resets:
    """The values by their paths inside a YAML file, which holds a part or the rows of a table."""
    stem = PurePosixPath(path).stem
    read = read_yaml(content.decode("utf-8-sig").replace("\r\n", "\n"), path, Findings())
    is_list = read is not None and isinstance(read.data, list)
    depth = len(_table(stem).path) if is_list or stem not in PART_FILES else 1
    return {way[depth:]: value for way, value in values.items()}


def _table(stem: str) -> TablePart:
    return next(table for table in TABLES if table.name == stem)


def _with_front_matter(path: str, content: bytes, values: Resets) -> bytes:
    """A narrative with other values in its front matter."""
    found = _FRONT_MATTER.match(content)
    if found is None:
        raise CannotWrite(f"the front matter of '{path}' cannot be changed safely", "write 'status: draft' into it")
    changed = with_values(found[2], path, {way[-1:]: value for way, value in values.items()})
    return found[1] + changed + content[found.end(2) :]


def _prove(snapshot: Snapshot, new: str, wanted: Any) -> None:
    """The copy, read again, says what it should."""
    findings = Findings()
    loaded = load_content(snapshot, new, findings)
    if loaded is None or _bare(loaded.data) != _bare(wanted):
        problem = next((found.message for found in findings), "a value reads differently")
        raise DocgenError(f"the programme cannot be copied safely: {problem}", "copy its folder by hand, and reset it")


def _bare(data: Data) -> Data:
    """Data without what is empty: a field left out and one left empty are the same."""
    if isinstance(data, dict):
        return {key: _bare(value) for key, value in data.items() if value is not None}
    if isinstance(data, list):
        return [_bare(item) for item in data]
    return data
