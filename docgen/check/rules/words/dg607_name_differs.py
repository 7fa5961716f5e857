"""The name of an organisation, a committee or a body is spelled otherwise than where it is declared.

Two spellings read like two committees. The names that the content declares, and the other names it allows, are looked
for in all papers: with other hyphens, apostrophes or capitals, with its words in another order, with one letter wrong,
or without a word such as "County" or "Foundation". A name in small letters throughout, such as "a health and wellbeing
board", is no name.

Bad:

```markdown
The Health and Well-being Board meets in July. The Strategic Primary Care group follows.
```

Good:

```markdown
The {name}`health-and-wellbeing-board` meets in July. The {name}`strategic-group` follows.
```

Where both names are right, add the second to the `aliases` of the organisation.

Source: a published Expression of Interest of 2014. Standing: good practice.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct, field

from docgen.check.declared import Name, names
from docgen.check.prose.passages import Kind
from docgen.check.prose.pattern import Pattern, among
from docgen.check.prose.words.abbreviations import is_shouted
from docgen.check.prose.written import is_own
from docgen.check.rule import Paper, PapersRule, ProgrammeFacts, each_passage
from docgen.diagnostic import Code, Diagnostic, Related, Severity

CODE = Code("DG607", Severity.WARNING, "Name differs from the declared one", __doc__ or "")

_SMALL = r"(?:and|of|for|the|in|on|with|&)"
_CAPITAL = r"[A-Z][\w'’-]*"
# Two small words may stand between capitals: `Board for the North`.
_PHRASE = Pattern(rf"{_CAPITAL}(?:,? (?:{_SMALL} ){{0,2}}{_CAPITAL})+(?: [a-z][\w-]*){{0,2}}")
_WORD = Pattern(r"&|\w[\w'’-]*")
_KINDS = frozenset(
    "County Borough City District Metropolitan Foundation University Teaching Partnership Community".split()
)
"""Words of a name that tell one body from another, and are left out by mistake: `Oakshire Council`."""
_MOST_WORDS = 12
_LONG = 5
"""Letters of words in which a slip is told from another word."""


class Known(Struct):
    """The declared names, by what two spellings of one name have in common."""

    exact: set[str] = field(default_factory=set)
    by_letters: dict[str, Name] = field(default_factory=dict)
    by_words: dict[tuple[str, ...], Name] = field(default_factory=dict)
    by_shorter: dict[str, Name] = field(default_factory=dict)
    """By their letters without one of the words that say what kind of body it is."""
    by_length: dict[int, list[tuple[list[str], Name]]] = field(default_factory=dict)


def check(papers: Sequence[Paper], facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each name that is spelled otherwise."""
    known = _known(names(facts))
    read = [
        each
        for each in among(each_passage(papers), _PHRASE)
        if each.kind is not Kind.FOOTNOTE and not is_shouted(each.words)
    ]
    every = ((passage, *found) for passage in read for found in _spelled_otherwise(passage.words, known))
    for passage, at, written, name in every:
        if is_own(passage, at):
            yield CODE.at(
                passage.place(at),
                f"'{written}' is called '{name.words}' elsewhere",
                "write it as it is declared, or add it to the 'aliases' of its organisation",
                Related(name.source, "the name is declared here"),
            )


def _known(declared: Iterable[Name]) -> Known:
    known = Known()
    for name in declared:
        words = _WORD.findall(name.words)
        if not 2 <= len(words) <= _MOST_WORDS or name.words.islower():
            continue
        known.exact.add(" ".join(words))
        known.by_letters.setdefault(_letters(words), name)
        known.by_shorter.update({each: name for each in _shorter(words)})
        if sum(word[0].isupper() for word in words) > 2:
            known.by_words.setdefault(_as_set(words), name)
        known.by_length.setdefault(len(words), []).append((words, name))
    return known


def _letters(words: Sequence[str]) -> str:
    """The letters alone: those of `Well-being` and `wellbeing`, of `King's` and `Kings` are the same."""
    joined = "".join("and" if word == "&" else word for word in words).casefold()
    return re.sub(r"[^\w]|_", "", joined.removeprefix("the"))


