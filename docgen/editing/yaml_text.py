"""Writes rows as YAML: plain where that says the same, else in quotation marks, and in blocks where it is long."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence

from docgen.editing.rows import Row, Value

_WIDTH = 120
_PLAIN = re.compile(r"[^\W_](?:[^\n\t#:]|:(?=\S)|(?<=\S)#)*(?<![\s:])|£[^\n\t#:]*(?<!\s)")
"""What no reader of YAML takes for anything but text: begins with a letter, a digit or a pound sign, holds no `: ` and
no ` #`, and ends in neither a space nor a colon."""
_NOTHING = frozenset({"null", "~"})


def yaml_rows(rows: Iterable[Row], indent: int = 0) -> str:
    """A list with a mapping for each row, its hyphens `indent` spaces from the margin."""
    return "".join(yaml_row(row, indent) for row in rows)


def yaml_row(row: Row, indent: int = 0) -> str:
    """One item of such a list."""
    lines = [line for field, value in row.items() for line in _field(field, value, indent + 2)]
    first, *rest = lines or [f"{' ' * (indent + 2)}{{}}"]
    return "".join(f"{line}\n" for line in [f"{' ' * indent}- {first.lstrip(' ')}", *rest])


def _field(name: str, value: Value, indent: int) -> Iterator[str]:
    margin = " " * indent
    if isinstance(value, str):
        yield from _text(f"{margin}{name}:", value, indent + 2)
        return
    if not value:
        yield f"{margin}{name}: []"
        return
    yield f"{margin}{name}:"
    for item in value:
        yield from _text(f"{margin}  -", item, indent + 4)


def _text(begin: str, text: str, indent: int) -> Iterator[str]:
    """The lines of one text after `begin`."""
    if _fits_block(text):
        yield f"{begin} |{_chomping(text)}"
        yield from (f"{' ' * indent}{line}" if line else "" for line in text.removesuffix("\n").split("\n"))
    elif len(begin) + len(text) > _WIDTH and _fits_fold(text):
        yield f"{begin} >-"
        yield from _folded(text, indent)
    else:
        yield f"{begin} {scalar(text)}"


def scalar(text: str) -> str:
    """One text on one line."""
    is_plain = _PLAIN.fullmatch(text) and text.casefold() not in _NOTHING
    return text if is_plain else json.dumps(text, ensure_ascii=False)


def _fits_block(text: str) -> bool:
    """Whether the lines of a text can stand below each other as they are."""
    lines = text.split("\n")
    return len(lines) > 1 and bool(text.strip()) and not any(line[:1].isspace() for line in lines) and lines[0] != ""


def _chomping(text: str) -> str:
    """`-` where no line break ends the text, nothing for one, `+` for more."""
    return "-" if not text.endswith("\n") else "+" if text.endswith("\n\n") else ""


def _fits_fold(text: str) -> bool:
    """Whether a text may be broken at its spaces: a space at an end, or two together, would be lost."""
    return text == " ".join(text.split()) and " " in text


def _folded(text: str, indent: int) -> Iterator[str]:
    line = ""
    for word in text.split(" "):
        if line and indent + len(line) + 1 + len(word) > _WIDTH:
            yield f"{' ' * indent}{line}"
            line = word
        else:
            line = f"{line} {word}" if line else word
    yield f"{' ' * indent}{line}"


def yaml_bytes(rows: Sequence[Row], first_line: str = "") -> bytes:
    """A file that holds nothing but the rows."""
    head = f"{first_line}\n" if first_line else ""
    return (head + (yaml_rows(rows) or "[]\n")).encode()
