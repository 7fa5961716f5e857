"""Words counts: 1.2, then letters and roman numerals."""

from __future__ import annotations

from collections.abc import Callable

from docgen.tree.document import Numbering

_ROMAN = tuple(
    zip((1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1), "M CM D CD C XC L XL X IX V IV I".split(), strict=True)
)


def decimal(counts: list[int]) -> str:
    """`1.2.3`; a level that was left out counts as 0, as Word counts it."""
    return ".".join(str(count) for count in counts)


def lettered(counts: list[int]) -> str:
    """`B`, then `II`, then `c`; deeper levels have no number."""
    last = counts[-1]
    styles: tuple[Callable[[int], str], ...] = (letter, roman, lambda number: letter(number).lower())
    return styles[len(counts) - 1](last) if len(counts) <= len(styles) else ""


def letter(number: int) -> str:
    """`A` for 1, `Z` for 26, then `AA`, `BB` as Word goes on."""
    return chr(ord("A") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def roman(number: int) -> str:
    """`IV` for 4."""
    words = ""
    for value, sign in _ROMAN:
        words += sign * (number // value)
        number %= value
    return words


NUMBERS: dict[Numbering, Callable[[list[int]], str]] = {
    Numbering.NONE: lambda counts: "",
    Numbering.DECIMAL: decimal,
    Numbering.LETTERED: lettered,
}
"""How each numbering words the counts of the levels down to a heading's own."""
