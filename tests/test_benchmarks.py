"""The benchmark does what it says, with those programs that are installed. How fast they are is never tested."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from docgen import pipeline
from docgen.diagnostic import Findings
from docgen.tree.block import Figure, Heading, Table
from docgen.tree.document import Document
from docgen.tree.walk import walk
from tests.benchmarks import checking
from tests.benchmarks.contest import Result
from tests.benchmarks.paper import repository
from tests.benchmarks.processes import Cost, Failed, run
from tests.benchmarks.sheet import sheet
from tests.benchmarks.ways import Way, ways
from tests.builds import snapshot_of
from tests.pages import ROOT, cells_of
from tests.plain_document import plain_document

needs_unix = pytest.mark.skipif(sys.platform == "win32", reason="Windows does not say what a process has used")


def tree_of(words: int, number: int = 1) -> Document:
    snapshot, findings = snapshot_of(repository(words, number)), Findings()
    programme = pipeline.load(snapshot, "northvale")
    document = pipeline.document_tree(snapshot, programme, pipeline.jobs(snapshot, programme)[0], findings)
    assert document, [str(found) for found in findings]
    assert not list(programme.findings) + list(findings)
    return document


class TestPaper:
    def test_it_has_as_many_words_as_asked_for(self) -> None:
        words = plain_document(tree_of(12_000)).split()
        assert 11_500 < len([word for word in words if word[0].isalnum()]) < 12_500

    def test_it_has_ten_tables_chapters_a_figure_and_notes(self) -> None:
        document = tree_of(12_000)
        nodes = list(walk(document))
        assert sum(isinstance(node, Table) for node in nodes) == 10
        assert sum(isinstance(node, Heading) and node.level == 1 for node in nodes) == 10
        assert sum(isinstance(node, Figure) for node in nodes) == 1
        assert len(document.footnotes) == 10

    def test_the_same_number_gives_the_same_paper_and_another_one_other_words(self) -> None:
        assert repository(3_000, 5) == repository(3_000, 5)
        assert repository(3_000, 5) != repository(3_000, 6)


@needs_unix
class TestMeasuring:
    def test_a_program_that_works_takes_time_and_memory(self, tmp_path: Path) -> None:
        cost = run([sys.executable, "-c", "print(sum(range(300_000)))"], tmp_path)
        assert cost.wall > 0
        assert cost.cpu > 0
        assert 1 < cost.memory < 1000

    def test_a_program_that_fails_is_not_measured(self, tmp_path: Path) -> None:
        with pytest.raises(Failed, match="no such thing"):
            run([sys.executable, "-c", "raise SystemExit('no such thing')"], tmp_path)


class TestSheet:
    def test_medians_and_ratios_are_those_of_the_rounds(self) -> None:
        first = Result(Way("docgen", "content", "", lambda _, __: []), [Cost(1, 1, 9), Cost(2, 2, 9), Cost(9, 3, 9)])
        other = Result(Way("other", "page", "", lambda _, __: []), [Cost(3, 1, 8), Cost(4, 1, 8), Cost(9, 1, 8)])
        rows = [cells_of(line) for line in sheet([first, other], 12_000, 3).splitlines() if line.startswith("| ")]
        assert rows[2][:6] == ("docgen", "content", "2.00", "1.0", "2.00", "9")
        assert rows[3][:6] == ("other", "page", "4.00", "2.0", "1.00", "8")

    def test_what_failed_is_told(self) -> None:
        first = Result(Way("docgen", "content", "", lambda _, __: []), [Cost(1, 1, 9)])
        other = Result(Way("other", "page", "", lambda _, __: []), failure="no\nfont")
        assert "Not measured: other failed: no font" in sheet([first, other], 12_000, 1)


@needs_unix
@pytest.mark.slow
def test_the_command_prints_a_row_for_each_program_that_is_installed() -> None:
    command = [sys.executable, "-m", "tests.benchmarks", "--words", "2400", "--rounds", "1"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr
    rows = [cells_of(line) for line in done.stdout.splitlines() if line.startswith("| ")]
    here = [way for way in ways() if not way.missing]
    assert [row[0] for row in rows if row[0] not in ("Program", "---")] == [way.name for way in here]
    assert all(float(row[2]) > 0 for row in rows if row[0] not in ("Program", "---"))
    assert "Not measured" not in done.stdout
    missing = {way.missing for way in ways() if way.missing}
    assert all(f"{name} is not installed" in done.stderr for name in missing)


def test_checking_is_told_beside_making_the_word_files() -> None:
    told = checking.sheet("banes", 3, [[1, 4], [2, 3], [3, 5]], [[0.1, 0.2, 0.3], [0.3, 0.2, 0.1], [0.2, 0.2, 0.2]])
    rows = {cells_of(line)[0]: cells_of(line)[1] for line in told.splitlines() if line.startswith("| ")}
    assert rows["`docgen check banes`"] == "2.00"
    assert rows["`docgen build --format docx --jobs 1 banes`"] == "4.00"
    assert rows["checking"] == "0.20"


@needs_unix
@pytest.mark.slow
def test_the_command_measures_checking_of_the_largest_example() -> None:
    command = [sys.executable, "-m", "tests.benchmarks.checking", "--rounds", "1"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr
    seconds = [cells_of(line)[1] for line in done.stdout.splitlines() if line.startswith("| ")]
    measured = [float(each) for each in seconds if each not in ("Seconds", "---")]
    assert len(measured) == 5
    assert all(each > 0 for each in measured)
