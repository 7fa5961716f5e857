"""Workbooks: what cells say, what is refused, and how hostile files are turned away."""

from __future__ import annotations

import io
import time
import tracemalloc
import zipfile
from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from datetime import time as clock_time
from typing import Any

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from docgen.codes import content_files, tables
from docgen.diagnostic import Code, Findings
from docgen.load.content import load_content
from docgen.load.xlsx import Sheet, read_xlsx
from docgen.snapshot import Snapshot
from docgen.source import Data, Sourced
from tests.casefile import diagnostics_text

SHEET = "xl/worksheets/sheet1.xml"


def saved(book: openpyxl.Workbook) -> bytes:
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def workbook(rows: Sequence[Any], title: str = "Functions") -> bytes:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = title
    for row in rows:
        sheet.append(list(row))
    return saved(book)


def repacked(data: bytes, change: Callable[[str, bytes], bytes | None], **added: bytes) -> bytes:
    """The workbook with its parts changed, left out where `change` gives None, and others added."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        parts = {name: change(name, source.read(name)) for name in source.namelist()}
        for name, content in {**parts, **added}.items():
            if content is not None:
                package.writestr(name, content)
    return target.getvalue()


def with_sheet(data: bytes, old: str, new: str) -> bytes:
    def change(name: str, content: bytes) -> bytes:
        return content.replace(old.encode(), new.encode(), 1) if name == SHEET else content

    return repacked(data, change)


def sheets(data: bytes) -> tuple[list[Sheet] | None, Findings]:
    findings = Findings()
    found = read_xlsx(data, "a.xlsx", findings)
    findings.extend(problem for sheet in found or [] for problem in sheet.problems)
    return None if findings else found, findings


def load(**files: bytes) -> tuple[Sourced | None, Findings]:
    findings = Findings()
    named = {f"content/x/{stem}.xlsx": data for stem, data in files.items()}
    return load_content(Snapshot({"content/x/programme.yaml": b"title: A", **named}), "x", findings), findings


def part_of(loaded: Sourced | None, name: str) -> Data:
    assert loaded is not None
    assert isinstance(loaded.data, dict)
    return loaded.data[name]


@pytest.mark.parametrize(
    ("value", "number_format", "expected"),
    [
        (197040, "General", "197040"),
        (-5, "General", "-5"),
        (28.5, "General", "28.5"),
        (4.0, "General", "4"),
        (43.3 + 24.6 + 11.4, "General", "79.3"),
        (1e-7, "General", "0.0000001"),
        (0.286, "0.0%", "28.6%"),
        (0.07, "0%", "7%"),
        (1, "0%", "100%"),
        (79400, '"£"#,##0', "£79,400"),
        (5, '0" %"', "5"),
        (26400.456, "General", "26400.456"),
        (26400.456, "0.00", "26400.46"),
        (26400.455, "#,##0.00", "26,400.46"),
        (2.5, "0", "3"),
        (4, "0.0", "4.0"),
        (7, "000", "007"),
        (0.5, "#,##0.##", "0.5"),
        (0.28634, "0.0%", "28.6%"),
        (1234.5, "£#,##0.00", "£1,234.50"),
        (1234.5, "[$£-809]#,##0.00", "£1,234.50"),
        (-1234.5, "[$£-809]#,##0.00;[Red]-[$£-809]#,##0.00", "-£1,234.50"),
        (1234.5, '_-£* #,##0.00_-;\\-£* #,##0.00_-;_-£* "-"??_-;_-@_-', "£1,234.50"),
        (5, "[$€-2] #,##0", "€5"),
        (-0.001, "0.00", "0.00"),
        (43300, '£#,##0.0,"k"', "43300"),
        (12345.678, "0.00E+00", "12345.678"),
        (5, "[>100]0;0.0", "5"),
        (1e300, "0.00", "1" + "0" * 300 + ".00"),
        (True, "General", "yes"),
        (False, "General", "no"),
        (date(2018, 8, 6), "yyyy-mm-dd", "6 August 2018"),
        (datetime(2018, 8, 6), "dd/mm/yyyy", "6 August 2018"),
        (datetime(2018, 8, 6, 14, 30), "dd/mm/yyyy hh:mm", "6 August 2018 14:30"),
        (datetime(2018, 8, 6, 14, 30, 15), "dd/mm/yyyy hh:mm:ss", "6 August 2018 14:30:15"),
        (datetime(2015, 4, 1), "mmm-yy", "April 2015"),
        (datetime(2015, 4, 1), "[$-809]mmmm yyyy;@", "April 2015"),
        (clock_time(14, 30), "hh:mm", "14:30"),
        (timedelta(hours=26, minutes=5), "[h]:mm", "26:05"),
        ("007", "General", "007"),
        ("yes", "General", "yes"),
        ("A&E, R&D, 5 < 6 weeks, £", "General", "A&E, R&D, 5 < 6 weeks, £"),
        ("one\ntwo", "General", "one\ntwo"),
        ("one_x000D_\ntwo", "General", "one\ntwo"),
        (CellRichText("a ", TextBlock(InlineFont(b=True), "bold"), " word"), "General", "a bold word"),
    ],
)
def test_a_cell_says_what_its_author_sees(value: Any, number_format: str, expected: str) -> None:
    book = openpyxl.Workbook()
    cell = book.worksheets[0]["B2"]
    cell.value, cell.number_format = value, number_format
    found, findings = sheets(saved(book))
    assert found is not None, diagnostics_text(findings)
    cell = found[0].rows[0][1]
    assert cell.text == expected
    assert str(cell.source) == "a.xlsx:Sheet!B2"


def test_rows_above_between_and_below_that_are_empty_are_left_out() -> None:
    rows = [[], ["Function", None, "Comment"], [], ["a", None, "b"], [None, " ", None], ["c"]]
    loaded, findings = load(scope=workbook(rows))
    assert not findings
    assert part_of(loaded, "scope") == {"functions": [{"function": "a", "comment": "b"}, {"function": "c"}]}
    assert loaded is not None
    assert str(loaded.sources.value(("scope", "functions", 0, "comment"))) == "content/x/scope.xlsx:Functions!C4"
    assert str(loaded.sources.value(("scope", "functions", 1, "comment"))) == "content/x/scope.xlsx:Functions!C6"


def test_hidden_rows_columns_and_sheets_are_read() -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in [["Function", "Comment"], ["a", "b"]]:
        sheet.append(row)
    sheet.row_dimensions[2].hidden = True
    sheet.column_dimensions["B"].hidden = True
    book.create_sheet("Other").sheet_state = "visible"
    sheet.sheet_state = "hidden"
    loaded, _ = load(scope=saved(book))
    assert part_of(loaded, "scope") == {"functions": [{"function": "a", "comment": "b"}]}


def test_worksheets_feed_the_lists_that_they_are_named_after() -> None:
    book = openpyxl.Workbook()
    book.worksheets[0].title = "Phases"
    book.worksheets[0].append(["Phase"])
    book.worksheets[0].append(["one"])
    actions = book.create_sheet("ACTIONS")
    actions.append(["Month"])
    actions.append(["April"])
    book.create_sheet("Sheet3")
    loaded, findings = load(timescales=saved(book))
    assert not findings
    assert part_of(loaded, "timescales") == {"phases": [{"name": "one"}], "actions": [{"month": "April"}]}


def test_a_lone_worksheet_may_have_any_name() -> None:
    loaded, _ = load(actions=workbook([["Month"], ["April"]], title="Tabelle1"))
    assert part_of(loaded, "timescales") == {"actions": [{"month": "April"}]}
    loaded, _ = load(timescales=workbook([["Month"], ["April"]], title="Actions"))
    assert part_of(loaded, "timescales") == {"actions": [{"month": "April"}]}
    loaded, _ = load(**{"survey-options": workbook([["Answer"], ["Yes"]], title="Sheet1")})
    assert part_of(loaded, "engagement") == {"survey": {"options": [{"option": "Yes"}]}}


def test_an_unknown_worksheet_among_several_is_reported() -> None:
    book = openpyxl.Workbook()
    book.worksheets[0].title = "Phasis"
    book.worksheets[0].append(["Phase"])
    book.create_sheet("Actions").append(["Month"])
    _, findings = load(timescales=saved(book))
    expected = "content/x/timescales.xlsx:Phasis DG156 unknown worksheet 'Phasis'\n  help: did you mean 'phases'?\n"
    assert diagnostics_text(findings) == expected


SCOPE = [["Function", "In scope?"], ["a", "yes"]]


def several(**rows: Sequence[Sequence[Any]]) -> bytes:
    """A workbook with a worksheet for each name."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for title, cells in rows.items():
        sheet = book.create_sheet(title)
        for row in cells:
            sheet.append(list(row))
    return saved(book)


