"""The JSON schemas take what docgen takes, and refuse what docgen refuses, as far as a schema can tell."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

import pytest
from jsonschema import Draft7Validator
from pydantic import BaseModel

from docgen import pipeline
from docgen.cli.main import run
from docgen.diagnostic import Findings
from docgen.editing.schema_files import FOLDER, first_line, schema_file, schema_files, schema_names
from docgen.load.document_type import read_document_type
from docgen.load.repository import shipped_templates
from docgen.load.settings import read_settings
from docgen.load.yaml import read_yaml
from docgen.schema.content import Content
from docgen.schema.registry import PART_FILES, PARTS, TABLES
from docgen.schema.settings import Settings
from docgen.schema.validate import validate_as
from docgen.snapshot import Snapshot
from docgen.source import Sourced
from tests.builds import ROOT, snapshot_of
from tests.yaml_core import read_core

CONTENT = sorted((ROOT / "content").rglob("*.yaml"))
LATER = ("$defs", "unevaluatedProperties", "dependentRequired", "prefixItems", "$dynamicRef", "minContains")
"""Words of later drafts, which the YAML language server does not know."""


@cache
def validator(name: str) -> Draft7Validator:
    return Draft7Validator(json.loads(schema_file(name)))


def faults(name: str, text: str) -> list[str]:
    """What the schema finds wrong with a file."""
    return [error.message for error in validator(name).iter_errors(read_core(text))]


def refused(name: str, text: str) -> list[str]:
    """What docgen finds wrong with a file, taken by itself."""
    findings = Findings()
    read = read_yaml(text, f"{name}.yaml", findings)
    if read is None or read.data is None:
        return [found.message for found in findings] or ["empty"]
    model: type[BaseModel] = PARTS[PART_FILES[name]]
    validate_as(model, Sourced(read.data, read.sources), findings)
    return [found.message for found in findings]


@pytest.mark.parametrize("name", schema_names())
def test_a_schema_is_one_of_draft_07(name: str) -> None:
    text = schema_file(name).decode()
    Draft7Validator.check_schema(json.loads(text))
    assert json.loads(text)["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert not [word for word in LATER if f'"{word}"' in text]


def test_every_part_and_every_table_has_a_schema_and_so_have_all_other_files() -> None:
    assert {*PART_FILES, *(table.name for table in TABLES), "narrative", "type", "pack", "docgen"} == {*schema_names()}
    assert {f"{name}.json" for name in schema_names()} == {*schema_files()}


def test_schemas_are_the_same_bytes_each_time() -> None:
    assert schema_files() == schema_files()


def nodes(schema: Any) -> Iterator[Mapping[str, Any]]:
    """Every schema inside of a schema."""
    if isinstance(schema, dict):
        yield schema
        for inner in schema.values():
            yield from nodes(inner)
    elif isinstance(schema, list):
        for inner in schema:
            yield from nodes(inner)


@pytest.mark.parametrize("name", schema_names())
def test_every_field_has_a_description_and_named_fields_are_closed(name: str) -> None:
    for node in nodes(json.loads(schema_file(name))):
        for field, schema in node.get("properties", {}).items() if node.get("type") == "object" else ():
            assert schema.get("description"), f"{name}: {field}"
        if "properties" in node and isinstance(node.get("properties"), dict) and "required" in node:
            assert node["additionalProperties"] is False


@pytest.mark.parametrize("name", schema_names())
def test_every_fixed_word_says_what_it_means(name: str) -> None:
    """A `Choice` gives its members a meaning: `DRAFT = "draft", "still being written"`."""
    for node in nodes(json.loads(schema_file(name))):
        if node.get("enum") not in (None, ["yes", "no"]):
            assert all(node.get("enumDescriptions", [""])), node["enum"]


@pytest.mark.parametrize("path", CONTENT, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_file_of_the_examples_is_valid(path: Any) -> None:
    assert faults(path.stem, path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("path", CONTENT, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_file_of_the_examples_names_its_schema_in_its_first_line(path: Any) -> None:
    name = path.relative_to(ROOT).as_posix()
    line = path.read_text(encoding="utf-8").split("\n", 1)[0]
    assert line == first_line(name)
    place = (path.parent / line.partition("$schema=")[2]).resolve()
    assert place == ROOT / FOLDER / f"{path.stem}.json"


def test_document_types_and_packs_that_ship_are_valid() -> None:
    for path in sorted(shipped_templates().rglob("type.yaml")):
        assert faults("type", path.read_text(encoding="utf-8")) == [], path
    for path in sorted((shipped_templates() / "packs").glob("*.yaml")):
        assert faults("pack", path.read_text(encoding="utf-8")) == [], path


def test_the_schema_of_a_file_is_found_by_its_place() -> None:
    assert first_line("content/x/scope.yaml") == "# yaml-language-server: $schema=../../.docgen/schemas/scope.json"
    assert first_line("content/x/tables/actions.yaml").endswith("=../../../.docgen/schemas/actions.json")
    assert first_line("templates/eoi/type.yaml").endswith("=../../.docgen/schemas/type.json")
    assert first_line("templates/packs/local.yaml").endswith("=../../.docgen/schemas/pack.json")
    assert first_line("content/x/scope.csv") == first_line("content/x/other.yaml") == ""


PROGRAMME = """\
title: T
organisation: ccg
organisations: {ccg: {name: The CCG}}
model: joint
version: "0.1"
status: draft
dated: 2014-06-20
documents: [{type: eoi}]
"""

TAKEN = {
    "a text that YAML takes for a number, or for yes": ("programme", PROGRAMME.replace("title: T", "title: 2014")),
    "a date in its short form": ("programme", PROGRAMME + "dates: {go_live: 2015-04, year: 2015}\n"),
    "a date in its long form": ("programme", PROGRAMME + "dates: {go_live: {date: April 2015, label: We begin}}\n"),
    "the id of a date": ("programme", PROGRAMME + "effective: go_live\nreview_date: 2014/15\n"),
    "words in capitals, with hyphens": ("programme", PROGRAMME.replace("joint", "Greater-Involvement")),
    "ids in one text": ("programme", PROGRAMME + "packs: house-style, accessibility\n"),
    "a field that is left empty": ("programme", PROGRAMME + "author:\npacks:\nmarking: ~\n"),
    "rows in a list of their own": ("scope", "- {function: F, in_scope: yes}\n"),
    "rows in a part": ("scope", "functions:\n  - {function: F, in_scope: YES, comment: one text, risks: [a, 2]}\n"),
    "a yes in any of its forms": (
        "governance",
        "committees: {c: {name: N, kind: K, purpose: P, chair: m, meets: M, members: "
        "[{id: m, role: R, voting: Y}, {id: n, role: R, voting: true}, {id: o, role: R, voting: No}]}}\n",
    ),
    "amounts": (
        "resources",
        "posts: [{post: P, cost: £43.3k}, {post: Q, cost: 43300}, {post: R, cost: £2 Million}]\n",
    ),
    "whole numbers": ("engagement", "survey: {question: Q, invited: '1,200', options: [{option: O, count: 7}]}\n"),
    "a mapping of works": ("references", "w: {author: A, year: 2014, title: T}\n"),
    "terms with any name": ("glossary", "abbreviations: {A&E: accident and emergency, GP: general practitioner}\n"),
}

REFUSED = {
    "an unknown field": ("programme", PROGRAMME + "titel: T\n"),
    "a missing field": ("programme", PROGRAMME.replace("model: joint\n", "")),
    "an empty field that must be there": ("programme", PROGRAMME.replace("title: T", "title:")),
    "a text without words": ("programme", PROGRAMME.replace("title: T", 'title: " "')),
    "a date in another order": ("programme", PROGRAMME.replace("2014-06-20", "20/06/2014")),
    "a word that is none of the choices": ("programme", PROGRAMME.replace("joint", "shared")),
    "a list for a text": ("programme", PROGRAMME.replace("title: T", "title: [T]")),
    "fields for a text": ("programme", PROGRAMME.replace("title: T", "title: {en: T}")),
    "a text for fields": ("programme", PROGRAMME.replace("{ccg: {name: The CCG}}", "{ccg: The CCG}")),
    "an id with capitals": ("programme", PROGRAMME.replace("{ccg: {name", "{CCG: {name")),
    "no documents": ("programme", PROGRAMME.replace("[{type: eoi}]", "[]")),
    "an unknown field of a row": ("scope", "functions: [{function: F, in_scope: yes, leader: x}]\n"),
    "a row that is a text": ("scope", "functions: [F]\n"),
    "an empty row": ("scope", "functions: [{function: F, in_scope: yes}, ]\n- \n".replace("- \n", "") + "x: 1\n"),
    "an amount that is none": ("resources", "posts: [{post: P, cost: £40-50k}]\n"),
    "a number with a unit": ("engagement", "survey: {question: Q, invited: 42 people}\n"),
    "a date that is a list": ("timescales", "milestones: [{name: N, date: [2015]}]\n"),
    "a fact without a value": ("facts", "population: {unit: people}\n"),
}


@pytest.mark.parametrize("case", TAKEN)
def test_what_docgen_takes_a_schema_takes(case: str) -> None:
    name, text = TAKEN[case]
    assert faults(name, text) == []
    if not text.startswith("-"):
        assert refused(name, text) == [] or "date" in case


@pytest.mark.parametrize("case", REFUSED)
def test_what_docgen_refuses_a_schema_refuses(case: str) -> None:
    name, text = REFUSED[case]
    assert refused(name, text) != []
    assert faults(name, text) != []


def leaves(data: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The path of every value."""
    for key, item in data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ():
        yield (*path, key)
        yield from leaves(item, (*path, key))


