"""Whether words name a function as a whole, and not something that only has to do with it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from docgen.check.prose.pattern import Pattern
from docgen.check.prose.scope.deeds import Deed
from docgen.check.prose.scope.topics import Mention, Topics
from docgen.check.prose.words.stems import stems
from docgen.schema.scope import Function

_BEFORE = frozenset(
    "a all an and any about both each every final formal for full in its local new of on our overall own sole the "
    "their this these responsibility responsibilities power powers function functions decision decisions approval "
    "approvals authority commissioning contracting management".split()
)
"""Words that may stand before a matter without making it another."""
_AFTER = Pattern(
    r"\s*(?:$|[.,;:!?()–]|(?:across|against|as|at|by|for|from|in|itself|jointly|of|on|ourselves|themselves|to|together|"
    r"when|where|will|with|within|would)\b)",
    re.IGNORECASE,
)
"""What may follow it: not another noun, since `rent review data` are data."""


def functions_given(deed: Deed, topics: Topics, functions: Sequence[Function]) -> Iterator[Mention]:
    """The functions that a deed is about."""
    for mention in topics.mentions(deed.words):
        function = functions[mention.number]
        own = {each.stem for each in stems("\n".join([function.function, *function.sub_functions]))}
        if _is_whole(deed.words, mention, own):
            yield mention


def _is_whole(words: str, mention: Mention, own: set[str]) -> bool:
    written = stems(words)
    before = [each for each in written if each.end <= mention.end]
    if not all(each.stem in own or words[each.start : each.end].casefold() in _BEFORE for each in before):
        return False
    end = mention.end
    for each in (each for each in written if each.start >= mention.end):
        if each.stem not in own or words[end : each.start].strip():
            break
        end = each.end
    return bool(_AFTER.match(words, end))


def begins_with(words: str, named: Pattern) -> re.Match[str] | None:
    """Where words name a matter, with nothing before it that makes it another."""
    found = named.search(words)
    is_first = found and all(each.casefold() in _BEFORE for each in re.findall(r"\w+", words[: found.start()]))
    return found if is_first else None