@pytest.mark.parametrize("name", ["Sheet1", "scope", "Functions"])
def test_a_worksheet_of_notes_beside_the_table_is_left_out_with_a_warning(name: str) -> None:
    loaded, findings = load(scope=several(Notes=[["Ask", "again"]], **{name: SCOPE}))
    assert part_of(loaded, "scope") == {"functions": [{"function": "a", "in_scope": "yes"}]}
    (diagnostic,) = findings
    assert diagnostic.code is tables.SHEET_NOT_READ
    assert str(diagnostic.source) == "content/x/scope.xlsx:Notes"


def test_what_is_wrong_with_a_worksheet_that_is_not_read_does_not_matter() -> None:
    book = openpyxl.load_workbook(io.BytesIO(several(Cover=[["The scope"], ["#REF!", "=1+1"]], Data=SCOPE)))
    book["Cover"].merge_cells("A1:D1")
    loaded, findings = load(scope=saved(book))
    assert part_of(loaded, "scope") == {"functions": [{"function": "a", "in_scope": "yes"}]}
    assert [diagnostic.code for diagnostic in findings] == [tables.SHEET_NOT_READ]


def test_a_worksheet_of_notes_beside_several_tables_is_left_out_with_a_warning() -> None:
    loaded, findings = load(timescales=several(Phases=[["Phase"], ["one"]], Lookups=[["yes"], ["no"]]))
    assert part_of(loaded, "timescales") == {"phases": [{"name": "one"}]}
    assert [diagnostic.code for diagnostic in findings] == [tables.SHEET_NOT_READ]


