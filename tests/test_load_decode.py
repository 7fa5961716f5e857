"""Bytes of text files: encodings, line endings, characters that no file may hold, conflict markers."""

from __future__ import annotations

import pytest

from docgen.codes import content_files
from docgen.diagnostic import Code, Findings
from docgen.load.decode import decode
from tests.casefile import diagnostics_text


def decoded(data: bytes) -> tuple[str | None, Findings]:
    findings = Findings()
    return decode(data, "a.md", findings), findings


@pytest.mark.parametrize(
    "data",
    [b"a\nb\n", b"a\r\nb\r\n", b"a\rb\r", b"a\r\nb\n", b"a\rb\r\n", b"\xef\xbb\xbfa\nb\n"],
    ids=["LF", "CRLF", "CR", "mixed", "CR and CRLF", "BOM"],
)
def test_all_line_endings_and_a_byte_order_mark_give_the_same_text(data: bytes) -> None:
    text, findings = decoded(data)
    assert text == "a\nb\n"
    assert not findings


@pytest.mark.parametrize("text", ["£ ’ “x” – é", "مرحبا", "👩‍⚕️", "e\u0301", "\u200b\u200f", "tab\tbed"])
def test_every_language_is_text(text: str) -> None:
    assert decoded(text.encode())[0] == text


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32", "utf-16-le", "utf-16-be", "utf-32-le"])
def test_wide_encodings_are_refused_with_a_remedy(encoding: str) -> None:
    text, findings = decoded("A plan".encode(encoding))
    assert text is None
    (diagnostic,) = findings
    assert diagnostic.code is content_files.UTF16
    assert "CSV UTF-8" in diagnostic.help


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"a\r\ncost \xa343", "a.md:2:6 DG101 the file is not saved as UTF-8: byte 0xA3, probably '£'"),
        ("é CCG".encode() + b"\x92s", "a.md:1:6 DG101 the file is not saved as UTF-8: byte 0x92, probably '’'"),
        (b"\xef\xbb\xbfa\x81", "a.md:1:2 DG101 the file is not saved as UTF-8: byte 0x81"),
        (b"a\rb\r\xff", "a.md:3:1 DG101 the file is not saved as UTF-8: byte 0xFF, probably 'ÿ'"),
    ],
)
def test_bytes_of_another_encoding_are_named_at_their_place(data: bytes, expected: str) -> None:
    text, findings = decoded(data)
    assert text is None
    assert diagnostics_text(findings).startswith(expected + "\n")


@pytest.mark.parametrize(
    ("character", "code"),
    [
        ("\ue000", content_files.PRIVATE_CHARACTER),
        ("\uf0b7", content_files.PRIVATE_CHARACTER),
        ("\uf8ff", content_files.PRIVATE_CHARACTER),
        ("\U000f0000", content_files.PRIVATE_CHARACTER),
        ("\U0010fffd", content_files.PRIVATE_CHARACTER),
        ("\x07", content_files.CONTROL_CHARACTER),
        ("\x0b", content_files.CONTROL_CHARACTER),
        ("\x0c", content_files.CONTROL_CHARACTER),
        ("\x7f", content_files.CONTROL_CHARACTER),
        ("\x85", content_files.CONTROL_CHARACTER),
        ("\u2028", content_files.CONTROL_CHARACTER),
        ("\ufeff", content_files.CONTROL_CHARACTER),
        ("\uffff", content_files.CONTROL_CHARACTER),
    ],
)
def test_characters_that_no_file_may_hold_are_refused_at_their_place(character: str, code: Code) -> None:
    text, findings = decoded(f"one\ntwo {character}".encode())
    assert text is None
    (diagnostic,) = findings
    assert diagnostic.code is code
    assert str(diagnostic.source) == "a.md:2:5"
    assert f"U+{ord(character):04X}" in diagnostic.message


def test_every_such_character_is_reported_up_to_a_limit() -> None:
    assert len(decoded("a\uf0b7\n".encode() * 3)[1]) == 3
    assert len(decoded("a\uf0b7\n".encode() * 1000)[1]) == 20


def test_a_conflict_is_reported_in_a_file_of_another_encoding_as_well() -> None:
    _, findings = decoded(b"<<<<<<< HEAD\n\xa3\n=======\n>>>>>>> x\n")
    assert [diagnostic.code for diagnostic in findings] == [content_files.UNRESOLVED_MERGE, content_files.NOT_UTF8]


@pytest.mark.parametrize(
    "text", ["Title\n=======\n", "=======", ">>>>>> six", "a <<<<<<< b", "<<<<<<<<", "> > > > > > > x"]
)
def test_what_only_looks_like_a_conflict_is_text(text: str) -> None:
    assert decoded(text.encode())[0] == text
