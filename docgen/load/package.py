"""Checks a workbook's zip package before any other library parses it."""

from __future__ import annotations

from collections.abc import Mapping
from xml.parsers import expat

from docgen.codes import content_files, tables
from docgen.load.characters import on_one_line
from docgen.load.sheet_scan import Forbidden, PartScan, TooMany
from docgen.ooxml.archive import is_markup, parts
from docgen.ooxml.unfit import FileKind, UnfitPackage

WORKBOOK = FileKind(
    name="workbook",
    program_file="an Excel workbook",
    old=".xls",
    not_one=tables.NOT_A_WORKBOOK,
    unsafe_one=tables.UNSAFE_WORKBOOK,
    save_again="open it in Excel, remove any password, and save it as 'Excel Workbook (.xlsx)'",
    begin_anew="copy the cells into a new workbook, and save that as 'Excel Workbook (.xlsx)'",
    most_unpacked=60_000_000,
)


def scan_package(data: bytes) -> Mapping[str, PartScan]:
    """What stands in each XML part, by its name. Raises `UnfitPackage`."""
    return {
        name: _scan_xml(name, content) if is_markup(name) else PartScan() for name, content in parts(data, WORKBOOK)
    }


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
        raise WORKBOOK.damaged(f"its part '{on_one_line(name)}' is not XML") from error
    except TooMany as error:
        message = f"its part '{on_one_line(name)}' holds more cells or texts than a table needs"
        raise UnfitPackage(content_files.TOO_LARGE, message, "split the table into several workbooks") from error
    except Forbidden as error:
        raise WORKBOOK.unsafe(f"its part '{on_one_line(name)}' {error}") from error
    return scan
