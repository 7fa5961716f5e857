"""`docgen rules`: lists the rules by family, and the packs with what they hold."""

from __future__ import annotations

from collections.abc import Iterator

import click

from docgen.check.registry import RULES
from docgen.check.rule import Rule, needs_pack
from docgen.cli.known_codes import families, family_of
from docgen.cli.report import report
from docgen.cli.rule_pages import counted_rules, rules_markdown
from docgen.cli.rulings import Packs, packs_at_hand
from docgen.cli.terminal import Terminal, this_terminal
from docgen.wording import counted, listed, sentence_case


@click.command("rules")
@click.option("--markdown", is_flag=True, help="Write the whole reference, as in docs/rules.md.")
def command(markdown: bool) -> int:
    """List the rules by family with their levels, and the packs with the rules that they hold.

    A rule with packs behind it holds where a programme names one of them, the others hold always.
    """
    terminal = this_terminal()
    packs = packs_at_hand()
    if markdown:
        terminal.print(rules_markdown(packs).rstrip("\n"))
        return 0
    if packs.findings:
        terminal.print(report(packs.findings, packs.snapshot, terminal) + "\n")
    terminal.print("\n".join([*_rules(packs, terminal), *_packs(packs, terminal), counted_rules(packs)]))
    return int(packs.findings.has_errors)


def _rules(packs: Packs, terminal: Terminal) -> Iterator[str]:
    for family in families():
        yield terminal.paint(sentence_case(family))
        yield from (_rule(rule, packs) for rule in RULES if family_of(rule) == family)
        yield ""


def _rule(rule: Rule, packs: Packs) -> str:
    named = packs.naming(rule)
    held = listed(named) if named else "no pack holds it"
    behind = f" ({held})" if needs_pack(rule) else ""
    return f"  {rule.code.id}  {rule.code.severity.word:<7}  {rule.code.title}{behind}"


def _packs(packs: Packs, terminal: Terminal) -> Iterator[str]:
    yield terminal.paint("Packs")
    for pack in packs.loaded:
        codes = list(dict.fromkeys(ruling.rule for ruling in pack.pack.rules))
        yield f"  {terminal.paint(pack.name)}: {pack.pack.title}. {pack.pack.about}"
        yield f"    {counted(len(pack.pack.rules), 'ruling')}{': ' if codes else ''}{', '.join(codes)}"
    yield ""
