"""Which committee a sentence names, by its own words: `joint committee`, `operational group`."""

from __future__ import annotations

from docgen.check.kept import kept
from docgen.check.prose.pattern import Pattern

_NAME = Pattern(
    r"(?:[A-Z][\w’'-]+ (?:(?:and|of|for|the) )*)*(?:[Jj]oint |[Gg]overning )?"
    r"(?:[Cc]ommittee|[Gg]roup|[Bb]oard|[Ff]orum|[Pp]anel|[Bb]ody)\b"
)


@kept
def committee_in(words: str) -> str:
    """The one that is named, in small letters; empty where none is named, or several are."""
    found = {each[0].casefold().removeprefix("the ") for each in _NAME.finditer(words)}
    return found.pop() if len(found) == 1 else ""
