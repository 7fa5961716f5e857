"""Checks a workbook's zip package before any other library parses it.

Everything here is refused by what the file holds, never by its name. Reading is bounded: the sizes are added up before
anything is unpacked, and a part never unpacks to more than it says.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from xml.parsers import expat

from docgen.codes import content_files, tables
from docgen.diagnostic import Code, Diagnostic
from docgen.load.characters import on_one_line
from docgen.load.sheet_scan import Forbidden, PartScan, TooMany
from docgen.source import Source

MOST_PARTS = 2_000
MOST_UNPACKED = 60_000_000
MOST_RATIO = 200
SMALL = 1_000_000
"""Parts below this size may be packed as tightly as they like: a sheet of empty rows is."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MACROS = ("vbaproject", "vbadata", "macrosheets/", "activex/")
_DOCTYPES = tuple("<!DOCTYPE".encode(encoding) for encoding in ("ascii", "utf-16-le", "utf-16-be"))
_SAVE_AGAIN = "open it in Excel, remove any password, and save it as 'Excel Workbook (.xlsx)'"
_COPY_CELLS = "copy the cells into a new workbook, and save that as 'Excel Workbook (.xlsx)'"


class UnfitPackage(Exception):
    """The package cannot be read, or must not be."""

    def __init__(self, code: Code, message: str, help: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.help = help

    def at(self, source: Source) -> Diagnostic:
        """As a problem of the file."""
        return self.code.at(source, self.message, self.help)


def scan_package(data: bytes) -> Mapping[str, PartScan]:
    """What stands in each XML part, by its name. Raises `UnfitPackage`."""
    if data.startswith(_OLE):
        raise damaged("the file is encrypted, or an old '.xls' workbook")
    if not data.startswith(b"PK"):
        raise damaged("the file is not an Excel workbook")
    try:
        return _scan(data)
    except (UnfitPackage, MemoryError):
        raise
    except Exception as error:  # zipfile and its decompressors raise a dozen kinds for damaged files
        raise damaged("the workbook is damaged") from error


def damaged(message: str) -> UnfitPackage:
    """For a file that is no workbook at all."""
    return UnfitPackage(tables.NOT_A_WORKBOOK, message, _SAVE_AGAIN)


def _unsafe(message: str) -> UnfitPackage:
    return UnfitPackage(tables.UNSAFE_WORKBOOK, message, _COPY_CELLS)


def _scan(data: bytes) -> Mapping[str, PartScan]:
    scans: dict[str, PartScan] = {}
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        _refuse_directory(package.infolist())
        for part in package.infolist():
            scans[part.filename] = _scan_part(part.filename, package.read(part))
    return scans


def _scan_part(name: str, content: bytes) -> PartScan:
    _refuse_macro_type(name, content)
    if name.lower().endswith((".xml", ".rels")):
        return _scan_xml(name, content)
    if any(doctype in content for doctype in _DOCTYPES):
        raise _unsafe(f"its part '{on_one_line(name)}' declares a document type")
    return PartScan()


def _refuse_directory(parts: list[zipfile.ZipInfo]) -> None:
    """What the list of parts gives away before any of them is unpacked."""
    if len(parts) > MOST_PARTS:
        raise _unsafe(f"it holds more than {MOST_PARTS:,} parts")
    if len({part.filename for part in parts}) < len(parts):
        raise _unsafe("it holds two parts of the same name")
    if sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise _unsafe(f"it unpacks to more than {MOST_UNPACKED // 1_000_000} MB")
    for part in parts:
        _refuse_part(part)


def _refuse_part(part: zipfile.ZipInfo) -> None:
    if part.flag_bits & 1:
        raise damaged("the workbook is encrypted")
    if part.file_size > max(SMALL, MOST_RATIO * part.compress_size):
        raise _unsafe(f"its part '{on_one_line(part.filename)}' unpacks to more than {MOST_RATIO} times its size")
    if any(word in part.filename.lower() for word in _MACROS):
        raise _unsafe("it holds macros")


def _refuse_macro_type(name: str, content: bytes) -> None:
    types = content.lower() if name.lower() == "[content_types].xml" else b""
    if b"macroenabled" in types or b"vbaproject" in types:
        raise _unsafe("it holds macros")


def _scan_xml(name: str, content: bytes) -> PartScan:
    scan = PartScan()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = scan.start
    parser.EndElementHandler = scan.end
    parser.CharacterDataHandler = scan.text
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = scan.doctype
    try:
        parser.Parse(content, True)
    except expat.ExpatError as error:
        raise damaged(f"its part '{on_one_line(name)}' is not XML") from error
    except TooMany as error:
        message = f"its part '{on_one_line(name)}' holds more cells or texts than a table needs"
        raise UnfitPackage(content_files.TOO_LARGE, message, "split the table into several workbooks") from error
    except Forbidden as error:
        raise _unsafe(f"its part '{on_one_line(name)}' {error}") from error
    return scan
