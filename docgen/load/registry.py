"""Which reader reads which file. A further format is one module and one row here."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Set

from msgspec import Struct

from docgen.diagnostic import Findings
from docgen.load.parts import (
    TABLE_NAMES,
    ContentFile,
    Piece,
    read_csv_table,
    read_markdown_part,
    read_yaml_part,
)
from docgen.schema.registry import PART_FILES, TABLES


class Format(Struct, frozen=True):
    """A kind of content file."""

    read: Callable[[ContentFile, Findings], list[Piece] | None]
    """The pieces that a file gives; None, and findings, where it cannot be read."""
    stems: Set[str] | None
    """The names that such a file may have; None where it may have any."""


def _read_workbook(file: ContentFile, findings: Findings) -> list[Piece] | None:
    from docgen.load.workbook import read_workbook  # imported late: openpyxl takes its time, and many have no workbook

    return read_workbook(file, findings)


_PARTS_WITH_TABLES = {stem for stem, part in PART_FILES.items() for table in TABLES if table.path[0] == part}

FORMATS: Mapping[str, Format] = {
    ".yaml": Format(read_yaml_part, {*PART_FILES, *TABLE_NAMES}),
    ".md": Format(read_markdown_part, None),
    ".csv": Format(read_csv_table, {*TABLE_NAMES}),
    ".xlsx": Format(_read_workbook, {*TABLE_NAMES, *_PARTS_WITH_TABLES}),
}

IMAGES = frozenset({".png", ".jpg", ".jpeg", ".svg"})

NOTES = frozenset({".docx", ".txt"})
"""Kinds of file that may stand in a programme's folder without being read, unless they are named after a part."""
