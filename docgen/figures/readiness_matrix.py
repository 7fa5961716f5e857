"""Draws how many are ready, by category and time."""

from __future__ import annotations

from decimal import Decimal

from docgen.figures.canvas import words
from docgen.figures.words import Told
from docgen.tree.chart import Readiness, ReadinessMatrix
from docgen.typesetting.code import array
from docgen.wording import counted, grouped, listed


def readiness_matrix(chart: ReadinessMatrix) -> str:
    """The drawing: a cell for each category and stage, the darker the higher its number."""
    heads = ["Category", *(stage.words for stage in chart.stages), "Total"]
    most = max((count for row in chart.categories for count in row.counts), default=Decimal(0)) or Decimal(1)
    rows = [_row(row, most) for row in chart.categories]
    columns = array(["130pt", *["1fr"] * len(chart.stages), "60pt"])
    return f"matrix({array([words(head) for head in heads])}, {array(rows)}, {columns})"


def _row(row: Readiness, most: Decimal) -> str:
    cells = [f"shaded({max(count, Decimal(0)) / most:.4f}, {words(grouped(count))})" for count in row.counts]
    total = f"grid.cell(align: center + horizon, {words(grouped(sum(row.counts, Decimal(0))))})"
    return array([f'text(weight: "bold", {words(row.name.words)})', *cells, total])


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
