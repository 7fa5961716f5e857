"""A problem of a document: what is wrong, where, and what to do next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import IntEnum

from msgspec import Struct, field

from docgen.source import Source


class Severity(IntEnum):
    """How much a problem matters; the order is the order in which they are shown."""

    ERROR = 0
    WARNING = 1
    NOTE = 2

    @property
    def word(self) -> str:
        """`error`, `warning` or `note`, as printed."""
        return self.name.lower()


class Related(Struct, frozen=True, array_like=True):
    """A second place that belongs to a problem: the other half of a contradiction, the first definition of a key."""

    source: Source
    message: str


class Diagnostic(Struct, frozen=True, array_like=True):
    """One problem, found once."""

    code: Code
    message: str
    """One line, without a full stop, that names the offending thing in single quotes."""
    source: Source
    help: str = ""
    """What to do next, as an instruction."""
    related: tuple[Related, ...] = ()

    @property
    def severity(self) -> Severity:
        """How much it matters."""
        return self.code.severity

    @property
    def order(self) -> tuple[Severity, Source, str, str]:
        """Sorts errors first, then by place, then by code."""
        return (self.severity, self.source, self.code.id, self.message)


class Code(Struct, frozen=True, array_like=True):
    """A kind of problem. `docgen explain` prints its title and explanation."""

    id: str
    """`DG` and three digits; the first digit tells the family."""
    severity: Severity
    title: str
    """States the fault: `Unknown field`."""
    explanation: str
    """Markdown: what happened, why it matters, and how to mend it."""

    def at(self, source: Source, message: str, help: str = "", *related: Related) -> Diagnostic:
        """A problem of this kind at a place. What a message repeats of a file may have line breaks; itself has none."""
        return Diagnostic(self, _on_one_line(message), source, help, related)


def _on_one_line(words: str) -> str:
    lines = words.splitlines()
    return words if len(lines) < 2 else " ".join(line.strip() for line in lines)


class Findings(Struct):
    """The problems collected on the way through the pipeline. Stages add to it; only `cli` prints it."""

    diagnostics: dict[Diagnostic, None] = field(default_factory=dict)
    """In the order of finding. The same problem found twice is kept once."""

    def add(self, diagnostic: Diagnostic) -> None:
        """Collect one problem."""
        self.diagnostics[diagnostic] = None

    def extend(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Collect several."""
        for diagnostic in diagnostics:
            self.add(diagnostic)

    def __iter__(self) -> Iterator[Diagnostic]:
        """In the order to be shown: errors first, then by place."""
        return iter(sorted(self.diagnostics, key=lambda diagnostic: diagnostic.order))

    def __len__(self) -> int:
        return len(self.diagnostics)

    @property
    def has_errors(self) -> bool:
        """Whether something stands in the way of writing the document."""
        return any(diagnostic.severity is Severity.ERROR for diagnostic in self.diagnostics)

    def count(self, severity: Severity) -> int:
        """How many problems of one severity."""
        return sum(diagnostic.severity is severity for diagnostic in self.diagnostics)
