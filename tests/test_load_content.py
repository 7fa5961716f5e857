"""Loading the folder of a programme: cases in Markdown, each a small repository and what becomes of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pytest

from docgen.codes import content_files, repository
from docgen.diagnostic import Findings
from docgen.load.content import load_content
from docgen.snapshot import Snapshot
from docgen.source import Data, Path, Sourced
from tests.casefile import Case, case_parameters, diagnostics_text, expect

PROGRAMME = "content/x/programme.yaml"


def snapshot_of(files: Mapping[str, str | bytes]) -> Snapshot:
    return Snapshot({path: text if isinstance(text, bytes) else text.encode() for path, text in files.items()})


def load(files: Mapping[str, str | bytes]) -> tuple[Sourced | None, Findings]:
    findings = Findings()
    return load_content(snapshot_of({PROGRAMME: "title: A\n"} | dict(files)), "x", findings), findings


def leaves(data: Data, path: Path = ()) -> Iterator[tuple[Path, str | None]]:
    if isinstance(data, dict):
        for key, value in data.items():
            yield from leaves(value, (*path, key))
    elif isinstance(data, list):
        for position, value in enumerate(data):
            yield from leaves(value, (*path, position))
    else:
        yield path, data


def loaded_text(loaded: Sourced | None) -> str:
    """One line for each value: where it stands in the content, where it stands in the files, and its text."""
    assert loaded is not None
    found = [line for line in leaves(loaded.data) if line != (("programme", "title"), "A")]
    return "".join(f"{'.'.join(map(str, path))} {loaded.sources.value(path)} {text!r}\n" for path, text in found)


@pytest.mark.parametrize("case", case_parameters("cases/load/*.md"))
def test_a_programme_is_loaded_or_refused_as_the_case_says(case: Case, request: pytest.FixtureRequest) -> None:
    loaded, findings = load(case.files)
    if findings:
        expect(case, "diagnostics", diagnostics_text(findings), request)
    else:
        expect(case, "loaded", loaded_text(loaded), request)


def test_a_file_that_cannot_be_read_leaves_nothing_to_validate() -> None:
    loaded, findings = load({"content/x/facts.yaml": "a: 1\na: 2\n", "content/x/vision.md": "Text"})
    assert loaded is None
    assert len(findings) == 1


def test_a_file_that_nothing_reads_does_not_stand_in_the_way() -> None:
    loaded, findings = load({"content/x/data.json": "{}"})
    assert loaded is not None
    assert [diagnostic.code for diagnostic in findings] == [content_files.UNREAD_FILE]


def test_an_unknown_programme_is_reported_with_the_nearest_name() -> None:
    findings = Findings()
    assert load_content(snapshot_of({"content/banes/programme.yaml": "title: A"}), "baines", findings) is None
    assert diagnostics_text(findings) == "content DG030 unknown programme 'baines'\n  help: did you mean 'banes'?\n"


def test_a_folder_without_programme_yaml_is_reported_when_asked_for() -> None:
    findings = Findings()
    assert load_content(snapshot_of({"content/x/vision.md": "Text"}), "x", findings) is None
    assert [diagnostic.code for diagnostic in findings] == [repository.NO_PROGRAMME_FILE]


def test_both_places_of_a_value_given_twice_are_named() -> None:
    _, findings = load({"content/x/a/vision.md": "One", "content/x/vision.md": "Two"})
    (diagnostic,) = findings
    assert str(diagnostic.source) == "content/x/vision.md:1"
    assert str(diagnostic.related[0].source) == "content/x/a/vision.md:1"


def test_each_key_has_a_place() -> None:
    loaded, _ = load({"content/x/facts.yaml": "population:\n  value: 1\n"})
    assert loaded is not None
    assert str(loaded.sources.key(("facts", "population", "value"))) == "content/x/facts.yaml:2:3"
    assert str(loaded.sources.key(("narratives",))) == "content/x"


def test_an_empty_cell_keeps_its_place() -> None:
    loaded, _ = load({"content/x/actions.csv": "month,action\nApril,\n"})
    assert loaded is not None
    assert str(loaded.sources.value(("timescales", "actions", 0, "action"))) == "content/x/actions.csv:2:7"


@pytest.mark.parametrize("suffix", ["yaml", "md", "csv", "xlsx"])
def test_an_empty_file_gets_one_clear_diagnostic(suffix: str) -> None:
    loaded, findings = load({f"content/x/scope.{suffix}": b""})
    assert loaded is None
    assert [diagnostic.code for diagnostic in findings] == [content_files.EMPTY_FILE]


def test_windows_line_endings_and_a_byte_order_mark_change_nothing() -> None:
    text = "population:\n  value: 'a\n\n    b'\n  note: |\n    one\n    two\n"
    plain, _ = load({"content/x/facts.yaml": text})
    windows, _ = load({"content/x/facts.yaml": b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()})
    assert plain == windows
    assert plain is not None
