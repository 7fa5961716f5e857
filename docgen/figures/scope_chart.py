"""Draws functions by lead and decision."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import isqrt

from docgen.figures.canvas import words
from docgen.figures.words import Told
from docgen.tree.chart import ScopeChart, ScopedFunction
from docgen.typesetting.code import array
from docgen.wording import counted, listed

_SIGNS = {"Yes": "✓", "Partly": "½", "Later": "→", "No": "✗"}
"""A sign beside each word, in the order of the columns: colour alone tells nothing to many readers."""
_NOBODY = "No lead stated"
_LEAST_SHARE = 9


def scope_chart(chart: ScopeChart) -> str:
    """The drawing: a row for each lead, a column for each decision that was made."""
    decisions = decisions_in(chart)
    heads = [
        "Lead",
        *(f"{_SIGNS.get(decision, '')} {decision} ({_count(chart, decision)})".strip() for decision in decisions),
    ]
    rows = [_row(lead, decisions, chart) for lead in leads_in(chart)]
    columns = array(["95pt", *(f"{_share(chart, decision)}fr" for decision in decisions)])
    return f"matrix({array([words(head) for head in heads])}, {array(rows)}, {columns})"


def _share(chart: ScopeChart, decision: str) -> int:
    """How wide a column is beside the others: as the side of a square that its fullest cell would fill.

    A column of few words does not take the room of one that holds most functions, and keeps enough for a long word.
    """
    letters = (sum(map(len, _functions(lead, decision, chart))) for lead in leads_in(chart))
    return max(_LEAST_SHARE, isqrt(max(letters, default=0)))


def decisions_in(chart: ScopeChart) -> list[str]:
    """The decisions that were made, the most favourable first."""
    made = dict.fromkeys(function.decision.words for function in chart.functions)
    return [decision for decision in _SIGNS if decision in made] + [word for word in made if word not in _SIGNS]


def leads_in(chart: ScopeChart) -> list[str]:
    """Those who lead, in the order of the content."""
    return list(dict.fromkeys(_lead(function) for function in chart.functions))


def _lead(function: ScopedFunction) -> str:
    return function.lead.words if function.lead else _NOBODY


def _count(chart: ScopeChart, decision: str) -> int:
    return sum(function.decision.words == decision for function in chart.functions)


def _row(lead: str, decisions: Sequence[str], chart: ScopeChart) -> str:
    cells = [_names(name for name in _functions(lead, decision, chart)) for decision in decisions]
    return array([f'text(weight: "bold", {words(lead)})', *cells])


def _functions(lead: str, decision: str, chart: ScopeChart) -> list[str]:
    return [
        function.name.words
        for function in chart.functions
        if _lead(function) == lead and function.decision.words == decision
    ]


def _names(names: Iterable[str]) -> str:
    """The functions of a cell below one another."""
    items = [f"block(spacing: 4pt, {words(name)})" for name in names]
    return f"{{ {'; '.join(items)} }}" if items else "[]"


def scope_words(chart: ScopeChart) -> Told:
    """For each lead, the functions by decision."""
    decisions = decisions_in(chart)
    counts = [f"{_count(chart, decision)} {decision.lower()}" for decision in decisions]
    functions = counted(len(chart.functions), "function")
    summary = f"Chart of {functions} by lead and by whether they are in scope: {listed(counts)}."
    said = [
        f"{lead}, {decision.lower()}: {'; '.join(names)}."
        for lead in leads_in(chart)
        for decision in decisions
        if (names := _functions(lead, decision, chart))
    ]
    return Told(summary, tuple(said))