@pytest.mark.parametrize("second", [SCOPE, [["Function"], ["a"]]])
def test_worksheets_of_which_more_or_fewer_than_one_fit_are_an_error(second: list[list[str]]) -> None:
    first = SCOPE if second is SCOPE else second
    loaded, findings = load(scope=several(One=first, Two=second))
    assert loaded is None
    (diagnostic,) = findings
    assert diagnostic.code is tables.UNKNOWN_SHEET
    assert diagnostic.help == "rename the worksheet with the data to 'scope'"


def test_an_empty_cell_keeps_its_place_as_a_field_left_empty() -> None:
    loaded, _ = load(scope=workbook([["Function", "In scope?", "Comment"], [None, "yes", "b"], ["a", "yes", None]]))
    assert loaded is not None
    assert str(loaded.sources.key(("scope", "functions", 0, "function"))) == "content/x/scope.xlsx:Functions!A2"
    assert str(loaded.sources.key(("scope", "functions", 1, "comment"))) == "content/x/scope.xlsx:Functions!C3"


def test_a_workbook_without_values_is_empty() -> None:
    _, findings = load(scope=workbook([]))
    assert [diagnostic.code for diagnostic in findings] == [content_files.EMPTY_FILE]


def test_unknown_headings_are_reported_at_their_cells() -> None:
    _, findings = load(scope=workbook([["Function", "Coment"], ["a", "b"]]))
    expected = (
        "content/x/scope.xlsx:Functions!B1 DG140 unknown column heading 'Coment'\n  help: did you mean 'comment'?\n"
    )
    assert diagnostics_text(findings) == expected


def test_merged_cells_are_reported() -> None:
    book = openpyxl.Workbook()
    for row in [["Function", "Comment"], ["a", "b"], ["c"]]:
        book.worksheets[0].append(row)
    book.worksheets[0].merge_cells("B2:B3")
    _, findings = load(scope=saved(book))
    assert diagnostics_text(findings).startswith("content/x/scope.xlsx:Sheet!B2 DG153 the cells 'B2:B3' are merged\n")


def test_a_formula_without_a_stored_result_is_reported() -> None:
    _, findings = load(scope=workbook([["Function", "Comment"], ["a", "=1+1"]]))
    (diagnostic,) = findings
    assert diagnostic.code is tables.FORMULA_NOT_CALCULATED
    assert str(diagnostic.source) == "content/x/scope.xlsx:Functions!B2"


def test_a_formula_counts_as_its_stored_result() -> None:
    data = workbook([["Function", "Comment"], ["a", "=1+1"]])
    loaded, findings = load(scope=with_sheet(data, "<f>1+1</f><v></v>", "<f>1+1</f><v>2</v>"))
    assert not findings
    assert part_of(loaded, "scope") == {"functions": [{"function": "a", "comment": "2"}]}


