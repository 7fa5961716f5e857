"""Files that were sound, and to which something happened: on the disk, on the way, or in an editor."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random

TOKENS: tuple[bytes, ...] = tuple(
    token.encode()
    for token in (
        *("\n", "\r\n", "\r", "\t", "    ", "\n\n", "\x0c", "\u2028", "\ufeff", "\u00a0", "\u200b", "\u0301"),
        *("\x00", ": ", "- ", "? ", "&a ", "*a ", "!!x ", "|\n", ">\n", "---\n", "...\n", "{", "}", "[", "]", "#"),
        *("%", "<<: ", "'", '"', '""', ",", ";", "|", "\\", "`", "```\n", "~~~", ":::", ":::{table}", ":::{note}\n"),
        *("{fact}`x`", "{{ ", " }}", "{% if %}", "{% endif %}", "{% for x in y %}", "{#", "{{ x | join }}", "{-}"),
        *("# ", "## ", "* ", "1. ", "> ", "| a |\n| - |\n", "[^1]", "[^1]: x", "[a](b)", "![a](b.png)", "<b>"),
        *("<!--", "-->", "&amp;", "&#xE000;", "(label)=\n", "{ref}`x`", "***", "===\n", "~", "<a xmlns:x='y'>"),
        *("</a>", "yes", "no", "0", "-1", "1e999", "9" * 20, "2014-02-30", "NaN", "null", "£", "’", "\U0001f3e5"),
        *("<<<<<<< HEAD\n", "=======\n", ">>>>>>> x\n", "=cmd|' /C calc'!A0", "\ud7ff", "\ue000", "a" * 3000),
    )
)
"""What means something to a reader of YAML, CSV, Markdown, Jinja or XML."""


SIGNS = b" \n-:#*_`{}[]()<>|&'\"\\%=+.,;/aZ09~@!?^$"


def mutated(data: bytes, chance: Random, others: Sequence[bytes] = ()) -> bytes:
    """The file after one to six mishaps; `others` are files of which a stretch may get into it."""
    for _ in range(chance.choice([1, 1, 1, 2, 2, 3, 6])):
        data = chance.choice(_MISHAPS)(data, chance, others)
    return data


def _flipped(data: bytes, chance: Random, _: Sequence[bytes]) -> bytes:
    at = chance.randrange(len(data) + 1)
    byte = chance.choice(SIGNS) if chance.random() < 0.7 else chance.randrange(256)
    return data[:at] + bytes([byte]) + data[at + 1 :]


def _lost(data: bytes, chance: Random, _: Sequence[bytes]) -> bytes:
    start, end = _stretch(data, chance)
    return data[:start] + data[end:]


def _repeated(data: bytes, chance: Random, _: Sequence[bytes]) -> bytes:
    start, end = _stretch(data, chance)
    return data[:end] + data[start:end] * chance.choice([1, 1, 2, 40]) + data[end:]


def _cut_short(data: bytes, chance: Random, _: Sequence[bytes]) -> bytes:
    return data[: chance.randrange(len(data) + 1)]


def _inserted(data: bytes, chance: Random, _: Sequence[bytes]) -> bytes:
    at = chance.randrange(len(data) + 1)
    return data[:at] + chance.choice(TOKENS) * chance.choice([1, 1, 1, 2, 60]) + data[at:]


def _moved(data: bytes, chance: Random, _: Sequence[bytes]) -> bytes:
    lines = data.split(b"\n")
    line = lines.pop(chance.randrange(len(lines)))
    lines.insert(chance.randrange(len(lines) + 1), line)
    return b"\n".join(lines)


def _mixed(data: bytes, chance: Random, others: Sequence[bytes]) -> bytes:
    other = chance.choice(others) if others else data
    start, end = _stretch(other, chance)
    at = chance.randrange(len(data) + 1)
    return data[:at] + other[start:end] + data[at:]


def _stretch(data: bytes, chance: Random) -> tuple[int, int]:
    start = chance.randrange(len(data) + 1)
    return start, start + chance.choice([1, 4, 20, 100, 1000])


_MISHAPS: tuple[Callable[[bytes, Random, Sequence[bytes]], bytes], ...] = (
    _flipped,
    _lost,
    _repeated,
    _cut_short,
    _inserted,
    _inserted,
    _moved,
    _mixed,
)


def damages(data: bytes, chance: Random, number: int) -> list[bytes]:
    """What a failing disk makes of a record: bits flipped, ends cut off, stretches of zeros; and another format."""
    kinds: list[Callable[[], bytes]] = [
        lambda: _with_bit(data, chance.randrange(len(data)), 1 << chance.randrange(8)),
        lambda: data[: chance.randrange(len(data))],
        lambda: _zeroed(data, chance.randrange(len(data)), chance.randrange(1, 400)),
        lambda: data.replace(b'"format": 1', b'"format": 2'),
        lambda: b"",
    ]
    return [kinds[each % len(kinds)]() for each in range(number)]


def _with_bit(data: bytes, at: int, bit: int) -> bytes:
    return data[:at] + bytes([data[at] ^ bit]) + data[at + 1 :]


def _zeroed(data: bytes, at: int, length: int) -> bytes:
    return (data[:at] + bytes(length) + data[at + length :])[: len(data)]
