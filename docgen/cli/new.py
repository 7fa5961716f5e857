"""`docgen new`: begins a programme, or a document of one, with the content files that it needs."""

from __future__ import annotations

import click

from docgen.cli.new_document import document
from docgen.cli.new_programme import programme


class NewGroup(click.Group):
    """Knows what somebody means who writes `docgen new eoi`."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does it, with a remedy for a name that neither command has."""
        if args[0] not in self.commands and not args[0].startswith("-"):
            message = f"'docgen new' begins a programme or a document, not '{args[0]}'"
            raise click.UsageError(f"{message}; write 'docgen new document {args[0]}'", ctx)
        return super().resolve_command(ctx, args)


@click.group("new", cls=NewGroup)
def command() -> None:
    """Begin a programme of work, or a document of one.

    The files that are written explain every field, and hold TBC where words belong: 'docgen check' finds each.
    What is there is never written over.
    """


command.add_command(programme)
command.add_command(document)
