"""The settings of a repository."""

from __future__ import annotations

import pytest

from docgen.diagnostic import Findings
from docgen.load.settings import read_settings
from docgen.schema.settings import Settings
from docgen.snapshot import Snapshot
from tests.casefile import diagnostics_text


def read(content: bytes | None) -> tuple[Settings, str]:
    """The settings of a repository whose `docgen.toml` has this content, and what was found."""
    findings = Findings()
    files = {} if content is None else {"docgen.toml": content}
    return read_settings(Snapshot(files), findings), diagnostics_text(findings)


@pytest.mark.parametrize("content", [None, b"", b"\n# nothing yet\n", b"[build]\n"])
def test_every_setting_may_be_left_out(content: bytes | None) -> None:
    assert read(content) == (Settings(), "")


@pytest.mark.parametrize("start", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("ending", [b"\n", b"\r\n", b"\r"])
def test_a_byte_order_mark_and_any_line_end_are_fine(start: bytes, ending: bytes) -> None:
    settings, found = read(
        start + ending.join([b"[build]", b'formats = ["html"]', b"[document]", b'marking = "A&E"', b""])
    )
    assert found == ""
    assert [chosen.value for chosen in settings.build.formats] == ["html"]
    assert settings.document.marking == "A&E"


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("[build\n", "docgen.toml:1:7 DG050 the settings cannot be read: expected ']'"),
        ("x = \n", "docgen.toml:1:5 DG050 the settings cannot be read: invalid value"),
        ("[build]\nformats = [\n", "docgen.toml DG050 the settings cannot be read: "),
        ("formats = ['docx']\n", "docgen.toml:1:1 DG201 unknown field 'formats'"),
        ("[build]\n  formats = 'docx, word'\n", "docgen.toml:2:13 "),
        ("build.formats = ['word']\n", "docgen.toml:1:17 "),
        ("[document]\nlanguage = true\nlanguge = 'cy'\n", "docgen.toml:3:1 DG201 unknown field 'languge'"),
        ("[document]\nlanguage = 'English'\n", "docgen.toml:2:12 DG"),
        ("[document]\nlanguage = 'en_GB'\n", "docgen.toml:2:12 DG"),
        ("[[build]]\nformats = ['docx']\n", "docgen.toml"),
        ("<<<<<<< HEAD\n[build]\n", "docgen.toml:1:1 DG"),
    ],
)
def test_faults_are_found_at_their_place_and_the_defaults_hold(content: str, expected: str) -> None:
    settings, found = read(content.encode())
    assert found.startswith(expected)
    assert settings == Settings()


def test_settings_of_another_encoding_are_refused() -> None:
    assert "DG" in read("[document]\nmarking = '£'\n".encode("cp1252"))[1]
    assert "DG" in read("[document]\n".encode("utf-16"))[1]