def _shorter(words: Sequence[str]) -> Iterator[str]:
    """What is left of a name without `County`, `Foundation` or the like."""
    for at in range(1, len(words) - 1):
        if words[at] in _KINDS:
            yield _letters([*words[:at], *words[at + 1 :]])


def _as_set(words: Sequence[str]) -> tuple[str, ...]:
    return tuple(sorted(word.casefold() for word in words))


def _spelled_otherwise(text: str, known: Known) -> Iterator[tuple[int, str, Name]]:
    for phrase in _PHRASE.finditer(text):
        article = 4 if phrase[0].startswith("The ") else 0
        words = list(_WORD.finditer(text, phrase.start() + article, phrase.end()))
        yield from _in_phrase(text, words, known)


def _in_phrase(text: str, words: list[re.Match[str]], known: Known) -> Iterator[tuple[int, str, Name]]:
    """The longest variants of names in a phrase, from the left; a name that is right is passed over."""
    first = 0
    while first < len(words):
        last, name = _longest(words, first, known)
        if name and not _is_part(text, words, first, last) and not _goes_on(text, words[first:last], known):
            yield words[first].start(), text[words[first].start() : words[last - 1].end()], name
        first = last


def _longest(words: list[re.Match[str]], first: int, known: Known) -> tuple[int, Name | None]:
    """The end of the longest name that begins with a word, and the name where it is spelled otherwise."""
    for last in range(min(len(words), first + _MOST_WORDS), first + 1, -1):
        window = [word[0] for word in words[first:last]]
        name = None if " ".join(window) in known.exact else _meant(window, known)
        if name or " ".join(window) in known.exact:
            return last, name
    return first + 1, None


def _is_part(text: str, words: list[re.Match[str]], first: int, last: int) -> bool:
    """Whether the words are part of a longer name, or of a list of names."""
    after = words[last][0] if last < len(words) else ""
    return bool(after[:1].isupper()) and text[words[last - 1].end() : words[last].start()] == " "


def _goes_on(text: str, words: list[re.Match[str]], known: Known) -> bool:
    """Whether a name that lacks a word is the beginning of another: `Oakshire Council of Voluntary Service`."""
    is_shorter = _letters([word[0] for word in words]) in known.by_shorter
    return is_shorter and bool(re.match(r" (?:of|for) (?:the )?[A-Z]", text[words[-1].end() :]))


def _meant(window: list[str], known: Known) -> Name | None:
    """The declared name of which these words are another spelling."""
    if sum(word[0].isupper() for word in window) < 2 or all(word.isupper() for word in window):
        return None
    letters = _letters(window)
    name = known.by_letters.get(letters)
    if name:
        return name if not _differs_by_article(window, name) else None
    name = known.by_words.get(_as_set(window)) or known.by_shorter.get(letters)
    if name and window[0][0].isupper() and window[-1][0].isupper():
        return name
    same_length: Mapping[int, list[tuple[list[str], Name]]] = known.by_length
    return next((name for words, name in same_length.get(len(window), ()) if _has_slip(words, window)), None)


def _differs_by_article(window: list[str], name: Name) -> bool:
    """Whether only `the` is more or less: `The King's Fund` is `the King's Fund`, and `King's Fund` too."""
    words = " ".join(_WORD.findall(name.words))
    return re.sub(r"^[Tt]he ", "", " ".join(window)) == re.sub(r"^[Tt]he ", "", words)


def _has_slip(words: list[str], window: list[str]) -> bool:
    """Whether all words are the same but one, in which one letter is wrong, lacking or too many."""
    different = [(one, other) for one, other in zip(words, window, strict=True) if one != other]
    if len(words) < 3 or len(different) != 1:
        return False
    one, other = (word.casefold() for word in different[0])
    is_inflected = one.rstrip("s'’") == other.rstrip("s'’")
    return len(one) >= _LONG and one[0] == other[0] and not is_inflected and _one_letter_off(one, other)


def _one_letter_off(one: str, other: str) -> bool:
    """Whether one letter is changed, left out or put in, or two neighbours have changed places."""
    start = next((at for at, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), None)
    if start is None:
        return abs(len(one) - len(other)) == 1
    a, b = one[start:], other[start:]
    return a[1:] == b[1:] or a[1:] == b or a == b[1:] or (a[:2] == b[1::-1] and a[2:] == b[2:])


RULE = PapersRule(CODE, check)
