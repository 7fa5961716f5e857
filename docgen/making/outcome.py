"""How it went: what became of the documents, and all that was found."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct, field

from docgen import wording
from docgen.diagnostic import Diagnostic, Severity
from docgen.errors import CannotWrite

CLEAN = 0
FINDINGS = 1
CANNOT_GO_ON = 2


class Outcome(Struct):
    """How it went."""

    diagnostics: dict[Diagnostic, None] = field(default_factory=dict)
    """Each problem once, though every document of a programme may report the programme's."""
    done: list[str] = field(default_factory=list)
    """Ids of documents: `banes/eoi`."""
    failed: list[str] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    """Programmes whose content could not be read, so that their documents are not even known."""
    refused: list[CannotWrite] = field(default_factory=list)
    """Outputs that could not be written."""
    reasons: dict[str, str] = field(default_factory=dict)
    """Why each document was made, or why it was not, by its id."""

    def found(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Take in what a stage found."""
        self.diagnostics.update(dict.fromkeys(diagnostics))

    @property
    def in_order(self) -> list[Diagnostic]:
        """Errors first, then by place."""
        return sorted(self.diagnostics, key=lambda diagnostic: diagnostic.order)

    @property
    def exit_code(self) -> int:
        """0 clean, 1 errors in the content, 2 an output could not be written."""
        if self.refused:
            return CANNOT_GO_ON
        return FINDINGS if self.failed or self.count(Severity.ERROR) else CLEAN

    def count(self, severity: Severity) -> int:
        """How many problems of a severity."""
        return sum(diagnostic.severity is severity for diagnostic in self.diagnostics)

    def summary(self, done: str) -> str:
        """`3 documents built, 1 not built; 2 errors, 1 warning`."""
        documents = f"{counted(len(self.done), 'document')} {done}"
        if self.failed:
            documents += f", {len(self.failed):,} not {done}"
        numbers = {severity: self.count(severity) for severity in Severity}
        problems = [counted(number, severity.word) for severity, number in numbers.items() if number]
        return f"{documents}; {', '.join(problems) or 'no problems found'}"


def counted(number: int, noun: str) -> str:
    """`no documents`, `1 document`, `2 documents`."""
    return wording.counted(number, noun) if number else f"no {noun}s"
