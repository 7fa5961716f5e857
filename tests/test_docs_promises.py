"""Each promise of docs/word.md and docs/html.md names a test that holds it, and each test that is named is there."""

from __future__ import annotations

import ast
import re
from functools import cache

import pytest

from tests.casefile import TESTS, read_cases
from tests.pages import ROOT, sections_of

HEAD = ("Promise", "How", "Held by")
FEWEST = {"word.md": 40, "html.md": 25}
"""The pages, and how many promises are on each at least."""


def promises(page: str) -> list[tuple[str, ...]]:
    """The rows of its tables of promises."""
    tables = [table for section in sections_of(ROOT / "docs" / page) for table in section.tables if table.head == HEAD]
    return [row for table in tables for row in table.rows]


ROWS = [row for page in FEWEST for row in promises(page)]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_a_promise_is_held_by_tests_that_are_there(row: tuple[str, ...]) -> None:
    named = re.findall(r"`([^`]+)`", row[-1])
    assert named
    assert [name for name in named if name not in found_in(name)] == []


def test_every_row_says_how() -> None:
    assert [page for page, fewest in FEWEST.items() if len(promises(page)) <= fewest] == []
    assert [promise for promise, how, _ in ROWS if not promise or not how] == []


def found_in(name: str) -> set[str]:
    """The tests, or the cases, of the file in which a test should be."""
    if ".md: " in name:
        path = TESTS / "cases" / name.partition(": ")[0]
        return {f"{name.partition(': ')[0]}: {case.title}" for case in read_cases(path)} if path.is_file() else set()
    return functions_of_file(name.partition("::")[0])


@cache
def functions_of_file(file: str) -> set[str]:
    """`test_x.py::test_a` and `test_x.py::TestThing::test_b`, as pytest finds them."""
    if not (TESTS / file).is_file():
        return set()
    body = ast.parse((TESTS / file).read_text(encoding="utf-8")).body
    classes = {node.name: node.body for node in body if isinstance(node, ast.ClassDef)}
    inner = {f"{name}::{node.name}" for name, nodes in classes.items() for node in functions(nodes)}
    return {f"{file}::{name}" for name in inner | {node.name for node in functions(body)}}


def functions(nodes: list[ast.stmt]) -> list[ast.FunctionDef]:
    """The tests among statements."""
    return [node for node in nodes if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")]


def test_a_test_that_is_not_there_is_seen() -> None:
    gone = ["test_docs_promises.py::test_gone", "test_gone.py::test_x", "docx/gone.md: A case", "docx/text.md: Gone"]
    assert [name for name in gone if name in found_in(name)] == []
