"""`docgen list`: what there is to build."""

from __future__ import annotations

from collections.abc import Iterator

import click

from docgen.cli.failures import CLEAN, FINDINGS
from docgen.cli.formats import formats_of
from docgen.cli.repository import Repository, open_repository
from docgen.cli.selection import Selected, select
from docgen.cli.terminal import Terminal, this_terminal
from docgen.cli.work import counted
from docgen.diagnostic import Findings, Severity
from docgen.load.document_type import document_types, read_document_type
from docgen.plan.jobs import Job


@click.command("list")
@click.argument("targets", nargs=-1, metavar="[PROGRAMME|DOCUMENT]...")
def command(targets: tuple[str, ...]) -> int:
    """List programmes with their documents and outputs, and the document types."""
    terminal = this_terminal()
    repository = open_repository()
    selection = select(repository, targets)
    if repository.findings.has_errors:
        terminal.print(f"{_errors(repository.findings, terminal)}: 'docgen check' shows them\n")
    for selected in selection:
        terminal.print("\n".join(_programme(selected, repository, terminal)))
    if not targets:
        terminal.print("\n".join(_types(repository, terminal)))
    everything = [repository.findings, *(selected.programme.findings for selected in selection)]
    return FINDINGS if any(findings.has_errors for findings in everything) else CLEAN


def _programme(selected: Selected, repository: Repository, terminal: Terminal) -> Iterator[str]:
    """The programme's name and title, and a line for each document."""
    programme = selected.programme
    title = programme.content.programme.title if programme.content else ""
    yield f"{terminal.paint(programme.name)}  {title}".rstrip()
    width = max((len(job.id) for job in selected.jobs), default=0)
    for job in selected.jobs:
        yield f"  {job.id:<{width}}  {_outputs(job, repository)}"
    if programme.findings.has_errors:
        yield f"  {_errors(programme.findings, terminal)}: 'docgen check {programme.name}' shows them"
    yield ""


def _errors(findings: Findings, terminal: Terminal) -> str:
    return terminal.paint(counted(findings.count(Severity.ERROR), "error"), "red")


def _outputs(job: Job, repository: Repository) -> str:
    """`build/banes/eoi.docx, .html`."""
    return f"build/{job.id}" + ", ".join(f".{suffix}" for suffix in formats_of(None, repository.settings))


def _types(repository: Repository, terminal: Terminal) -> Iterator[str]:
    """What `documents` of a programme may ask for."""
    yield terminal.paint("document types")
    names = document_types(repository.snapshot)
    width = max((len(name) for name in names), default=0)
    for name in names:
        kind = read_document_type(repository.snapshot, name, repository.findings)
        yield f"  {name:<{width}}  {f'{kind.title}: {kind.about}' if kind else 'its type.yaml has faults'}"
