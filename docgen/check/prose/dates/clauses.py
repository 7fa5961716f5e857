"""The clauses of a sentence: words that belong together closely enough for a date among them to be that of the verb."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator

from msgspec import Struct

from docgen.check.kept import kept
from docgen.check.prose.dates.dated_sentences import dated_sentences
from docgen.check.prose.dates.mention import Mention
from docgen.check.prose.dates.moments import moments
from docgen.check.prose.passages import Passage
from docgen.check.prose.pattern import Pattern
from docgen.check.prose.sentences import Sentence

_INSERTED = Pattern(r",\s(?:which|who|that|whose|where|as|with|having|together)\b[^,;]*,\s|\s?\([^()]*\)")
"""`, which every practice received,` and what stands in brackets: the sentence goes on behind it."""

_QUOTED = Pattern(r"[“\"][^“”\"]*[”\"]|(?<!\w)[‘'][^‘’']*[’'](?!\w)")
_BREAK = Pattern(
    r"[;:]\s|\s[–—-]\s"
    r"|,\s(?!(?:held|due|planned|scheduled|dated|to be held|taking place)\s)(?:and\s|but\s|so\s|then\s)?"
    r"|(?:^|(?<!\bopen)(?<!\banswered)(?<!\bcompleted)(?<!\breturned)(?<!\bran)(?<!\bruns)\s)(?=until\s)"
    r"|(?:^|(?<!\bput)(?<!\blaid)(?<!\bbrought)(?<!\bgo)(?<!\bgoes)(?<!\bcomes)(?<!\bcome)\s)"
    r"(?=(?:after|before|once|while|whereas|although|since|because|than|when|where|which|who|whose|that|as"
    r"|if|unless|following|prior|rather|instead|ahead|had)\s)"
    r"|\s(?:and|but)\s(?=(?:the|a|an|we|they|it|he|she|this|these|our|its|will|was|were|would|is|are|has|have|then|so"
    r"|\w+ed)\s)",
    re.IGNORECASE,
)
LONGEST = 500
"""A longer clause is no clause."""

_FILLER = "\N{REPLACEMENT CHARACTER}"
_ADVERBIAL = Pattern(r"\W*(?:(?:on|in|by|during|from|at|of)\s)?(?:the\s)?\W*", re.IGNORECASE)


class Clause(Struct, frozen=True):
    """One clause, as long as its sentence: what belongs to others is blank, so that places stay the same."""

    words: str
    start: int
    end: int

    def holds(self, mention: Mention) -> bool:
        """Whether a date stands in it."""
        return self.start <= mention.start and mention.end <= self.end and bool(self.words[mention.start].strip())

    def before(self, mention: Mention) -> str:
        """Its words before a date."""
        return self.words[self.start : mention.start]


def told(
    passages: Iterable[Passage], is_meant: Callable[[Mention], bool] = bool
) -> Iterator[tuple[Sentence, Clause, Mention]]:
    """Each date that is meant, its clause, and the sentence of both. A date in a quotation is in none."""
    for sentence, _ in (found for found in dated_sentences(passages) if any(map(is_meant, found[1]))):
        dated = dated_clauses(sentence.words)
        yield from ((sentence, clause, mention) for clause, mention in dated if is_meant(mention))


def dated_clauses(sentence: str) -> Iterator[tuple[Clause, Mention]]:
    """Each date with the clause in which it stands. A clause of more than `LONGEST` characters is a list, not read."""
    clauses = clauses_of(sentence)
    starts = [clause.start for clause in clauses]
    for mention in moments(sentence):
        clause = clauses[bisect_right(starts, mention.start) - 1] if starts else None
        if clause and clause.end - clause.start <= LONGEST and clause.holds(mention):
            yield clause, mention


@kept
def clauses_of(sentence: str) -> tuple[Clause, ...]:
    """The clauses in order. Quotations are left out: what others said is not said by the paper."""
    filled = _with_dates_as(_FILLER, sentence)
    outer = _blank(_INSERTED, _blank(_QUOTED, filled))
    words = "".join(" " if letter == " " else own for letter, own in zip(outer, sentence, strict=True))
    return tuple(_clauses(words, outer))


def _with_dates_as(filler: str, sentence: str) -> str:
    """A sentence in which nothing in a date ends a clause."""
    letters = list(sentence)
    for mention in moments(sentence):
        letters[mention.start : mention.end] = filler * (mention.end - mention.start)
    return "".join(letters)


def _blank(pattern: Pattern, words: str) -> str:
    return pattern.sub(lambda match: " " * len(match[0]), words)


def _clauses(words: str, filled: str) -> Iterator[Clause]:
    """Stretches between breaks; one that is a date and no more belongs to what follows it: `In April, we vote`."""
    start = before = 0
    ends = (found.end() for found in _BREAK.finditer(filled) if found.start())
    for end in [*ends, len(words)]:
        is_joined = end < len(words) and _is_date_only(filled[before:end])
        before = end
        if is_joined:
            continue
        if words[start:end].strip():
            yield Clause(words, start, end)
        start = end


def _is_date_only(stretch: str) -> bool:
    rest = stretch.replace(_FILLER, " ")
    return rest != stretch and bool(_ADVERBIAL.fullmatch(rest))
