"""What is told of each programme, document, section and file. Every report prints these and nothing else.

ProgrammeStanding
└── DocumentStanding    one document, with what is missing before it can be final
    └── SectionStanding what one heading of it prints
        └── FileStanding a file of the content: its owner, status, words, problems and last change
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import Enum

from msgspec import Struct

from docgen.diagnostic import Diagnostic, Severity
from docgen.load.changes import Change
from docgen.schema.document_type import Limit
from docgen.source import Source

SETTLED = ("approved", "final")
"""The statuses of a text on which nobody works any more."""


class Tally(Struct, frozen=True):
    """How many problems, by level."""

    errors: int = 0
    warnings: int = 0
    notes: int = 0

    def __bool__(self) -> bool:
        return bool(self.errors or self.warnings or self.notes)

    def by_level(self) -> dict[str, int]:
        """`{"error": 1, "warning": 0, "note": 0}`."""
        return dict(
            zip((severity.word for severity in Severity), (self.errors, self.warnings, self.notes), strict=True)
        )


def tally(diagnostics: Iterable[Diagnostic]) -> Tally:
    """The numbers of some problems."""
    levels = [diagnostic.severity for diagnostic in diagnostics]
    return Tally(*(levels.count(severity) for severity in Severity))


class FileStanding(Struct, frozen=True):
    """A file of the content."""

    path: str
    """From the root of the repository."""
    is_narrative: bool = False
    """Whether it is a text that somebody writes, so that owner, status and words can be told."""
    title: str = ""
    owner: str = ""
    """Empty where the file names none."""
    status: str = ""
    """Empty where the file states none."""
    words: int = 0
    """As the rule of word limits counts them."""
    limit: int | None = None
    found: Tally = Tally()
    """The problems whose place is in this file."""
    last: Change | None = None
    """The last commit that changed it; None where git knows none."""
    is_committed: bool = True
    """Whether it stands there as git has it. True where git was not to be asked."""


class SectionStanding(Struct, frozen=True):
    """What stands below one heading of the paper's own. Headings inside a narrative belong to their narrative."""

    title: str
    """With its number: `B.II Our plan`."""
    level: int
    """Of its heading; 0 for what stands before the first."""
    files: tuple[FileStanding, ...]
    """In the order in which they first appear; none where the section consists of the template's own words."""


class Lack(Enum):
    """What kind of thing is missing."""

    CONTENT = "content"
    """A part or narrative that the document's type needs."""
    ERROR = "error"
    """An error that a rule or a stage of the build finds."""
    TEXT = "text"
    """A text that is not approved yet."""
    UNFINISHED = "unfinished"
    """A placeholder, a blank field, an empty section, a text over its limit."""
    REVIEW = "review"
    """Somebody who was to read the paper has not."""
    APPROVAL = "approval"
    """Somebody who was to approve it has not, or nobody is named."""


class Gap(Struct, frozen=True):
    """One thing that is missing before a document can be final."""

    lack: Lack
    words: str
    """One line, without a full stop."""
    source: Source
    """Where to mend it."""


class State(Enum):
    """How far a document is."""

    STOPPED = "stopped"
    """Errors stand in the way: it cannot be built."""
    OPEN = "open"
    """It can be built, and something is missing before it can be final."""
    READY = "ready"
    """Nothing is missing, and its status does not say so yet."""
    FINAL = "final"
    """Nothing is missing, and its status says so."""


class About(Struct, frozen=True):
    """What a document says of itself."""

    title: str
    """With the committee, where there is one document for each."""
    status: str
    version: str
    dated: date | None
    owner: str
    """Who answers for it: the owner of document control, or else its author."""
    approved_by: str
    """The body that it goes to; empty where none is named."""
    approved_on: str
    """When that body meets, in words."""


class DocumentStanding(Struct, frozen=True):
    """One document."""

    id: str
    """`banes/eoi`."""
    type: str
    """The folder in `templates/`."""
    about: About
    state: State
    sections: tuple[SectionStanding, ...]
    named: tuple[FileStanding, ...]
    """Files of which only values stand inside texts of others: facts, names, dates."""
    boxes: tuple[tuple[str, Limit], ...]
    """In a form: the path of a narrative, and how much the box takes into which it is printed."""
    found: Tally
    """The problems in it and in its files, and all errors, since it cannot be final with any."""
    gaps: tuple[Gap, ...]

    @property
    def files(self) -> tuple[FileStanding, ...]:
        """Every file that it prints, once, in the order of appearance."""
        return tuple(dict.fromkeys(file for section in self.sections for file in section.files))

    @property
    def texts(self) -> tuple[FileStanding, ...]:
        """The narratives among its files."""
        return tuple(file for file in self.files if file.is_narrative)

    @property
    def last(self) -> Change | None:
        """The newest change of any of its files."""
        known = [file.last for file in (*self.files, *self.named) if file.last]
        return min(known, key=lambda change: change.order, default=None)

    @property
    def has_uncommitted(self) -> bool:
        """Whether one of its files has changed since the last commit."""
        return not all(file.is_committed for file in (*self.files, *self.named))


class ProgrammeStanding(Struct, frozen=True):
    """One programme."""

    name: str
    title: str
    """Empty where the programme cannot be read."""
    documents: tuple[DocumentStanding, ...]
    found: Tally
    """All problems of the programme and of the documents that are told of."""
    is_read: bool
    """Whether its content could be read; where not, its documents are not even known."""


class Standing(Struct, frozen=True):
    """All that a report tells."""

    programmes: tuple[ProgrammeStanding, ...]
    found: Tally
    """Every problem once, those of the repository among them."""
    unknown: str
    """Why git cannot tell the last changes; empty where it can."""

    @property
    def documents(self) -> tuple[DocumentStanding, ...]:
        """Those of all programmes."""
        return tuple(document for programme in self.programmes for document in programme.documents)
