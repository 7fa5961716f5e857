"""Refuses templates that no compiler should be handed: nested without end, or holding characters that docgen uses."""

from __future__ import annotations

import re
from collections.abc import Iterable

from jinja2 import TemplateSyntaxError, nodes
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream
from msgspec import Struct

BRACKETS = 30
"""Brackets inside one another."""
WORDS = 400
"""Words and signs in one tag."""
BLOCKS = 16
"""Loops, conditions and blocks inside one another: Python compiles no more than 20 loops."""
LEVELS = 60
"""Levels of the parsed template."""

_OPENING = frozenset({"lparen", "lbracket", "lbrace"})
_CLOSING = frozenset({"rparen", "rbracket", "rbrace"})
_BLOCKS = frozenset("if for macro call filter with block autoescape".split())
_BEGINS = frozenset({"block_begin", "variable_begin"})
_RESERVED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ue000-\uf8ff\ufffe\uffff\U000f0000-\U0010ffff]")
"""Control characters, which Word files cannot hold; halves of characters; private-use characters, which mark values."""
_LONG_NUMBER = re.compile(r"\d[\d_]{99}", re.ASCII)


class Bounds(Extension):
    """Holds a template against the bounds before anything is built of it."""

    priority = 50  # before the lines are marked with the very characters that it refuses

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        """Called by Jinja with the text of a template."""
        found = _LONG_NUMBER.search(source)
        if found:
            line = source.count("\n", 0, found.start()) + 1
            raise TemplateSyntaxError("the number is too long", line, name, filename)
        return source

    def filter_stream(self, stream: TokenStream) -> Iterable[Token]:
        """Called by Jinja between its lexer and its parser."""
        depths = _Depths(stream.name, stream.filename)
        for token in stream:
            depths.read(token)
            yield token


class _Depths(Struct):
    """How deep the reading of a template has come."""

    name: str | None
    filename: str | None
    brackets: int = 0
    words: int = 0
    blocks: int = 0
    tag: str = ""
    """The first word of the tag; `set` until it is known to hold a block."""

    def read(self, token: Token) -> None:
        """Count one token."""
        if token.type in ("data", "string"):
            self._hold_characters(token)
        if token.type in _BEGINS:
            self.words, self.brackets, self.tag = 0, 0, ""
        self.words += 1
        self.brackets += (token.type in _OPENING) - (token.type in _CLOSING)
        self._count_block(token)
        for count, most, what in self._counts():
            if count > most:
                raise self._refusal(token.lineno, f"{what}, more than {most}")

    def _counts(self) -> tuple[tuple[int, int, str], ...]:
        return (
            (self.brackets, BRACKETS, "too many brackets inside one another"),
            (self.words, WORDS, "too many words in one tag"),
            (self.blocks, BLOCKS, "too many blocks inside one another"),
        )

    def _count_block(self, token: Token) -> None:
        if token.type == "name" and self.words == 2:
            self.tag = str(token.value)
            self.blocks += (self.tag in _BLOCKS) - self.tag.startswith("end")
        if token.type == "assign" and self.tag == "set":
            self.tag = ""
        if token.type == "block_end":
            self.blocks += self.tag == "set"

    def _hold_characters(self, token: Token) -> None:
        found = _RESERVED.search(str(token.value))
        if found:
            line = token.lineno + str(token.value).count("\n", 0, found.start())
            raise self._refusal(line, f"the character U+{ord(found[0]):04X} cannot stand in a template")

    def _refusal(self, line: int, message: str) -> TemplateSyntaxError:
        return TemplateSyntaxError(message, line, self.name, self.filename)


def hold_levels(template: nodes.Template, name: str | None, filename: str | None) -> None:
    """Refuse a parsed template with too many levels, such as the sum of five hundred numbers."""
    level: list[nodes.Node] = [template]
    for _ in range(LEVELS):
        level = [child for node in level for child in node.iter_child_nodes()]
    if level:
        raise TemplateSyntaxError(f"more than {LEVELS} levels inside one another", level[0].lineno, name, filename)
