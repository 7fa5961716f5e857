"""`docgen list`: what there is to build."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Sequence

import click

from docgen.cli.document_type import described_type
from docgen.cli.failures import CLEAN, FINDINGS
from docgen.cli.report import report
from docgen.cli.repository import Repository, open_repository
from docgen.cli.selection import select
from docgen.cli.terminal import Terminal, this_terminal
from docgen.cli.type_use import formats_of_type, in_short
from docgen.diagnostic import Findings, Severity
from docgen.errors import DocgenError
from docgen.load.document_type import document_types, read_document_type
from docgen.load.repository import CONTENT
from docgen.making.order import Selected
from docgen.making.outcome import counted
from docgen.pipeline import Programme
from docgen.plan.jobs import Job
from docgen.suggest import did_you_mean


@click.command("list")
@click.argument("targets", nargs=-1, metavar="[PROGRAMME|DOCUMENT|TYPE]...")
def command(targets: tuple[str, ...]) -> int:
    """List programmes with their documents and outputs, and the document types.

    Of a TYPE (eoi): the parts and narratives that it prints, with their files, the labels that texts can refer to, and
    which programmes ask for it or what they lack for it.
    """
    terminal = this_terminal()
    repository = open_repository()
    types = [target for target in targets if _is_type(target, repository)]
    others = [target for target in targets if target not in types]
    selection = select(repository, others) if others or not targets else []
    if repository.findings.has_errors:
        terminal.print(f"{_errors(repository.findings, terminal)}: 'docgen check' shows them\n")
    for selected in selection:
        terminal.print("\n".join(_programme(selected, repository, terminal)))
    found = [_print_type(name, repository, terminal) for name in types]
    if not targets:
        programmes = [selected.programme for selected in selection]
        terminal.print("\n".join(_types(repository, programmes, terminal)))
    everything = [repository.findings, *found, *(selected.programme.findings for selected in selection)]
    return FINDINGS if any(findings.has_errors for findings in everything) else CLEAN


def _is_type(target: str, repository: Repository) -> bool:
    """Whether an argument is a document type: a programme of the same name goes before it. Raises for neither."""
    types, known = document_types(repository.snapshot), repository.programmes
    if target in types or target in known:
        return target not in known
    is_name = re.fullmatch(r"[\w-]+", target) is not None
    if is_name and target != CONTENT and not repository.snapshot.below(f"{CONTENT}/{target}"):
        message = f"'{target}' is neither a programme nor a document type"
        raise DocgenError(message, did_you_mean(target, [*known, *types]))
    return False


def _print_type(name: str, repository: Repository, terminal: Terminal) -> Findings:
    """Print what a type takes, and what is wrong with it: of a type that nobody asks for, `check` says nothing."""
    findings = Findings()
    lines = list(described_type(name, repository, findings, terminal))
    if findings.diagnostics:
        terminal.print(report(findings.diagnostics, repository.snapshot, terminal) + "\n")
    if lines:
        terminal.print("\n".join(lines))
    return findings


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
    return f"build/{job.id}" + ", ".join(f".{suffix}" for suffix in formats_of_type(job.type, repository))


def _types(repository: Repository, programmes: Sequence[Programme], terminal: Terminal) -> Iterator[str]:
    """What `documents` of a programme may ask for, with what each takes and who asks for it."""
    yield terminal.paint("document types")
    for name in document_types(repository.snapshot):
        kind = read_document_type(repository.snapshot, name, repository.findings)
        if kind is None:
            yield f"  {terminal.paint(name)}  its type.yaml has faults"
            continue
        yield f"  {terminal.paint(name)}  {kind.title}: {kind.about}"
        told = in_short(name, kind, repository, programmes)
        yield from textwrap.wrap(told, terminal.width, initial_indent="    ", subsequent_indent="    ")
    yield "\n'docgen list TYPE' tells all that a type takes"
