"""A repository that `docgen init` and `docgen new` made, and people who then write what belongs there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest

from docgen.cli.main import run

ANSWERS = (
    *("--organisation", "NHS Northvale Integrated Care Board", "--abbreviation", "Northvale ICB"),
    *("--model", "other", "--dated", "2026-05-01", "--effective", "2026-10-01", "--title", "Care in Northvale"),
)
"""What is asked before a programme is begun."""

_FIRST = "quiet open early local joint shared clear steady careful gentle simple modern".split()
_SECOND = "garden river bridge market harbour meadow orchard forest valley island mountain window".split()


class Beginning:
    """A folder, the command line in it, and what was printed last."""

    def __init__(self, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.root, self.capsys = root, capsys
        self.out = self.err = ""

    def run(self, *arguments: str) -> int:
        self.capsys.readouterr()
        code = run(arguments)
        self.out, self.err = self.capsys.readouterr()
        assert "Traceback" not in self.out + self.err
        assert "fault of docgen" not in self.err, self.err
        return code

    def must(self, *arguments: str) -> str:
        """Run a command that must succeed."""
        assert self.run(*arguments) == 0, self.out + self.err
        return self.out

    def read(self, path: str) -> str:
        return (self.root / path).read_bytes().decode()

    def write(self, path: str, text: str) -> None:
        (self.root / path).parent.mkdir(parents=True, exist_ok=True)
        (self.root / path).write_bytes(text.encode())

    @property
    def files(self) -> dict[str, bytes]:
        """Every file by its path."""
        paths = sorted(path for path in self.root.rglob("*") if path.is_file())
        return {path.relative_to(self.root).as_posix(): path.read_bytes() for path in paths}

    def content(self, programme: str) -> list[str]:
        return [path for path in self.files if path.startswith(f"content/{programme}/")]

    def found(self, *arguments: str) -> list[str]:
        """The codes that `docgen check` reports, with the level of each: `warning DG609`."""
        self.run("check", *arguments)
        return [f"{level} {code}" for level, code in re.findall(r"^(\w+)\[(DG\d+)\]", self.out, re.MULTILINE)]

    def fill_in(self, programme: str) -> None:
        """Write other words in the place of each TBC."""
        words = _words()
        for path in self.content(programme):
            text = re.sub(r"^TBC: .*$", lambda _: f"We plan {next(words)} care.", self.read(path), flags=re.MULTILINE)
            self.write(path, re.sub(r"^(?! *#)(.*?)\bTBC\b", lambda at: at[1] + next(words), text, flags=re.MULTILINE))

    def use(self, path: str, field: str, value: str = "") -> None:
        """Take the sign away before a field that may be left out, as the file says, and write a value into it.

        Without a value, the field is used with all that stands below it.
        """
        block = rf"^( *)# {field}:(.*)\n((?:\1#   .*\n)*)"
        found = re.search(block, self.read(path), re.MULTILINE)
        assert found, f"{path} has no '# {field}:'"
        below = re.sub(rf"^{found[1]}# ", found[1], found[3], flags=re.MULTILINE)
        new = f"{found[1]}{field}: {value}\n" if value else f"{found[1]}{field}:{found[2]}\n{below}"
        self.write(path, self.read(path).replace(found[0], new, 1))


def _words() -> Iterator[str]:
    """Words that differ, so that nothing seems to be said twice."""
    return (f"{first.capitalize()} {second}" for first, second in product(_FIRST, _SECOND))


def all_used(text: str) -> str:
    """The text of a content file with every field in use that stands behind `#`."""
    head, _, body = text.partition("\n# The line above")
    body = re.sub(r"^( *)# (?=(?:- |  )*[\w-]+:(?: [^ ].*| *|  # .*)$|  +- \S+$)", r"\1", body, flags=re.MULTILINE)
    return head + "\n# The line above" + body
