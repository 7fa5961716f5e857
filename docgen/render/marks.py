"""Marks each line of a template with its place before rendering, so that loops and conditions do not lose it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream

from docgen.source import Source

_MARK = re.compile("\ue002([^\ue003]*):(\\d+)\ue003")


class LineMarks(Extension):
    """Puts a mark, private-use characters around the template's name and line, before each line of its own text."""

    def filter_stream(self, stream: TokenStream) -> Iterable[Token]:
        """Called by Jinja between its lexer, which has settled the white space, and its parser."""
        return (_marked(token, stream.name or "") if token.type == "data" else token for token in stream)


def mark(template: str, line: int) -> str:
    """What stands in the text before words of this line."""
    return f"\ue002{template}:{line}\ue003"


def _marked(token: Token, name: str) -> Token:
    lines = str(token.value).split("\n")
    marked = (mark(name, token.lineno + below) + line for below, line in enumerate(lines))
    return Token(token.lineno, token.type, "\n".join(marked))


def is_rendered(text: str) -> bool:
    """Whether a text was rendered before, by a macro or a block: it holds marks or placeholders."""
    return "\ue000" in text or "\ue002" in text


def without_marks(text: str, template: Source) -> tuple[str, tuple[Source, ...]]:
    """The rendered text without its marks, and the place of each of its lines."""
    lines, origins = [], []
    origin = template.line_below(1)
    for line in text.split("\n"):
        origin = _origin(line) or origin
        lines.append(_MARK.sub("", line))
        origins.append(origin)
    return "\n".join(lines), tuple(origins)


def _origin(line: str) -> Source | None:
    """The first mark that words follow; where there are none, the first mark."""
    places = list(_places(line))
    spoken = [place for place, words in places if words.strip()]
    return next(iter(spoken or [place for place, _ in places]), None)


def _places(line: str) -> Iterator[tuple[Source, str]]:
    parts = _MARK.split(line)
    for name, number, words in zip(parts[1::3], parts[2::3], parts[3::3], strict=True):
        yield Source(name, int(number)), words
