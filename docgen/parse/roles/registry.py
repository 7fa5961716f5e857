"""Every role of the markup."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from docgen.codes import markup as codes
from docgen.parse.reader import Reader
from docgen.parse.roles.abbreviation import abbreviation
from docgen.parse.roles.citation import citation, named_citation
from docgen.parse.roles.cross_reference import cross_reference
from docgen.parse.roles.named import named, term
from docgen.source import Source
from docgen.suggest import did_you_mean
from docgen.tree.inline import Inlines

ROLES: Mapping[str, Callable[[str, str, Source, Reader], Inlines]] = {
    "abbr": abbreviation,
    "cite": citation,
    "cited": named_citation,
    "date": named,
    "fact": named,
    "name": named,
    "numref": cross_reference,
    "ref": cross_reference,
    "short": named,
    "term": term,
    "titleref": cross_reference,
}
"""What reads each role: a function of the role's name, its content, its place and the reader."""


def read_role(name: str, content: str, source: Source, reader: Reader) -> Inlines:
    """The inlines of a role; none, with a diagnostic, where it is unknown."""
    if name in ROLES:
        return ROLES[name](name, content.strip(), source, reader)
    reader.findings.add(codes.UNKNOWN_ROLE.at(source, f"unknown role '{name}'", did_you_mean(name, ROLES)))
    return ()
