"""Turns the bytes of a text file into text, or says what is wrong with them and how to mend it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from docgen.codes import content_files
from docgen.diagnostic import Diagnostic, Findings
from docgen.load.characters import on_one_line, unwanted
from docgen.source import Source

_WIDE = (b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff", b"\xff\xfe", b"\xfe\xff")
_SAVE_AS_UTF8 = "save it as UTF-8: in Excel as 'CSV UTF-8 (comma delimited)', in Notepad with the encoding 'UTF-8'"
_MERGE_MARKER = re.compile(r"^(<{7}|>{7})(?: .*)?$", re.MULTILINE)
_MOST_PER_FILE = 20


def decode(data: bytes, path: str, findings: Findings) -> str | None:
    """The text of a file, with line feeds only and without a byte-order mark; None where it cannot be read.

    An unresolved merge is reported whatever else is wrong.
    """
    if data.startswith(_WIDE) or b"\x00" in data:
        findings.add(_wide(data, path))
        return None
    text = _line_feeds(data.decode("utf-8-sig", "replace"))
    problems = [*_unresolved_merges(text, path), *_not_utf8(data, path)]
    if not problems:
        problems = list(islice(unwanted(text, lambda offset: source_at(text, offset, path)), _MOST_PER_FILE))
    findings.extend(problems)
    return None if problems else text


def source_at(text: str, offset: int, path: str, first_line: int = 1) -> Source:
    """The place of a character of a text whose first line is `first_line` of the file."""
    line_start = text.rfind("\n", 0, offset) + 1
    return Source(path, text.count("\n", 0, offset) + first_line, offset - line_start + 1)


def _line_feeds(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _wide(data: bytes, path: str) -> Diagnostic:
    if data.startswith(_WIDE):
        return content_files.UTF16.at(Source(path), "the file is saved as UTF-16 or UTF-32", _SAVE_AS_UTF8)
    before = _line_feeds(data[: data.index(b"\x00")].decode("utf-8-sig", "replace"))
    source = source_at(before, len(before), path)
    return content_files.UTF16.at(source, "a NUL byte: the file is saved as UTF-16, or is no text", _SAVE_AS_UTF8)


def _not_utf8(data: bytes, path: str) -> Iterator[Diagnostic]:
    """The first byte that is not UTF-8; the rest of the file would only repeat it."""
    try:
        data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        byte = error.object[error.start : error.start + 1]
        before = _line_feeds(error.object[: error.start].decode("utf-8"))
        probably = byte.decode("cp1252", "ignore")
        meant = f", probably '{probably}'" if probably else ""
        message = f"the file is not saved as UTF-8: byte 0x{byte[0]:02X}{meant}"
        yield content_files.NOT_UTF8.at(source_at(before, len(before), path), message, _SAVE_AS_UTF8)


def _unresolved_merges(text: str, path: str) -> Iterator[Diagnostic]:
    """One for each conflict. A line `=======` by itself is a Markdown heading's underline."""
    markers = list(_MERGE_MARKER.finditer(text))
    begins = [marker for marker in markers if marker[1].startswith("<")]
    for marker in (begins or markers)[:_MOST_PER_FILE]:
        source = source_at(text, marker.start(), path)
        help = "keep the right lines of the two versions, and delete the lines '<<<<<<<', '=======' and '>>>>>>>'"
        yield content_files.UNRESOLVED_MERGE.at(source, f"unresolved merge at '{on_one_line(marker[0])}'", help)
