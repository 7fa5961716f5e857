"""The `docgen` command: its subcommands, imported only when they are asked for, and the way in."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import NamedTuple

import click

from docgen import __version__
from docgen.cli.failures import exit_code_of, wants_debug
from docgen.cli.terminal import columns, this_terminal
from docgen.collector import search_seldom
from docgen.suggest import did_you_mean

_WIDEST_HELP = 100


class Subcommand(NamedTuple):
    """One line of `docgen --help`."""

    module: str
    """Imported when the command is run; it holds a click command called `command`."""
    summary: str


SUBCOMMANDS: Mapping[str, Subcommand] = {
    "init": Subcommand("docgen.cli.init", "Make a repository for papers."),
    "new": Subcommand("docgen.cli.new", "Begin a programme, or a document with the files that it needs."),
    "copy": Subcommand("docgen.cli.copy", "Begin a programme from an earlier one."),
    "build": Subcommand("docgen.cli.build", "Build documents into build/."),
    "watch": Subcommand("docgen.cli.watch", "Build again whenever a file is saved."),
    "clean": Subcommand("docgen.cli.clean", "Remove outputs that belong to no document any more."),
    "check": Subcommand("docgen.cli.check", "Report problems; write nothing."),
    "list": Subcommand("docgen.cli.list", "List programmes, documents and types, or what a type takes."),
    "status": Subcommand("docgen.cli.status", "Tell where each document stands, and what it lacks."),
    "where": Subcommand("docgen.cli.where", "Tell where the words of a Word file come from."),
    "schema": Subcommand("docgen.cli.schema", "Write schemas for editors, and workbooks to fill in."),
    "export": Subcommand("docgen.cli.export", "Write a table as a workbook, as CSV or as YAML."),
    "import-table": Subcommand("docgen.cli.import_table", "Take the rows of a file into a table."),
    "reference": Subcommand("docgen.cli.reference", "Write the reference document, for editing in Word."),
    "rules": Subcommand("docgen.cli.rules", "List the rules and packs."),
    "explain": Subcommand("docgen.cli.explain", "Explain a code such as DG301."),
}


class LazyGroup(click.Group):
    """A group whose subcommands stand in a table, so that `--help` imports none of them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in the order of the table."""
        return list(SUBCOMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command itself, imported now."""
        if cmd_name not in SUBCOMMANDS:
            return None
        command: click.Command = import_module(SUBCOMMANDS[cmd_name].module).command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does it, with a remedy for a name that nothing has."""
        name = args[0]
        if name not in SUBCOMMANDS and not name.startswith("-"):
            raise click.UsageError(f"no command is called '{name}'; {did_you_mean(name, SUBCOMMANDS)}", ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The table, without an import."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, subcommand.summary) for name, subcommand in SUBCOMMANDS.items()])


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="docgen", message="%(prog)s %(version)s")
@click.option("--debug", is_flag=True, help="Show the traceback of a fault in docgen.")
def docgen(debug: bool) -> None:
    """Turn structured content into the papers of a commissioning decision.

    Exit codes: 0 clean; 1 there are errors in the content; 2 docgen cannot go on.
    """


def run(arguments: Sequence[str]) -> int:
    """Run one command line and answer its exit code."""
    search_seldom()
    this_terminal()
    debug = wants_debug() or "--debug" in arguments
    return exit_code_of(lambda: _run(list(arguments)), debug)


def _run(arguments: list[str]) -> object:
    """As wide as click would print its help, which imports more for it than the rest of a help takes."""
    width = max(50, min(columns(os.environ), _WIDEST_HELP) - 2)
    return docgen.main(arguments, prog_name="docgen", standalone_mode=False, terminal_width=width)


def main() -> None:
    """The way in from the shell."""
    sys.exit(run(sys.argv[1:]))
