"""What a quorum demands, as a tree: counts of members, named members, and these joined by and or or.

Rule
├── Count   4 members; 1 lay; 2 of {nurse, executive}
├── Named   chair; vice-chair; a member's id
├── AllOf   every one of its rules
└── AnyOf   at least one of its rules
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol, assert_never

from msgspec import Struct

TAGS = ("voting", "lay", "clinical", "executive")
"""What a member can be."""

OFFICES = ("chair", "vice-chair")
"""What a member can be in charge of."""


class Seat(Protocol):
    """A member, as a quorum sees it."""

    @property
    def id(self) -> str:
        """What the quorum calls the seat."""

    @property
    def voting(self) -> bool:
        """Whether the member votes."""

    @property
    def lay(self) -> bool:
        """Whether the member is a lay person."""

    @property
    def clinical(self) -> bool:
        """Whether the member is a clinician."""

    @property
    def executive(self) -> bool:
        """Whether the member is an executive."""


class Count(Struct, frozen=True):
    """At least so many members, each of whom answers to one of the names."""

    least: int
    names: tuple[str, ...]
    """Tags, offices and ids of members; none means any member."""


class Named(Struct, frozen=True):
    """One member by office or id."""

    name: str


class AllOf(Struct, frozen=True):
    """Every one of several rules."""

    rules: tuple[Rule, ...]


class AnyOf(Struct, frozen=True):
    """At least one of several rules."""

    rules: tuple[Rule, ...]


Rule = Count | Named | AllOf | AnyOf


def names(rule: Rule) -> Iterator[str]:
    """Every tag, office and id that a rule names, in the order of writing."""
    match rule:
        case Count():
            yield from rule.names
        case Named():
            yield rule.name
        case AllOf() | AnyOf():
            for part in rule.rules:
                yield from names(part)
        case _:
            assert_never(rule)


def is_met(rule: Rule, present: Sequence[Seat], offices: Mapping[str, str | None]) -> bool:
    """Whether those present satisfy a rule. `offices` gives the ids of the chair and the vice-chair."""
    match rule:
        case Count():
            return sum(_answers_to_any(seat, rule.names, offices) for seat in present) >= rule.least
        case Named():
            return any(_answers_to(seat, rule.name, offices) for seat in present)
        case AllOf():
            return all(is_met(part, present, offices) for part in rule.rules)
        case AnyOf():
            return any(is_met(part, present, offices) for part in rule.rules)
        case _:
            assert_never(rule)


def _answers_to_any(seat: Seat, wanted: tuple[str, ...], offices: Mapping[str, str | None]) -> bool:
    return not wanted or any(_answers_to(seat, name, offices) for name in wanted)


def _answers_to(seat: Seat, name: str, offices: Mapping[str, str | None]) -> bool:
    if name in TAGS:
        return bool(getattr(seat, name))
    return seat.id == offices.get(name, name)
