"""The telling words of a name: those by which a text that speaks of the same thing is known."""

from __future__ import annotations

from docgen.check.kept import kept
from docgen.check.prose.words.stems import stem, stems

_SILENT = frozenset(
    "a an the of to for in on by with and or our its their is are be been was were will would shall should that this at"
    " from as hold held take takes took taken place run runs all we it".split()
)
_ONE_WORD = {
    stem(word): words.split()[0]
    for words in (
        "begin begins began beginning start starts started commence commences commenced launch",
        "end ends ended finish finishes finished complete completed conclude concludes close closes closed closing",
        "submit submits submitted submission submissions submitting",
        "vote votes voted voting ballot balloted ballots",
        "approve approves approved approval",
        "go goes going went gone",
        "meet meets meeting meetings met",
    )
    for word in words.split()
}
"""Words for one thing, by their stems."""

_VAGUE = frozenset(
    stem(word)
    for word in "meet board committee group governing body member practice practices event workshop forum session team"
    " begin end date review report plan paper update year phase full".split()
)
"""What recurs too often to tell one event from another by itself."""


@kept
def telling(words: str) -> frozenset[str]:
    """The stems of all words that say something."""
    found = (each.stem for each in stems(words) if words[each.start : each.end].casefold() not in _SILENT)
    return frozenset(_ONE_WORD.get(each, each) for each in found)


_RECURS = frozenset(stem(word) for word in "meeting workshop forum event session conference briefing interview".split())


def recurs(found: frozenset[str]) -> bool:
    """Whether a name is of something that is held more than once: `a workshop` is then not `the workshop`."""
    return bool(found & _RECURS)


def is_telling(found: frozenset[str]) -> bool:
    """Whether a name says enough to be found again: two words or more, and not only what recurs."""
    return len(found) > 1 and bool(found - _VAGUE)
