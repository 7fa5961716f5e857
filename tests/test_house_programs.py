"""Reference documents that other programs have really made: pandoc's own one, and one that LibreOffice saves."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

import pypandoc
import pytest

from docgen.diagnostic import Findings
from docgen.write.docx.writer import write_docx
from docgen.write.edition import Edition, Reference
from tests.builds import example, trees
from tests.ooxml_lint import faults
from tests.rich_document import every_kind
from tests.test_write_docx_programs import needs_validator, validator_faults
from tests.word_accessibility import findings as accessibility_findings

LETTER = """<html><head><style>
body { font-family: Georgia, serif; font-size: 11pt } h1 { color: #7b1e1e } h2 { font-style: italic }
</style></head><body><h1>One</h1><h2>Two</h2><p>Words.</p><ul><li>Item<ul><li>Inner</li></ul></li></ul>
<ol><li>First</li></ol><table border="1"><tr><th>A</th></tr><tr><td>1</td></tr></table></body></html>
"""

HOUSE_COLOURS = "contrast"
"""Colours are the house's: pandoc's links are paler than they should be."""


def of_pandoc(folder: Path) -> bytes:
    """`pandoc --print-default-data-file reference.docx`."""
    command = [pypandoc.get_pandoc_path(), "--print-default-data-file", "reference.docx"]
    return subprocess.run(command, capture_output=True, timeout=60, check=True).stdout


def of_libreoffice(folder: Path) -> bytes:
    """A letter of the house that LibreOffice has saved for Word."""
    (folder / "house.html").write_text(LETTER, encoding="utf-8")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    kinds = ["--infilter=HTML (StarWriter)", "--convert-to", "docx:MS Word 2007 XML"]
    command = ["soffice", profile, "--headless", *kinds, "--outdir", str(folder), str(folder / "house.html")]
    subprocess.run(command, capture_output=True, timeout=180, check=True)
    return (folder / "house.docx").read_bytes()


MAKERS: Mapping[str, Callable[[Path], bytes]] = {"pandoc": of_pandoc, "LibreOffice": of_libreoffice}


@pytest.mark.slow
@needs_validator
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("program", MAKERS)
def test_papers_take_over_the_document_of_another_program(program: str, tmp_path: Path) -> None:
    edition = Edition(reference=Reference("templates/styles/reference.docx", MAKERS[program](tmp_path)))
    papers = {"every kind of node": every_kind(), **dict(trees(example()))}
    for name, paper in papers.items():
        findings = Findings()
        data = write_docx(paper, findings, edition)
        assert not findings.has_errors, name
        assert "DG064" in {diagnostic.code.id for diagnostic in findings}, f"{name}: styles that it lacks are named"
        assert faults(data) == [], name
        assert [said for said in accessibility_findings(data) if not said.startswith(HOUSE_COLOURS)] == [], name
        assert validator_faults(data, tmp_path) == [], name
