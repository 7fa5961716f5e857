"""Looks through one XML part of a workbook, element by element, without building anything.

openpyxl makes a row for every row up to the last one, and a cell for every column, so that one stray value in the last
cell of a sheet costs millions of objects. This says beforehand how far the values reach. It also finds what openpyxl
does not tell: merged cells, and formulas without a result.
"""

from __future__ import annotations

import re

from msgspec import Struct, field

# openpyxl takes some 15 microseconds for each element.
MOST_ELEMENTS = 250_000
MOST_LEVELS = 100
MOST_LISTED = 20

_REFERENCE = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")


class TooMany(Exception):
    """The part holds more elements than a table needs."""


class Forbidden(Exception):
    """The part holds what no workbook should hold."""


class PartScan(Struct):
    """What stands in a part. For a worksheet: how far its values reach, and what cannot be read."""

    last_row: int = 0
    last_column: int = 0
    last_cell: str = ""
    """The cell that reaches furthest."""
    merged: list[str] = field(default_factory=list)
    """The first merged ranges, such as `A1:C1`."""
    uncalculated: list[str] = field(default_factory=list)
    """The first cells with a formula that has no stored result."""
    is_disordered: bool = False
    """Whether rows or cells stand in another order than their names say."""
    elements: int = 0
    depth: int = 0
    row: int = 0
    column: int = 0
    reference: str = ""
    has_value: bool = False
    has_formula: bool = False
    has_result: bool = False
    is_inside_value: bool = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        self.elements += 1
        self.depth += 1
        if self.elements > MOST_ELEMENTS:
            raise TooMany
        if self.depth > MOST_LEVELS:
            raise Forbidden(f"nests more than {MOST_LEVELS} elements")
        match name.rpartition(" ")[2]:
            case "row":
                self._start_row(attributes.get("r", ""))
            case "c":
                self._start_cell(attributes.get("r", ""))
                # The result of a formula may be a text without a character.
                self.has_result = attributes.get("t") == "str"
            case "v":
                self.is_inside_value = True
            case "is":
                self.has_value = True
            case "f":
                self.has_formula = True
            case "mergeCell" if len(self.merged) < MOST_LISTED:
                self.merged.append(attributes.get("ref", ""))

    def end(self, name: str) -> None:
        """An element ends."""
        self.depth -= 1
        self.is_inside_value = False
        if name.rpartition(" ")[2] == "c":
            self._end_cell()

    def text(self, _: str) -> None:
        """Characters, of which only those of a value count."""
        self.has_value |= self.is_inside_value

    def doctype(self, *_: object) -> None:
        """A document type declaration, which is how entities are smuggled in."""
        raise Forbidden("declares a document type")

    def _start_row(self, number: str) -> None:
        row = int(number) if re.fullmatch("[0-9]{1,9}", number, re.ASCII) else self.row + 1
        self.is_disordered |= row <= self.row
        self.row, self.column = row, 0

    def _start_cell(self, reference: str) -> None:
        found = _REFERENCE.fullmatch(reference)
        column = column_number(found[1]) if found else self.column + 1
        self.is_disordered |= column <= self.column or (found is not None and int(found[2]) != self.row)
        self.column = column
        self.reference = reference if found else f"{column_letters(column)}{self.row}"
        self.has_value = self.has_formula = False

    def _end_cell(self) -> None:
        if self.has_formula and not (self.has_value or self.has_result) and len(self.uncalculated) < MOST_LISTED:
            self.uncalculated.append(self.reference)
        if not (self.has_value or self.has_formula):
            return
        if self.row > self.last_row or self.column > self.last_column:
            self.last_cell = self.reference
        self.last_row = max(self.last_row, self.row)
        self.last_column = max(self.last_column, self.column)


def column_number(letters: str) -> int:
    """`A` is 1, `AA` is 27."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def column_letters(number: int) -> str:
    """1 is `A`, 27 is `AA`."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
