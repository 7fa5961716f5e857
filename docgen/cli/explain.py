"""`docgen explain`: what a code means, why it matters, and how to mend it."""

from __future__ import annotations

import click

from docgen.check.registry import RULES
from docgen.cli.terminal import Terminal, this_terminal
from docgen.codes.registry import CODES
from docgen.diagnostic import Code
from docgen.errors import DocgenError
from docgen.suggest import did_you_mean


@click.command("explain")
@click.argument("code", required=False)
def command(code: str | None) -> int:
    """Explain a CODE such as DG301; without one, list all codes."""
    terminal = this_terminal()
    codes = known_codes()
    if code is None:
        terminal.print("\n".join(_one_line(known, terminal) for known in codes.values()))
    else:
        terminal.print(_explained(_named(code, codes), terminal))
    return 0


def known_codes() -> dict[str, Code]:
    """Every code of docgen, those of rules too, by id and in order."""
    codes = [*CODES.values(), *(rule.code for rule in RULES)]
    return {code.id: code for code in sorted(codes, key=lambda code: code.id)}


def _named(written: str, codes: dict[str, Code]) -> Code:
    """`DG301`, however it is written: `dg301`, `301`."""
    number = written.strip().upper().removeprefix("DG")
    if f"DG{number}" not in codes:
        raise DocgenError(f"no code is called '{written}'", did_you_mean(f"DG{number}", codes))
    return codes[f"DG{number}"]


def _one_line(code: Code, terminal: Terminal) -> str:
    return f"{terminal.paint(code.id)}  {code.severity.word:<7}  {code.title}"


def _explained(code: Code, terminal: Terminal) -> str:
    head = terminal.paint(f"{code.id} {code.title}")
    return f"{head} ({code.severity.word})\n\n{code.explanation.strip()}"
