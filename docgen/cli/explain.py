"""`docgen explain`: what a code means, why it matters, and how to mend it; of a rule, which packs hold it."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

import click

from docgen.check.rule import Rule
from docgen.cli.known_codes import code_called, codes_beginning, rule_with
from docgen.cli.rulings import (
    Packs,
    fields_of,
    held_in_words,
    level_in_words,
    packs_at_hand,
    time_in_words,
    values_in_words,
)
from docgen.cli.terminal import Terminal, this_terminal
from docgen.diagnostic import Code
from docgen.schema.base import Part
from docgen.schema.pack import Ruling

_WIDTH = 120


@click.command("explain")
@click.argument("code", required=False)
def command(code: str | None) -> int:
    """Explain a CODE such as DG301; of DG3, list the codes that begin so; without one, list all."""
    terminal = this_terminal()
    alike = codes_beginning(code or "")
    if alike:
        terminal.print("\n".join(_one_line(known, terminal) for known in alike))
    else:
        terminal.print(_explained(code_called(code or ""), terminal))
    return 0


def _one_line(code: Code, terminal: Terminal) -> str:
    return f"{terminal.paint(code.id)}  {code.severity.word:<7}  {code.title}"


def _explained(code: Code, terminal: Terminal) -> str:
    head = terminal.paint(f"{code.id} {code.title}")
    rule = rule_with(code)
    parts = [f"{head} ({code.severity.word})", "", code.explanation.strip()]
    return "\n".join([*parts, *(_of_rule(rule, packs_at_hand()) if rule else ())])


def _of_rule(rule: Rule, packs: Packs) -> Iterator[str]:
    """For whom a rule holds, the values that it takes, and what the packs say of it."""
    yield f"\nHeld {held_in_words(rule, packs.naming(rule))}."
    if rule.values is not Part:
        yield "\nValues in a pack:"
        for name, about, needed in fields_of(rule.values):
            yield _item(f"{name}: {about}{'' if needed else ' (may be left out)'}")
    rulings = list(packs.rulings(rule))
    if rulings:
        yield "\nPacks:"
        yield from (_item(_ruling(rule, name, ruling)) for name, ruling in rulings)


def _ruling(rule: Rule, pack: str, ruling: Ruling) -> str:
    """`icb-2022: error, from July 2022; days: 5 (law: the Act)`."""
    said = [level_in_words(rule, ruling), time_in_words(ruling), values_in_words(ruling.values)]
    return f"{pack}: {'; '.join(words for words in said if words)} ({ruling.standing}: {ruling.source})"


def _item(words: str) -> str:
    return textwrap.fill(words, _WIDTH, initial_indent="  ", subsequent_indent="    ", break_long_words=False)
