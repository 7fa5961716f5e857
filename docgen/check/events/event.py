"""One thing that happens, with the date that one place gives for it."""

from __future__ import annotations

import textwrap
from datetime import date, timedelta
from enum import Enum

from msgspec import Struct, field

from docgen.check.prose.dates.mention import Grain, Mention
from docgen.schema.types import When
from docgen.source import Source


class Kind(Enum):
    """What happens once in such a programme, in words for messages."""

    VOTE = "the vote"
    CLOSING = "the end of the survey"
    SUBMISSION = "the submission"
    START = "the start of the arrangement"
    DECISION = "the decision"
    CONSULTED = "the consultation"
    FIRST_MEETING = "the first meeting"


class Sense(Enum):
    """How a date is meant."""

    ON = "on"
    BY = "by"
    """Then at the latest."""
    AFTER = "after"


_SAME_ROUND = timedelta(days=366)
"""What lies further apart is of another round, or of another year's plan."""


class Event(Struct, frozen=True):
    """What one place says of when something happens."""

    name: str
    """As the place calls it."""
    when: Mention
    source: Source
    listed: str
    """Which list it stands in: `milestones`, `actions`; `papers` for prose."""
    kind: Kind | None = None
    traits: tuple[str, ...] = ()
    """Which of its kind it is, trait by trait; an empty one is not said: ("practices",)."""
    stems: frozenset[str] = field(default=frozenset())
    """The telling words of its name."""
    sense: Sense = Sense.ON

    @property
    def called(self) -> str:
        """Its name in a message; what docgen named itself is not quoted."""
        return self.name if self.name.startswith("the ") else f"'{textwrap.shorten(self.name, 60, placeholder=' …')}'"

    def is_same(self, other: Event) -> bool:
        """Whether two places speak of one thing of its kind."""
        if self.kind is None or self.kind is not other.kind:
            return False
        return all(not a or not b or a == b for a, b in zip(self.traits, other.traits, strict=True))

    def agrees(self, other: Event) -> bool:
        """Whether both dates can be right, as precisely as they are given."""
        mine, others = _in_years(self.when, other.when), _in_years(other.when, self.when)
        return any(_overlap(one, self.sense, two, other.sense) for one in mine for two in others)

    def is_of_same_round(self, other: Event) -> bool:
        """Whether both dates are near enough to be meant for one and the same thing."""
        one, two = self.when, other.when
        if not (one.first and two.first):
            return True
        return abs(one.first - two.first) <= _SAME_ROUND

    def is_before(self, other: Event) -> bool:
        """Whether it surely comes before another, in the same round."""
        one, two = self.when, other.when
        return bool(one.last and two.first and one.last < two.first) and self.is_of_same_round(other)


def mention_of(when: When) -> Mention:
    """A date of the content, as one of prose."""
    grain = Grain.DAY if when.first == when.last else Grain.MONTH
    return Mention(0, len(when.words), when.words, grain, year=when.first.year, first=when.first, last=when.last)


def _in_years(mention: Mention, other: Mention) -> list[Mention]:
    """A date with its year; one without, in each year in which the other may be."""
    if mention.is_dated:
        return [mention]
    years = {other.first.year, other.last.year} if other.first and other.last else {2000}
    return [mention.in_year(year) for year in sorted(years)]


def _overlap(one: Mention, sense: Sense, two: Mention, other: Sense) -> bool:
    first, last = _range(one, sense)
    other_first, other_last = _range(two, other)
    return first <= other_last and other_first <= last


def _range(mention: Mention, sense: Sense) -> tuple[date, date]:
    """The days that a date leaves open. One that does not exist leaves all open: it is reported elsewhere."""
    first = mention.first if mention.first and sense is not Sense.BY else date.min
    last = mention.last if mention.last and sense is not Sense.AFTER else date.max
    return first, last
