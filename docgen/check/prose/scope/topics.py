"""What a function of the scope is about, and where words speak of it: `merger of practices` is `practice mergers`."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from msgspec import Struct

from docgen.check.itself import Itself
from docgen.check.kept import kept
from docgen.check.prose.pattern import Pattern
from docgen.check.prose.scope.index import Topic, TopicIndex
from docgen.check.prose.words.stems import Stem, stem, stems, stems_alone
from docgen.schema.scope import Function

_PARTS = Pattern(r"[,;:/&()•–]|\b(?:and|or|including|with|where)\b", re.IGNORECASE)
_ACCOMPANIED = Pattern(r",? \bwith\b[^;]*", re.IGNORECASE)
_LITTLE = frozenset(
    "a an the of in on to for by at from as it its our their this that these those is are be been will would all any "
    "each every both other such own new local which who how we us they not no "
    "about above against around below between into over under upon".split()
)
_TASKS = frozenset(
    stem(word)
    for word in (
        "administer agree align apply approve assess assure award bring carry close co commission coordinate "
        "communicate confirm deal decide deliver design determine develop handle hold identify issue keep maintain "
        "make making manage monitor negotiate operate ordinate oversee plan prepare provide procure review run secure "
        "set support take taking update work"
    ).split()
)
"""What a function does with its matter; the first words of many."""

_WEAK = frozenset(
    stem(word)
    for word in (
        "action activity additional agreement application area arrangement assurance board budget care change "
        "clinical commissioning committee community contract core decision delivery doctor finance financial function "
        "general governance gp group health improvement individual information issue joint lead level list management "
        "matter medical member need nhs out patient people performance policy practice primary priority process "
        "programme proposal public quality relation report resource responsibility review risk role scheme service "
        "staff stakeholder standard strategic strategy system task team term work concern poor investigation"
    ).split()
)
"""Words that name no matter by themselves, since many matters share them."""

_SPREAD = 4
"""How many other words may stand among those of a topic: `mergers of two or more practices`."""


_BEGINS_WITH_TASK = Pattern(
    r"^(?:carry(?:ing)? out|manag(?:e|ing)|decid(?:e|ing) on|approv(?:e|ing|al of)|handl(?:e|ing)|plan(?:ning)?|"
    r"review(?:ing)?(?: of)?|design(?:ing)?|monitor(?:ing)?|appl(?:y|ying)|mak(?:e|ing)|provid(?:e|ing)|the)\s+",
    re.IGNORECASE,
)


class Mention(Struct, frozen=True):
    """A place at which a function is named."""

    number: int
    """The function's place in the scope."""
    start: int
    end: int


class Topics:
    """The topics of the functions of a scope; those that functions with different decisions share are left out."""

    def __init__(self, functions: Sequence[Function]) -> None:
        self._functions: Mapping[Topic, tuple[int, ...]] = _told_apart(functions)
        self._order: Mapping[Topic, int] = {topic: number for number, topic in enumerate(self._functions)}
        self._index = _index_of(self._functions)

    def mentions(self, words: str) -> Iterator[Mention]:
        """Where functions are named, each once, in the order of the words."""
        found: dict[int, tuple[int, int]] = {}
        for topic, span in self._spans(stems(words)):
            for number in self._functions[topic]:
                found.setdefault(number, span)
        yield from (Mention(number, *span) for number, span in found.items())

    def _spans(self, written: Sequence[Stem]) -> Iterator[tuple[Topic, tuple[int, int]]]:
        """Where topics stand, from each of their words on."""
        possible = sorted(self._index.within(word.stem for word in written), key=self._order.__getitem__)
        first = _by_word(possible)
        for position, word in enumerate(written):
            for topic in first.get(word.stem, ()):
                span = _span(written, position, topic)
                yield from ((topic, span),) if span else ()


def topics_in(functions: list[Function]) -> Topics:
    """The topics of a scope; several rules ask for those of the same one."""
    return _topics_in(Itself(functions))


@lru_cache(maxsize=2)
def _topics_in(functions: Itself[list[Function]]) -> Topics:
    return Topics(functions.thing)


@kept
def topics_of(words: str) -> tuple[Topic, ...]:
    """What words such as `Manage procurements and decide on practice mergers` are about, part by part."""
    return tuple(_topics_of(words))


def _topics_of(words: str) -> Iterator[Topic]:
    for part in _PARTS.split(_ACCOMPANIED.sub("", words)):
        topic = frozenset(_matter(stems_alone(part)))
        strong = topic - _WEAK
        if strong or len(topic) > 1:
            yield strong or topic


@kept
def matter_of(words: str) -> frozenset[str]:
    """The stems of a function's whole name, without little words and the task that it begins with."""
    bare = _BEGINS_WITH_TASK.sub("", words.strip())
    return frozenset(stems_alone(bare)) - _LITTLE


def names(words: str, topic: Topic) -> bool:
    """Whether words speak of a topic."""
    written = stems(words)
    return any(word.stem in topic and _span(written, position, topic) for position, word in enumerate(written))


def _matter(written: Iterable[str]) -> Iterator[str]:
    """The stems of a part, less little words, and less what is done at its beginning."""
    begun = False
    for word in written:
        is_task = not begun and word in _TASKS
        if word in _LITTLE or is_task or word.isdigit():
            continue
        begun = True
        yield word


def _span(written: Sequence[Stem], position: int, topic: Topic) -> tuple[int, int] | None:
    """Where all words of a topic stand, from one of them on; None where they do not stand together."""
    spread = _SPREAD if topic - _WEAK else 1
    missing = set(topic)
    for word in written[position : position + len(topic) + spread]:
        missing.discard(word.stem)
        if not missing:
            return written[position].start, word.end
    return None


def _told_apart(functions: Sequence[Function]) -> Mapping[Topic, tuple[int, ...]]:
    """Each topic with the functions that it names, where these are decided alike."""
    found: defaultdict[Topic, dict[int, None]] = defaultdict(dict)
    for number, topic in ((at, topic) for at, each in enumerate(functions) for topic in topics_of(each.function)):
        found[topic][number] = None
    parts = [(number, topic) for number, each in enumerate(functions) for topic in _of_parts(each)]
    index = _index_of(found, [topic for _, topic in parts])
    for number, topic in parts:
        if all(number in found[other] for other in (*index.around(topic), *index.within(topic))):
            found[topic][number] = None
            index.add(topic)
    return {topic: tuple(numbers) for topic, numbers in found.items() if _is_one(functions, numbers)}


def _index_of(topics: Iterable[Topic], more: Iterable[Topic] = ()) -> TopicIndex:
    """Where topics are found; `more` may be added or sought later."""
    own = list(topics)
    index = TopicIndex([*own, *more])
    for topic in own:
        index.add(topic)
    return index


def _of_parts(function: Function) -> Iterator[Topic]:
    return (topic for part in function.sub_functions for topic in topics_of(part))


def _is_one(functions: Sequence[Function], numbers: Iterable[int]) -> bool:
    return len({(functions[number].in_scope, functions[number].lead) for number in numbers}) == 1


def _by_word(topics: Iterable[Topic]) -> Mapping[str, tuple[Topic, ...]]:
    """The topics in which a word stands."""
    found: defaultdict[str, list[Topic]] = defaultdict(list)
    for topic in topics:
        for word in sorted(topic):
            found[word].append(topic)
    return {word: tuple(listed) for word, listed in found.items()}
