"""What a workbook says to those who fill it in: a comment on each heading, and a drop-down where words are fixed."""

from __future__ import annotations

from collections.abc import Iterator

from openpyxl.comments import Comment
from openpyxl.worksheet.datavalidation import DataValidation

from docgen.editing.columns import Column, Kind
from docgen.wording import listed

_AUTHOR = "docgen"
_LONGEST_LIST = 255
"""What Excel takes of words in a drop-down, in characters."""
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


def drop_down(column: Column) -> DataValidation | None:
    """The words to choose from; None for a column that takes any, or several of them in one cell."""
    words = ",".join(column.choices)
    if not words or column.kind not in (Kind.CHOICE, Kind.YES_NO) or len(words) > _LONGEST_LIST:
        return None
    return DataValidation(
        "list",
        formula1=f'"{words}"',
        allow_blank=not column.is_required,
        showErrorMessage=True,
        errorTitle=column.heading[:32],
        error=f"Choose {listed(list(column.choices), 'or')}."[:225],
    )
