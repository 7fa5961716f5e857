"""Says which part of the content a file holds, by its name, and reads it."""

from __future__ import annotations

from pathlib import PurePosixPath

from msgspec import Struct

from docgen.codes import content_files
from docgen.diagnostic import Diagnostic, Findings
from docgen.load.csv import read_csv
from docgen.load.decode import decode
from docgen.load.markdown import read_markdown
from docgen.load.yaml import read_yaml
from docgen.schema.registry import PART_FILES, TABLES, headings
from docgen.source import Path, Source, Sourced


class ContentFile(Struct, frozen=True):
    """A file in the folder of a programme."""

    path: str
    data: bytes

    @property
    def stem(self) -> str:
        """`scope` of `content/banes/scope.csv`."""
        return PurePosixPath(self.path).stem

    @property
    def suffix(self) -> str:
        """`.csv`, in small letters."""
        return PurePosixPath(self.path).suffix.lower()

    @property
    def whole(self) -> Source:
        """The file as a place."""
        return Source(self.path)


class Piece(Struct, frozen=True):
    """A value that a file gives, and where it stands in the content."""

    path: Path
    value: Sourced


TABLE_NAMES = {table.name: table for table in TABLES}


def read_yaml_part(file: ContentFile, findings: Findings) -> list[Piece] | None:
    """A mapping is a part, a list is a table."""
    text = _text(file, findings)
    read = None if text is None else read_yaml(text, file.path, findings)
    if read is None:
        return None
    match read.data:
        case None:
            findings.add(empty(file))
        case dict() if file.stem in PART_FILES:
            return [Piece((PART_FILES[file.stem],), read)]
        case list() if file.stem in TABLE_NAMES:
            return [Piece(TABLE_NAMES[file.stem].path, read)]
        case _:
            findings.add(_wrong_shape(file, read))
    return None


def _wrong_shape(file: ContentFile, read: Sourced) -> Diagnostic:
    held = "fields" if isinstance(read.data, dict) else "a list" if isinstance(read.data, list) else "a text"
    fields, rows = "fields such as 'name: value'", "a list of rows"
    takes = [words for names, words in ((PART_FILES, fields), (TABLE_NAMES, rows)) if file.stem in names]
    message = f"'{file.stem}' holds {held}, and should hold {' or '.join(takes)}"
    help = "begin each row with '- '" if held == "fields" else "write a name and ': ' before each value"
    return content_files.WRONG_SHAPE.at(read.sources.value(()), message, help)


def read_markdown_part(file: ContentFile, findings: Findings) -> list[Piece] | None:
    """A narrative, or the introduction to the part that the file is named after."""
    text = _text(file, findings)
    read = None if text is None else read_markdown(text, file.path, findings)
    if read is None:
        return None
    part = PART_FILES.get(file.stem)
    path: Path = (part, "introduction") if part else ("narratives", file.stem)
    return [Piece(path, read)]


def read_csv_table(file: ContentFile, findings: Findings) -> list[Piece] | None:
    """The table that the file is named after."""
    text = _text(file, findings)
    table = TABLE_NAMES[file.stem]
    read = None if text is None else read_csv(text, file.path, headings(table.row), findings)
    return None if read is None else [Piece(table.path, read)]


def _text(file: ContentFile, findings: Findings) -> str | None:
    text = decode(file.data, file.path, findings)
    if text is not None and not text.strip():
        findings.add(empty(file))
        return None
    return text


def empty(file: ContentFile) -> Diagnostic:
    """What to say of a file that holds nothing."""
    help = "fill it in, fetch it again from whoever sent it, or delete it"
    return content_files.EMPTY_FILE.at(file.whole, "the file is empty", help)
