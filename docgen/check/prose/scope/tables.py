"""What tables that were typed into papers say to be in scope, or out of it, row by row."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from docgen.check.prose.passages import Kind, passages_of
from docgen.check.prose.pattern import Pattern
from docgen.source import Source
from docgen.tree.block import Cell, Table
from docgen.tree.document import Document, Properties
from docgen.tree.walk import plain_text

_HEADING = Pattern(r"\b(?:in|within)\s+(?:the\s+)?scope\b", re.IGNORECASE)
_YES = Pattern(r"\s*(?:yes|y|in|in\s+scope|✓|✔)\W*", re.IGNORECASE)
_NO = Pattern(r"\s*(?:no|n|out|out\s+of\s+scope|not\s+in\s+scope|✗|✘)\W*", re.IGNORECASE)


class ScopeRow(Struct, frozen=True):
    """A row that decides whether a function is in scope."""

    words: str
    """What stands in its first cell."""
    source: Source
    inside: bool


def scope_rows(document: Document, but: str) -> Iterator[ScopeRow]:
    """The rows of all tables with a column that asks whether something is in scope; only plain yes and no count.

    Those that come from the file `but` are left out.
    """
    for table in document.nodes.of(Table):
        yield from _of_table(table, but)


def _of_table(table: Table, but: str) -> Iterator[ScopeRow]:
    asked = [number for number, each in enumerate(table.columns) if _HEADING.search(plain_text(each.heading))]
    rows = table.rows if asked and asked[0] > 0 else ()
    for row in (row for row in rows if row.cells[0].source.path != but):
        named, decided = _words(row.cells[0]), _words(row.cells[asked[0]])
        if _YES.fullmatch(decided) or _NO.fullmatch(decided):
            yield ScopeRow(named, row.cells[0].source, bool(_YES.fullmatch(decided)))


def _words(cell: Cell) -> str:
    inner = Document(Properties("", ""), cell.blocks, cell.source)
    return " ".join(passage.words for passage in passages_of(inner) if passage.kind is not Kind.FOOTNOTE)
