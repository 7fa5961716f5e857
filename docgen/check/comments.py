"""Comments for docgen in the files of authors: what they say, and which lines they are about."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

import yaml
from msgspec import Struct

_OF_DOCGEN = r"docgen(?:\s*:|(?=\s+ignore\b))(?P<said>"
_COMMENTS = {
    ".yaml": re.compile(rf"(?:^|(?<=\s))#\s*{_OF_DOCGEN}.*)$", re.IGNORECASE | re.MULTILINE),
    ".md": re.compile(rf"<!--\s*{_OF_DOCGEN}.*?)(?P<end>-->|\Z)", re.IGNORECASE | re.DOTALL),
    ".j2": re.compile(rf"(?:<!--|\{{#)-?\s*{_OF_DOCGEN}.*?)-?(?P<end>-->|#\}}|\Z)", re.IGNORECASE | re.DOTALL),
}
_ITEM = re.compile(r"\s*(?:[-*+•]\s|\d{1,9}[.)]\s|\|)")
"""How a line begins that is an item of a list or a row of a table."""


class Comment(Struct, frozen=True):
    """One comment that speaks to docgen."""

    said: str
    """What stands behind `docgen:`."""
    line: int
    column: int
    first: int
    last: int
    """The lines that it is about."""
    is_closed: bool = True
    """Whether it ends before the file does."""


def comments_in(path: str, data: bytes) -> Iterator[Comment]:
    """Those of a YAML or Markdown file, or of a template, in order; of other files none."""
    suffix = path[path.rfind(".") :].lower().replace(".yml", ".yaml")
    if suffix not in _COMMENTS or b"docgen" not in data.lower():
        return
    text = "\n".join(data.decode("utf-8-sig", errors="replace").splitlines())
    found = list(_COMMENTS[suffix].finditer(text))
    lines, values = text.split("\n"), _yaml_values(text) if found and suffix == ".yaml" else []
    starts = _starts(lines)
    for comment in found:
        if any(start <= comment.start() < end for start, end in values):
            continue
        first, last = bisect_right(starts, comment.start()), bisect_right(starts, comment.end())
        alone = not (lines[first - 1][: comment.start() - starts[first - 1]] + _rest(text, comment.end())).strip()
        about = _entry(lines, first, alone) if suffix == ".yaml" else _paragraph(lines, first, last, alone)
        is_closed = suffix == ".yaml" or bool(comment["end"])
        yield Comment(comment["said"], first, comment.start() - starts[first - 1] + 1, *about, is_closed)


def _starts(lines: Sequence[str]) -> list[int]:
    """Where each line begins."""
    starts = [0]
    for line in lines[:-1]:
        starts.append(starts[-1] + len(line) + 1)
    return starts


def _rest(text: str, at: int) -> str:
    """What follows on the same line."""
    return text[at:].partition("\n")[0]


def _yaml_values(text: str) -> list[tuple[int, int]]:
    """Where texts stand in which `#` is a sign like any other: quoted ones, and those below `|` and `>`."""
    try:
        scalars = [each for each in yaml.scan(text) if isinstance(each, yaml.ScalarToken) and each.style]
    except yaml.YAMLError:
        return []
    return [(_begin(text, each), each.end_mark.index) for each in scalars]


def _begin(text: str, scalar: yaml.ScalarToken) -> int:
    """A text below `|` begins on the next line: behind the sign there may be a comment."""
    at: int = scalar.start_mark.index
    return at if scalar.style in "'\"" else at + len(_rest(text, at))


def _entry(lines: Sequence[str], number: int, alone: bool) -> tuple[int, int]:
    """The YAML entry that begins on this line, or on the next: all lines that are further in belong to it."""
    first = next((at for at in range(number + alone, len(lines) + 1) if _has_words(lines[at - 1])), number)
    depth = _depth(lines[first - 1])
    inside = range(first + 1, len(lines) + 1)
    end = next((at for at in inside if _has_words(lines[at - 1]) and _depth(lines[at - 1]) <= depth), len(lines) + 1)
    return first, end - 1


def _has_words(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip())


def _paragraph(lines: Sequence[str], first: int, last: int, alone: bool) -> tuple[int, int]:
    """The paragraph, the item or the row in which a comment stands; of one that stands alone, what comes after it.

    Above a list or a table, that is the whole of it.
    """
    is_above = alone and not (first > 1 and lines[first - 2].strip())
    is_next = alone and _is_item(lines, last + 1) and _depth(lines[first - 1]) <= _depth(lines[last])
    if not is_above and is_next:
        return last + 1, _end(lines, last + 1)
    if not is_above:
        return _beginning(lines, first), _end(lines, last)
    below = next((at for at in range(last + 1, len(lines) + 1) if lines[at - 1].strip()), last)
    return first, _end(lines, below, with_items=True)


def _beginning(lines: Sequence[str], number: int) -> int:
    """The line on which that begins in which a line stands."""
    while number > 1 and lines[number - 2].strip() and not _is_item(lines, number):
        number -= 1
    return number


def _end(lines: Sequence[str], number: int, with_items: bool = False) -> int:
    """The line on which it ends; with all items of a list, where these are meant."""
    while number < len(lines) and lines[number].strip() and (with_items or not _is_item(lines, number + 1)):
        number += 1
    return number


def _is_item(lines: Sequence[str], number: int) -> bool:
    return number <= len(lines) and bool(_ITEM.match(lines[number - 1]))
