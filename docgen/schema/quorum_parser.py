"""Reads a quorum: `4 members, including 1 lay and 1 of {clinical, executive}, and (chair or vice-chair)`.

rule    = all of { "or" all of }              and and or are not mixed without parentheses
all of  = one { ("," | "and" | "including" | "with") one }
one     = "(" rule ")" | count | name
count   = number [ "of" ] ( "members" | name [ "members" ] | "{" name { "," name } "}" )
name    = voting | lay | clinical | executive | chair | vice-chair | the id of a member
"""

from __future__ import annotations

import re

from docgen.schema.quorum_rule import AllOf, AnyOf, Count, Named, Rule
from docgen.schema.types import refused

_TOKEN = re.compile(r"\d+|[^\W\d][\w-]*|\S")
_COUNT = re.compile(r"[1-9][0-9]{0,2}")
_JOINS = (",", "and", "including", "with")
_MEMBERS = ("member", "members")
_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_EXAMPLE = "write it like '4 members, including 1 lay and 1 of {clinical, executive}, and (chair or vice-chair)'"
_DEEPEST = 20


def parse_quorum(text: str) -> Rule:
    """The rule that `text` states; raises pydantic's error, which points at what is not understood."""
    words = re.sub(r"\b(?:at least|the)\b", " ", text.lower())
    reader = _Reader(_TOKEN.findall(re.sub(r"\bvice[ _]chair\b", "vice-chair", words)))
    rule = reader.rule(0)
    if reader.token:
        raise reader.not_understood()
    return rule


class _Reader:
    """Walks over the words of a quorum, left to right."""

    def __init__(self, tokens: list[str]) -> None:
        self.tokens = tokens
        self.position = 0

    @property
    def token(self) -> str:
        """The next word, or nothing at the end."""
        return self.tokens[self.position] if self.position < len(self.tokens) else ""

    def took(self, *wanted: str) -> bool:
        """Steps over the next word where it is one of `wanted`."""
        found = self.token in wanted
        self.position += found
        return found

    def expect(self, *wanted: str) -> None:
        if not self.took(*wanted):
            raise self.not_understood(f"lacks '{wanted[0]}' before ")

    def not_understood(self, why: str = "is not understood at ") -> Exception:
        """The error for the next word."""
        return refused(f"{why}{repr(self.token) if self.token else 'its end'}", _EXAMPLE)

    def rule(self, depth: int) -> Rule:
        """Rules joined by and, or rules joined by or."""
        if depth > _DEEPEST:
            raise self.not_understood("has too many parentheses inside one another at ")
        choices = [self.all_of(depth)]
        while self.took("or"):
            choices.append(self.all_of(depth))
        if len(choices) == 1:
            first, *others = choices[0]
            return AllOf((first, *others)) if others else first
        if any(len(rules) > 1 for rules in choices):
            raise refused(
                "mixes and with or", "put parentheses around what belongs together: 2 lay and (chair or nurse)"
            )
        return AnyOf(tuple(rules[0] for rules in choices))

    def all_of(self, depth: int) -> list[Rule]:
        """Rules joined by and, a comma, including or with."""
        rules = [self.one(depth)]
        while self.took(*_JOINS):
            while self.took("and", "including", "with"):
                pass
            rules.append(self.one(depth))
        return rules

    def one(self, depth: int) -> Rule:
        """A rule in parentheses, a count or a name."""
        if self.took("("):
            rule = self.rule(depth + 1)
            self.expect(")")
            return rule
        return self.count() if self.token.isdecimal() or self.token in _NUMBERS else Named(self.name())

    def count(self) -> Count:
        """A number, and of what."""
        least = self.number()
        if self.took("of") and self.took("{"):
            return Count(least, self.names())
        if self.took(*_MEMBERS):
            return Count(least, ())
        name = self.name()
        self.took(*_MEMBERS)
        return Count(least, (name,))

    def number(self) -> int:
        """Digits or a word; more than three digits, or nought, is a slip."""
        if self.token not in _NUMBERS and not _COUNT.fullmatch(self.token):
            raise self.not_understood()
        word = self.token
        self.position += 1
        return int(word) if word.isdecimal() else _NUMBERS.index(word) + 1

    def names(self) -> tuple[str, ...]:
        """Names up to the closing brace."""
        found = [self.name()]
        while self.took(",", "or"):
            found.append(self.name())
        self.expect("}")
        return tuple(found)

    def name(self) -> str:
        """A tag, an office or an id."""
        name = self.token
        if not name[:1].isalpha() or name in (*_JOINS, "or", "of", *_MEMBERS):
            raise self.not_understood()
        self.position += 1
        return name
