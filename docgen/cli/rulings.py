"""Packs of rules at hand, and what each has a rule hold, in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct

from docgen.check.rule import Rule, needs_pack
from docgen.diagnostic import Findings
from docgen.errors import NotARepository
from docgen.load.packs import pack_names, read_packs
from docgen.load.repository import find_root, shipped_snapshot, shipped_templates, take_snapshot
from docgen.schema.base import Part
from docgen.schema.pack import LoadedPack, Ruling
from docgen.snapshot import Snapshot
from docgen.source import NOWHERE
from docgen.wording import listed


class Packs(Struct, frozen=True):
    """All packs that a programme could name, with the files that they were read from."""

    loaded: tuple[LoadedPack, ...]
    snapshot: Snapshot
    findings: Findings

    def rulings(self, rule: Rule) -> Iterator[tuple[str, Ruling]]:
        """What each pack says of a rule, with the name of the pack."""
        for pack in self.loaded:
            yield from ((pack.name, ruling) for ruling in pack.pack.rules if ruling.rule == rule.code.id)

    def naming(self, rule: Rule) -> list[str]:
        """The packs that say something of a rule."""
        return list(dict.fromkeys(name for name, _ in self.rulings(rule)))


def packs_at_hand() -> Packs:
    """The packs of the repository around the current folder; outside of one, those that come with docgen."""
    findings = Findings()
    try:
        snapshot = take_snapshot(find_root(Path.cwd()), shipped_templates(), findings)
    except NotARepository:
        snapshot = shipped_snapshot(shipped_templates())
    return packs_in(snapshot)


def packs_in(snapshot: Snapshot) -> Packs:
    """All packs of a snapshot, by name; those with faults are left out, and told in the findings."""
    findings = Findings()
    loaded = read_packs(snapshot, [(name, NOWHERE) for name in pack_names(snapshot)], findings)
    return Packs(tuple(loaded), snapshot, findings)


def held_in_words(rule: Rule, packs: Sequence[str]) -> str:
    """For whom a rule holds: `always`, `where a pack lists it: accessibility`."""
    named = listed(packs) if packs else "none does"
    if not needs_pack(rule):
        return "always" + (f"; packs that change it: {named}" if packs else "")
    if rule.values is not Part:
        return f"where a pack gives it values: {named}"
    return f"where a pack lists it: {named}"


def level_in_words(rule: Rule, ruling: Ruling) -> str:
    """The level that a ruling gives, else that of the rule."""
    return str(ruling.level) if ruling.level else rule.code.severity.word


def time_in_words(ruling: Ruling) -> str:
    """`joint and delegated, from April 2015 until 30 June 2022`; empty where it holds for all and at all times."""
    since = f"from {ruling.since}" if ruling.since else ""
    until = f"until {ruling.until}" if ruling.until else ""
    models = listed([str(model) for model in ruling.models])
    return ", ".join(words for words in (models, f"{since} {until}".strip()) if words)


def values_in_words(values: Mapping[str, Any]) -> str:
    """`days: 5; kinds: board, committee`."""
    return "; ".join(f"{name}: {_value(value)}" for name, value in values.items())


def _value(value: Any) -> str:
    if isinstance(value, Mapping):
        return ", ".join(f"{name} → {_value(inner)}" for name, inner in value.items())
    return ", ".join(map(_value, value)) if isinstance(value, list) else str(value)


def fields_of(kind: type[Part]) -> Iterable[tuple[str, str, bool]]:
    """Each value that a rule takes: its name, what it holds, and whether it must be given."""
    return [(name, field.description or "", field.is_required()) for name, field in kind.model_fields.items()]
