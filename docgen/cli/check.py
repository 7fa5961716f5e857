"""`docgen check`: holds programmes and their papers against the rules, and writes nothing."""

from __future__ import annotations

import click

from docgen.check.choice import Choice
from docgen.cli.formats import formats_of
from docgen.cli.reports.registry import REPORTS, TEXT
from docgen.cli.repository import open_repository
from docgen.cli.selection import select as selected
from docgen.cli.terminal import this_terminal
from docgen.cli.work import Task, gone_through, run_task, say_how_it_went
from docgen.errors import DocgenError
from docgen.making.order import Order
from docgen.plan.terms import meant_rule, unknown_rules
from docgen.schema.settings import CheckSettings
from docgen.suggest import did_you_mean


@click.command("check")
@click.argument("targets", nargs=-1, metavar="[PROGRAMME|DOCUMENT]...")
@click.option("--select", multiple=True, metavar="CODES", help="Hold these rules only, for example DG3,DG451.")
@click.option("--ignore", multiple=True, metavar="CODES", help="Leave these rules out.")
@click.option("--format", "name", metavar="FORMAT", default=TEXT, help="text, json, sarif or github.")
@click.option("--outputs", is_flag=True, help="Make the files in memory as well: finds what only writing finds.")
def command(
    targets: tuple[str, ...], select: tuple[str, ...], ignore: tuple[str, ...], name: str, outputs: bool
) -> int:
    """Report the problems of all documents, or those of a PROGRAMME (banes), or one DOCUMENT (banes/eoi).

    CODES are codes of rules or their beginnings, with commas between them. `--select` goes before the choice that
    docgen.toml makes, `--ignore` adds to it.
    """
    terminal = this_terminal()
    form = report_called(name)
    repository = open_repository()
    choice = chosen(select, ignore, repository.settings.check)
    formats = formats_of(None, repository.settings) if outputs else ()
    task = Task("Checking", "passed", Order(formats, choice=choice))
    meant = selected(repository, targets)
    if form == TEXT:
        return run_task(task, repository, meant, terminal).exit_code
    outcome = gone_through(task, repository, meant, terminal)
    printed = REPORTS[form](outcome, repository.snapshot)
    if printed:
        terminal.print(printed)
    say_how_it_went(outcome, task)
    return outcome.exit_code


def report_called(name: str) -> str:
    """The format of a report; raises `DocgenError` for one that docgen does not know."""
    known = [TEXT, *REPORTS]
    if name.strip().lower() not in known:
        raise DocgenError(f"no format of reports is called '{name}'", did_you_mean(name, known))
    return name.strip().lower()


def chosen(select: tuple[str, ...], ignore: tuple[str, ...], settings: CheckSettings) -> Choice | None:
    """The rules that the command line chooses; None where it leaves the choice to the settings."""
    selects, ignores = _codes("--select", select), _codes("--ignore", ignore)
    if selects:
        return Choice(selects, ignores)
    return Choice(tuple(settings.select), (*settings.ignore, *ignores)) if ignores else None


def _codes(option: str, written: tuple[str, ...]) -> tuple[str, ...]:
    """The beginnings of codes that an option names; raises `DocgenError` where one of them, or all, name no rule."""
    codes = tuple(word.strip().upper() for words in written for word in words.split(",") if word.strip())
    for code in unknown_rules(codes):
        raise DocgenError(f"no rule is called '{code}'", meant_rule(code))
    if written and not codes:
        raise DocgenError(f"'{option}' names no rule", "write codes or their beginnings, for example DG3,DG451")
    return codes
