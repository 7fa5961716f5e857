"""Counts the words of Markdown as a reader would."""

from __future__ import annotations

import re
from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token

_WORD = re.compile(r"[^\W_]+(?:[-'’.,:/&@_][^\W_]+)*")
_DIRECTIVE = re.compile(r"^ {0,3}(?::{3,}.*|:[\w-]+:.*)$", re.MULTILINE)
_ROLE = re.compile(r"\{[\w-]+\}`+[^`\n]+`+")


def most_words(markdown: str) -> int:
    """No fewer words than a reader sees, counted fast: what stands between blanks, and parts of it."""
    return len(_WORD.findall(markdown))


def count_words(markdown: str) -> int:
    """How many words a reader sees. A role counts as one; markup, comments, addresses and options do not count."""
    without_directives = _DIRECTIVE.sub("", _without_comments(markdown))
    tokens = MarkdownIt("commonmark", {"html": False}).enable("table").parse(_ROLE.sub("role", without_directives))
    return sum(len(_WORD.findall(text)) for text in _texts(tokens))


def _without_comments(markdown: str) -> str:
    """Without the notes among authors, which are not printed; a comment that is not closed is text."""
    printed, rest = [], markdown
    while "<!--" in rest:
        before, _, after = rest.partition("<!--")
        note, closing, behind = after.partition("-->")
        printed += [before] if closing else [before, note]
        rest = behind
    return "".join([*printed, rest])


def _texts(tokens: list[Token]) -> Iterator[str]:
    """The words of each paragraph, heading and cell, with its inline parts joined: `**B**ath` is one word."""
    for token in tokens:
        if token.type in ("fence", "code_block"):
            yield token.content
        elif token.children:
            yield "".join(_inline(child) for child in token.children)


def _inline(token: Token) -> str:
    if token.type in ("softbreak", "hardbreak"):
        return " "
    return token.content if token.type in ("text", "code_inline", "text_special") else ""
