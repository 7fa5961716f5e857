"""Diagnostics as plain data, so that a build with nothing to do can tell again what an earlier one found."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from docgen.diagnostic import Code, Diagnostic, Related, Severity
from docgen.source import Source


def plain(diagnostics: Iterable[Diagnostic]) -> list[list[Any]]:
    """Each as a list of texts and numbers."""
    return [_plain(diagnostic) for diagnostic in diagnostics]


def _plain(found: Diagnostic) -> list[Any]:
    code = [found.code.id, int(found.code.severity), found.code.title]
    related = [[_place(each.source), each.message] for each in found.related]
    return [code, found.message, _place(found.source), found.help, related]


def _place(source: Source) -> list[Any]:
    return [source.path, source.line, source.column, source.sheet, source.cell, source.passage]


def told_again(written: Iterable[Any]) -> tuple[Diagnostic, ...]:
    """The diagnostics that `plain` wrote; raises `ValueError`, `TypeError` or `LookupError` for anything else.

    Explanations of the codes are left out: only `docgen explain` prints them, and it knows them.
    """
    return tuple(_told(each) for each in written)


def _told(written: Any) -> Diagnostic:
    (id_, severity, title), message, place, help, related = written
    code = Code(_text(id_), Severity(severity), _text(title), "")
    again = [Related(_source(source), _text(words)) for source, words in related]
    return Diagnostic(code, _text(message), _source(place), _text(help), tuple(again))


def _source(written: Any) -> Source:
    path, line, column, *rest = written
    return Source(_text(path), _number(line), _number(column), *(_text(each) for each in rest))


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError("a text is expected")
    return value


def _number(value: Any) -> int:
    if not isinstance(value, int):
        raise TypeError("a number is expected")
    return value


def texts(written: Mapping[str, Any]) -> dict[str, str]:
    """A mapping of texts to texts; raises as `told_again` does."""
    return {_text(key): _text(value) for key, value in written.items()}
