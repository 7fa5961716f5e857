"""The events that papers tell of in prose, clause by clause."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from docgen.check.events.event import Event, Kind, Sense
from docgen.check.events.kinds import BARE_DECISION, OTHERS, SIGNS, kind_of
from docgen.check.kept import kept
from docgen.check.prose.dates.clauses import Clause, told
from docgen.check.prose.dates.mention import Mention
from docgen.check.prose.dates.moments import moments
from docgen.check.prose.passages import Kind as PassageKind
from docgen.check.prose.pattern import Pattern
from docgen.check.prose.sentences import Sentence
from docgen.check.rule import Paper, ProgrammeFacts, each_passage
from docgen.source import Source

_BY = Pattern(r"\b(?:by|before|no later than|prior to|ahead of)\s(?:the\s)?$", re.IGNORECASE)
_AFTER = Pattern(r"\b(?:after|since|following|not before)\s(?:the\s)?$", re.IGNORECASE)
_LATEST = Pattern(r"\s(?:at the latest|or (?:earlier|sooner))", re.IGNORECASE)
_EARLIEST = Pattern(r"\s(?:at the earliest|or (?:later|after)|onwards?)", re.IGNORECASE)
_GROUP = Pattern(r"((?:[A-Z][\w&-]+\s(?:and\s|of\s|&\s)?)+)(?:CCGs?|Clinical Commissioning Groups?|ICBs?)\b")
_EDGES = Pattern(
    r"^\W*(?:(?:on|in|by|during|at|from|since)\s)?\W*|\s*\b(?:on|in|by|during|at|from|since)?\W*$", re.IGNORECASE
)
"""What is left around an event once its date is taken out."""

_BARE = ("board", "what is decided")
"""The traits of a decision of which is not said what about: it is told apart from those of which it is said."""

_NEAR = 30
"""Within how many characters the word stands that says how a date is meant."""

_FARTHEST = 90
"""How many characters may lie between an event and its date."""

_UNREAD = (PassageKind.QUOTE, PassageKind.CELL, PassageKind.COLUMN)
"""What others said, and what tables print, which mostly is content."""


class Telling(Struct, frozen=True):
    """A date in prose with the clause that it stands in."""

    clause: Clause
    mention: Mention
    sentence: Sentence

    @property
    def words(self) -> str:
        """The clause without the date."""
        words, at = self.clause.words, self.mention
        return f"{words[self.clause.start : at.start]}{' ' * (at.end - at.start)}{words[at.end : self.clause.end]}"

    @property
    def source(self) -> Source:
        """Where the date stands."""
        return self.sentence.place(self.mention.start)

    @property
    def dates(self) -> tuple[Mention, ...]:
        """All dates of the sentence."""
        return moments(self.sentence.words)

    def sense_of(self, mention: Mention) -> Sense:
        """Whether a date of the sentence is meant as the day itself or as a limit."""
        words = self.sentence.words
        before, after = words[max(0, mention.start - _NEAR) : mention.start], words[mention.end : mention.end + _NEAR]
        if _BY.search(before) or _LATEST.match(after):
            return Sense.BY
        return Sense.AFTER if _AFTER.search(before) or _EARLIEST.match(after) else Sense.ON


def tellings(papers: Iterable[Paper], facts: ProgrammeFacts) -> Iterator[Telling]:
    """Each date in prose that is one of this programme: not what others did, and not what was changed."""
    own = _own_names(facts)
    read = (passage for passage in each_passage(papers) if passage.kind not in _UNREAD)
    found = (Telling(clause, mention, sentence) for sentence, clause, mention in told(read))
    yield from (each for each in found if not _is_of_others(each.words, own))


def paper_events(found: Iterable[Telling]) -> Iterator[Event]:
    """Those of them that are of a known kind."""
    for each in found:
        kind = _kind(each.words)
        if kind and _is_near(kind, each):
            words = _EDGES.sub("", " ".join(each.words.split()))
            traits, sense = SIGNS[kind].traits_of(words), each.sense_of(each.mention)
            yield Event(words, each.mention, each.source, "papers", kind, traits, sense=sense)
        elif kind is None and BARE_DECISION.fullmatch(" ".join(each.words.split())):
            yield Event(
                "the decision",
                each.mention,
                each.source,
                "papers",
                Kind.DECISION,
                _BARE,
                sense=each.sense_of(each.mention),
            )


@kept
def _kind(words: str) -> Kind | None:
    return None if OTHERS.search(words) else kind_of(words, is_name=False)


def _is_near(kind: Kind, each: Telling) -> bool:
    """Whether the event stands close to the date, and no other date stands closer."""
    at = each.mention.start - each.clause.start
    found = [match.span() for match in SIGNS[kind].happens.finditer(each.words)]
    return any(min(abs(at - end), abs(start - at)) < _FARTHEST for start, end in found)


def _own_names(facts: ProgrammeFacts) -> str:
    """All that the issuing organisation and its partners in it are called, in one text."""
    programme = facts.content.programme
    own = programme.organisations[programme.organisation]
    return " | ".join([own.name, own.abbreviation or "", *own.aliases])


def _is_of_others(words: str, own: str) -> bool:
    """Whether another group is named as the one that acts."""
    return any(found[1].strip() not in own and found[1].strip() != "The" for found in _GROUP.finditer(words))
