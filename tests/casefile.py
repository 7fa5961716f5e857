"""Reads Markdown files of test cases: a title, input blocks and the expected output.

A case begins at a `## title`. Its fenced blocks (three backticks or more) are keyed by their info string; an input
block's info is a language and a path (`yaml content/x/scope.yaml`), the expected output is the last block.
`pytest --update-goldens` rewrites the expected blocks in place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from docgen.diagnostic import Diagnostic, Findings

TESTS = Path(__file__).parent
"""Relative paths and globs of case files are read from here."""

OPENING = re.compile(r"(?P<fence>`{3,})(?P<info>[^`]*)")


class CaseFileError(Exception):
    """A case file is not written as it should be."""


@dataclass(frozen=True)
class Case:
    """One case: everything between its `## title` and the next."""

    file: Path
    title: str
    blocks: Mapping[str, str]
    """Info string -> text; each line of the text ends in a line feed."""

    @property
    def files(self) -> dict[str, str]:
        """The input files of a small repository: path -> text."""
        named = ((info.split(maxsplit=1), text) for info, text in self.blocks.items())
        return {words[1]: text for words, text in named if len(words) == 2}


@dataclass(frozen=True)
class Block:
    """A fenced block with its place: `lines[opening]` and `lines[closing]` are its two fences."""

    info: str
    opening: int
    closing: int


@dataclass
class Section:
    """The place of one case; `end` is the line after its last block, or after its title while it has none."""

    title: str
    end: int
    blocks: dict[str, Block] = field(default_factory=dict)


def read_cases(path: Path) -> list[Case]:
    """All cases of a file, in order; `CaseFileError` for a file without any, or with two of the same title or info."""
    lines = read_lines(path)
    return [
        Case(path, section.title, {info: text_of(lines, block) for info, block in section.blocks.items()})
        for section in read_sections(path, lines)
    ]


def case_parameters(*paths_or_globs: str | Path) -> list[Any]:
    """`pytest.param`s with ids `file: title`; relative paths start in `tests/`. What matches no file is an error."""
    cases = [case for pattern in paths_or_globs for path in matching(pattern) for case in read_cases(path)]
    return [pytest.param(case, id=f"{case.file.stem}: {case.title}") for case in cases]


def expect(case: Case, info: str, actual: str, request: pytest.FixtureRequest) -> None:
    """Assert that a block says `actual`; with `--update-goldens`, make it say so (and add it where there is none)."""
    __tracebackhide__ = True
    actual = ended(actual)
    if request.config.getoption("--update-goldens"):
        rewrite(case, info, actual)
        return
    if info not in case.blocks:
        pytest.fail(f"{case.file.name}: '{case.title}' has no block '{info}'; run with --update-goldens to add it")
    expected = case.blocks[info]
    assert actual == expected, f"{case.file.name}: '{case.title}' differs in its block '{info}'"


def diagnostics_text(findings: Findings) -> str:
    """Findings as case files show them, in the order in which people see them."""
    return "".join(diagnostic_text(diagnostic) for diagnostic in findings)


def diagnostic_text(diagnostic: Diagnostic) -> str:
    """One line, and an indented one for its help."""
    line = f"{diagnostic.source} {diagnostic.code.id} {diagnostic.message}\n"
    return line + f"  help: {diagnostic.help}\n" if diagnostic.help else line


def matching(pattern: str | Path) -> list[Path]:
    """The files of a path or glob, sorted."""
    path = TESTS / pattern
    anchor = Path(path.anchor)
    found = sorted(anchor.glob(path.relative_to(anchor).as_posix()))
    if not found:
        raise CaseFileError(f"no case file matches '{pattern}' in {TESTS}")
    return found


def read_lines(path: Path) -> list[str]:
    """The lines of a case file without their ends; only line feeds end a line, so other controls stay in the text."""
    return path.read_bytes().decode("utf-8").removesuffix("\n").split("\n")


def read_sections(path: Path, lines: list[str]) -> list[Section]:
    """The cases with the places of their blocks."""
    sections: list[Section] = []
    for part in titles_and_blocks(path, lines):
        if isinstance(part, Section):
            sections.append(part)
        else:
            add_block(path, sections, part)
    titles = [section.title for section in sections]
    if not titles or len(titles) != len(set(titles)):
        raise CaseFileError(f"{path}: needs cases that begin at '## title', each with a title of its own")
    return sections


def titles_and_blocks(path: Path, lines: list[str]) -> Iterator[Section | Block]:
    """Titles and blocks in the order in which they stand; a `##` inside a block is text."""
    position = 0
    while position < len(lines):
        opening = OPENING.fullmatch(lines[position])
        if opening:
            closing = closing_fence(path, lines, position, opening["fence"])
            yield Block(opening["info"].strip(), position, closing)
            position = closing
        elif lines[position].startswith("## "):
            yield Section(lines[position].removeprefix("## ").strip(), position + 1)
        position += 1


def closing_fence(path: Path, lines: list[str], opening: int, fence: str) -> int:
    """The position of the line that closes a block."""
    for position in range(opening + 1, len(lines)):
        line = lines[position].rstrip()
        if line.startswith(fence) and not line.strip("`"):
            return position
    raise CaseFileError(f"{path}:{opening + 1}: the block is never closed")


def add_block(path: Path, sections: list[Section], block: Block) -> None:
    """File a block under the case in which it stands."""
    place = f"{path}:{block.opening + 1}"
    if not sections:
        raise CaseFileError(f"{place}: a block before the first '## title'")
    if block.info in sections[-1].blocks:
        raise CaseFileError(f"{place}: a second block '{block.info}' in '{sections[-1].title}'")
    sections[-1].blocks[block.info] = block
    sections[-1].end = block.closing + 1


def text_of(lines: list[str], block: Block) -> str:
    """What stands between the fences."""
    return "".join(f"{line}\n" for line in lines[block.opening + 1 : block.closing])


def ended(text: str) -> str:
    """With a line feed at the end, as every block has."""
    return text if not text or text.endswith("\n") else f"{text}\n"


def rewrite(case: Case, info: str, actual: str) -> None:
    """Put `actual` into a block. The file is read afresh, since the case before may have moved its lines."""
    lines = read_lines(case.file)
    section = next(section for section in read_sections(case.file, lines) if section.title == case.title)
    block = section.blocks.get(info)
    if block and text_of(lines, block) == actual:
        return
    fenced = fenced_lines(info, actual)
    if block:
        lines[block.opening : block.closing + 1] = fenced
    else:
        lines[section.end : section.end] = ["", *fenced]
    case.file.write_bytes(("\n".join(lines) + "\n").encode("utf-8"))


def fenced_lines(info: str, text: str) -> list[str]:
    """A block whose fence is longer than any run of backticks inside it."""
    longest = max((len(run) for run in re.findall(r"`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return [fence + info, *text.split("\n")[:-1], fence]
