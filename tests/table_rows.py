"""Rows of tables for tests: drawn at random from what each column takes, with texts that ask for trouble."""

from __future__ import annotations

import re
from typing import Any

from hypothesis import strategies as st

from docgen.editing.columns import Column, Kind, columns
from docgen.editing.rows import Row, Value
from docgen.load.characters import without_unwanted
from docgen.schema.registry import TablePart

AWKWARD = (
    "=1+1",
    "+44 117 900 2000",
    "-5 degrees",
    "@home",
    "'=quoted",
    "''@",
    "  =spaced",
    "\uff0d5",
    '=HYPERLINK("http://x.example","a")',
    "- a bullet",
    "* a star",
    "– a dash",
    "#N/A",
    "#REF!",
    "1.10",
    "007",
    "1/2",
    "1E5",
    "TRUE",
    "null",
    "~",
    "yes",
    "2014-06-20",
    "12:30",
    "a: b",
    "a #b",
    '"quoted"',
    'she said "no"',
    "a,b;c\td",
    "[x]",
    "{x: y}",
    "| x",
    "> x",
    "%",
    "A&E <b>",
    "_x000D_",
    "_x0041_",
    "x005F_",
    "two\nlines",
    "three\n\nlines with  spaces",
    "**bold**\n\n1. one\n2. two\n",
    "é ü 漢 👩🏽‍⚕️",
    "“curly”",
    "word " * 60 + "end",
)
"""What a spreadsheet, YAML or CSV would make something else of."""

_LETTERS = st.characters(exclude_categories=("Cc", "Cs", "Co", "Cn", "Zl", "Zp"), include_characters="\n\t")
_NAMES = st.sampled_from(("AB", "CD", "eoi", "terms-of-reference", "- EF", "=GH", "O'Brien"))
_WHEN = st.sampled_from(
    ("2014-06-20", "20 June 2014", "2014-06", "June 2014", "2014", "2014/15", "go_live", "1899-12-31")
)
_MONEY = st.sampled_from(("43,300", "£43,300", "£43.3k", "-£5", "£220 million", "0", "1200"))
_WHOLE = st.sampled_from(("0", "12", "1,200", "-5", "+7", "007", "1234567", "1,234,567", "99999999999999999999"))


def _is_sound(text: str) -> bool:
    return bool(text.strip()) and without_unwanted(text) == text


texts = st.one_of(st.sampled_from(AWKWARD), st.text(_LETTERS, min_size=1, max_size=20)).filter(_is_sound)
items = texts.map(lambda text: " ".join(text.split())).filter(_is_sound)


def values(column: Column) -> st.SearchStrategy[Any]:
    """What a column may hold."""
    match column.kind:
        case Kind.LINES:
            return st.lists(items, min_size=1, max_size=4).map(tuple)
        case Kind.NAMES:
            return st.lists(_NAMES, min_size=1, max_size=3).map(tuple)
        case Kind.CHOICE | Kind.YES_NO:
            return st.sampled_from([*column.choices, next(iter(column.choices)).upper()])
        case Kind.DAY | Kind.MOMENT:
            return _WHEN
        case Kind.MONEY:
            return _MONEY
        case Kind.WHOLE | Kind.NUMBER:
            return _WHOLE
        case Kind.ID:
            return st.from_regex(re.compile("[a-z][a-z0-9]{0,8}(?:-[a-z0-9]{1,5})?", re.ASCII), fullmatch=True)
        case _:
            return texts


def rows(part: TablePart) -> st.SearchStrategy[list[Row]]:
    """A few rows of a table, with all that must be there and some of what may."""
    known = columns(part.row)
    needed: dict[str, st.SearchStrategy[Value]] = {c.field: values(c) for c in known if c.is_required}
    more: dict[str, st.SearchStrategy[Value]] = {c.field: values(c) for c in known if not c.is_required}
    row = st.fixed_dictionaries(needed, optional=more)
    return st.lists(row, min_size=1, max_size=4).map(lambda drawn: [in_order(each, part) for each in drawn])


def in_order(row: Row, part: TablePart) -> Row:
    """The row with its fields in the order of the columns."""
    return {column.field: row[column.field] for column in columns(part.row) if column.field in row}
