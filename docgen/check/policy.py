"""What the packs of a programme ask for on the day that counts, rule by rule."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Generic, TypeVar

from msgspec import Struct, field
from msgspec.structs import replace

from docgen.codes import checking
from docgen.diagnostic import Code, Diagnostic, Findings, Related, Severity
from docgen.schema.base import Part
from docgen.schema.pack import Level, LoadedPack, Ruling, Standing
from docgen.schema.programme import Programme
from docgen.schema.validate import validate_as
from docgen.source import Path, Source, Sourced, SourceMap
from docgen.suggest import did_you_mean

Values = TypeVar("Values", bound=Part)

SEVERITIES = {Level.ERROR: Severity.ERROR, Level.WARNING: Severity.WARNING, Level.NOTE: Severity.NOTE}
"""The severity of each level; `off` has none."""


class Provision(Struct, Generic[Values], frozen=True):
    """One thing that a rule holds, because a pack says so."""

    values: Values
    standing: Standing
    source: str
    """Where it is written."""
    level: Severity | None = None
    """How grave a breach is; None for the rule's own level."""

    def at(self, code: Code, source: Source, message: str, help: str = "", *related: Related) -> Diagnostic:
        """A breach of it, which says on whose authority it is one."""
        graded = code if self.level is None else replace(code, severity=self.level)
        authority = f"{self.standing}: {self.source}"
        return graded.at(source, message, f"{help}\n{authority}" if help else authority, *related)


class Policy(Struct, frozen=True):
    """The provisions in force, and how grave a breach of each rule is."""

    provisions: Mapping[str, tuple[Provision[Part], ...]] = field(default_factory=dict)
    """By the code of the rule, in the order of the packs."""
    levels: Mapping[str, Level] = field(default_factory=dict)
    """By the code of the rule, where a pack changes it for all that the rule finds."""

    def provided(self, code: Code, kind: type[Values]) -> list[Provision[Values]]:
        """What the rule holds, with its values."""
        return [
            Provision(each.values, each.standing, each.source, each.level)
            for each in self.provisions.get(code.id, ())
            if isinstance(each.values, kind)
        ]

    def names(self, code: Code) -> bool:
        """Whether a pack lists the rule, and none switches it off."""
        return code.id in self.provisions and not self.leaves_out(code)

    def leaves_out(self, code: Code) -> bool:
        """Whether a pack switches the rule off."""
        return self.levels.get(code.id) is Level.OFF

    def graded(self, diagnostic: Diagnostic, code: Code) -> Diagnostic:
        """A diagnostic of a rule in the level that the packs give it; one with a level of its own keeps that."""
        level = self.levels.get(code.id)
        if level is None or diagnostic.code != code:
            return diagnostic
        return replace(diagnostic, code=replace(code, severity=SEVERITIES[level]))


NO_PACKS = Policy()
"""Nothing but what always holds."""


def policy_of(
    packs: Iterable[LoadedPack], programme: Programme, kinds: Mapping[str, type[Part]], findings: Findings
) -> Policy:
    """What the packs ask of a programme. `kinds` are the values that each rule takes, by its code.

    All that the packs say is read, and faults in it are reported, also in what is not in force.
    """
    provisions: dict[str, tuple[Provision[Part], ...]] = {}
    levels: dict[str, Level] = {}
    rulings = [(pack, number, ruling) for pack in packs for number, ruling in enumerate(pack.pack.rules)]
    for pack, number, ruling in rulings:
        provision = _provision(pack, number, ruling, kinds, findings)
        if provision is None or not in_force(ruling, programme):
            continue
        provisions[ruling.rule] = (*provisions.get(ruling.rule, ()), provision)
        if ruling.level and not ruling.values:
            levels[ruling.rule] = ruling.level
    return Policy(provisions, levels)


def effective_day(programme: Programme) -> date:
    """The day whose law decides: that on which the arrangement takes effect, else the date of the papers."""
    return programme.effective.first if programme.effective else programme.dated


def in_force(ruling: Ruling, programme: Programme) -> bool:
    """Whether a ruling holds for the model of a programme, on the day that counts."""
    day = effective_day(programme)
    begun = ruling.since is None or ruling.since.first <= day
    ended = ruling.until is not None and ruling.until.last < day
    return begun and not ended and (not ruling.models or programme.model in ruling.models)


def _provision(
    pack: LoadedPack, number: int, ruling: Ruling, kinds: Mapping[str, type[Part]], findings: Findings
) -> Provision[Part] | None:
    """A ruling with its values read; None where it has a fault, or switches off what has values."""
    path: Path = ("rules", number)
    if ruling.rule not in kinds:
        message, help = f"unknown rule '{ruling.rule}'", did_you_mean(ruling.rule, kinds)
        findings.add(checking.UNKNOWN_RULE.at(pack.sources.value((*path, "rule")), message, help))
        return None
    kind = kinds[ruling.rule]
    if kind is Part and ruling.values:
        place = pack.sources.key((*path, "values"))
        findings.add(checking.NO_VALUES.at(place, f"the rule '{ruling.rule}' takes no values", "delete 'values'"))
        return None
    if kind is not Part and ruling.level is Level.OFF:
        return None
    values = validate_as(kind, Sourced(dict(ruling.values), below(pack.sources, (*path, "values"))), findings)
    level = SEVERITIES.get(ruling.level) if ruling.level else None
    return Provision(values, ruling.standing, ruling.source, level) if values is not None else None


def below(sources: SourceMap, path: Path) -> SourceMap:
    """The places of what stands below a path, as if it were the root."""
    values = dict(_below(sources.values, path))
    return SourceMap({(): sources.value(path), **values}, dict(_below(sources.keys, path)))


def _below(places: Mapping[Path, Source], path: Path) -> Iterator[tuple[Path, Source]]:
    return ((place[len(path) :], source) for place, source in places.items() if place[: len(path)] == path)
