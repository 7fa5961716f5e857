"""Builds data from a flat stream of YAML events, with the place of every value and every key."""

from __future__ import annotations

import re
from typing import Any

import yaml
from msgspec import Struct, field
from msgspec.structs import replace

from docgen.codes import content_files
from docgen.diagnostic import Diagnostic, Findings, Related
from docgen.load.characters import on_one_line, unwanted
from docgen.load.yaml_events import Place, Refused
from docgen.load.yaml_faults import HYPHENED, no_space
from docgen.source import Data, Path, Source, Sourced, SourceMap

_NULLS = ("", "~", "null", "Null", "NULL")
_CURLY = re.compile("“[^“”]*[”“]|‘[^‘’]*[’‘]")
_NO_COMMENT = re.compile(r"[ \t]+(#\w\S*)")


class _Open(Struct):
    """A list or mapping that is not complete."""

    path: Path
    into: list[Data] | dict[str, Data]
    key: str | None = None
    """The key whose value comes next."""


class _Builder(Struct):
    """What has been built so far."""

    lines: list[str]
    place: Place
    findings: Findings
    data: Data = None
    values: dict[Path, Source] = field(default_factory=dict)
    keys: dict[Path, Source] = field(default_factory=dict)
    open: list[_Open] = field(default_factory=list)
    is_sound: bool = True


def build(lines: list[str], place: Place, events: list[yaml.Event], findings: Findings) -> Sourced | None:
    """The data and its places; None where a key stands twice. Raises `Refused` for what is no data at all."""
    builder = _Builder(lines, place, findings)
    builder.values[()] = Source(place.path, place.first_line)
    for event in events:
        _take(builder, event)
    return Sourced(builder.data, SourceMap(builder.values, builder.keys)) if builder.is_sound else None


def _take(builder: _Builder, event: yaml.Event) -> None:
    match event:
        case yaml.ScalarEvent() if _wants_key(builder):
            _take_key(builder, event)
        case yaml.ScalarEvent():
            source = _text_source(builder, event)
            _attach(builder, _text(event), source)
            _refuse_unwanted(builder, event, source)
            _refuse_lost_comment(builder, event)
            for hyphen in _hyphens(builder, event)[:1]:
                _report(builder, no_space(hyphen))
            _warn_of_curly_quotes(builder, event, source)
        case yaml.SequenceStartEvent() | yaml.MappingStartEvent():
            _refuse_as_key(builder, event)
            into: list[Data] | dict[str, Data] = {} if isinstance(event, yaml.MappingStartEvent) else []
            path = _attach(builder, into, builder.place.at(event.start_mark))
            builder.open.append(_Open(path, into))
        case _:
            builder.open.pop()


def _wants_key(builder: _Builder) -> bool:
    return bool(builder.open) and isinstance(builder.open[-1].into, dict) and builder.open[-1].key is None


def _attach(builder: _Builder, value: Data, source: Source) -> Path:
    """Put a value where it belongs, and say where that is."""
    if not builder.open:
        builder.data = value
        builder.values[()] = source
        return ()
    top = builder.open[-1]
    if isinstance(top.into, list):
        path = (*top.path, len(top.into))
        top.into.append(value)
    else:
        key = top.key or ""
        path = (*top.path, key)
        top.into[key] = value
        top.key = None
    builder.values[path] = source
    return path


def _take_key(builder: _Builder, event: yaml.ScalarEvent) -> None:
    source = _text_source(builder, event)
    if not event.value:
        help = "write a name before ':', or put the text in quotation marks"
        raise Refused(content_files.KEY_NOT_TEXT.at(source, "the name before ':' is empty", help))
    top = builder.open[-1]
    hyphens = _hyphens(builder, event)
    if hyphens:
        raise Refused(no_space(hyphens[0]))
    path = (*top.path, event.value)
    if isinstance(top.into, dict) and event.value in top.into:
        related = Related(builder.keys[path], "first given here")
        message = f"'{on_one_line(event.value)}' is given twice"
        help = f"delete one of the two; the first is on line {builder.keys[path].line}"
        _report(builder, content_files.DUPLICATE_KEY.at(source, message, help, related))
    builder.keys.setdefault(path, source)
    _refuse_unwanted(builder, event, source)
    top.key = event.value


