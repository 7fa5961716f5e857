"""CSV against the standard library's reader, and against large and awkward files."""

from __future__ import annotations

import csv
import io
import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from docgen.codes import content_files, tables
from docgen.diagnostic import Findings
from docgen.load import csv as docgen_csv
from docgen.load.csv import read_csv, scan, separator_of
from docgen.schema.registry import headings
from docgen.schema.scope import Function

CELLS = st.text(st.sampled_from("ab ,;\t\"\n'£é"), max_size=6)
ROWS = st.lists(st.lists(CELLS, min_size=1, max_size=4), min_size=1, max_size=5)


def scanned(text: str) -> list[list[str]]:
    rows = scan(text, "a.csv", Findings())
    assert rows is not None
    return [[cell.text for cell in row] for row in rows]


def filled(rows: list[list[str]]) -> list[list[str]]:
    return [row for row in rows if any(row)]


@given(ROWS)
@settings(max_examples=400, derandomize=True, deadline=None)
@example([['a"b', "c"]])
@example([["a\nb", ""], ["", '""']])
def test_what_the_standard_library_writes_is_read_back(rows: list[list[str]]) -> None:
    written = io.StringIO()
    csv.writer(written, lineterminator="\n", quoting=csv.QUOTE_ALL).writerows([["x", "y"], *rows])
    assert scanned(written.getvalue()) == [["x", "y"], *rows]


@given(st.text(st.sampled_from('ab,"\n '), max_size=30))
@settings(max_examples=400, derandomize=True, deadline=None)
def test_cells_are_those_of_the_standard_library_in_strict_mode(text: str) -> None:
    findings = Findings()
    rows = scan("x,y\n" + text, "a.csv", findings)
    try:
        expected = list(csv.reader(io.StringIO("x,y\n" + text, newline=""), strict=True))
    except csv.Error:
        assert rows is None
        assert len(findings) == 1
        return
    assert rows is not None
    assert filled([[cell.text for cell in row] for row in rows]) == filled(expected)


@given(ROWS)
@settings(max_examples=200, derandomize=True, deadline=None)
def test_every_cell_stands_at_its_place(rows: list[list[str]]) -> None:
    written = io.StringIO()
    csv.writer(written, lineterminator="\n").writerows([["x", "y"], *rows])
    lines = written.getvalue().split("\n")
    for row in scan(written.getvalue(), "a.csv", Findings()) or []:
        for cell in row:
            at = lines[cell.source.line - 1][cell.source.column - 1 :]
            assert at.startswith(cell.text.split("\n")[0].replace('"', '""')) or at.startswith(cell.text.split("\n")[0])


@pytest.mark.parametrize(
    ("text", "separator"),
    [
        ("a,b", ","),
        ("a;b", ";"),
        ("a\tb", "\t"),
        ('"a;b;c",d', ","),
        ("\n\n a;b,c;d\n", ";"),
        ('"a\n;;;",b', ","),
        ("only", ","),
    ],
)
def test_the_heading_line_decides_the_separator(text: str, separator: str) -> None:
    assert separator_of(text) == separator


def test_a_large_table_is_read_in_good_time() -> None:
    text = "x,y\n" + '"a ""b"" c",plain text\n' * 20_000
    begin = time.perf_counter()
    assert len(scanned(text)) == 20_001
    assert time.perf_counter() - begin < 5


def test_an_unclosed_quotation_mark_in_a_large_file_is_found_in_good_time() -> None:
    findings = Findings()
    begin = time.perf_counter()
    assert scan('x,y\n"' + '""' * 2_000_000, "a.csv", findings) is None
    assert time.perf_counter() - begin < 5
    assert [diagnostic.code for diagnostic in findings] == [tables.CSV_UNCLOSED_QUOTE]


def test_too_many_cells_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(docgen_csv, "MOST_CELLS", 10)
    findings = Findings()
    assert scan("a,b\n" * 6, "a.csv", findings) is None
    assert [diagnostic.code for diagnostic in findings] == [content_files.TOO_LARGE]


def test_faults_of_many_rows_are_reported_up_to_a_limit() -> None:
    findings = Findings()
    assert read_csv("a\n" + "b,c\n" * 1000, "a.csv", {"a": "a"}, findings) is None
    assert len(findings) == 50


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The scope\nFunction,Comment\na,b\n", "row 2"),
        ("The scope,,\n\n,As agreed,\nFunction,Comment\na,b\n", "row 4"),
        ("Scope,Draft,June\nFunction,Coment,In scope\na,b,yes\n", "row 2"),
        ("Function\nComment,Lead\n", "row 2"),
        ("Function,Coment\nComment,Lead\n", ""),
        ("Function\na\n", ""),
        ("x,y\na,b\n", ""),
        ("x\n" * 10 + "Function,Comment\n", ""),
    ],
)
def test_a_title_above_the_headings_is_one_error(text: str, expected: str) -> None:
    findings = Findings()
    read_csv(text, "scope.csv", headings(Function), findings)
    found = [found for found in findings if found.code is tables.ROWS_ABOVE_HEADINGS]
    assert [f"{found.source} {found.message}" for found in found] == (
        [f"scope.csv:1 the headings are in {expected}"] if expected else []
    )
    assert not expected or len(findings) == 1
