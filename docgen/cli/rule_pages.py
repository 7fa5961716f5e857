"""The reference of all rules and packs in Markdown: `docs/rules.md` is what it says of this repository."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence

from docgen.check.registry import RULES
from docgen.check.rule import Rule
from docgen.cli.known_codes import families, family_of
from docgen.cli.rulings import (
    Packs,
    fields_of,
    held_in_words,
    level_in_words,
    time_in_words,
    values_in_words,
)
from docgen.schema.base import Part
from docgen.schema.pack import Ruling
from docgen.wording import counted, sentence_case

_MOST_VALUES = 160
"""Characters of values that are shown of a ruling; the pack itself has all of them."""

_BEGINNING = """\
# Rules

`docgen rules --markdown` writes this page from the files of the rules and packs. [Checking](checking.md) says how
rules are chosen and excused; `docgen explain DG301` says the same of one rule.
"""


def rules_markdown(packs: Packs) -> str:
    """The whole page."""
    parts = [_BEGINNING, *_packs(packs), *(part for family in families() for part in _family(family, packs))]
    return "\n".join(parts)


def _packs(packs: Packs) -> Iterator[str]:
    yield "## Packs\n"
    rows = [(f"`{pack.name}`", pack.pack.title, pack.pack.about, str(len(pack.pack.rules))) for pack in packs.loaded]
    yield _table(("Pack", "Title", "What it is for", "Rulings"), rows)


def _family(family: str, packs: Packs) -> Iterator[str]:
    rules = [rule for rule in RULES if family_of(rule) == family]
    yield f"## {sentence_case(family)}\n"
    rows = [(f"`{rule.code.id}`", rule.code.title, rule.code.severity.word, _packs_of(rule, packs)) for rule in rules]
    yield _table(("Code", "Rule", "Level", "Packs"), rows)
    for rule in rules:
        yield from _rule(rule, packs)


def _packs_of(rule: Rule, packs: Packs) -> str:
    return ", ".join(f"`{name}`" for name in packs.naming(rule))


def _rule(rule: Rule, packs: Packs) -> Iterator[str]:
    yield f"### {rule.code.id}: {rule.code.title}\n"
    held = held_in_words(rule, [f"`{name}`" for name in packs.naming(rule)])
    yield f"*{sentence_case(rule.code.severity.word)}*, held {held}.\n"
    yield f"{rule.code.explanation.strip()}\n"
    if rule.values is not Part:
        rows = [(f"`{name}`", about, "yes" if needed else "") for name, about, needed in fields_of(rule.values)]
        yield _table(("Value", "What it holds", "Required"), rows)
    rulings = [_ruling(rule, name, ruling) for name, ruling in packs.rulings(rule)]
    if rulings:
        yield _table(("Pack", "Level", "Holds for", "Values", "Standing", "Source"), rulings)


def _ruling(rule: Rule, pack: str, ruling: Ruling) -> tuple[str, ...]:
    values = textwrap.shorten(values_in_words(ruling.values), _MOST_VALUES, placeholder=" …")
    level, held = level_in_words(rule, ruling), time_in_words(ruling)
    return (f"`{pack}`", level, held, values, str(ruling.standing), ruling.source)


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table, with an empty line below it."""
    return "".join(f"| {' | '.join(map(_cell, line))} |\n" for line in (head, ["---"] * len(head), *rows))


def _cell(words: str) -> str:
    """Words that no sign in them can bring out of their cell, or into a link."""
    return words.replace("|", "\\|").replace("<", "&lt;").replace("\n", " ")


def counted_rules(packs: Packs) -> str:
    """`62 rules, 5 packs`."""
    return f"{counted(len(RULES), 'rule')}, {counted(len(packs.loaded), 'pack')}"
