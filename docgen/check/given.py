"""The functions of the scope that sentences give to a body, or leave with one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from msgspec import Struct

from docgen.check.itself import Itself
from docgen.check.prose.quoted import is_quoted
from docgen.check.prose.scope.deeds import Deed, deeds_in, with_deeds
from docgen.check.prose.scope.matters import functions_given
from docgen.check.prose.scope.topics import topics_in
from docgen.check.prose.sentences import Sentence
from docgen.check.rule import Paper, ProgrammeFacts, each_sentence, shortened
from docgen.schema.content import Content
from docgen.schema.scope import Function
from docgen.source import Source


class Given(Struct, frozen=True):
    """A function, and the body to which a sentence gives it."""

    deed: Deed
    number: int
    """The function's place in the scope."""
    function: Function
    source: Source
    """Where the sentence names it."""

    @property
    def called(self) -> str:
        """The function, as messages name it."""
        return shortened(self.function.function)


def each_given(papers: Sequence[Paper], facts: ProgrammeFacts) -> Iterator[Given]:
    """All functions that the papers give to bodies, each once in a sentence."""
    functions = facts.content.scope.functions if facts.content.scope else []
    topics = topics_in(functions)
    told: set[tuple[Source, str, int]] = set()
    for sentence, deed in each_deed(papers, facts.content) if functions else ():
        for mention in functions_given(deed, topics, functions):
            place = sentence.place(deed.start + mention.start)
            is_new = (key := (sentence.place(), deed.body, mention.number)) not in told
            told.add(key)
            yield from (Given(deed, mention.number, functions[mention.number], place),) if is_new else ()


def each_deed(papers: Sequence[Paper], content: Content) -> Iterator[tuple[Sentence, Deed]]:
    """What the papers say themselves that bodies do, with the sentences."""
    return iter(_deeds(tuple(papers), Itself(content)))


@lru_cache(maxsize=2)
def _deeds(papers: tuple[Paper, ...], content: Itself[Content]) -> tuple[tuple[Sentence, Deed], ...]:
    """Several rules ask for those of the same papers."""
    found = (
        (sentence, deed)
        for sentence in with_deeds(each_sentence(papers))
        for deed in deeds_in(sentence.words, content.thing)
    )
    return tuple(
        (sentence, deed)
        for sentence, deed in found
        if not is_quoted(sentence.passage.words, sentence.start + deed.start)
    )
