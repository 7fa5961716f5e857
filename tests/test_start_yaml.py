"""Changes in the text of a YAML file: the right value changes, and not one other character."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.diagnostic import Findings
from docgen.errors import CannotWrite
from docgen.load.yaml import read_yaml
from docgen.source import Data, Path
from docgen.start.scalars import flow, scalar
from docgen.start.yaml_text import with_item, with_values

ITEM = {"type": "new"}
LISTS = {
    "documents:\n  - type: eoi\n": "documents:\n  - type: eoi\n  - type: new\n",
    "documents:\n- type: eoi\n": "documents:\n- type: eoi\n- type: new\n",
    "documents:\n  - type: eoi": "documents:\n  - type: eoi\n  - type: new",
    "documents:\n  - type: eoi # one\n\n# The end\n": "documents:\n  - type: eoi # one\n  - type: new\n\n# The end\n",
    "documents:\n  - type: eoi\n    title: >-\n      Two\n      lines\n\nz: 1\n": (
        "documents:\n  - type: eoi\n    title: >-\n      Two\n      lines\n  - type: new\n\nz: 1\n"
    ),
    "documents: [{type: eoi}]\n": "documents: [{type: eoi}, {type: new}]\n",
    "documents: [{type: eoi},]  # one\n": "documents: [{type: eoi}, {type: new},]  # one\n",
    "documents: [\n  {type: eoi}, # x\n]\n": "documents: [\n  {type: eoi}, {type: new}, # x\n]\n",
    "documents: []\n": "documents: [{type: new}]\n",
    'documents:\n  - "type": "e:o # i"\n': 'documents:\n  - "type": "e:o # i"\n  - type: new\n',
    "documents:\r\n  - type: eoi\r\nz: 1\r\n": "documents:\r\n  - type: eoi\r\n  - type: new\r\nz: 1\r\n",
    "é: “ü”\ndocuments:\n  - type: eoi\n": "é: “ü”\ndocuments:\n  - type: eoi\n  - type: new\n",
    "documents:\n  - type: eoi\n    title:\nz: 1\n": "documents:\n  - type: eoi\n    title:\n  - type: new\nz: 1\n",
}
VALUES: list[tuple[str, Path, Data, str]] = [
    ("a: 1\n", ("a",), "2", "a: 2\n"),
    ("a:   1   # one\n", ("a",), "2", "a: 2   # one\n"),
    ("a:\nb: 1\n", ("a",), "2", "a: 2\nb: 1\n"),
    ("a: 1\n", ("a",), None, "a:\n"),
    ("{a: 1, b: 2}\n", ("a",), None, "{a: null, b: 2}\n"),
    ("a:\n  - x\n  - y # why\n\n# of b\nb: 1\n", ("a",), None, "a: # why\n\n# of b\nb: 1\n"),
    ("a: >-\n  x\n  y\n\nb: 1\n", ("a",), "z", "a: z\n\nb: 1\n"),
    ("a: |\n  x: 1\nb: 1\n", ("a",), "z: 1", 'a: "z: 1"\nb: 1\n'),
    ('a: "x: \\"y\\" # z" # w\n', ("a",), "v", "a: v # w\n"),
    ("- a: 1\n  b: 2\n- a: 3\n", (1, "a"), "4", "- a: 1\n  b: 2\n- a: 4\n"),
    ("a: {b: [1, 2], c: 3}\n", ("a", "b"), [{"d": "5"}], "a: {b: [{d: 5}], c: 3}\n"),
    ("a : 1\n", ("a",), "2", "a : 2\n"),
    ('"a: b": 1\n', ("a: b",), "2", '"a: b": 2\n'),
]


@pytest.mark.parametrize("before", LISTS)
def test_an_item_goes_behind_the_last_one(before: str) -> None:
    assert with_item(before.encode(), "x.yaml", ("documents",), ITEM).decode() == LISTS[before]


@pytest.mark.parametrize(("before", "path", "value", "after"), VALUES)
def test_a_value_changes_in_its_place(before: str, path: Path, value: Data, after: str) -> None:
    assert with_values(before.encode(), "x.yaml", {path: value}).decode() == after


def test_a_change_that_would_change_something_else_is_refused() -> None:
    with pytest.raises(CannotWrite, match="cannot be changed safely"):
        with_values(b"a: &x 1\nb: *x\n", "x.yaml", {("b",): "2"})


TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc", "Co", "Cn"]), min_size=1, max_size=30)


@given(TEXTS)
def test_any_words_are_read_back_from_a_line_a_list_and_a_mapping(words: str) -> None:
    read = read_yaml(f"a: {scalar(words)}\nb: {flow([{words: words}])}\n", "x.yaml", Findings())
    assert read is not None
    assert read.data == {"a": words, "b": [{words: words}]}


@given(st.lists(TEXTS, min_size=1, max_size=5), st.data())
def test_any_value_of_any_list_takes_any_words(items: list[str], data: st.DataObject) -> None:
    place, new = data.draw(st.integers(0, len(items) - 1)), data.draw(TEXTS)
    text = "rows:\n" + "".join(f"  - name: {scalar(item)}  # {place}\n" for item in items)
    changed = with_values(text.encode(), "x.yaml", {("rows", place, "name"): new}).decode()
    assert changed.count("\n") == text.count("\n")
    read = read_yaml(changed, "x.yaml", Findings())
    assert read is not None
    wanted = [new if position == place else item for position, item in enumerate(items)]
    assert read.data == {"rows": [{"name": item} for item in wanted]}
