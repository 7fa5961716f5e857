"""Where pages of a PDF end: short tables and boxes go to the next page as a whole."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator, Sequence

from docgen.diagnostic import Findings
from docgen.tree.block import Block
from docgen.tree.document import Document
from docgen.write.typst.writer import write_pdf
from tests.trees import callout, document, figure, group, paragraph, png, row, table, title


def pages_of(paper: Document) -> Sequence[str]:
    """The words of each page."""
    data = write_pdf(paper, Findings())
    assert data
    told = subprocess.run(["pdftotext", "-layout", "-", "-"], input=data, capture_output=True, check=True)
    return told.stdout.decode().split("\f")


def near_the_foot(block: Block) -> Iterator[Sequence[str]]:
    """The pages of papers in which a block begins lower and lower on the page, until it begins the next one."""
    for count in range(20, 32):
        yield pages_of(document(title("T"), *[paragraph("Words.") for _ in range(count)], block))


def test_a_short_table_stays_whole() -> None:
    rows = [row("Name", "Ann Other"), row("Post", "Chief Officer"), row("Date", "May"), row("Seal", "Red")]
    papers = list(near_the_foot(table(["A", "B"], group(*rows))))
    assert {len([page for page in pages if "Other" in page or "Red" in page]) for pages in papers} == {1}
    assert {"Other" in pages[0] for pages in papers} == {True, False}


def test_a_short_box_stays_whole() -> None:
    papers = list(near_the_foot(callout("note", "Heads up", "The first line.", "The second.", "The last.")))
    assert {len([page for page in pages if "Heads" in page or "last." in page]) for pages in papers} == {1}
    assert {"Heads" in pages[0] for pages in papers} == {True, False}


def test_a_long_table_goes_on_and_high_cells_lose_nothing() -> None:
    rows = [row(f"Row {number}", "Words that say something. " * 20) for number in range(1, 13)]
    (first, *_, last, _) = pages_of(document(title("T"), table(["A", "B"], *rows)))
    assert ("Row 1 " in first, "Row 12" in last) == (True, True)
    drawn = [row(f"Row {number}", figure("a.png", "A map", f"Map {number}")) for number in range(1, 7)]
    pages = pages_of(document(title("T"), table(["A", "B"], *drawn), pictures={"a.png": png(400, 400)}))
    assert len(pages) > 2
    assert "Map 6" in pages[-2]
