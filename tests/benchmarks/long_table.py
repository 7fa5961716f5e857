"""A repository with one table of so many rows, and the same rows for programs that fill Word files otherwise."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping

from tests.benchmarks.prose import Prose

HEADS = ("Function", "Sub-functions", "In scope?", "Lead", "Comment")
_PROGRAMME = "content/northvale"
_PROGRAMME_FILE = """
title: Commissioning primary care together
organisation: northvale-ccg
organisations:
  northvale-ccg: {name: NHS Northvale Clinical Commissioning Group, abbreviation: Northvale CCG}
  nhs-england: {name: NHS England}
model: joint
version: "1.0"
status: draft
dated: 2014-06-20
documents: [{type: list}]
"""
_TEMPLATE = """# Scope

:::{table} {{ scope.functions }}
:caption: Functions in and out of scope
:columns: function 3, sub_functions 3, in_scope "In scope?" 1, lead.name "Lead" 2, comment 3
:::
"""


def rows(number: int, seed: int = 0) -> list[tuple[str, ...]]:
    """So many functions, each with words of its own; another seed, other words."""
    prose = Prose(number + seed)
    return [
        (
            f"{prose.task()} ({place})",
            f"{prose.task()} in part {place}\n{prose.task()} in row {place}",
            prose.one_of(("yes", "no")),
            prose.one_of(("northvale-ccg", "nhs-england")),
            f"{prose.heading()}: {prose.task()} (row {place})",
        )
        for place in range(1, number + 1)
    ]


def table_repository(number: int, seed: int = 0) -> Mapping[str, bytes]:
    """The files of a repository with such a table, by path."""
    made = io.StringIO()
    csv.writer(made, lineterminator="\n").writerows([HEADS, *rows(number, seed)])
    texts = {
        f"{_PROGRAMME}/programme.yaml": _PROGRAMME_FILE,
        f"{_PROGRAMME}/scope.csv": made.getvalue(),
        "templates/list/type.yaml": "title: List\nabout: A long table, to measure with\nfile: list\nneeds: [scope]\n",
        "templates/list/template.md.j2": _TEMPLATE,
    }
    return {path: text.encode() for path, text in texts.items()}
