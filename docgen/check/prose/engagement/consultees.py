"""Who was asked, as the list of consultees and the log of contacts tell."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.prose.words.bodies import bodies_named, is_part_of, organisation_names
from docgen.check.prose.words.stems import stems
from docgen.schema.content import Content
from docgen.schema.engagement import Consultee, Engagement, Remarks
from docgen.source import Path


def is_heard(organisation: str, content: Content) -> bool:
    """Whether an organisation, a part of it or the whole to which it belongs is among those who were asked."""
    return any(
        each == organisation or is_part_of(each, organisation, content) or is_part_of(organisation, each, content)
        for each in _organisations(content)
    )


def _organisations(content: Content) -> Iterator[str]:
    """Those of the consultees, and those whom consultees, contacts and meetings name."""
    engagement = content.engagement
    if engagement is None:
        return
    yield from (each.organisation for each in engagement.consultees if each.organisation)
    said = [each.name for each in engagement.consultees]
    said += [words for each in engagement.contacts for words in (each.who, each.what) if words]
    said += [words for meeting in engagement.meetings for words in (meeting.audience, meeting.name) if words]
    yield from (named.id for words in said for named in bodies_named(words, content))


def remarks_of(engagement: Engagement | None) -> Iterator[tuple[Path, Remarks]]:
    """All remarks of all groups, positives first, with their places in the content."""
    for number, feedback in enumerate(engagement.feedback if engagement else ()):
        path = ("engagement", "feedback", number)
        yield from (((*path, "positives", at), each) for at, each in enumerate(feedback.positives))
        yield from (((*path, "challenges", at), each) for at, each in enumerate(feedback.challenges))


def is_called(label: str, consultee: Consultee, content: Content) -> bool:
    """Whether a label means a consultee: all its words are among those by which papers call the consultee."""
    wanted = {word.stem for word in stems(label)}
    return bool(wanted) and wanted <= words_of(consultee, content)


def words_of(consultee: Consultee, content: Content) -> set[str]:
    """The stems of all words by which a consultee is called."""
    organisation = content.programme.organisations.get(consultee.organisation or "")
    called = [consultee.name, consultee.id or ""]
    if organisation:
        called += [*organisation_names(organisation), organisation.kind or ""]
    return {word.stem for words in called for word in stems(words.replace("-", " "))}
