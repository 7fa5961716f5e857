"""Finds the tags in a line of a form, as people type them into Word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from msgspec import Struct

_OPENING = re.compile(r"\{[{%#]")
_CLOSING = {"{{": "}}", "{%": "%}", "{#": "#}"}
_QUOTES = {mark: marks for marks in ('"', "'", "“”„", "‘’\N{SINGLE LOW-9 QUOTATION MARK}") for mark in marks}
"""Word turns straight quotation marks into curly ones, in pairs that depend on its language."""
_STATEMENT = re.compile(r"[-+]?\s*(?:(p|tr|tc|r)\s+)?(.*?)\s*[-+]?", re.DOTALL)
_EXPRESSION = re.compile(r"[-+]?(?:(p|tr|tc|r)\s+)?\s*(.*?)\s*[-+]?", re.DOTALL)
_NAME = re.compile(r"[^\W\d]\w*(?:\.\w+|\[\d+\])*")

BEGINS = frozenset("for if with macro call filter set".split())
MIDDLES = frozenset({"else", "elif"})
REFUSED = frozenset("raw block extends include import from autoescape".split())


class Found(Struct, frozen=True):
    """A tag, or the beginning of one that does not end, in a line."""

    start: int
    end: int
    text: str
    """As typed."""
    closed: bool


class Tag(Struct, frozen=True, dict=True):
    """What a tag says."""

    kind: str
    """`{{`, `{%` or `{#`."""
    target: str
    """What it takes away with itself: `p` its paragraph, `tr` its row; empty for nothing."""
    code: str
    """What stands between the braces, with straight quotation marks."""
    text: str
    """As typed, on one line, for messages."""

    @cached_property
    def word(self) -> str:
        """The first word of a statement: `for`, `endif`; empty in other tags."""
        return self.code.split(maxsplit=1)[0] if self.kind == "{%" and self.code.strip() else ""

    @property
    def begins(self) -> bool:
        """Whether it begins what another tag ends."""
        return self.word in BEGINS and not (self.word == "set" and "=" in self.code)

    @property
    def printed(self) -> str:
        """The name that it prints, such as `vision` or `committee.chair.role`; empty in other tags."""
        found = _NAME.match(self.code.strip()) if self.kind == "{{" else None
        return found[0] if found else ""

    @property
    def skeleton(self) -> tuple[str, str]:
        """What stands around the code once docxtpl has to read it: `{%tr ` and ` %}`."""
        return f"{self.kind}{self.target} ", f" {_CLOSING[self.kind]}"


def tags_in(line: str) -> Iterator[Found]:
    """The tags of a line, in order."""
    opening = _OPENING.search(line)
    while opening:
        end = _end(line, opening.end(), _CLOSING[opening[0]])
        stop = end if end > 0 else len(line)
        yield Found(opening.start(), stop, line[opening.start() : stop], end > 0)
        opening = _OPENING.search(line, stop)


def tag_of(text: str) -> Tag:
    """What a closed tag says. Paragraph tags of docxtpl that print, `{{p x }}` and `{{r x }}`, print `x`."""
    kind, inside = text[:2], text[2:-2].replace("\N{NO-BREAK SPACE}", " ")
    pattern = _EXPRESSION if kind == "{{" else _STATEMENT
    found = pattern.fullmatch(inside)
    target, code = (found[1] or "", found[2]) if found else ("", inside)
    is_taking = kind == "{%" and target in ("p", "tr", "tc")
    return Tag(kind, target if is_taking else "", _straight(code), " ".join(text.split()))


def _end(line: str, start: int, closing: str) -> int:
    """Where a tag ends; a closing sign inside quotation marks does not end it. 0 where it does not end."""
    position = start
    while position < len(line):
        if line.startswith(closing, position):
            return position + 2
        after = _after_string(line, position)
        position = after or position + 1
    plain = line.find(closing, start)
    return plain + 2 if plain >= 0 else 0


def _after_string(line: str, position: int) -> int:
    """The end of a string that begins here; 0 where none does."""
    marks = _QUOTES.get(line[position])
    if not marks:
        return 0
    return next((place + 1 for place in range(position + 1, len(line)) if line[place] in marks), 0)


def _straight(code: str) -> str:
    """The code with straight marks around its strings, and its strings as they are."""
    parts, position = [], 0
    while position < len(code):
        after = _after_string(code, position)
        parts.append(_string(code[position:after]) if after else code[position])
        position = after or position + 1
    return "".join(parts)


def _string(written: str) -> str:
    if written[0] in "\"'":
        return written
    return '"' + written[1:-1].replace("\\", "\\\\").replace('"', '\\"') + '"'
