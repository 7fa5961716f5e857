"""R6: edits upon edits, with a build after each."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import ExitStack, nullcontext
from unittest import mock

from tests.edits import edit
from tests.reliability.trial import Place, Trial, place, times


def after_edits(sequences: int, length: int = 6) -> Trial:
    """Random edits, a build after each, held against a clean build; and a second build, which has nothing to do."""
    faults: list[str] = []
    for seed in range(sequences):
        with place() as each:
            each.run("build")
            faults += _after(each, random.Random(seed), length, f"sequence {seed}")
    return Trial(sequences, tuple(faults), f"{sequences * length:,} edits")


def _after(each: Place, chance: random.Random, length: int, name: str) -> Iterator[str]:
    for step in range(length):
        edited = edit(each.root, chance)
        is_another = chance.random() < 0.15
        with _another_version(f"version {step}") if is_another else nullcontext():
            faults = list(_faults(each))
        also = ", another version of docgen" if is_another else ""
        yield from (f"{name}, step {step} ({edited}{also}): {fault}" for fault in faults)


def _faults(each: Place) -> Iterator[str]:
    code, _ = each.run("build", "--jobs", "1")
    each.run("clean")
    clean, found = each.clean(), each.outputs()
    others = set(found.items()) ^ set(clean.items())
    if others and (code == 0 or not set(clean.items()) <= set(found.items())):  # a stopped one keeps its last good
        yield f"{sorted(others)}"
    before = times(each.root / "build")
    each.run("build", "--jobs", "1")
    if times(each.root / "build") != before:
        yield "a build with nothing to do wrote something"


def _another_version(name: str) -> ExitStack:
    """docgen says of itself that it is another one."""
    stack = ExitStack()
    for module in ("fingerprint", "round"):
        stack.enter_context(mock.patch(f"docgen.making.{module}.engine", return_value=name))
    return stack
