"""What diagnostics look like on a terminal."""

from __future__ import annotations

import re

import pytest
import yaml

from docgen.cli.report import report
from docgen.cli.terminal import ASCII, UNICODE, Symbols, Terminal
from docgen.diagnostic import Code, Diagnostic, Related, Severity
from docgen.snapshot import Snapshot
from docgen.source import Source
from tests.casefile import Case, case_parameters, expect

FAULT = Code("DG999", Severity.ERROR, "A fault", "")


@pytest.mark.parametrize("case", case_parameters("cases/report/*.md"))
def test_a_report_looks_like_its_case(case: Case, request: pytest.FixtureRequest) -> None:
    snapshot = Snapshot({path: text.encode() for path, text in case.files.items()})
    diagnostics = [diagnostic_of(entry) for entry in yaml.safe_load(case.blocks["diagnostics"])]
    expect(case, "report", report(diagnostics, snapshot, terminal_of(case)), request)


def terminal_of(case: Case) -> Terminal:
    """The terminal that the case's block `terminal` describes: `{width: 40, symbols: ascii}`."""
    described = yaml.safe_load(case.blocks.get("terminal", "{}"))
    symbols = ASCII if described.get("symbols") == "ascii" else UNICODE
    return Terminal(symbols=symbols, width=described.get("width", 80))


def diagnostic_of(entry: dict[str, object]) -> Diagnostic:
    """A diagnostic from `{error: DG999, at: x.yaml:7:3, message: …, help: …, related: [{at: …, message: …}]}`."""
    severity = next(severity for severity in Severity if severity.word in entry)
    code = Code(str(entry[severity.word]), severity, "", "")
    related = [Related(place(str(other["at"])), str(other["message"])) for other in entry.get("related", [])]  # type: ignore[attr-defined]
    return code.at(place(str(entry["at"])), str(entry["message"]), str(entry.get("help", "")), *related)


def place(written: str) -> Source:
    """`x.yaml`, `x.yaml:7`, `x.yaml:7:3`, `x.xlsx:Sheet!C7`."""
    workbook = re.fullmatch(r"(.+?):([^:!]+)!(\w+)", written)
    if workbook:
        return Source(workbook[1], sheet=workbook[2], cell=workbook[3])
    path, line, column = [*written.split(":"), "0", "0"][:3]
    return Source(path, int(line), int(column))


def reported(content: bytes, source: Source, message: str = "is wrong", symbols: Symbols = UNICODE) -> str:
    """The report of one fault in a file `x.yaml`."""
    return report([FAULT.at(source, message)], Snapshot({"x.yaml": content}), Terminal(symbols=symbols, width=60))


def test_nothing_in_a_file_or_a_message_can_steer_the_terminal() -> None:
    text = reported(b"a: \x1b[2Jgone \xe2\x80\xae \xc2\x9b", Source("x.yaml", 1, 4), "unknown '\x1b]0;title\x07'\nx")
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", text)
    assert "a: �[2Jgone" in text


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_lines_are_counted_alike_whatever_ends_them(ending: str) -> None:
    text = reported(ending.join(["one", "two \x0c still two", "three"]).encode(), Source("x.yaml", 3, 1))
    assert "3 │ three\n  │ ^" in text


def test_a_byte_order_mark_does_not_shift_the_caret() -> None:
    assert "1 │ key: x\n  │      ^" in reported(b"\xef\xbb\xbfkey: x", Source("x.yaml", 1, 6))


def test_bytes_that_are_not_text_show_no_excerpt() -> None:
    assert reported("key: x".encode("utf-16"), Source("x.yaml", 1, 1)).endswith("--> x.yaml:1:1")


def test_a_byte_of_another_encoding_is_shown_as_unknown() -> None:
    assert "1 │ cost: �43" in reported("cost: £43".encode("cp1252"), Source("x.yaml", 1, 7))


@pytest.mark.parametrize("source", [Source("x.yaml", 9, 1), Source("gone.yaml", 1, 1), Source("x.yaml")])
def test_a_place_without_a_line_shows_no_excerpt(source: Source) -> None:
    assert reported(b"key: x", source).endswith(f"--> {source}")


def test_a_column_beyond_the_end_of_the_line_shows_the_line_alone() -> None:
    assert reported(b"key: x", Source("x.yaml", 1, 80)).endswith("1 │ key: x")


def test_a_line_of_a_megabyte_is_cut_around_the_fault() -> None:
    text = reported(b"x" * 500_000 + b"FAULT" + b"y" * 500_000, Source("x.yaml", 1, 500_001), "unknown 'FAULT'")
    line, marks = text.splitlines()[-2:]
    assert len(line) <= 60
    assert line[marks.index("^") : marks.rindex("^") + 1] == "FAULT"


@pytest.mark.parametrize("symbols", [UNICODE, ASCII])
@pytest.mark.parametrize("char", ["x", "界", "e\u0301", "\t", "👩\u200d⚕\ufe0f"])
@pytest.mark.parametrize("column", [1, 20, 40, 41, 60, 100, 120])
def test_an_excerpt_never_grows_wider_than_the_terminal(symbols: Symbols, char: str, column: int) -> None:
    from rich.cells import cell_len

    text = reported((char * 120)[:120].encode(), Source("x.yaml", 1, column), "is wrong", symbols)
    assert max(cell_len(line) for line in text.splitlines()[1:]) <= 60


def test_what_is_not_counted_takes_one_cell_each() -> None:
    from rich.cells import cell_len

    from docgen.cli.excerpt import _ONE_CELL_EACH

    uncounted = [char for char in map(chr, range(0x11_0000)) if _ONE_CELL_EACH.fullmatch(char)]
    assert {cell_len(char) for char in uncounted} == {1}
    assert {*"aZ0 £é’–…€"} <= {*uncounted}


def test_the_same_problem_found_twice_is_shown_once() -> None:
    problem = FAULT.at(Source("x.yaml"), "is wrong")
    assert report([problem, problem], Snapshot({}), Terminal()).count("is wrong") == 1


def test_colour_marks_the_severity_the_place_and_the_help() -> None:
    problem = FAULT.at(Source("x.yaml", 1, 1), "is wrong", "mend it")
    text = report([problem], Snapshot({"x.yaml": b"x"}), Terminal(colour=True))
    assert text.startswith("\x1b[31m\x1b[1merror[DG999]\x1b[0m")
    assert "\x1b[31m\x1b[1m^\x1b[0m" in text
    assert "\x1b[32m\x1b[1mhelp\x1b[0m: mend it" in text
