"""Draws the pictures of the README from the example papers: `python -m tests.readme_pictures`.

The drawing is compared with the example by a test. The pages are not: LibreOffice and Chromium draw them a little
differently from version to version.
"""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

from docgen.figures.pictures import chart_svg
from docgen.tree.block import Figure
from docgen.tree.chart import CommitteeChart
from docgen.tree.walk import walk
from tests.builds import ROOT, example, outputs_of, trees

PICTURES = ROOT / "docs" / "pictures"
PAPER = "banes/eoi"
_WORD_PAGE, _PDF_PAGE = "10", "21"
_DOTS_PER_INCH = "70"
_SCREEN = "1300,900"


def committee_drawing() -> bytes:
    """Who reports to whom, as the Expression of Interest draws it."""
    document = dict(trees(example()))[PAPER]
    charts = [node.picture for node in walk(document) if isinstance(node, Figure)]
    return chart_svg(next(chart for chart in charts if isinstance(chart, CommitteeChart))) + b"\n"


def draw() -> None:
    """Write all of them."""
    PICTURES.mkdir(exist_ok=True)
    (PICTURES / "committees.svg").write_bytes(committee_drawing())
    outputs = outputs_of(example())
    with tempfile.TemporaryDirectory() as folder:
        for suffix in ("docx", "pdf", "html"):
            (Path(folder) / f"eoi.{suffix}").write_bytes(outputs[f"{PAPER}.{suffix}"])
        _page(Path(folder) / "eoi.pdf", _PDF_PAGE, "pdf")
        settings = f"-env:UserInstallation=file://{folder}/settings"
        _run(
            "soffice", settings, "--headless", "--convert-to", "pdf", "--outdir", f"{folder}/word", f"{folder}/eoi.docx"
        )
        _page(Path(folder) / "word" / "eoi.pdf", _WORD_PAGE, "word")
        shot = f"--screenshot={PICTURES / 'web.png'}"
        _run(
            "chromium",
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            f"--window-size={_SCREEN}",
            shot,
            f"{folder}/eoi.html",
        )


def _page(pdf: Path, number: str, name: str) -> None:
    page = ("-f", number, "-l", number, "-singlefile")
    _run("pdftoppm", "-r", _DOTS_PER_INCH, *page, "-png", str(pdf), str(PICTURES / name))


def _run(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True)


if __name__ == "__main__":
    draw()
