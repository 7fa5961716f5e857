"""Tells which words of a passage each place of the repository gave."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from docgen.diagnostic import Findings
from docgen.provenance.record import Given
from docgen.source import Source
from docgen.tree.inline import Abbreviation, Code, CrossReference, Emphasis, Inline, Inlines, Link, Strong, Text
from docgen.write.characters import writable


def words_given(content: Inlines, source: Source) -> tuple[Given, ...]:
    """What each place gave; nothing where all of it came from the passage's own place."""
    if len(content) == 1 and isinstance(content[0], Text) and content[0].verbatim and content[0].source == source:
        return ()
    parts: list[Given] = []
    for part in _parts(content):
        if parts and _belongs_to(part, parts[-1]):
            parts[-1] = replace(parts[-1], words=parts[-1].words + part.words)
        else:
            parts.append(part)
    whole = len(parts) == 1 and parts[0].source == source and parts[0].verbatim
    return () if whole else tuple(parts)


def _belongs_to(part: Given, before: Given) -> bool:
    """A space where a line of Markdown ends is no part of its own."""
    alike = (part.source, part.verbatim) == (before.source, before.verbatim)
    return alike or (part.words.isspace() and part.source.path == before.source.path and before.verbatim)


def _parts(content: Inlines) -> Iterator[Given]:
    for inline in content:
        yield from _parts_of(inline)


def _parts_of(inline: Inline) -> Iterator[Given]:
    match inline:
        case Text():
            yield _given_by(inline.text, inline.source, inline.verbatim)
        case Code():
            yield _given_by(inline.text, inline.source)
        case Emphasis() | Strong() | Link() if inline.content:
            yield from _parts(inline.content)
        case Link():
            yield _given_by(inline.target, inline.source)
        case CrossReference():
            yield _given_by(inline.text or inline.label, inline.source, verbatim=False)
        case Abbreviation():
            yield _given_by(inline.text or inline.short, inline.source, verbatim=False)
        case _:
            return


def _given_by(words: str, source: Source, verbatim: bool = True) -> Given:
    """What cannot be written was reported when the words themselves were."""
    return Given(writable(words, source, Findings()), source, verbatim)
