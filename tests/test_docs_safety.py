"""docs/safety.md names tests that exist and numbers that are those of the tests, and no trial on it has failed."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest

from tests.hostile import BOMBS, ESCAPES
from tests.pages import ROOT, sections_of
from tests.payloads import PAYLOADS
from tests.reliability import formulas, machines, names, paths, refused, traces
from tests.reliability.encodings import CONFLICTS, FILES, READ, REFUSED
from tests.reliability.fuzz import TARGETS
from tests.reliability.report import rows_on
from tests.reliability.table import FUZZED, TRIALS
from tests.test_docs_promises import found_in
from tests.test_house_refused import DAMAGED, UNSAFE
from tests.test_load_xlsx import HOSTILE as WORKBOOKS
from tests.test_load_yaml import HOSTILE as TEXTS
from tests.test_write_pictures import COSTLY, OUTSIDE

PAGE = ROOT / "docs" / "safety.md"
HEAD = ("Row", "Promise", "Tried, and reached", "Held by")
ROWS = [row for section in sections_of(PAGE) for table in section.tables if table.head == HEAD for row in table.rows]
FULL = {planned.name: planned.full for planned in TRIALS}
HARMFUL = [name for name in UNSAFE if not re.search(r"bomb|parts|twice|upwards|root|drive|entity|without end", name)]
"""Documents that run or fetch something; the others are badly packed."""

NUMBERS: Mapping[str, tuple[int | None, ...]] = {
    "R1": (FULL["R1 random"],),
    "R2": (len(refused.REFUSALS),),
    "R3": (),
    "R4": (8, FULL["R4"]),
    "R5": (FULL["R5"],),
    "R6": (FULL["R6"],),
    "R7": (
        len(machines.machines()),
        *(len(each) for each in (machines.ZONES, machines.LOCALES, machines.SEEDS, machines.FOLDERS, machines.UMASKS)),
        *(int(jobs) for jobs in machines.JOBS),
        machines.CLOCKS[1],
    ),
    "R8": (),
    "R9": (len(FILES), len(READ), len(REFUSED), len(FILES) * (len(READ) + len(REFUSED))),
    "R10": (len(names.OF_A_COPY), len(names.ORIGINALS), len(names.LEFT_BEHIND)),
    "R11": (len(names.ROOTS), len(names.PICTURES), len(names.UNHOLDABLE), len(names.TWINS)),
    "R12": (len(FILES), len(CONFLICTS), len(FILES) * len(CONFLICTS)),
    "R13": (FUZZED, len(TARGETS) - 1),
    "R14": (FULL["R14"],),
    "templates out": (len(ESCAPES),),
    "templates bombs": (len(BOMBS),),
    "files yaml": (len(TEXTS),),
    "files packages": (len(WORKBOOKS), len(DAMAGED) + len(UNSAFE), len(OUTSIDE) + len(COSTLY)),
    "paths": (len(paths.PATHS),),
    "html": (len(PAYLOADS),),
    "formulas": (len(formulas.FORMULAS), len(formulas.NUMBERS), len(formulas.DIALECTS)),
    "files macros": (len(HARMFUL),),
    "traces": (len(traces.FORMATS),),
    "supply chain": (),
}
"""What each row says that is tried, in numbers."""


def test_every_row_of_both_tables_is_there() -> None:
    assert [row[0] for row in ROWS] == list(NUMBERS)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_the_tests_that_a_row_names_exist(row: tuple[str, ...]) -> None:
    named = re.findall(r"`([^`]+)`", row[3])
    assert named
    assert [name for name in named if name not in found_in(name)] == []


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_the_numbers_of_a_row_are_those_of_the_tests(row: tuple[str, ...]) -> None:
    told = re.findall(r"(?<![\w.,-])\d[\d,]*(?![\w,-]|\.\d)", row[2])
    assert [number for number in NUMBERS[row[0]] if f"{number:,}" not in told] == []


def test_tests_that_are_named_beside_the_tables_exist() -> None:
    prose = "\n".join(line for section in sections_of(PAGE) for line in section.prose if not line.startswith("|"))
    named = re.findall(r"`(test_\w+\.py::[\w:]+)`", prose)
    assert len(named) > 2
    assert [name for name in named if name not in found_in(name)] == []


def test_every_trial_of_the_command_is_on_the_page_and_none_has_failed() -> None:
    rows = rows_on(PAGE)
    assert list(rows) == [planned.name for planned in TRIALS]
    assert {name: row[4] for name, row in rows.items() if row[4] != "0"} == {}
    assert [name for name, row in rows.items() if row[3] == "0"] == []


def test_each_trial_belongs_to_a_row() -> None:
    known = {row[0].split()[0] for row in ROWS}
    assert [planned.name for planned in TRIALS if planned.name.split()[0] not in known] == []
