"""`docgen new`: begins a programme, or a document of one, with the content files that it needs."""

from __future__ import annotations

import click

from docgen.cli.new_document import document
from docgen.cli.new_programme import programme


@click.group("new")
def command() -> None:
    """Begin a programme of work, or a document of one.

    The files that are written explain every field, and hold TBC where words belong: 'docgen check' finds each.
    What is there is never written over.
    """


command.add_command(programme)
command.add_command(document)
