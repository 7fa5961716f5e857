"""Every code that docgen can say, those of rules too, and which rule has it."""

from __future__ import annotations

from docgen.check.registry import RULES
from docgen.check.rule import Rule
from docgen.codes.registry import CODES
from docgen.diagnostic import Code
from docgen.errors import DocgenError
from docgen.suggest import did_you_mean


def known_codes() -> dict[str, Code]:
    """Every code by id and in order."""
    codes = [*CODES.values(), *(rule.code for rule in RULES)]
    return {code.id: code for code in sorted(codes, key=lambda code: code.id)}


def code_called(written: str) -> Code:
    """`DG301`, however it is written: `dg301`, `301`. Raises `DocgenError` for one that is not there."""
    codes = known_codes()
    number = written.strip().upper().removeprefix("DG")
    if f"DG{number}" not in codes:
        raise DocgenError(f"no code is called '{written}'", did_you_mean(f"DG{number}", codes))
    return codes[f"DG{number}"]


def codes_beginning(written: str) -> list[Code]:
    """The codes that begin with what is written, `DG3` or `dg30`, and go on; none where it is a whole code."""
    start = f"DG{written.strip().upper().removeprefix('DG')}"
    return [code for id_, code in known_codes().items() if id_.startswith(start) and id_ != start]


def rule_with(code: Code) -> Rule | None:
    """The rule that a code belongs to; None for what is said about files and values."""
    return next((rule for rule in RULES if rule.code is code), None)


def family_of(rule: Rule) -> str:
    """The folder in which a rule stands: `numbers`."""
    return rule.check.__module__.split(".")[-2]


def families() -> tuple[str, ...]:
    """The folders of rules, in the order of their first codes."""
    return tuple(dict.fromkeys(family_of(rule) for rule in RULES))
