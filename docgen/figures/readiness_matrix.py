"""Draws how many are ready, by category and time."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from msgspec import Struct

from docgen.figures.canvas import DRAWN, words
from docgen.figures.words import Told
from docgen.tree.chart import ReadinessMatrix
from docgen.typesetting.breaking import STEP
from docgen.typesetting.code import array, points
from docgen.wording import counted, grouped, listed

_NAMES, _TOTALS = 130.0, 60.0
"""The width of the column of names, and of that of totals, in points."""
_MANY = 5
"""More columns than these are narrow: the longer side then runs down the page."""
_INSET = 5.0
_LARGEST, _HEADING, _SMALLEST = 11.0, 9.0, 5.0
"""The size of the numbers and of the headings, in points, and of both where there is little room."""
_DIGIT, _LETTER = 0.62, 5.6
"""The width of a bold digit, as a share of its size, and of a bold letter of a heading, in points."""


class _Grid(Struct, frozen=True):
    """The numbers as they are drawn, with totals."""

    corner: str
    across: Sequence[str]
    down: Sequence[str]
    counts: Sequence[Sequence[Decimal]]
    totals_of_rows: Sequence[Decimal]
    """A column of totals; empty where they stand in a row of their own."""
    totals_of_columns: Sequence[Decimal] = ()

    @property
    def column(self) -> float:
        """The width of a column of numbers, in points."""
        rest = DRAWN - _NAMES - (_TOTALS if self.totals_of_rows else 0.0)
        return rest / max(len(self.across), 1)

    @property
    def size(self) -> float:
        """The size of the numbers: the longest one fits its column."""
        numbers = [*(count for row in self.counts for count in row), *self.totals_of_columns]
        longest = max((len(grouped(number)) for number in numbers), default=1)
        return max(_SMALLEST, min(_LARGEST, (self.column - 2 * _INSET) / (longest * _DIGIT)))


def readiness_matrix(chart: ReadinessMatrix) -> str:
    """The drawing: a cell for each category and stage, the darker the higher its number."""
    grid = _grid(chart)
    most = max((count for row in grid.counts for count in row), default=Decimal(0)) or Decimal(1)
    letters = int((grid.column - 2 * _INSET) / _LETTER)
    size = points(max(_SMALLEST, min(_HEADING, (grid.column - 2 * _INSET) / (STEP * _DIGIT))))
    heads = [words(grid.corner), *(f"text(size: {size}, {words(head, letters)})" for head in grid.across)]
    heads += [words("Total")] * bool(grid.totals_of_rows)
    rows = [_row(grid, number, most) for number in range(len(grid.down))]
    rows += [_totals(grid)] * bool(grid.totals_of_columns)
    columns = [points(_NAMES), *["1fr"] * len(grid.across), *[points(_TOTALS)] * bool(grid.totals_of_rows)]
    return f"matrix({array(heads)}, {array(rows)}, {array(columns)})"


def _grid(chart: ReadinessMatrix) -> _Grid:
    """Stages run across, unless there are so many that their columns would be too narrow."""
    stages, names = [stage.words for stage in chart.stages], [row.name.words for row in chart.categories]
    counts, totals = [row.counts for row in chart.categories], [sum(row.counts, Decimal(0)) for row in chart.categories]
    if len(stages) <= max(_MANY, len(names)):
        return _Grid("Category", stages, names, counts, totals)
    return _Grid("Time", names, stages, list(zip(*counts, strict=True)), (), totals)


def _row(grid: _Grid, number: int, most: Decimal) -> str:
    cells = [
        f"shaded({max(count, Decimal(0)) / most:.4f}, {points(grid.size)}, {words(grouped(count))})"
        for count in grid.counts[number]
    ]
    total = [_total(grid.totals_of_rows[number])] if grid.totals_of_rows else []
    return array([f'text(weight: "bold", {words(grid.down[number])})', *cells, *total])


def _total(number: Decimal) -> str:
    size = min(9.0, (_TOTALS - 2 * _INSET) / (len(grouped(number)) * _DIGIT))
    return f"grid.cell(align: center + horizon, text(size: {points(max(_SMALLEST, size))}, {words(grouped(number))}))"


def _totals(grid: _Grid) -> str:
    cells = [
        f"grid.cell(align: center + horizon, text(size: {points(grid.size)}, {words(grouped(number))}))"
        for number in grid.totals_of_columns
    ]
    return array([words("Total"), *cells])


def readiness_words(chart: ReadinessMatrix) -> Told:
    """Each category with its numbers."""
    stages = [stage.words for stage in chart.stages]
    summary = f"Matrix of {counted(len(chart.categories), 'category', 'categories')} by time: {listed(stages)}."
    said = [
        f"{row.name.words}: "
        + ", ".join(f"{name} {grouped(count)}" for name, count in zip(stages, row.counts, strict=True))
        + f"; total {grouped(sum(row.counts, Decimal(0)))}."
        for row in chart.categories
    ]
    return Told(summary, tuple(said))
