"""Other programs open the Word file: Microsoft's own validator of the format, and LibreOffice."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from docgen.diagnostic import Findings
from docgen.tree.document import Document, Numbering
from docgen.write.docx.writer import write_docx
from tests.builds import built, example
from tests.forms import form_faults
from tests.ooxml_lint import faults
from tests.rich_document import every_kind
from tests.trees import document, heading, paragraph, table

VALIDATOR = Path(__file__).parent / "node" / "node_modules" / "@xarsh" / "ooxml-validator-linux-x64" / "ooxml-validator"
"""A program of its own; npm offers it for each system apart."""

DOCUMENTS = {
    "every kind of node": every_kind(),
    "nothing": document(),
    "decimal": document(heading(1, "One", "1"), heading(2, "Two", "1.1"), numbering=Numbering.DECIMAL, status="draft"),
    "lettered": document(
        heading(1, "One", "A"), paragraph("x"), table([], caption="None"), numbering=Numbering.LETTERED
    ),
}


needs_validator = pytest.mark.skipif(not VALIDATOR.is_file(), reason="run 'npm ci' in tests/node, on 64-bit Linux")


def validator_faults(content: bytes, folder: Path, name: str = "paper.docx") -> list[object]:
    """What the validator of the Open XML SDK says of a Word file, or of slides."""
    file = folder / name
    file.write_bytes(content)
    done = subprocess.run([str(VALIDATOR), str(file)], capture_output=True, timeout=120, check=False)
    found: list[object] = json.loads(done.stdout)["errors"]
    return found


@pytest.mark.slow
@needs_validator
@pytest.mark.parametrize("content", DOCUMENTS.values(), ids=DOCUMENTS)
def test_the_format_is_valid(content: Document, tmp_path: Path) -> None:
    assert validator_faults(write_docx(content, Findings()), tmp_path) == []


@pytest.mark.slow
@needs_validator
def test_the_examples_are_valid(tmp_path: Path) -> None:
    papers = {made.job.id: made.outputs["docx"] for made in built(example())}
    assert len(papers) >= 3
    lint = {name: form_faults if name.endswith("/application-form") else faults for name in papers}
    assert {name: said for name, paper in papers.items() if (said := validator_faults(paper, tmp_path))} == {}
    assert {name: found for name, paper in papers.items() if (found := lint[name](paper))} == {}


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler-utils is not installed")
def test_libreoffice_shows_the_pages(tmp_path: Path) -> None:
    (tmp_path / "paper.docx").write_bytes(write_docx(every_kind(), Findings()))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    convert = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run([*convert, str(tmp_path / "paper.docx")], capture_output=True, timeout=180, check=True)
    command = ["pdftotext", "-layout", str(tmp_path / "paper.pdf"), "-"]
    text = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True).stdout
    pages, shown = text.count("\f"), " ".join(text.split())
    for words in (
        "Joint commissioning of primary care",
        "A&E, R&D, 5 < 6 weeks",
        "Decision",
        "Table 2: Twelve columns",
    ):
        assert words in shown
    assert shown.count("OFFICIAL") == 2 * pages
    assert f"Page {pages} of {pages}" in shown
