"""What `docgen build` and `docgen check` have in common: go through the documents, then say how it went."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

import click

from docgen import pipeline
from docgen.check.choice import Choice
from docgen.cli.failures import CANNOT_GO_ON, CLEAN, FINDINGS, print_error
from docgen.cli.progress import progress
from docgen.cli.report import report
from docgen.cli.repository import Repository
from docgen.cli.selection import Selected
from docgen.cli.terminal import Terminal
from docgen.diagnostic import Diagnostic, Findings, Severity
from docgen.errors import CannotWrite
from docgen.pipeline import Built
from docgen.plan.jobs import Job
from docgen.wording import grouped
from docgen.write.edition import PLAIN_EDITION, Edition


@dataclass(frozen=True, slots=True)
class Task:
    """What a command does with the documents."""

    doing: str
    """`Building`."""
    done: str
    """`built`."""
    keep: Callable[[Built], None]
    """Takes each document that has no errors; raises `CannotWrite`."""
    formats: tuple[str, ...] = ()
    """What is written of each document."""
    edition: Edition = PLAIN_EDITION
    choice: Choice | None = None
    """The rules that the command line chooses; None for those of the settings."""


@dataclass(slots=True)
class Outcome:
    """How it went."""

    diagnostics: dict[Diagnostic, None] = field(default_factory=dict)
    """Each problem once, though every document of a programme may report the programme's."""
    done: list[Job] = field(default_factory=list)
    failed: list[Job] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    """Programmes whose content could not be read, so that their documents are not even known."""
    refused: list[CannotWrite] = field(default_factory=list)
    """Outputs that could not be written."""

    def found(self, findings: Findings) -> None:
        """Take in what a stage found."""
        self.diagnostics.update(dict.fromkeys(findings.diagnostics))

    @property
    def in_order(self) -> list[Diagnostic]:
        """Errors first, then by place."""
        return sorted(self.diagnostics, key=lambda diagnostic: diagnostic.order)

    @property
    def exit_code(self) -> int:
        """0 clean, 1 errors in the content, 2 an output could not be written."""
        if self.refused:
            return CANNOT_GO_ON
        return FINDINGS if self.failed or _count(self.diagnostics, Severity.ERROR) else CLEAN


def run_task(task: Task, repository: Repository, selection: Sequence[Selected], terminal: Terminal) -> Outcome:
    """Go through the documents with progress, then print what was found and a summary."""
    outcome = gone_through(task, repository, selection, terminal)
    _print(outcome, task, repository, terminal)
    return outcome


def gone_through(task: Task, repository: Repository, selection: Sequence[Selected], terminal: Terminal) -> Outcome:
    """What became of the documents, and all that was found."""
    outcome = Outcome(unread=[selected.programme.name for selected in selection if selected.programme.content is None])
    for findings in (repository.findings, *(selected.programme.findings for selected in selection)):
        outcome.found(findings)
    with progress(task.doing, sum(len(selected.jobs) for selected in selection), terminal) as show:
        for selected in selection:
            _work_on(selected, task, repository, show, outcome)
    return outcome


def _print(outcome: Outcome, task: Task, repository: Repository, terminal: Terminal) -> None:
    if outcome.diagnostics:
        terminal.print(report(outcome.diagnostics, repository.snapshot, terminal) + "\n")
    for refusal in outcome.refused:
        print_error(refusal)
    for name in outcome.unread:
        terminal.print(f"{terminal.paint(f'not {task.done}', 'red')}: {name}, all documents")
    for job in outcome.failed:
        terminal.print(f"{terminal.paint(f'not {task.done}', 'red')}: {job.id}")
    terminal.print(terminal.paint(summary(outcome, task.done)))


def say_how_it_went(outcome: Outcome, task: Task) -> None:
    """The summary, on standard error: standard output belongs to a report that a program reads."""
    for name in outcome.unread:
        click.echo(f"not {task.done}: {name}, all documents", sys.stderr)
    click.echo(summary(outcome, task.done), sys.stderr)


def _work_on(
    selected: Selected, task: Task, repository: Repository, show: Callable[[str], None], outcome: Outcome
) -> None:
    """One programme. All its documents are checked together; where one cannot be written, the others still are."""
    snapshot, programme = repository.snapshot, selected.programme
    prepared = [pipeline.prepare(snapshot, programme, job) for job in selected.all_jobs]
    checked = pipeline.check(snapshot, programme, prepared, task.choice)
    outcome.found(checked.shared)
    for document in prepared:
        if document.job in selected.jobs:
            show(document.job.id)
            _take(pipeline.write(snapshot, document, checked, task.formats, task.edition), task, outcome)


def _take(built: Built, task: Task, outcome: Outcome) -> None:
    outcome.found(built.findings)
    if built.is_stopped:
        outcome.failed.append(built.job)
    else:
        _keep(built, task, outcome)


def _keep(built: Built, task: Task, outcome: Outcome) -> None:
    try:
        task.keep(built)
    except CannotWrite as refusal:
        outcome.refused.append(refusal)
        outcome.failed.append(built.job)
    else:
        outcome.done.append(built.job)


def summary(outcome: Outcome, done: str) -> str:
    """`3 documents built, 1 not built; 2 errors, 1 warning`."""
    documents = f"{counted(len(outcome.done), 'document')} {done}"
    if outcome.failed:
        documents += f", {grouped(len(outcome.failed))} not {done}"
    numbers = {severity: _count(outcome.diagnostics, severity) for severity in Severity}
    problems = [counted(number, severity.word) for severity, number in numbers.items() if number]
    return f"{documents}; {', '.join(problems) or 'no problems found'}"


def counted(number: int, noun: str) -> str:
    """`no documents`, `1 document`, `2 documents`."""
    return f"{grouped(number) if number else 'no'} {noun}{'' if number == 1 else 's'}"


def _count(diagnostics: Iterable[Diagnostic], severity: Severity) -> int:
    return sum(diagnostic.severity is severity for diagnostic in diagnostics)
