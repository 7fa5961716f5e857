"""What is missing before a document can be final."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import TypeVar

from msgspec import Struct

from docgen.check.rules.control import dg554_cover_report_left_blank
from docgen.check.rules.form import dg652_section_is_empty
from docgen.check.rules.words import dg601_word_limit_exceeded, dg609_placeholder_left
from docgen.codes import forms, templates
from docgen.diagnostic import Code, Diagnostic, Severity
from docgen.load.document_type import FOLDER
from docgen.plan.jobs import Job, has
from docgen.schema.content import Content
from docgen.schema.document_control import Controlled, concerns
from docgen.schema.document_type import DocumentType
from docgen.schema.registry import PART_FILES
from docgen.source import Source, SourceMap
from docgen.standing.standing import SETTLED, FileStanding, Gap, Lack
from docgen.wording import grouped

UNFINISHED: tuple[Code, ...] = (
    dg554_cover_report_left_blank.CODE,
    dg601_word_limit_exceeded.CODE,
    dg609_placeholder_left.CODE,
    dg652_section_is_empty.CODE,
    forms.UNFILLED,
)
"""The warnings that say that somebody has not finished a text. Other warnings do not keep a paper from going out."""

_Row = TypeVar("_Row", bound=Controlled)


class Facts(Struct, frozen=True):
    """What is known of one document."""

    job: Job
    kind: DocumentType
    content: Content
    sources: SourceMap
    files: tuple[FileStanding, ...]
    """Those that it prints, and those of which it prints values."""
    found: tuple[Diagnostic, ...]
    """All that the pipeline reports of it, errors first; what the programme's other papers say is among it."""

    @property
    def own(self) -> Iterator[Diagnostic]:
        """What stands in the files that it prints, in its own template or in its form; and every error."""
        paths = {file.path for file in self.files}
        template = f"{FOLDER}/{self.job.type}/"
        for each in self.found:
            is_own = each.source.path in paths or each.source.path.startswith(template)
            yield from (each,) if is_own or each.severity is Severity.ERROR else ()


def gaps_of(facts: Facts) -> tuple[Gap, ...]:
    """All that is missing, in the order in which it is best mended."""
    return tuple(gap for find in GAPS for gap in find(facts))


def _content(facts: Facts) -> Iterator[Gap]:
    """The parts and narratives that its type needs."""
    source = facts.sources.value(("programme", "documents", facts.job.request, "type"))
    for name in facts.kind.needs:
        if not has(facts.content, name):
            what = f"the {'part' if name in PART_FILES else 'narrative'} '{name}'"
            yield Gap(Lack.CONTENT, f"{what} is not there, and the document needs it", source)


def _errors(facts: Facts) -> Iterator[Gap]:
    """Errors of all stages, but those that tell of needed content, which has a line of its own."""
    errors = (each for each in facts.found if each.severity is Severity.ERROR and each.code != templates.MISSING_PART)
    return _by_code(errors, Lack.ERROR)


def _texts(facts: Facts) -> Iterator[Gap]:
    """Texts that say of themselves that they are not approved. One that says nothing is taken as it is."""
    for file in facts.files:
        if file.status and file.status not in SETTLED:
            who = f" ({file.owner})" if file.owner else ""
            yield Gap(Lack.TEXT, f"'{file.title or file.path}' is in status '{file.status}'{who}", Source(file.path))


def _unfinished(facts: Facts) -> Iterator[Gap]:
    """In what it prints itself."""
    left = (each for each in facts.own if each.code in UNFINISHED and each.severity is not Severity.ERROR)
    return _by_code(left, Lack.UNFINISHED)


def _by_code(found: Iterable[Diagnostic], lack: Lack) -> Iterator[Gap]:
    """One line for each kind of problem in a file: a text with 40 placeholders is one thing to mend."""
    in_order = sorted(found, key=lambda each: (each.code.id, each.order))
    for (code, _), same in groupby(in_order, key=lambda each: (each.code, each.source.path)):
        first, *others = same
        more = f", and {grouped(len(others))} more" if others else ""
        yield Gap(lack, f"{code.id} {code.title.lower()}: {first.message}{more}", first.source)


def _reviews(facts: Facts) -> Iterator[Gap]:
    """Reviewers without a date."""
    control = facts.content.document_control
    for place, row in _rows(facts, control.reviewers if control else []):
        if row.date is None:
            yield Gap(Lack.REVIEW, f"{row.name} has not reviewed it yet", _place(facts, "reviewers", place))


def _approvals(facts: Facts) -> Iterator[Gap]:
    """Approvals without a date; and none at all, where the document has a table for them."""
    control = facts.content.document_control
    rows = list(_rows(facts, control.approvals if control else []))
    for place, row in rows:
        if row.date is None:
            yield Gap(Lack.APPROVAL, f"{row.by} has not approved it yet", _place(facts, "approvals", place))
    if not rows and "document-control" in {*facts.kind.needs, *facts.kind.uses}:
        hint = "nobody is named who approves it: write a row under 'approvals' in document-control.yaml"
        yield Gap(Lack.APPROVAL, hint, _place(facts, "approvals"))


def _rows(facts: Facts, rows: Iterable[_Row]) -> Iterator[tuple[int, _Row]]:
    """The rows of document control that concern the document, with their places."""
    programme = facts.content.programme
    request = programme.documents[facts.job.request]
    return ((place, row) for place, row in enumerate(rows) if concerns(row, request, programme))


def _place(facts: Facts, *path: str | int) -> Source:
    return facts.sources.value(("document_control", *path) if facts.content.document_control else ("programme",))


GAPS: tuple[Callable[[Facts], Iterator[Gap]], ...] = (_content, _errors, _texts, _unfinished, _reviews, _approvals)
"""Everything that may be missing."""
