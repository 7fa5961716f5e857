"""Nothing is imported that a command does not need: most of the time of a short command would go into that."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.test_cli_commands import FILES

RUN = """
import sys
from docgen.cli.main import run
run(sys.argv[1:])
print("\\n".join(["<modules>", *sorted(sys.modules)]))
"""

PYDANTIC, JINJA, MARKDOWN, YAML = {"pydantic"}, {"jinja2"}, {"markdown_it"}, {"yaml"}
OFFICE = {"docx", "docxtpl", "openpyxl", "pptx", "PIL"}
PDF = {"typst"}
PROCESSES = {"multiprocessing", "distributed", "watchfiles"}
CHECKER = {"docgen.check.registry"}
XML = {"lxml"}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A small repository."""
    for path, text in FILES.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    return tmp_path


def imported(root: Path, *arguments: str) -> set[str]:
    """The modules that a command has imported when it ends."""
    done = subprocess.run(
        [sys.executable, "-c", RUN, *arguments], cwd=root, capture_output=True, text=True, timeout=120
    )
    assert done.returncode == 0, done.stderr
    return set(done.stdout.rpartition("<modules>\n")[2].split())


def needless(modules: set[str], *groups: Iterable[str]) -> list[str]:
    """Those of the groups that were imported."""
    return sorted({name for group in groups for name in group} & modules)


@pytest.mark.slow
class TestOnlyWhatIsNeeded:
    def test_help(self, root: Path) -> None:
        modules = imported(root, "--help")
        everything = (PYDANTIC, JINJA, MARKDOWN, YAML, OFFICE, PDF, PROCESSES, CHECKER, XML, {"rich", "filelock"})
        assert needless(modules, *everything) == []

    def test_a_build_with_nothing_to_do(self, root: Path) -> None:
        imported(root, "build")
        modules = imported(root, "build")
        everything = (PYDANTIC, JINJA, MARKDOWN, YAML, OFFICE, PDF, PROCESSES, CHECKER, XML, {"rich", "filelock"})
        assert needless(modules, *everything) == []

    def test_a_web_page_from_markdown(self, root: Path) -> None:
        modules = imported(root, "build", "--format", "html", "banes/note")
        assert needless(modules, OFFICE, PDF, PROCESSES) == []

    def test_markdown(self, root: Path) -> None:
        assert needless(imported(root, "build", "--format", "md", "banes/note"), OFFICE, PDF, PROCESSES) == []

    def test_a_word_file_without_pictures_or_workbooks(self, root: Path) -> None:
        modules = imported(root, "build", "--format", "docx", "banes/note")
        assert needless(modules, OFFICE - {"docx"}, PDF, PROCESSES) == []

    def test_checking(self, root: Path) -> None:
        assert needless(imported(root, "check"), OFFICE, PDF, PROCESSES, XML, {"filelock"}) == []

    def test_explaining(self, root: Path) -> None:
        assert needless(imported(root, "explain", "DG301"), OFFICE, PDF, PROCESSES, XML, {"filelock"}) == []

    def test_cleaning(self, root: Path) -> None:
        assert needless(imported(root, "clean"), PYDANTIC, JINJA, MARKDOWN, OFFICE, PDF, CHECKER, XML) == []
