"""YAML: limits, hostile files, and the places of aliased values. `cases/load/yaml.md` holds the everyday faults."""

from __future__ import annotations

import pytest
import yaml as pyyaml
from hypothesis import given, settings
from hypothesis import strategies as st

from docgen.codes import content_files
from docgen.diagnostic import Code, Findings
from docgen.load import yaml_events
from docgen.load.yaml import read_yaml
from docgen.source import Data, Sourced
from tests.casefile import diagnostics_text


def read(text: str, first_line: int = 1) -> tuple[Sourced | None, Findings]:
    findings = Findings()
    return read_yaml(text, "a.yaml", findings, first_line), findings


def bomb(levels: int) -> str:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, levels)]
    return "\n".join(lines)


HOSTILE: tuple[tuple[str, Code], ...] = (
    (bomb(9), content_files.TOO_LARGE),
    ("[" * 5000 + "]" * 5000, content_files.YAML_TOO_DEEP),
    ("- " * 5000 + "a", content_files.YAML_TOO_DEEP),
    ("{a: " * 5000 + "b" + "}" * 5000, content_files.YAML_TOO_DEEP),
    ('a: &a "' + "x" * 300_000 + '"\nb: [*a, *a, *a, *a]', content_files.TOO_LARGE),
    ("a: &a [*a]", content_files.ALIAS),
    ("&a {b: *a}", content_files.ALIAS),
    ("a: " + "x" * 6_000_000, content_files.TOO_LARGE),
    ("a: " + "é" * 3_000_000, content_files.TOO_LARGE),
    ("[" + "1," * 200_001 + "]", content_files.TOO_LARGE),
    ("!!python/object/apply:os.system ['true']", content_files.YAML_TAG),
    ("a: !!int 1", content_files.YAML_TAG),
    ("a: !!map b", content_files.YAML_TAG),
    ("a: !!binary aGk=", content_files.YAML_TAG),
    ("%TAG ! tag:x,1:\n---\na: !b c", content_files.YAML_TAG),
)
"""What would fill memory, call Python or never end, and how it is refused."""


@pytest.mark.parametrize(("text", "code"), HOSTILE, ids=lambda value: value[:20] if isinstance(value, str) else None)
def test_hostile_yaml_gets_one_diagnostic(text: str, code: Code) -> None:
    loaded, findings = read(text)
    assert loaded is None
    assert [diagnostic.code for diagnostic in findings] == [code]


def test_a_hundred_levels_are_read() -> None:
    loaded, _ = read("[" * 100 + "]" * 100)
    assert loaded is not None


def test_a_text_tag_keeps_an_empty_text() -> None:
    loaded, _ = read("a: !!str\nb: !!str null\nc: !!seq [d]")
    assert loaded is not None
    assert loaded.data == {"a": "", "b": "null", "c": ["d"]}


def test_a_text_without_values_is_nothing() -> None:
    loaded, findings = read("# only a comment\n", first_line=2)
    assert loaded is not None
    assert loaded.data is None
    assert str(loaded.sources.value(())) == "a.yaml:2"
    assert not findings


def test_the_first_line_may_stand_further_down() -> None:
    loaded, _ = read("a: b", first_line=7)
    assert loaded is not None
    assert str(loaded.sources.value(("a",))) == "a.yaml:7:4"


def test_columns_count_characters_and_not_bytes() -> None:
    loaded, _ = read("{é: 👩‍⚕️, ü: b}")
    assert loaded is not None
    assert str(loaded.sources.value(("ü",))) == "a.yaml:1:14"


def test_an_alias_that_is_used_twice_counts_twice_towards_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_events, "MOST_EXPANDED", 5)
    assert read("a: &a [b, c]\nd: *a")[0] is not None
    assert read("a: &a [b, c]\nd: *a\ne: *a")[0] is None


def test_the_parser_in_python_gives_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "a: &x [b, 'c', \"d\"]\ne: *x\nf: |\n  one\n  two\ng: ~\n"
    with_libyaml = read(text)
    monkeypatch.setattr(yaml_events, "LOADER", pyyaml.SafeLoader)
    assert read(text) == with_libyaml


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a:\n\tb: c", "a.yaml:2:1 DG103"),
        ("a: b: c", "a.yaml:1:5 DG112"),
        ("a: 'b\nc: d", "a.yaml:1:4 DG111"),
        ("a: @b", "a.yaml:1:4 DG112"),
        ("a:\n  b: 1\n c: 2", "a.yaml:3:2 DG113"),
        ("a: [b", "a.yaml:1:4 DG110"),
        ("a: 'b' c", "a.yaml:1:8 DG111"),
        ('a: "\\d"', "a.yaml:1:6 DG112"),
        ("a: *b*", "a.yaml:1:4 DG112"),
    ],
)
def test_the_parser_in_python_finds_the_same_faults(text: str, expected: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_events, "LOADER", pyyaml.SafeLoader)
    assert diagnostics_text(read(text)[1]).startswith(expected)


WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Co", "Zl", "Zp"], exclude_characters="\ufeff\ufffe\uffff"),
    max_size=20,
)
VALUES = st.recursive(
    WORDS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(WORDS.filter(bool), inner, max_size=4)
)


@given(VALUES)
@settings(max_examples=200, derandomize=True, deadline=None)
def test_what_pyyaml_writes_is_read_back(data: Data) -> None:
    loaded, findings = read(pyyaml.safe_dump(data, allow_unicode=True, default_style='"'))
    assert not findings
    assert loaded is not None
    assert loaded.data == data
