"""The sentences that name dates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from docgen.check.kept import kept
from docgen.check.prose.dates.mention import Mention
from docgen.check.prose.dates.moments import moments
from docgen.check.prose.dates.month_names import HINT
from docgen.check.prose.passages import Kind, Passage
from docgen.check.prose.sentences import Sentence, sentences_of


def dated_sentences(passages: Iterable[Passage]) -> Iterator[tuple[Sentence, tuple[Mention, ...]]]:
    """Each sentence with a date, and its dates."""
    for passage in passages:
        for start, words, found in _dated(passage.words):
            yield Sentence(words, start, passage), found


def dated_singly(passages: Iterable[Passage]) -> Iterator[tuple[Sentence, Mention]]:
    """Each date with its sentence, the two ends of a period each by itself."""
    for sentence, found in dated_sentences(passages):
        yield from ((sentence, single) for each in found for single in each.parts or (each,))


def periods(passages: Iterable[Passage]) -> Iterator[tuple[Sentence, Mention]]:
    """Each period from one date to another, with its sentence."""
    for sentence, found in dated_sentences(passages):
        yield from ((sentence, mention) for mention in found if mention.parts)


@kept
def _dated(words: str) -> tuple[tuple[int, str, tuple[Mention, ...]], ...]:
    """Where each sentence with a date begins, its words, and its dates; kept, since many rules ask."""
    if not HINT.search(words):
        return ()
    sentences = ((each.start, each.words) for each in sentences_of(Passage(words, (), Kind.PARAGRAPH)))
    return tuple((start, said, moments(said)) for start, said in sentences if moments(said))
