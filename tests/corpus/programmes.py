"""Small programmes with a known fault, `NN-name.md`: which of their faults the rules find, and what else they say.

    # 1: The total of the posts is wrong

    What was wrong in the paper that this was rebuilt from.

    ```yaml content/x/programme.yaml
    …
    ```

    ```expected
    content/x/resources.yaml:5:15 DG301
    ```

A second `#` heading begins a second programme. A `##` heading begins a variant of the one above it, such as one
without the fault: it takes over all files that it does not bring itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from docgen import pipeline
from docgen.diagnostic import Diagnostic, Findings, Severity
from tests.builds import snapshot_of
from tests.casefile import OPENING, CaseFileError, closing_fence, read_lines, text_of
from tests.casefile import Block as Fence

FOLDER = Path(__file__).parent
_HEADING = re.compile(r"(#{1,2}) (.*)")
_EXPECTED = re.compile(r"(?P<place>\S.*?) (?P<code>DG\d{3})")


@dataclass
class Labelled:
    """A programme, and what must be found in it."""

    file: Path
    title: str
    files: dict[str, str] = field(default_factory=dict)
    """The text of each file of its repository, by path."""
    expected: list[str] | None = None
    """`content/x/resources.yaml:5:15 DG301` for each finding; None where nothing is said."""
    is_variant: bool = False
    """Whether it takes over the files of the programme above it."""

    @property
    def name(self) -> str:
        """`01-posts: 1: The total of the posts is wrong`."""
        return f"{self.file.stem}: {self.title}"


@dataclass(frozen=True)
class Judged:
    """How the rules did on one programme."""

    labelled: Labelled
    raised: tuple[Diagnostic, ...]
    """All that is found, notes too."""

    @property
    def missed(self) -> list[str]:
        """What is expected and not found at its place."""
        return [line for line in self.labelled.expected or () if not any(is_meant(line, each) for each in self.raised)]

    @property
    def found(self) -> int:
        """How many of the expected findings are there."""
        return len(self.labelled.expected or ()) - len(self.missed)

    @property
    def unexpected(self) -> list[Diagnostic]:
        """Errors and warnings that nothing expects."""
        return [each for each in self.grave if not any(is_meant(line, each) for line in self.labelled.expected or ())]

    @property
    def grave(self) -> list[Diagnostic]:
        """The errors and warnings."""
        return [each for each in self.raised if each.severity is not Severity.NOTE]

    @property
    def notes(self) -> int:
        """How many notes nothing expects."""
        lines = self.labelled.expected or ()
        notes = [each for each in self.raised if each.severity is Severity.NOTE]
        return sum(not any(is_meant(line, note) for line in lines) for note in notes)


def is_meant(line: str, diagnostic: Diagnostic) -> bool:
    """Whether a finding is the one that a line expects, which may leave out its column, or its line too."""
    place, _, code = line.rpartition(" ")
    return code == diagnostic.code.id and f"{diagnostic.source}:".startswith(f"{place}:")


def programmes() -> list[Labelled]:
    """Every programme of the corpus, in the order of the files."""
    return [labelled for path in sorted(FOLDER.glob("*.md")) for labelled in read_programmes(path)]


def judge(labelled: Labelled) -> Judged:
    """Read, make and check a programme in memory, as `docgen check` does."""
    snapshot = snapshot_of(labelled.files)
    findings = Findings()
    for name in sorted({path.split("/")[1] for path in labelled.files if path.startswith("content/")}):
        programme = pipeline.load(snapshot, name)
        prepared = [pipeline.prepare(snapshot, programme, job) for job in pipeline.jobs(snapshot, programme)]
        checked = pipeline.check(snapshot, programme, prepared)
        for each in (
            programme.findings,
            checked.shared,
            *checked.papers.values(),
            *(made.findings for made in prepared),
        ):
            findings.extend(each.diagnostics)
    return Judged(labelled, tuple(findings))


def read_programmes(path: Path) -> list[Labelled]:
    """The programmes of a file; `CaseFileError` for one that does not say what must be found in it."""
    above: dict[str, str] = {}
    found: list[Labelled] = []
    for part in _parts(path):
        if isinstance(part, Labelled):
            above = found[-1].files if part.is_variant and not found[-1].is_variant else above
            found.append(replace(part, files=dict(above) if part.is_variant else {}))
        elif part[0] == "expected":
            found[-1].expected = _expectations(path, part[1])
        else:
            found[-1].files[part[0]] = part[1]
    cases = [labelled for labelled in found if labelled.expected is not None]
    if not cases:
        raise CaseFileError(f"{path}: no programme says what is expected")
    return cases


def _parts(path: Path) -> Iterator[Labelled | tuple[str, str]]:
    """Headings, and blocks with the path that they name, in their order."""
    lines = read_lines(path)
    position = 0
    while position < len(lines):
        opening = OPENING.fullmatch(lines[position])
        heading = _HEADING.fullmatch(lines[position])
        if opening:
            closing = closing_fence(path, lines, position, opening["fence"])
            yield opening["info"].split()[-1], text_of(lines, Fence(opening["info"], position, closing))
            position = closing
        elif heading:
            yield Labelled(path, heading[2], is_variant=heading[1] == "##")
        position += 1


def _expectations(path: Path, text: str) -> list[str]:
    lines = text.splitlines()
    for line in lines:
        if not _EXPECTED.fullmatch(line):
            raise CaseFileError(f"{path}: '{line}' is not a place and a code")
    return lines
