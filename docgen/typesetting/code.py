"""Puts Typst code together: words as string literals, lengths, calls.

Everything is written in Typst's code mode, never as its markup. So words reach the page as they are: nothing in a
string literal but `\\` and `"` has a meaning, and both are written with a backslash.
"""

from __future__ import annotations

import re

_SPECIAL = re.compile(r'[\\"\x00-\x1f\x7f-\x9f\u2028\u2029]')
"""What may not stand in a literal as it is: its end, its escapes, and what would end a line of code."""


def literal(words: str) -> str:
    """A string literal on one line."""
    return f'"{_SPECIAL.sub(_escaped, words)}"'


def _escaped(found: re.Match[str]) -> str:
    character = found[0]
    return f"\\{character}" if character in '\\"' else f"\\u{{{ord(character):x}}}"


def points(length: float) -> str:
    """A length in points, to a hundredth: `9.5pt`."""
    return f"{length:.2f}".rstrip("0").rstrip(".") + "pt"


def twips(length: int) -> str:
    """A length that is known in twentieths of a point, as Word tells lengths."""
    return points(length / 20)


def array(values: list[str] | tuple[str, ...]) -> str:
    """An array of expressions: a single one needs a comma behind it."""
    return f"({', '.join(values)}{',' if len(values) == 1 else ''})"


def call(name: str, *arguments: str, **named: str) -> str:
    """A call of a function: `block(fill: none, [..])`. Arguments are expressions; `_` in a name stands for `-`.

    An argument that is empty is left out.
    """
    options = [f"{key.rstrip('_').replace('_', '-')}: {value}" for key, value in named.items() if value]
    return f"{name}({', '.join([*options, *filter(None, arguments)])})"


def joined(contents: list[str] | tuple[str, ...]) -> str:
    """Expressions that give content, one after the other, as one expression."""
    return f"{{ {'; '.join(contents)} }}" if contents else "[]"