def spoiled(data: Any, path: tuple[Any, ...], chance: random.Random) -> Any:
    """The data with one slip: a field of an unknown name, a value of a wrong kind, a field too few or too many."""
    slip = chance.choice(("field", "list", "nested"))
    if not path:
        return {**data, "unheard_of": "x"} if isinstance(data, dict) else {"unheard_of": data}
    if len(path) > 1:
        inner = spoiled(data[path[0]], path[1:], chance)
        return {**data, path[0]: inner} if isinstance(data, dict) else [*data[: path[0]], inner, *data[path[0] + 1 :]]
    wrong = {"field": {"unheard_of": "x"}, "list": [["x"]], "nested": {"a": {"b": ["c"]}}}[slip]
    return {**data, path[0]: wrong} if isinstance(data, dict) else [*data[: path[0]], wrong, *data[path[0] + 1 :]]


@pytest.mark.parametrize("path", CONTENT, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_random_slips_fail_in_docgen_and_in_the_schema(path: Any) -> None:
    """JSON is YAML, so that both read the same text."""
    chance = random.Random(path.as_posix().removeprefix(ROOT.as_posix()))
    findings = Findings()
    read = read_yaml(path.read_text(encoding="utf-8"), path.name, findings)
    assert read is not None
    places = [place for place in leaves(read.data) if len(place) > 1] or [()]
    for place in chance.sample(places, min(len(places), 6)):
        text = json.dumps(spoiled(read.data, place, chance), ensure_ascii=False)
        if refused(path.stem, text):
            assert faults(path.stem, text) != [], (place, text[:300])
        else:
            assert faults(path.stem, text) == [], (place, text[:300])


def test_a_valid_programme_in_docgen_is_valid_in_every_schema() -> None:
    """And the other way round: what no schema objects to, docgen reads."""
    snapshot = snapshot_of({"content/x/programme.yaml": PROGRAMME, "content/x/vision.md": "Words.\n"})
    assert faults("programme", PROGRAMME) == []
    loaded = pipeline.load(snapshot, "x")
    assert isinstance(loaded.content, Content)


def test_settings_are_held_against_their_schema() -> None:
    valid = {"build": {"formats": ["docx", "PDF"]}, "document": {"language": "cy", "git_history": True}}
    assert [error.message for error in validator("docgen").iter_errors(valid)] == []
    slips: tuple[Any, ...] = (
        {"built": {}},
        {"build": {"formats": ["doc"]}},
        {"document": {"language": "Welsh (Wales)"}},
    )
    for wrong in slips:
        assert list(validator("docgen").iter_errors(wrong))
    findings = Findings()
    text = b'[build]\nformats = ["docx", "PDF"]\n[document]\nlanguage = "cy"\ngit_history = true\n'
    assert read_settings(Snapshot({"docgen.toml": text}), findings) != Settings()
    assert not list(findings)


def test_the_command_writes_the_schemas_into_a_folder_that_git_leaves_out(
    tmp_path: Any, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "content" / "x").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "content" / "x")
    assert run(["schema"]) == 0
    assert {path.name for path in (tmp_path / FOLDER).iterdir()} == {*schema_files()}
    assert (tmp_path / ".docgen" / ".gitignore").read_text() == "*\n"
    assert run(["schema", "scope", "--out", str(tmp_path / "here")]) == 0
    assert [path.name for path in (tmp_path / "here").iterdir()] == ["scope.json"]
    assert run(["schema", "scop"]) == 2
    assert "did you mean 'scope'?" in capsys.readouterr().err


def test_document_types_are_read_as_their_schema_says() -> None:
    text = "title: T\nabout: A\nfile: Not An Id\n"
    findings = Findings()
    kind = read_document_type(Snapshot({"templates/t/type.yaml": text.encode()}), "t", findings)
    assert kind is None
    assert faults("type", text) != []
