"""A browser opens the pages, wide and narrow, light and dark, and axe-core looks for barriers; so do our own checks."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.html_defects import DEFECTS, Defect
from tests.html_lint import CHECKS, faults
from tests.html_pages import NODE, good, looked_at, needs_browser, needs_node, needs_packages, pages

WAYS = ("wide", "dark", "narrow")


@pytest.mark.slow
@needs_node
@needs_packages
@needs_browser
def test_nobody_meets_a_barrier_on_any_page_of_the_examples(tmp_path: Path) -> None:
    told = looked_at("audit.mjs", [",".join(WAYS)], pages(), tmp_path)
    clean: dict[str, object] = {"violations": [], "overflow": 0, "clipped": [], "requests": [], "complaints": []}
    assert told == {name: dict.fromkeys(WAYS, clean) for name in pages()}


@pytest.mark.parametrize("name", pages())
def test_our_own_checks_find_nothing_on_any_page_of_the_examples(name: str) -> None:
    assert faults(pages()[name]) == []


@pytest.mark.slow
@needs_node
@needs_packages
@needs_browser
def test_axe_or_the_browser_catches_each_defect_that_it_is_to_catch(tmp_path: Path) -> None:
    defective = {name: defect for name, defect in DEFECTS.items() if defect.axe or defect.browser}
    written = {name: defect.put_into(good()).encode("utf-8") for name, defect in defective.items()}
    told = looked_at("audit.mjs", ["narrow"], written, tmp_path)
    missed = {name: told[name]["narrow"] for name, defect in defective.items() if not is_caught(defect, told[name])}
    assert missed == {}


def is_caught(defect: Defect, told: dict[str, Any]) -> bool:
    """Whether each that is to catch it has caught it."""
    seen = told["narrow"]
    by_axe = not defect.axe or any(line.startswith(f"{defect.axe}: ") for line in seen["violations"])
    return by_axe and (not defect.browser or bool(seen[defect.browser]))


@pytest.mark.parametrize("name", [name for name, defect in DEFECTS.items() if defect.ours])
def test_our_own_checks_catch_each_defect_that_they_are_to_catch(name: str) -> None:
    found = faults(DEFECTS[name].put_into(good()).encode("utf-8"))
    assert [fault.partition(": ")[0] for fault in found] == [DEFECTS[name].ours]


def test_each_defect_is_caught_by_somebody() -> None:
    assert [name for name, defect in DEFECTS.items() if not (defect.axe or defect.ours or defect.browser)] == []
    assert {defect.ours for defect in DEFECTS.values()} - {""} <= set(CHECKS)
    assert len(DEFECTS) >= 20


def test_the_lock_names_no_registry() -> None:
    assert "resolved" not in (NODE / "package-lock.json").read_text(encoding="utf-8")