@pytest.mark.parametrize("error", ["#REF!", "#VALUE!", "#N/A", "#DIV/0!"])
def test_an_error_in_a_cell_is_reported(error: str) -> None:
    _, findings = load(scope=workbook([["Function", "Comment"], ["a", error]]))
    (diagnostic,) = findings
    assert diagnostic.code is tables.FORMULA_ERROR
    assert str(diagnostic.source) == "content/x/scope.xlsx:Functions!B2"
    assert f"'{error}'" in diagnostic.message


def test_a_private_use_character_in_a_cell_is_reported() -> None:
    _, findings = load(scope=workbook([["Function", "Comment"], ["a", "tick \uf0fc"]]))
    (diagnostic,) = findings
    assert diagnostic.code is content_files.PRIVATE_CHARACTER
    assert str(diagnostic.source) == "content/x/scope.xlsx:Functions!B2"


PLAIN = workbook([["Function"], ["a"]])
DOCTYPE = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'


def unchanged(_: str, content: bytes) -> bytes:
    return content


def far_cell() -> bytes:
    book = openpyxl.Workbook()
    book.worksheets[0]["A1"] = "Function"
    book.worksheets[0]["XFD1048576"] = "x"
    return saved(book)


def replaced(part: str, new: bytes) -> bytes:
    return repacked(PLAIN, lambda name, content: new if name == part else content)


MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRINGS_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
STRINGS_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"