def _refuse_as_key(builder: _Builder, event: yaml.Event) -> None:
    if _wants_key(builder):
        source = builder.place.at(event.start_mark)
        message = "a list or mapping in brackets stands where a name should stand"
        help = "if it is text, put the whole text in quotation marks"
        raise Refused(content_files.KEY_NOT_TEXT.at(source, message, help))


def _refuse_unwanted(builder: _Builder, event: yaml.ScalarEvent, source: Source) -> None:
    """Escapes such as `"\\ue000"` bring in characters that the text of the file does not show."""
    if event.style == '"':
        for diagnostic in unwanted(event.value, lambda _: source):
            _report(builder, diagnostic)


def _refuse_lost_comment(builder: _Builder, event: yaml.ScalarEvent) -> None:
    """`title: Ward #3` is `Ward` and a comment to YAML. Comments that are meant as such have a space after `#`."""
    end: Any = event.end_mark
    found = None if event.style else _NO_COMMENT.match(_line(builder, end.line), end.column)
    if found:
        source = replace(builder.place.at(end), column=found.start(1) + 1)
        message = f"'{on_one_line(found[1])}' is taken for a comment and left out of the text"
        help = "put the whole text in quotation marks; for a comment write a space after '#'"
        _report(builder, content_files.NEEDS_QUOTES.at(source, message, help))


def _hyphens(builder: _Builder, event: yaml.ScalarEvent) -> list[Source]:
    """`-Hear residents` at the beginning of a line is no item of a list to YAML, but a text with the lines below it."""
    begin: Any = event.start_mark
    end: Any = event.end_mark
    lines = [(number, _line(builder, number)) for number in range(begin.line, end.line + 1) if not event.style]
    return [
        Source(builder.place.path, number + builder.place.first_line, _indentation(line) + 1)
        for number, line in lines
        if HYPHENED.match(line.lstrip(" ")) and (number < end.line or end.column > _indentation(line))
    ]


def _warn_of_curly_quotes(builder: _Builder, event: yaml.ScalarEvent, source: Source) -> None:
    if not event.style and _CURLY.fullmatch(event.value):
        message = f"the quotation marks of '{on_one_line(event.value)}' are printed: curly ones do not quote"
        help = "write straight quotation marks; to print the curly ones, put straight ones around them"
        builder.findings.add(content_files.CURLY_QUOTES.at(source, message, help))


def _report(builder: _Builder, diagnostic: Diagnostic) -> None:
    builder.findings.add(diagnostic)
    builder.is_sound = False


def _text(event: yaml.ScalarEvent) -> str | None:
    is_plain = not event.style and event.tag is None
    return None if is_plain and event.value in _NULLS else event.value


def _text_source(builder: _Builder, event: yaml.ScalarEvent) -> Source:
    """The place of the first character of the text itself: after the quotation mark, or below the `|`."""
    begin: Any = event.start_mark
    end: Any = event.end_mark
    source = builder.place.at(begin)
    if event.style in ("|", ">") and event.value:
        return _block_text_source(builder, event, source.line_below(1))
    if event.style and _line(builder, begin.line)[begin.column : begin.column + 1] == event.style:
        return replace(source, column=source.column + 1)
    if not event.style and begin.line == end.line:
        return replace(source, column=end.column - len(event.value) + 1)
    return source


def _block_text_source(builder: _Builder, event: yaml.ScalarEvent, line: Source) -> Source:
    """The indentation of a block belongs to YAML, what goes beyond it to the text. A first line may be empty."""
    begin: Any = event.start_mark
    written = _line(builder, begin.line + 1)
    if not written.strip():
        return line
    return replace(line, column=_indentation(written) - _indentation(event.value) + 1)


def _indentation(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _line(builder: _Builder, number: int) -> str:
    """A line, counted from 0; empty where YAML counts more lines than there are line feeds."""
    return builder.lines[number] if number < len(builder.lines) else ""
