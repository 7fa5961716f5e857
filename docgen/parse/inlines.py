"""Inline tokens become inlines. Each text keeps its column where the passage is the file's own."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from markdown_it.tree import SyntaxTreeNode

from docgen.codes import markup as codes
from docgen.parse.footnotes import reference_to
from docgen.parse.markdown import inline_tree_of
from docgen.parse.passage import Passage, one_line
from docgen.parse.pictures import picture_at
from docgen.parse.printed import inlines_of
from docgen.parse.reader import Reader
from docgen.parse.roles.registry import read_role
from docgen.rendered import PLACEHOLDER
from docgen.source import Source
from docgen.tree.inline import Code, Emphasis, Inline, Inlines, LineBreak, Link, Strong, Text

_SCHEMES = re.compile(r"(?i)(https?:|mailto:)")
_ANY_SCHEME = re.compile(r"(?i)[a-z][a-z0-9+.-]*:")
_ENCODED = re.compile("%EE%80%80(\\d+)%EE%80%81", re.ASCII)
"""A placeholder in a link, as markdown-it encodes it."""
_UNKNOWN_FOOTNOTE = re.compile(r"\[\^[^\]\s]+\]")


@dataclass(slots=True)
class Cursor:
    """Where in the passage the reading of one inline token has come to."""

    passage: Passage
    line: int
    column: int = 0

    @property
    def source(self) -> Source:
        """The place of the line."""
        return self.passage.source(self.line)

    def is_escaped(self, words: str) -> bool:
        """Whether the author wrote words of this line with a backslash, so that they are no markup."""
        line = self.passage.lines[self.line] if self.line < len(self.passage.lines) else ""
        return not re.search(rf"(?<!\\){re.escape(words)}", line)

    def next_line(self) -> None:
        """Go on after a line end."""
        self.line += 1
        self.column = 0

    def find(self, words: str) -> tuple[Source, bool]:
        """The place of words further on in this line, and whether they stand there as they are."""
        here = self.source
        if not self.passage.is_exact:
            return here, True
        column = self.passage.lines[self.line].find(words, self.column) if self.line < len(self.passage.lines) else -1
        if column < 0:
            return here, False
        self.column = column + len(words)
        return replace(here, column=column + 1), True


def inlines_in(node: SyntaxTreeNode, cursor: Cursor, reader: Reader) -> Inlines:
    """The inlines of all children of a node, neighbouring texts of one place as one."""
    return tuple(inline for child in node.children for inline in _inline(child, cursor, reader))


def inlines_of_line(text: str, source: Source, reader: Reader) -> Inlines:
    """The inlines of one line of text that stands at `source`."""
    return inlines_in(inline_tree_of(text.strip()).children[0], Cursor(one_line(text, source), 0), reader)


def _inline(node: SyntaxTreeNode, cursor: Cursor, reader: Reader) -> Inlines:
    return _READERS[node.type](node, cursor, reader)


def _text(node: SyntaxTreeNode, cursor: Cursor, reader: Reader) -> Inlines:
    unknown = _UNKNOWN_FOOTNOTE.search(node.content)
    if unknown and not cursor.is_escaped(unknown[0]):
        hint = f"write the footnote: a line that begins with {unknown[0]}:"
        reader.findings.add(codes.UNKNOWN_FOOTNOTE.at(cursor.source, f"there is no footnote '{unknown[0]}'", hint))
    return tuple(_texts(node.content, cursor, reader))


def _texts(words: str, cursor: Cursor, reader: Reader) -> Iterator[Inline]:
    """Words and values in turn: `PLACEHOLDER` splits into words, number, words, number …"""
    for position, part in enumerate(PLACEHOLDER.split(words)):
        if position % 2:
            yield from inlines_of(reader.values[int(part)], cursor.source, reader)
        elif part:
            source, is_verbatim = cursor.find(part)
            yield Text(part, source, is_verbatim)


def _soft_break(node: SyntaxTreeNode, cursor: Cursor, reader: Reader) -> Inlines:
    source = cursor.source
    cursor.next_line()
    return (Text(" ", source),)


def _hard_break(node: SyntaxTreeNode, cursor: Cursor, reader: Reader) -> Inlines:
    source = cursor.source
    cursor.next_line()
    return (LineBreak(source),)


def _emphasis(node: SyntaxTreeNode, cursor: Cursor, reader: Reader) -> Inlines:
    source = cursor.source
    return (Emphasis(inlines_in(node, cursor, reader), source),)


def _strong(node: SyntaxTreeNode, cursor: Cursor, reader: Reader) -> Inlines:
    source = cursor.source
    return (Strong(inlines_in(node, cursor, reader), source),)


def _code(node: SyntaxTreeNode, cursor: Cursor, reader: Reader) -> Inlines:
    source, _ = cursor.find(node.content)
    return (Code(reader.plain(node.content), source),)


def _link(node: SyntaxTreeNode, cursor: Cursor, reader: Reader) -> Inlines:
    source = cursor.source
    content = inlines_in(node, cursor, reader)
    target = reader.plain(_ENCODED.sub("\ue000\\1\ue001", str(node.attrs.get("href", ""))))
    if _ANY_SCHEME.match(target) and not _SCHEMES.match(target):
        hint = "link to a web page (https), an e-mail address (mailto) or a file beside the paper"
        reader.findings.add(codes.LINK_REFUSED.at(source, f"'{target}' is not a link that a paper may hold", hint))
        return content
    return (Link(target, content, source, str(node.attrs.get("title", ""))),)


def _picture(node: SyntaxTreeNode, cursor: Cursor, reader: Reader) -> Inlines:
    target = reader.plain(_ENCODED.sub("\ue000\\1\ue001", str(node.attrs.get("src", ""))))
    picture = picture_at(target, reader.plain(node.content), cursor.source, reader)
    return (picture,) if picture else ()


def _role(node: SyntaxTreeNode, cursor: Cursor, reader: Reader) -> Inlines:
    source, _ = cursor.find(f"{{{node.meta['name']}}}")
    return read_role(str(node.meta["name"]), reader.plain(node.content), source, reader)


def _footnote(node: SyntaxTreeNode, cursor: Cursor, reader: Reader) -> Inlines:
    return (reference_to(int(node.meta["id"]), cursor.source),)


_READERS: Mapping[str, Callable[[SyntaxTreeNode, Cursor, Reader], Inlines]] = {
    "text": _text,
    "softbreak": _soft_break,
    "hardbreak": _hard_break,
    "em": _emphasis,
    "strong": _strong,
    "code_inline": _code,
    "link": _link,
    "image": _picture,
    "myst_role": _role,
    "footnote_ref": _footnote,
    "footnote_anchor": lambda node, cursor, reader: (),
}