def with_shared_strings(rows: str, *strings: str) -> bytes:
    """A workbook as Excel writes it: its texts in a part of their own."""
    items = "".join(f"<si><t>{string}</t></si>" for string in strings)
    relation = f'<Relationship Id="rId99" Type="{STRINGS_RELATION}" Target="sharedStrings.xml"/></Relationships>'
    override = f'<Override PartName="/xl/sharedStrings.xml" ContentType="{STRINGS_TYPE}"/></Types>'
    new = {SHEET: f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>'.encode()}

    def change(name: str, content: bytes) -> bytes:
        content = content.replace(b"</Types>", override.encode())
        return new.get(name, content.replace(b"</Relationships>", relation.encode()) if "workbook" in name else content)

    return repacked(PLAIN, change, **{"xl/sharedStrings.xml": f'<sst xmlns="{MAIN}">{items}</sst>'.encode()})


def shared_text() -> bytes:
    """One long text that two hundred cells share."""
    rows = "".join(f'<row r="{n}"><c r="A{n}" t="s"><v>0</v></c></row>' for n in range(1, 201))
    return with_shared_strings(rows, "a " * 15_000)


def encrypted() -> bytes:
    """The flag that says that a part is encrypted, set in the list of parts and before each part."""
    data = bytearray(PLAIN)
    for signature, offset in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        at = data.find(signature)
        while at >= 0:
            data[at + offset] |= 1
            at = data.find(signature, at + 4)
    return bytes(data)


def disordered() -> bytes:
    return with_sheet(workbook([["Function"], ["a"], ["b"]]), '<row r="2">', '<row r="3">')


HOSTILE: dict[str, tuple[Callable[[], bytes], Code]] = {
    "a value in the last cell of a sheet": (far_cell, tables.FAR_CELL),
    "a row that says it is the last": (
        lambda: with_sheet(PLAIN, '<row r="2">', '<row r="1048576">'),
        tables.NOT_A_WORKBOOK,
    ),
    "a long text that many cells share": (shared_text, content_files.TOO_LARGE),
    "rows in disorder": (disordered, tables.NOT_A_WORKBOOK),
    "a document type in a part": (lambda: replaced("xl/styles.xml", DOCTYPE), tables.UNSAFE_WORKBOOK),
    "a document type in UTF-16": (
        lambda: replaced("xl/styles.xml", DOCTYPE.decode().replace("?>", ' encoding="utf-16"?>').encode("utf-16")),
        tables.UNSAFE_WORKBOOK,
    ),
    "a document type in a part of another name": (
        lambda: repacked(PLAIN, unchanged, **{"xl/drawing.vml": DOCTYPE}),
        tables.UNSAFE_WORKBOOK,
    ),
    "a part that unpacks to far more than its size": (
        lambda: repacked(PLAIN, unchanged, **{"xl/media/a.bin": b"\0" * 30_000_000}),
        tables.UNSAFE_WORKBOOK,
    ),
    "a package that unpacks to far too much": (
        lambda: repacked(PLAIN, unchanged, **{f"xl/{n}.bin": b"\0" * 999_999 for n in range(61)}),
        tables.UNSAFE_WORKBOOK,
    ),
    "thousands of parts": (
        lambda: repacked(PLAIN, unchanged, **{f"xl/{n}.bin": b"" for n in range(2001)}),
        tables.UNSAFE_WORKBOOK,
    ),
    "elements nested by the thousand": (
        lambda: replaced("xl/styles.xml", b"<a>" * 5000 + b"</a>" * 5000),
        tables.UNSAFE_WORKBOOK,
    ),
    "macros": (lambda: repacked(PLAIN, unchanged, **{"xl/vbaProject.bin": b"x"}), tables.UNSAFE_WORKBOOK),
    "macros in the content types only": (
        lambda: repacked(PLAIN, lambda name, content: content.replace(b"sheet.main", b"sheet.macroEnabled.main")),
        tables.UNSAFE_WORKBOOK,
    ),
    "an encrypted package": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500, tables.NOT_A_WORKBOOK),
    "encrypted parts": (encrypted, tables.NOT_A_WORKBOOK),
    "a text file": (lambda: b"Function,Comment\n", tables.NOT_A_WORKBOOK),
    "half a file": (lambda: PLAIN[: len(PLAIN) // 2], tables.NOT_A_WORKBOOK),
    "a zip file of something else": (lambda: repacked(PLAIN, lambda *_: None, a=b"x"), tables.NOT_A_WORKBOOK),
    "XML that is none": (lambda: replaced(SHEET, b"<worksheet>"), tables.NOT_A_WORKBOOK),
    "a shared string that is not there": (
        lambda: with_shared_strings('<row r="1"><c r="A1" t="s"><v>1</v></c></row>', "Function"),
        tables.NOT_A_WORKBOOK,
    ),
}


@pytest.mark.parametrize(("make", "code"), HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_workbook_is_refused_at_once(make: Callable[[], bytes], code: Code) -> None:
    data = make()
    begin = time.perf_counter()
    found, findings = sheets(data)
    assert time.perf_counter() - begin < 1
    assert found is None
    assert [diagnostic.code for diagnostic in findings] == [code]


def test_hundreds_of_thousands_of_cells_are_refused_before_they_are_read() -> None:
    cells = "".join(f'<c s="{n}"/>' for n in range(250_000))
    _, findings = sheets(with_shared_strings(f"<row>{cells}</row>"))
    assert [diagnostic.code for diagnostic in findings] == [content_files.TOO_LARGE]


def test_a_heading_with_a_line_break_is_named_on_one_line() -> None:
    loaded, findings = load(scope=workbook([["Function", "In\nscope?", "The\nweather"], ["a", "yes", "b"]]))
    assert loaded is None
    (diagnostic,) = findings
    assert diagnostic.message == "unknown column heading 'The weather'"


def test_a_far_cell_takes_little_memory() -> None:
    data = far_cell()
    tracemalloc.start()
    sheets(data)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 20_000_000


def test_texts_that_excel_shares_between_cells_are_read() -> None:
    rows = '<row><c t="s"><v>1</v></c></row><row r="3"><c r="A3" t="s"><v>0</v></c><c t="str"><f>x</f><v></v></c></row>'
    loaded, findings = load(scope=with_shared_strings(rows, "a &amp; b", "Function"))
    assert not findings
    assert part_of(loaded, "scope") == {"functions": [{"function": "a & b"}]}


def test_styled_cells_without_a_value_do_not_count_as_far() -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet["A1"] = "Function"
    sheet["A2"] = "a"
    sheet["ZZ30000"].number_format = "0%"
    sheet.row_dimensions[1048576].height = 5
    loaded, findings = load(scope=saved(book))
    assert not findings
    assert part_of(loaded, "scope") == {"functions": [{"function": "a"}]}


def test_a_long_table_is_read_in_good_time() -> None:
    data = workbook([["Function", "Comment"], *([f"function {n}", n] for n in range(5000))])
    begin = time.perf_counter()
    loaded, _ = load(scope=data)
    assert loaded is not None
    assert time.perf_counter() - begin < 5
