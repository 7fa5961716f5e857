"""Reads `:columns:`, the columns of a data table: `function "Function" 3, in_scope "In scope?" 1 centre`."""

from __future__ import annotations

import re

from msgspec import Struct

from docgen.codes import markup as codes
from docgen.parse.directives.directive import Directive
from docgen.parse.directives.options import WIDEST
from docgen.parse.reader import Reader
from docgen.tree.block import Align, Column
from docgen.wording import sentence_case

_COLUMN = re.compile(
    r"\s*(?P<fields>[a-z_][\w.]*(?:\|[a-z_][\w.]*)*)"
    r'(?:\s+"(?P<heading>[^"]*)")?'
    r"(?:\s+(?P<width>\d+(?:\.\d+)?))?"
    r"(?:\s+(?P<align>left|centre|right))?\s*(?:,|$)",
    re.ASCII,
)


class FieldColumn(Struct, frozen=True):
    """A column, and the fields of each record of which the first that is there fills it.

    `organisation.abbreviation|organisation.name`: the short name, or the full one where there is none.
    """

    fields: tuple[str, ...]
    column: Column


def field_columns(directive: Directive, reader: Reader) -> tuple[FieldColumn, ...]:
    """The columns; none, with a diagnostic, where they cannot be read."""
    text = directive.text("columns")
    columns: list[FieldColumn] = []
    position = 0
    while position < len(text):
        found = _COLUMN.match(text, position)
        if not found:
            return _not_understood(text[position:], directive, reader)
        columns.append(_column(found, directive, reader))
        position = found.end()
    return tuple(columns) or _not_understood("", directive, reader)


def _column(found: re.Match[str], directive: Directive, reader: Reader) -> FieldColumn:
    source = directive.place("columns")
    fields = tuple(found["fields"].split("|"))
    words = found["heading"] or sentence_case(fields[-1].rpartition(".")[2].replace("_", " "))
    width = min(float(found["width"] or 1), WIDEST) or 1.0
    column = Column(reader.inlines(words, source), source, width, Align(found["align"] or "left"))
    return FieldColumn(fields, column)


def _not_understood(rest: str, directive: Directive, reader: Reader) -> tuple[FieldColumn, ...]:
    words = reader.plain(rest).strip()
    message = f"the columns cannot be read from '{words}' on" if words else "the table has no columns"
    hint = 'write :columns: field "Heading" width align, field "Heading" width align …'
    reader.findings.add(codes.BAD_OPTION.at(directive.place("columns"), message, hint))
    return ()
