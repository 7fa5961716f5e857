"""Two hundred made-up papers in other programs: the validator has no fault to find, and LibreOffice opens them all."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from docgen.diagnostic import Findings
from docgen.tree.block import Table
from docgen.write.docx.writer import write_docx
from tests.builds import built, example
from tests.generated import COUNT, generated
from tests.ooxml_lint import NAMES, Element, WordFile, w
from tests.test_write_docx_programs import needs_validator, validator_faults
from tests.trees import column, document, row, table

BATCH = 25
"""How many papers a test looks at: enough tests for several processes to share."""
PATIENCE = 120
"""Seconds for a batch to be opened; about one second a paper is usual."""
FIRST_START = 81
"""What LibreOffice ends with when it only made itself a new profile."""
BATCHES = pytest.mark.parametrize("first", range(0, COUNT, BATCH))
needs_libreoffice = pytest.mark.skipif(
    shutil.which("soffice") is None or shutil.which("pdfinfo") is None,
    reason="LibreOffice or poppler-utils is not installed",
)


def papers(first: int) -> dict[str, bytes]:
    """The Word files of a batch by name."""
    return {f"{number:03}": write_docx(generated(number), Findings()) for number in range(first, first + BATCH)}


def refused(files: Mapping[str, bytes], folder: Path) -> dict[str, list[object]]:
    """What the validator says of each file, where it says something."""

    def said(name: str) -> list[object]:
        (folder / name).mkdir()
        return validator_faults(files[name], folder / name)

    with ThreadPoolExecutor(2) as threads:
        found = dict(zip(files, threads.map(said, files), strict=True))
    return {name: faults for name, faults in found.items() if faults}


def unopened(files: Mapping[str, bytes], folder: Path) -> list[str]:
    """The files that LibreOffice makes no pages of. It goes through them in order and stays at one that it cannot."""
    for name, data in files.items():
        (folder / f"{name}.docx").write_bytes(data)
    if _convert(files, folder) == FIRST_START:
        _convert(files, folder)
    return [name for name in files if not _has_pages(folder / f"{name}.pdf")]


def _convert(names: Mapping[str, bytes], folder: Path) -> int | None:
    """How LibreOffice ended; `None` if it had to be stopped, with all that it had started."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    files = [str(folder / f"{name}.docx") for name in names]
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *files]
    silent = subprocess.DEVNULL
    program = subprocess.Popen(command, stdin=silent, stdout=silent, stderr=silent, start_new_session=True)
    try:
        return program.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        os.killpg(program.pid, signal.SIGKILL)
        program.wait()
        return None


def _has_pages(pdf: Path) -> bool:
    if not pdf.is_file():
        return False
    said = subprocess.run(["pdfinfo", str(pdf)], capture_output=True, text=True, check=False, timeout=60).stdout
    return any(line.startswith("Pages:") and int(line.split()[1]) > 0 for line in said.splitlines())


@pytest.mark.slow
@needs_validator
@BATCHES
def test_generated_papers_are_valid(first: int, tmp_path: Path) -> None:
    assert refused(papers(first), tmp_path) == {}


@pytest.mark.slow
@needs_libreoffice
@BATCHES
def test_libreoffice_opens_generated_papers(first: int, tmp_path: Path) -> None:
    assert unopened(papers(first), tmp_path) == []


@pytest.mark.slow
@needs_libreoffice
def test_libreoffice_opens_the_examples(tmp_path: Path) -> None:
    files = {made.job.id.replace("/", "-"): made.outputs["docx"] for made in built(example())}
    assert unopened({**files, "headed": write_docx(document(_headed(400)), Findings())}, tmp_path) == []


def _headed(words: int) -> Table:
    """A table with the heading row of so many words in a narrow column."""
    return table([column("word " * words, 0.2), "B", "C"], *[row("a", "b", "c")] * 40)


def _rows(content: Table, *expected: str) -> list[Element]:
    findings = Findings()
    body = WordFile(write_docx(document(content), findings)).part("document")[0]
    assert [diagnostic.code.id for diagnostic in findings] == [*expected]
    return list(body.iter(w("tr")))


def test_a_heading_row_that_leaves_no_room_below_it_is_not_repeated() -> None:
    rows = [_rows(_headed(1)), _rows(_headed(5)), _rows(_headed(400), "DG916")]
    assert [found[0].find("w:trPr/w:tblHeader", NAMES) is not None for found in rows] == [True, True, False]


def test_no_column_is_so_narrow_that_its_words_stand_letter_below_letter() -> None:
    columns = [column("Accountabilities of the committee", 0.3 if i % 3 == 0 else 2.0) for i in range(12)]
    widths = [int(cell.get(w("w"), "0")) for cell in _rows(table(columns, row(*"abcdefghijkl")))[0].iter(w("tcW"))]
    assert len(widths) == 12
    assert min(widths) > 500
