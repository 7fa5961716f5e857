"""What a workbook says to those who fill it in: a comment on each heading, and a drop-down where words are fixed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from openpyxl.comments import Comment
from openpyxl.worksheet.datavalidation import DataValidation

from docgen.editing.columns import Column, Kind
from docgen.wording import listed

_AUTHOR = "docgen"
_LONGEST_LIST = 255
"""What Excel takes of words in a drop-down, in characters."""
_ID = re.compile(r"[a-z0-9_-]+")
"""A name with a comma or a quotation mark would break the list of words."""
_LONGEST_TITLE, _LONGEST_MESSAGE = 32, 225
"""What Excel takes of a warning, in characters."""
_LINE_HEIGHT, _CHARACTERS_IN_A_LINE = 16, 42

_HOW_TO = {
    Kind.ID: "An id of small letters, digits and hyphens.",
    Kind.LINES: "One item on each line: Alt+Enter begins a new one.",
    Kind.NAMES: "Several may stand here, with commas between them.",
    Kind.YES_NO: "yes or no.",
    Kind.WHOLE: "A whole number, without a unit.",
    Kind.NUMBER: "A number, without a unit.",
    Kind.MONEY: "An amount in pounds.",
    Kind.DAY: "A day, or the id of a date in programme.yaml.",
    Kind.MOMENT: "As precisely as it is known: a day, a month, a year, a financial year, or the id of a date.",
}


def comment_on(column: Column) -> Comment:
    """The help that a heading shows when the mouse rests on it."""
    text = "\n".join(_help(column))
    lines = sum(1 + len(line) // _CHARACTERS_IN_A_LINE for line in text.split("\n"))
    return Comment(text, _AUTHOR, height=_LINE_HEIGHT * (lines + 1), width=300)


def _help(column: Column) -> Iterator[str]:
    yield f"{column.help}."
    yield "Must be filled in." if column.is_required else "May be left empty."
    meanings = {word: meaning for word, meaning in column.choices.items() if meaning}
    yield from (f"{word}: {meaning}" for word, meaning in meanings.items())
    if column.kind in _HOW_TO:
        yield _HOW_TO[column.kind]
    if column.examples:
        yield f"For example {listed(column.examples, 'or')}."


def drop_down(column: Column, ids: Mapping[str, Sequence[str]]) -> DataValidation | None:
    """The words to choose from; None for a column that takes any, or several of them in one cell.

    `ids` are those that the content has, by the kind of thing that they name. Another one may be written all the same.
    """
    known = [name for kind in column.names for name in ids.get(kind, ()) if _ID.fullmatch(name)]
    words = [*column.choices] if column.kind in (Kind.CHOICE, Kind.YES_NO) else known if column.kind is Kind.ID else []
    if not words or len(",".join(words)) > _LONGEST_LIST:
        return None
    fixed = f"Choose {listed(words, 'or')}."
    return DataValidation(
        "list",
        formula1=f'"{",".join(words)}"',
        allow_blank=not column.is_required,
        showErrorMessage=True,
        errorStyle="stop" if column.choices else "warning",
        errorTitle=column.heading[:_LONGEST_TITLE],
        error=(fixed if column.choices else "The content has no such id yet.")[:_LONGEST_MESSAGE],
    )
