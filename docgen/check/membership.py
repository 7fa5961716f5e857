"""Which committees a rule means, and who of their members may have to leave."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TypeVar

from pydantic import Field

from docgen.check.policy import Provision
from docgen.check.prose.pattern import Pattern
from docgen.check.rule import ProgrammeFacts
from docgen.diagnostic import Code
from docgen.schema.base import Part
from docgen.schema.governance import Committee, Member
from docgen.schema.types import Lines

_PROVIDER = Pattern(r"\bGPs?\b|\bgeneral practi(?:ce|tioner)", re.IGNORECASE)


class MeantCommittees(Part):
    """The committees that a ruling is about."""

    kinds: Lines = Field(default=[], description="Words of which one stands in their kind; without any, all committees")


Meant = TypeVar("Meant", bound=MeantCommittees)


def meant_committees(facts: ProgrammeFacts, meant: MeantCommittees) -> Iterator[tuple[str, Committee]]:
    """The committees of a programme that are of one of the kinds, by id."""
    wanted = [kind.casefold() for kind in meant.kinds]
    for name, committee in facts.committees.items():
        if not wanted or any(kind in committee.kind.casefold() for kind in wanted):
            yield name, committee


def held_committees(
    facts: ProgrammeFacts, code: Code, kind: type[Meant]
) -> Iterator[tuple[Provision[Meant], str, Committee]]:
    """What the packs have a rule hold, with each committee that it is about, and the committee's id."""
    for provision in facts.provided(code, kind):
        yield from ((provision, *found) for found in meant_committees(facts, provision.values))


def may_conflict(member: Member) -> bool:
    """Whether a member provides what the committee buys: as the member's entry says, else as the role does."""
    return member.conflicted if member.conflicted is not None else bool(_PROVIDER.search(member.role))
