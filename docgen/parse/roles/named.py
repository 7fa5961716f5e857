"""Roles that name something of the content: ``{fact}`population` ``, ``{date}`go_live` ``, ``{name}`ccg` ``."""

from __future__ import annotations

from docgen.codes import markup as codes
from docgen.parse.printed import inlines_of
from docgen.parse.reader import Reader
from docgen.source import Source
from docgen.suggest import did_you_mean
from docgen.tree.inline import Inlines, Text
from docgen.value import Value

_WHAT = {
    "fact": ("fact", "in facts.yaml"),
    "date": ("date", "under 'dates' in programme.yaml"),
    "name": ("organisation, committee or body", "in programme.yaml or governance.yaml"),
    "short": ("organisation, committee or body with an abbreviation", "as its 'abbreviation'"),
    "term": ("term", "under 'terms' in glossary.yaml"),
    "abbr": ("abbreviation", "under 'abbreviations' in glossary.yaml"),
    "cite": ("reference", "in references.yaml"),
    "cited": ("reference", "in references.yaml"),
}
"""What each role names, and where that is written."""


def named(role: str, content: str, source: Source, reader: Reader) -> Inlines:
    """The words of the thing that the content names, with the thing's own place."""
    value = find(role, content, source, reader)
    return inlines_of(value, source, reader) if value is not None else ()


def term(role: str, content: str, source: Source, reader: Reader) -> Inlines:
    """A term that the glossary explains, in the words of the text."""
    return (Text(content, source),) if find(role, content, source, reader) is not None else ()


def find(role: str, content: str, source: Source, reader: Reader) -> Value | None:
    """The thing that a role names; None, with a diagnostic, where there is none."""
    known = reader.names.get(role, {})
    if content in known:
        return known[content]
    if role == "short" and content in reader.names.get("name", {}):
        hint = f"give it an 'abbreviation', or write {{name}}`{content}`"
        reader.findings.add(codes.UNKNOWN_TARGET.at(source, f"'{content}' has no abbreviation", hint))
        return None
    what, where = _WHAT[role]
    suggestion = did_you_mean(content, known)
    hint = suggestion if suggestion.startswith("did") else "; ".join(filter(None, [f"write it {where}", suggestion]))
    reader.findings.add(codes.UNKNOWN_TARGET.at(source, f"unknown {what} '{content}'", hint))
    return None
