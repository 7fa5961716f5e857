"""What `docgen build` and `docgen check` have in common: go through the documents, then say how it went."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import closing

import click
from msgspec import Struct

from docgen.cli.benches import bench_at
from docgen.cli.how_it_went import print_outcome
from docgen.cli.progress import progress
from docgen.cli.repository import Repository
from docgen.cli.terminal import Terminal
from docgen.cli.wanted import HERE, Place
from docgen.making.make import Maker
from docgen.making.order import Order, Selected
from docgen.making.outcome import Outcome
from docgen.making.store import Store
from docgen.making.workshop import Workshop


class Task(Struct, frozen=True):
    """What a command does with the documents."""

    doing: str
    """`Building`."""
    done: str
    """`built`."""
    order: Order
    store: Store | None = None
    """Where outputs go; None where nothing is written."""
    place: Place = HERE
    """Where the work is done."""


def run_task(task: Task, repository: Repository, selection: Sequence[Selected], terminal: Terminal) -> Outcome:
    """Go through the documents with progress, then print what was found and a summary."""
    outcome = gone_through(task, repository, selection, terminal)
    print_outcome(outcome, task.done, repository.snapshot, terminal)
    return outcome


def gone_through(task: Task, repository: Repository, selection: Sequence[Selected], terminal: Terminal) -> Outcome:
    """What became of the documents, and all that was found."""
    workshop = Workshop(repository.snapshot)
    number = sum(len(selected.jobs) for selected in selection)
    outcome = Outcome()
    outcome.found(repository.findings.diagnostics)
    with closing(bench_at(task.place, workshop, number)) as bench, progress(task.doing, number, terminal) as show:
        return Maker(task.order, workshop, bench, task.store, show, outcome).make(selection)


def say_how_it_went(outcome: Outcome, task: Task) -> None:
    """The summary, on standard error: standard output belongs to a report that a program reads."""
    for name in outcome.unread:
        click.echo(f"not {task.done}: {name}, all documents", sys.stderr)
    click.echo(outcome.summary(task.done), sys.stderr)
