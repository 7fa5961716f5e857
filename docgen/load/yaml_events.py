"""Reads YAML as a flat stream of events: limits kept, aliases replaced by what they stand for.

PyYAML's composer and constructor call themselves for each level; its event stream does not, so that a file of
thousands of brackets cannot exhaust the stack.
"""

from __future__ import annotations

from typing import Any

import yaml
from msgspec import Struct, field

from docgen.codes import content_files
from docgen.diagnostic import Diagnostic
from docgen.load.characters import on_one_line
from docgen.source import Source

MOST_LEVELS = 100
MOST_EVENTS = 200_000
MOST_EXPANDED = 10_000
MOST_EXPANDED_CHARACTERS = 1_000_000

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_TAGS = {
    yaml.ScalarEvent: (None, "tag:yaml.org,2002:str"),
    yaml.SequenceStartEvent: (None, "tag:yaml.org,2002:seq"),
    yaml.MappingStartEvent: (None, "tag:yaml.org,2002:map"),
}
_IN_QUOTES = "put the whole text in quotation marks"


class Refused(Exception):
    """The file cannot be read any further."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.message)
        self.diagnostic = diagnostic


class Place(Struct, frozen=True):
    """Turns PyYAML's marks into sources."""

    path: str
    first_line: int = 1

    def at(self, mark: Any) -> Source:
        """Marks count from 0. The C parser has a class of its own for them."""
        return Source(self.path, mark.line + self.first_line, mark.column + 1)


class _Anchor(Struct):
    """Something marked with `&name`: it stands at `events[begin:end]`."""

    source: Source
    begin: int
    is_scalar: bool
    end: int = 0
    is_used: bool = False


class _Stream(Struct):
    """What has been read so far."""

    place: Place
    events: list[yaml.Event] = field(default_factory=list)
    anchors: dict[str, _Anchor] = field(default_factory=dict)
    open: list[_Anchor | None] = field(default_factory=list)
    """The anchor of each list and mapping that is not complete."""
    expanded: int = 0
    """How many values aliases have repeated."""
    expanded_characters: int = 0
    """How long their texts are together."""


def flat_events(text: str, place: Place) -> list[yaml.Event]:
    """The scalars, and the begins and ends of lists and mappings, of the one document in `text`.

    Raises `Refused` for what docgen does not take, and `yaml.YAMLError` for what is not YAML.
    """
    stream = _Stream(place)
    for event in yaml.parse(text, Loader=LOADER):
        _read(stream, event)
    for name, anchor in stream.anchors.items():
        _refuse_unused(name, anchor)
    return stream.events


def _read(stream: _Stream, event: yaml.Event) -> None:
    match event:
        case yaml.DocumentStartEvent() if stream.events:
            message = "a second YAML document begins here"
            help = "delete the line '---', or move what follows it to a file of its own"
            raise Refused(content_files.SEVERAL_DOCUMENTS.at(stream.place.at(event.start_mark), message, help))
        case yaml.AliasEvent():
            _expand(stream, event)
        case yaml.ScalarEvent():
            _begin(stream, event)
        case yaml.SequenceStartEvent() | yaml.MappingStartEvent():
            stream.open.append(_begin(stream, event))
            _refuse_depth(stream, event)
        case yaml.SequenceEndEvent() | yaml.MappingEndEvent():
            stream.events.append(event)
            _complete(stream.open.pop(), len(stream.events))
        case _:
            return
    _refuse_size(stream, event)


def _begin(stream: _Stream, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> _Anchor | None:
    _refuse_tag(stream, event)
    stream.events.append(event)
    if event.anchor is None:
        return None
    is_scalar = isinstance(event, yaml.ScalarEvent)
    begin = len(stream.events) - 1
    anchor = _Anchor(stream.place.at(event.start_mark), begin, is_scalar, begin + 1 if is_scalar else 0)
    if event.anchor in stream.anchors:
        _refuse_unused(event.anchor, stream.anchors[event.anchor])
    stream.anchors[event.anchor] = anchor
    return anchor


def _complete(anchor: _Anchor | None, end: int) -> None:
    if anchor is not None:
        anchor.end = end


def _expand(stream: _Stream, event: yaml.AliasEvent) -> None:
    """Repeat what the alias stands for, which holds no alias any more."""
    anchor = stream.anchors.get(event.anchor or "")
    if anchor is None or not anchor.end:
        reason = "names nothing" if anchor is None else "stands inside what it repeats"
        message = f"the alias '*{on_one_line(event.anchor or '')}' {reason}"
        source = stream.place.at(event.start_mark)
        raise Refused(content_files.ALIAS.at(source, message, f"if it is text, {_IN_QUOTES}"))
    anchor.is_used = True
    _repeat(stream, stream.events[anchor.begin : anchor.end], event)


def _repeat(stream: _Stream, events: list[yaml.Event], event: yaml.AliasEvent) -> None:
    stream.expanded += len(events)
    stream.expanded_characters += sum(len(value.value) for value in events if isinstance(value, yaml.ScalarEvent))
    if stream.expanded > MOST_EXPANDED or stream.expanded_characters > MOST_EXPANDED_CHARACTERS:
        message = f"aliases repeat more than {MOST_EXPANDED:,} values, or more text than a paper holds"
        help = "write out what is meant, or give the table as CSV or XLSX"
        raise Refused(content_files.TOO_LARGE.at(stream.place.at(event.start_mark), message, help))
    stream.events.extend(events)


def _refuse_tag(stream: _Stream, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
    if event.tag not in _TAGS[type(event)]:
        message = f"the YAML tag '{_shown_tag(event.tag)}' is not taken"
        help = f"delete it; if it is part of the text, {_IN_QUOTES}"
        raise Refused(content_files.YAML_TAG.at(stream.place.at(event.start_mark), message, help))


def _shown_tag(tag: str) -> str:
    return on_one_line((tag or "").replace("tag:yaml.org,2002:", "!!"))


def _refuse_depth(stream: _Stream, event: yaml.Event) -> None:
    if len(stream.open) > MOST_LEVELS:
        message = f"more than {MOST_LEVELS} lists and mappings stand inside one another"
        raise Refused(content_files.YAML_TOO_DEEP.at(stream.place.at(event.start_mark), message, "close the brackets"))


def _refuse_size(stream: _Stream, event: yaml.Event) -> None:
    if len(stream.events) > MOST_EVENTS:
        message = "the file holds too many values"
        help = "give long tables as CSV or XLSX"
        raise Refused(content_files.TOO_LARGE.at(stream.place.at(event.start_mark), message, help))


def _refuse_unused(name: str, anchor: _Anchor) -> None:
    """An anchor before a text that nothing repeats is a text such as `&c` that YAML would swallow."""
    if anchor.is_scalar and not anchor.is_used:
        message = f"'&{on_one_line(name)}' is left out of the text, and nothing repeats it"
        raise Refused(content_files.UNUSED_ANCHOR.at(anchor.source, message, f"if it is text, {_IN_QUOTES}"))
