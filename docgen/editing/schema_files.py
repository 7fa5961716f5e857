"""The schema files of a repository: one for each kind of file that an author writes."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from pydantic import BaseModel

from docgen.editing.json_schema import document_schema
from docgen.schema.document_type import DocumentType
from docgen.schema.narrative import Narrative
from docgen.schema.pack import Pack
from docgen.schema.registry import PART_FILES, PARTS, TABLES
from docgen.schema.settings import Settings

FOLDER = ".docgen/schemas"
"""Where the schemas of a repository lie. git does not keep them: they are docgen's, and each version has its own."""

_OTHERS: Mapping[str, type[BaseModel]] = {
    "narrative": Narrative,
    "type": DocumentType,
    "pack": Pack,
    "docgen": Settings,
}
"""What is no part of a programme: front matter, `type.yaml`, packs of rules, `docgen.toml`."""


def schema_names() -> tuple[str, ...]:
    """What there are schemas of: `scope`, `document-control`, `actions`, `narrative`, `type`, `pack`, `docgen`."""
    return tuple(dict.fromkeys([*PART_FILES, *(table.name for table in TABLES), *_OTHERS]))


def schema_files() -> Mapping[str, bytes]:
    """Every schema by the name of its file: `scope.json`."""
    return {f"{name}.json": schema_file(name) for name in schema_names()}


def schema_file(name: str) -> bytes:
    """One schema, as JSON that people can read."""
    return (json.dumps(_schema(name), ensure_ascii=False, indent=1) + "\n").encode()


def _schema(name: str) -> dict[str, object]:
    if name in _OTHERS:
        return document_schema(_OTHERS[name], None)
    row = next((table.row for table in TABLES if table.name == name), None)
    part = PARTS[PART_FILES[name]] if name in PART_FILES else row
    assert part is not None, name
    return document_schema(part, row)


def first_line(path: str) -> str:
    """The line with which a YAML file names its schema; empty for a file that has none.

    `path` is relative to the repository: `content/banes/scope.yaml`.
    """
    file = PurePosixPath(path)
    name = next((name for name in _candidates(file) if name in schema_names()), "")
    if not name or file.suffix not in (".yaml", ".yml"):
        return ""
    up = "../" * (len(file.parts) - 1)
    return f"# yaml-language-server: $schema={up}{FOLDER}/{name}.json"


def _candidates(file: PurePosixPath) -> Iterator[str]:
    """The names of schemas that a place in the repository asks for."""
    if file.parts[:2] == ("templates", "packs"):
        yield "pack"
    elif file.parts[:1] == ("templates",) and file.name == "type.yaml":
        yield "type"
    elif file.parts[:1] == ("content",):
        yield file.stem
