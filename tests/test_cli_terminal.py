"""What the place that is printed to can show."""

from __future__ import annotations

import io
import shutil

import pytest

from docgen.cli.main import run
from docgen.cli.terminal import ASCII, UNICODE, Symbols, columns, terminal_for


class Stream(io.StringIO):
    """A stream that may be a terminal, with an encoding."""

    def __init__(self, is_terminal: bool, encoding: str = "utf-8") -> None:
        super().__init__()
        self.is_terminal, self.written_as = is_terminal, encoding

    def isatty(self) -> bool:
        return self.is_terminal

    @property
    def encoding(self) -> str:  # type: ignore[override]
        return self.written_as


@pytest.mark.parametrize(
    ("is_terminal", "environment", "colour"),
    [
        (True, {}, True),
        (False, {}, False),
        (True, {"NO_COLOR": "1"}, False),
        (True, {"NO_COLOR": ""}, True),
        (True, {"TERM": "dumb"}, False),
        (False, {"FORCE_COLOR": "1"}, True),
        (False, {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
    ],
)
def test_colour_is_for_terminals_and_for_those_who_ask(
    is_terminal: bool, environment: dict[str, str], colour: bool
) -> None:
    assert terminal_for(Stream(is_terminal), environment).colour is colour


@pytest.mark.parametrize(
    ("encoding", "symbols"),
    [
        ("utf-8", UNICODE),
        ("utf-16", UNICODE),
        ("cp1252", ASCII),
        ("ascii", ASCII),
        ("cp437", ASCII),
        ("no-such", ASCII),
    ],
)
def test_box_characters_are_for_encodings_that_have_them(encoding: str, symbols: Symbols) -> None:
    assert terminal_for(Stream(True, encoding), {}).symbols == symbols


def test_a_pipe_has_no_progress_and_a_width_of_its_own() -> None:
    terminal = terminal_for(Stream(False), {})
    assert (terminal.interactive, terminal.width) == (False, 120)


@pytest.mark.parametrize("stated", ["", "0", "-7", "x", "60", "132", "²", "+90", "8_0", "1" * 5000])
def test_a_terminal_is_as_wide_as_python_itself_has_it(stated: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", stated)
    assert columns({"COLUMNS": stated}) == shutil.get_terminal_size().columns


@pytest.mark.parametrize(("stated", "most"), [("30", 50), ("80", 78), ("300", 98)])
def test_help_is_as_wide_as_the_terminal_and_no_wider_than_is_read_well(
    stated: str, most: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", stated)
    assert run(["build", "--help"]) == 0
    words = [line for line in capsys.readouterr().out.splitlines() if line and not line.startswith("Usage")]
    assert most - 8 <= max(map(len, words)) <= most
