"""The syntax: CommonMark, tables, footnotes, definition lists, comments, and MyST's roles, directives and labels."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.ruler import RuleOptionsType
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode
from mdit_py_plugins.colon_fence import colon_fence_plugin
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.myst_blocks import myst_block_plugin
from mdit_py_plugins.myst_role import myst_role_plugin

from docgen.parse.near_roles import near_role
from docgen.rendered import PLACEHOLDER

DEEPEST = 40
"""Lists, quotes and stressed words inside one another; markdown-it drops what is deeper, so `is_too_deep` asks."""

_INTERRUPTED: RuleOptionsType = {"alt": ["paragraph", "reference", "blockquote", "list"]}
"""What a comment may interrupt."""
_UNKNOWN_FOOTNOTE = re.compile(r"\[\^([^\]\s]+)\]")
_NUMBERED_CHARACTER = re.compile(r"&#(?:[xX]([0-9a-fA-F]{1,6})|([0-9]{1,7}));")


@cache
def syntax() -> MarkdownIt:
    """The parser, made once. HTML is text here; URLs become links only where an author says so."""
    options = {"html": False, "maxNesting": DEEPEST, "store_labels": True}
    md = MarkdownIt("commonmark", options).enable("table")
    for plugin in (colon_fence_plugin, deflist_plugin, myst_block_plugin, myst_role_plugin):
        md.use(plugin)
    md.use(footnote_plugin, inline=False, move_to_end=False)
    # Of MyST's block syntax only labels: a line that begins with `%` or `+++` is text in a commissioning paper.
    md.disable(["myst_line_comment", "myst_block_break"])
    md.block.ruler.before("fence", "comment_block", _comment_block, _INTERRUPTED)
    md.inline.ruler.before("html_inline", "comment_inline", _comment_inline)
    md.inline.ruler.after("footnote_ref", "unknown_footnote", _unknown_footnote)
    md.inline.ruler.after("myst_role", "near_role", near_role)
    _keep_links(md)
    return md


def _keep_links(md: MarkdownIt) -> None:
    """Let `inlines` judge links, since it can say why; and leave the placeholders in them as they are."""
    standard = md.normalizeLink
    changed: Any = md
    changed.validateLink = lambda url: True
    changed.normalizeLink = lambda url: url if PLACEHOLDER.search(url) else standard(url)


def tree_of(text: str, environment: dict[str, Any]) -> tuple[SyntaxTreeNode, Sequence[Token]]:
    """The tokens of a text as a tree and in a row. `environment` takes in the footnotes and link addresses it gives."""
    # Some plugins look at the character after the last one, so there must be a last line feed.
    tokens = syntax().parse(f"{text}\n", environment)
    flat = [_flattened(token) for token in tokens]
    return SyntaxTreeNode(flat), tokens


def inline_tree_of(text: str, environment: dict[str, Any]) -> SyntaxTreeNode:
    """One line of text as a tree whose only child is an `inline` node."""
    return SyntaxTreeNode([_flattened(token) for token in syntax().parseInline(text, environment)])


def is_too_deep(tokens: Sequence[Token]) -> bool:
    """Whether something may have been dropped because it is nested too deeply."""
    return any(token.level >= DEEPEST - 1 or _is_deep_line(token) for token in tokens)


def _is_deep_line(token: Token) -> bool:
    return any([child.level >= DEEPEST for child in token.children or ()])


def _flattened(token: Token) -> Token:
    """A line whose stressed words nest without end, as plain text; `is_too_deep` has it reported."""
    if not _is_deep_line(token):
        return token
    return token.copy(children=[Token("text", "", 0, content=" ".join(token.content.split()))])


def reserved_characters(text: str) -> Iterator[tuple[int, str]]:
    """The characters named by number that no paper can hold: the line, counted from 0, and `U+E000`."""
    for found in _NUMBERED_CHARACTER.finditer(text):
        number = int(found[1], 16) if found[1] else int(found[2])
        if number == 12 or 0xE000 <= number <= 0xF8FF or 0xF0000 <= number <= 0x10FFFF:
            yield text.count("\n", 0, found.start()), f"U+{number:04X}"


def without_reserved(text: str) -> str:
    """The text without the numbers of all characters, for a text that holds a reserved one."""
    return _NUMBERED_CHARACTER.sub("\ufffd", text)


def _comment_block(state: StateBlock, first: int, end: int, silent: bool) -> bool:
    """`<!-- … -->` on lines of its own is a note among authors: it is not printed."""
    start = state.bMarks[first] + state.tShift[first]
    if state.sCount[first] - state.blkIndent >= 4 or not state.src.startswith("<!--", start):
        return False
    closing = _comment_end(state, start, state.eMarks[end - 1])
    if closing < 0:
        return False
    last = first + state.src.count("\n", start, closing)
    if state.src[closing + 3 : state.eMarks[last]].strip():
        return False
    if not silent:
        state.line = last + 1
    return True


def _comment_end(state: StateBlock, start: int, end: int) -> int:
    """Where `-->` stands, or -1; looked for once in a text that begins many comments and ends none."""
    if start >= state.env.get("unclosed_comment", len(state.src)):
        return -1
    closing = state.src.find("-->", start + 4, end)
    if closing < 0 and end >= len(state.src.rstrip()):
        state.env["unclosed_comment"] = start
    return closing


def _comment_inline(state: StateInline, silent: bool) -> bool:
    """`<!-- … -->` inside a line."""
    if not state.src.startswith("<!--", state.pos) or state.env.get("unclosed_comment_in") is state.src:
        return False
    end = state.src.find("-->", state.pos + 4)
    if end < 0:
        state.env["unclosed_comment_in"] = state.src
        return False
    if not silent:
        state.push("comment", "", 0).content = state.src[state.pos : end + 3]
    state.pos = end + 3
    return True


def _unknown_footnote(state: StateInline, silent: bool) -> bool:
    """`[^x]` where the text gives no such footnote. A backslash before it makes it text."""
    found = _UNKNOWN_FOOTNOTE.match(state.src, state.pos)
    if not found:
        return False
    if not silent:
        token = state.push("unknown_footnote", "", 0)
        token.content, token.meta = found[0], {"label": found[1]}
    state.pos = found.end()
    return True
