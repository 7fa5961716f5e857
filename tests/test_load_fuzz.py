"""Whatever the bytes, a reader gives data or findings, and raises nothing."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docgen.diagnostic import Findings
from docgen.load.content import load_content
from docgen.load.yaml import read_yaml
from docgen.snapshot import Snapshot
from tests.test_load_xlsx import workbook

MARKUP = st.text(st.sampled_from("ab:-#&*!|>'\"%@`{}[],?\\ \n\t\r~=<.\x85\u2028\ufeffé"), max_size=60)
BYTES = st.binary(max_size=80) | MARKUP.map(str.encode) | st.text(max_size=40).map(str.encode)
FILES = ["facts.yaml", "scope.yaml", "actions.yaml", "scope.csv", "vision.md", "scope.md", "scope.xlsx"]
WORKBOOK = workbook([["Function", "Comment"], ["a", 1]])


def refused_or_read(path: str, data: bytes) -> None:
    findings = Findings()
    files = {"content/x/programme.yaml": b"title: A", f"content/x/{path}": data}
    loaded = load_content(Snapshot(files), "x", findings)
    assert loaded is not None or findings.has_errors
    assert all(diagnostic.message and "\n" not in diagnostic.message for diagnostic in findings)


@pytest.mark.parametrize("path", FILES)
@given(data=BYTES)
@settings(max_examples=300, derandomize=True, deadline=None)
def test_any_bytes_are_read_or_refused(path: str, data: bytes) -> None:
    refused_or_read(path, data)


@given(MARKUP)
@settings(max_examples=600, derandomize=True, deadline=None)
def test_any_front_matter_is_read_or_refused(text: str) -> None:
    refused_or_read("vision.md", f"---\n{text}\n---\nText".encode())


@given(MARKUP | st.text())
@settings(max_examples=600, derandomize=True, deadline=None)
def test_any_text_is_read_as_yaml_or_refused(text: str) -> None:
    findings = Findings()
    assert read_yaml(text, "a.yaml", findings) is not None or findings.has_errors


@given(st.integers(0, 10_000), st.integers(0, 255))
@settings(max_examples=300, derandomize=True, deadline=None)
def test_a_damaged_workbook_is_read_or_refused(position: int, byte: int) -> None:
    data = bytearray(WORKBOOK)
    data[position % len(data)] = byte
    refused_or_read("scope.xlsx", bytes(data))


@given(st.sampled_from(["xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/styles.xml"]), st.integers(0, 4000), BYTES)
@settings(max_examples=300, derandomize=True, deadline=None)
def test_a_workbook_with_a_damaged_part_is_read_or_refused(part: str, position: int, damage: bytes) -> None:
    source = zipfile.ZipFile(io.BytesIO(WORKBOOK))
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as package:
        for name in source.namelist():
            content = source.read(name)
            at = position % len(content)
            package.writestr(name, content[:at] + damage + content[at + 3 :] if name == part else content)
    refused_or_read("scope.xlsx", target.getvalue())
