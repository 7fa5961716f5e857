"""The people whom a programme itself names, who are known to everybody who reads its papers."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.prose.pattern import Pattern
from docgen.schema.content import Content

_WORD = Pattern(r"[A-Z][\w'’-]+")


def known_names(content: Content) -> frozenset[str]:
    """Every word of their names."""
    return frozenset(word for name in _names(content) if name for word in _WORD.findall(name))


def _names(content: Content) -> Iterator[str | None]:
    programme, governance = content.programme, content.governance
    yield from (programme.author, programme.executive, *(request.author for request in programme.documents))
    yield from (person.name for person in content.timescales.people.values()) if content.timescales else ()
    committees = governance.committees.values() if governance else ()
    yield from (member.name for committee in committees for member in committee.members)
    yield from (work.author for work in content.references.values())
