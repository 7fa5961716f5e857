"""Every fault of the content is reported at once, at its place, with what to do next: see `cases/schema/`."""

from __future__ import annotations

import pytest

from docgen.diagnostic import Findings
from docgen.load.content import load_content
from docgen.schema.content import Content
from docgen.schema.settings import Settings
from docgen.schema.validate import validate, validate_as
from docgen.snapshot import Snapshot
from docgen.source import Data, Path, Source, Sourced, SourceMap
from tests.casefile import Case, case_parameters, diagnostics_text, expect

PROGRAMME = """\
title: A programme
organisation: ccg
organisations:
  ccg: {name: The CCG}
model: joint
version: "0.1"
status: draft
dated: 2014-06-20
documents: [{type: eoi}]
"""
"""The programme of every case that brings none of its own."""

COMMITTEE = """\
committees:
  group:
    name: The group
    kind: working group
    purpose: To meet
    meets: monthly
    chair: chair
    members: [{id: chair, role: Chair, voting: yes}]
"""


def content_of(files: dict[str, str]) -> tuple[Content | None, Findings]:
    """The validated content of programme `x`, and everything found on the way."""
    findings = Findings()
    files = {"content/x/programme.yaml": PROGRAMME} | files
    loaded = load_content(Snapshot({path: text.encode() for path, text in files.items()}), "x", findings)
    return (validate(loaded, findings) if loaded else None), findings


def sourced(data: Data) -> Sourced:
    """Data that came from no file: every value has the place `x`."""
    return Sourced(data, SourceMap({(): Source("x")}))


@pytest.mark.parametrize("case", case_parameters("cases/schema/*.md"))
def test_a_fault_is_reported_as_its_case_says(case: Case, request: pytest.FixtureRequest) -> None:
    content, findings = content_of(case.files)
    assert content is None
    expect(case, "diagnostics", diagnostics_text(findings), request)


def test_the_smallest_programme_is_content() -> None:
    content, findings = content_of({})
    assert not findings
    assert content is not None
    assert content.scope is None
    assert content.facts == {}


def test_text_is_kept_as_it_was_written() -> None:
    awkward = "A&E, R&D, 5 < 6, *stars*, {{ 7*7 }}, <script>, “x”, ١٢, 1. one"
    content, findings = content_of({"content/x/facts.yaml": f"f: {{value: '{awkward}'}}\n"})
    assert not findings
    assert content is not None
    assert content.facts["f"].words == awkward


def test_an_id_is_found_where_other_values_are_at_fault() -> None:
    scope = "functions:\n  - {function: a, in_scope: perhaps, lead: ccgg}\n"
    _, findings = content_of({"content/x/scope.yaml": scope})
    assert [found.code.id for found in findings] == ["DG211", "DG204"]


def test_every_shape_of_nonsense_gives_diagnostics_and_no_traceback() -> None:
    nonsense: list[Data] = ["text", None, [], {}, [["a"]], {"name": {"name": []}}, {"a b": "c"}, {"": None}, [None]]
    for part in [*Content.model_fields, "bogus"]:
        for data in nonsense:
            findings = Findings()
            validate(sourced({"programme": {}, part: data}), findings)
            assert findings


@pytest.mark.parametrize("data", ["text", None, []])
def test_content_that_is_no_mapping_gives_a_diagnostic(data: Data) -> None:
    findings = Findings()
    assert validate(sourced(data), findings) is None
    assert findings


def test_nothing_is_reported_twice() -> None:
    scope = "functions:\n  - {function: a, in_scope: yes, leed: x}\n"
    _, findings = content_of({"content/x/scope.yaml": scope})
    assert len(findings) == 1


def test_settings_are_read_from_python_values_too() -> None:
    findings = Findings()
    settings = validate_as(Settings, sourced_values({"build": {"formats": ["html"]}}), findings)
    assert not findings
    assert settings is not None
    assert [str(name) for name in settings.build.formats] == ["html"]


def test_a_setting_of_the_wrong_kind_is_reported() -> None:
    findings = Findings()
    assert validate_as(Settings, sourced_values({"build": {"formats": 3}, "document": True}), findings) is None
    assert [found.message for found in findings] == [
        "'document' must be named fields, not yes or no",
        "'formats' must be a list, not a number",
    ]


def sourced_values(data: object) -> Sourced:
    """What a TOML reader hands over: numbers and booleans are no text."""
    places: dict[Path, Source] = {(): Source("docgen.toml")}
    return Sourced(data, SourceMap(places))  # type: ignore[arg-type]


def test_a_list_in_one_cell_names_several_things() -> None:
    governance = f"{COMMITTEE}    reports_to: ccg, group\n"
    content, findings = content_of({"content/x/governance.yaml": governance})
    assert not findings
    assert content is not None
    assert content.governance is not None
    assert content.governance.committees["group"].reports_to == ["ccg", "group"]


def test_five_thousand_rows_take_little_time() -> None:
    rows = "".join(f"- {{function: f{number}, id: f{number}, in_scope: yes, lead: ccg}}\n" for number in range(5000))
    content, findings = content_of({"content/x/scope.yaml": rows})
    assert not findings
    assert content is not None
    assert content.scope is not None
    assert len(content.scope.functions) == 5000
