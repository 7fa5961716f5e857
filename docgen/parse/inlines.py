"""Inline tokens become inlines. Each text keeps its column where the passage is the file's own."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from urllib.parse import unquote

from markdown_it.tree import SyntaxTreeNode
from msgspec import Struct

from docgen.codes import markup as codes
from docgen.parse.footnotes import reference_to
from docgen.parse.links import address_of, fault_of
from docgen.parse.markdown import inline_tree_of, reserved_characters, without_reserved
from docgen.parse.passage import Passage, one_line
from docgen.parse.pictures import picture_at
from docgen.parse.printed import inlines_of
from docgen.parse.reader import Reader
from docgen.parse.roles.registry import read_role
from docgen.rendered import PLACEHOLDER
from docgen.source import Source
from docgen.tree.inline import Code, Emphasis, Inline, Inlines, LineBreak, Link, Strong, Text


class Cursor(Struct):
    """Where in the passage the reading of one inline token has come to."""

    passage: Passage
    line: int
    end: int
    """The line after the token's last."""
    column: int = 0

    @property
    def source(self) -> Source:
        """The place of the line."""
        return self.passage.source(self.line)

    def next_line(self, lines: int = 1) -> None:
        """Go on after a line end, or several."""
        if lines:
            self.line += lines
            self.column = 0

    def find(self, words: str) -> tuple[Source, bool]:
        """The place of words further on in this line, and whether they stand there as they are."""
        column = self._text().find(words, self.column)
        if column < 0:
            return self.source, False
        self.column = column + len(words)
        return self.passage.place(self.line, column), True

    def find_across(self, words: str) -> Source:
        """The place of words further on that may go on over a line end, which reads as a space."""
        source, is_found = self.find(words)
        if is_found or " " not in words:
            return source
        pattern = r"[\s>]+".join(re.escape(word) for word in words.split())
        rest = "\n".join([self._text()[self.column :], *self.passage.lines[self.line + 1 : self.end]])
        found = re.search(pattern, rest)
        self.next_line(found[0].count("\n") if found else 0)
        return source

    def _text(self) -> str:
        return self.passage.lines[self.line] if self.line < len(self.passage.lines) else ""


def inlines_in(node: SyntaxTreeNode, cursor: Cursor, reader: Reader) -> Inlines:
    """The inlines of all children of a node."""
    return tuple(inline for child in node.children for inline in _READERS[child.type](child, cursor, reader))


def inlines_of_line(text: str, source: Source, reader: Reader) -> Inlines:
    """The inlines of one line of text that stands at `source`."""
    if any(reserved_characters(text)):
        hint = "delete it, or write the ordinary character that was meant"
        message = "the line names a character that cannot stand in a paper"
        reader.findings.add(codes.RESERVED_CHARACTER.at(source, message, hint))
        text = without_reserved(text)
    tree = inline_tree_of(text.strip(), reader.scope.environment())
    return inlines_in(tree.children[0], Cursor(one_line(text, source), 0, 1), reader)


def _text(node: SyntaxTreeNode, cursor: Cursor, reader: Reader) -> Inlines:
    return tuple(_texts(node.content, cursor, reader))


def _texts(words: str, cursor: Cursor, reader: Reader) -> Iterator[Inline]:
    """Words and values in turn: `PLACEHOLDER` splits into words, number, words, number …"""
    for position, part in enumerate(PLACEHOLDER.split(words)):
        if position % 2:
            yield from inlines_of(reader.values[int(part)], cursor.source, reader)
        elif part:
            source, is_verbatim = cursor.find(part)
            yield Text(part, source, is_verbatim)


def _unknown_footnote(node: SyntaxTreeNode, cursor: Cursor, reader: Reader) -> Inlines:
    source, _ = cursor.find(node.content)
    words = reader.plain(node.content)
    hint = f"write the footnote: a line that begins with {words}:"
    reader.findings.add(codes.UNKNOWN_FOOTNOTE.at(source, f"there is no footnote '{words}'", hint))
    return (Text(words, source),)


def _comment(node: SyntaxTreeNode, cursor: Cursor, reader: Reader) -> Inlines:
    cursor.next_line(node.content.count("\n"))
    return ()


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
    return (Code(reader.plain(node.content), cursor.find_across(node.content)),)


def _link(node: SyntaxTreeNode, cursor: Cursor, reader: Reader) -> Inlines:
    source = cursor.source
    content = inlines_in(node, cursor, reader)
    reader.scope.used.add(_label(node))
    target = address_of(str(node.attrs.get("href", "")), reader)
    fault = fault_of(target)
    if fault:
        hint = (
            "link to a web page (https), an e-mail address (mailto), a paper of the pack (document) or a file beside it"
        )
        reader.findings.add(codes.LINK_REFUSED.at(source, fault, hint))
        return content
    return (Link(target, content, source, reader.plain(str(node.attrs.get("title", "")))),)


def _label(node: SyntaxTreeNode) -> str:
    """The name of the link address that a link uses; empty where it has an address of its own."""
    return str(node.meta.get("label", ""))


def _picture(node: SyntaxTreeNode, cursor: Cursor, reader: Reader) -> Inlines:
    reader.scope.used.add(_label(node))
    written = str(node.attrs.get("src", ""))
    # Percent signs are undone in what the author wrote only: `%EE%80%80` must not become a placeholder.
    target = reader.plain(written) if PLACEHOLDER.search(written) else unquote(written)
    picture = picture_at(target, reader.plain(node.content), cursor.source, reader)
    if node.attrs.get("title"):
        message = f"the title '{reader.plain(str(node.attrs['title']))}' of a picture is not printed"
        reader.findings.add(codes.NOT_TAKEN.at(cursor.source, message, "write it as the caption of a figure"))
    return (picture,) if picture else ()


def _role(node: SyntaxTreeNode, cursor: Cursor, reader: Reader) -> Inlines:
    source, _ = cursor.find(f"{{{node.meta['name']}}}")
    cursor.find_across(node.content)
    return read_role(str(node.meta["name"]), reader.plain(node.content), source, reader)


def _near_role(node: SyntaxTreeNode, cursor: Cursor, reader: Reader) -> Inlines:
    source, is_verbatim = cursor.find(node.content)
    name, words = str(node.meta["name"]), reader.plain(str(node.meta["words"]))
    hint = f"write {{{name}}}`{words}` with backticks, without a space"
    if not words:
        hint = f"write {{{name}}}`…` with what it names between backticks, or \\{{{name}}} if it is meant to be read"
    message = f"'{reader.plain(str(node.meta['written']))}' is not read as a role"
    reader.findings.add(codes.NEAR_ROLE.at(source, message, hint))
    return (Text(node.content, source, is_verbatim),)


def _footnote(node: SyntaxTreeNode, cursor: Cursor, reader: Reader) -> Inlines:
    source, _ = cursor.find(f"[^{node.meta['label']}]")
    return (reference_to(str(node.meta["label"]), source),)


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
    "near_role": _near_role,
    "footnote_ref": _footnote,
    "unknown_footnote": _unknown_footnote,
    "comment": _comment,
}
