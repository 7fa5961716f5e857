"""A committee's quorum: an expression over its members, not a mere number."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Annotated, Any

from msgspec import Struct
from msgspec.structs import replace
from pydantic import BeforeValidator, InstanceOf, WithJsonSchema

from docgen.schema import written
from docgen.schema.quorum_parser import parse_quorum
from docgen.schema.quorum_rule import OFFICES, TAGS, Rule, Seat, is_met, names
from docgen.schema.quorum_words import in_words
from docgen.schema.types import refused
from docgen.suggest import did_you_mean


class QuorumRule(Struct, frozen=True):
    """What must be present for a committee to decide."""

    text: str
    """As the author wrote it."""
    rule: Rule
    """What it demands."""
    roles: tuple[tuple[str, str], ...] = ()
    """The role of each member by id, for print."""

    def __str__(self) -> str:
        """As printed: `4 members, including 1 lay member, and the chair or vice-chair`."""
        return in_words(self.rule, dict(self.roles))

    def of_members(self, roles: Mapping[str, str], has_vice_chair: bool) -> QuorumRule:
        """The quorum of a committee with these members; raises pydantic's error for a name that none of them has."""
        self._refuse_unknown(roles, has_vice_chair)
        return replace(self, roles=tuple(roles.items()))

    def is_met(self, present: Sequence[Seat], chair: str, vice_chair: str | None = None) -> bool:
        """Whether those present can decide; compute it after members with a conflict have left."""
        return is_met(self.rule, present, {"chair": chair, "vice-chair": vice_chair})

    def _refuse_unknown(self, members: Collection[str], has_vice_chair: bool) -> None:
        known = [*TAGS, *OFFICES, *members]
        for name in names(self.rule):
            if name not in known:
                raise refused(
                    f"names '{name}', which is no member and no kind of member", did_you_mean(name, [*known, "members"])
                )
            if name == "vice-chair" and not has_vice_chair:
                raise refused(
                    "names the vice-chair, but there is none", "add 'vice_chair', or leave it out of the quorum"
                )


def _read(value: Any) -> Any:
    return QuorumRule(value.strip(), parse_quorum(value)) if isinstance(value, str) else value


Quorum = Annotated[InstanceOf[QuorumRule], BeforeValidator(_read), WithJsonSchema(written.TEXT)]
"""A quorum, read from its expression."""
