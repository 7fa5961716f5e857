"""The part of `docgen build` that has something to do."""

from __future__ import annotations

import sys
from collections.abc import Collection, Mapping

import click

from docgen.cli.files import RepositoryFiles
from docgen.cli.formats import formats_of
from docgen.cli.repository import Repository, understood
from docgen.cli.selection import selected
from docgen.cli.terminal import Terminal
from docgen.cli.wanted import Wanted
from docgen.cli.work import Task, gone_through
from docgen.making.lock import building_alone
from docgen.making.order import Order
from docgen.making.outcome import Outcome
from docgen.making.store import Store
from docgen.write.disk import sweep
from docgen.write.edition import Edition


def built(
    files: RepositoryFiles, meant: Mapping[str, Collection[str]], wanted: Wanted, store: Store, terminal: Terminal
) -> Outcome:
    """Build the documents that are meant, by programme, and tell how it went."""
    repository = understood(files, wanted.git_history)
    known = [found for found in repository.findings.diagnostics if found not in files.findings.diagnostics]
    order = Order(
        formats=formats_of(wanted.formats, repository.settings),
        edition=Edition(clean=wanted.clean),
        asked=wanted.asked,
        known=tuple(known),
        kept_formats=formats_of(None, repository.settings),
    )
    with building_alone(store.folder, lambda words: click.echo(words, sys.stderr)):
        sweep(store.folder)
        return _gone_through(repository, meant, Task("Building", "built", order, store, wanted.place), terminal)


def _gone_through(
    repository: Repository, meant: Mapping[str, Collection[str]], task: Task, terminal: Terminal
) -> Outcome:
    selection = [selected(repository, name, documents) for name, documents in meant.items()]
    return gone_through(task, repository, selection, terminal)
