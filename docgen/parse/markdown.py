"""The syntax: CommonMark, tables, footnotes, definition lists, comments, and MyST's roles, directives and labels."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode
from mdit_py_plugins.colon_fence import colon_fence_plugin
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.myst_blocks import myst_block_plugin
from mdit_py_plugins.myst_role import myst_role_plugin

DEEPEST = 60
"""Lists and quotes inside one another; markdown-it drops what is deeper, so `is_too_deep` asks."""

_CONTAINERS = ["paragraph", "reference", "blockquote", "list"]
"""What a comment may interrupt."""


@cache
def syntax() -> MarkdownIt:
    """The parser, made once. HTML is text here; URLs become links only where an author says so."""
    md = MarkdownIt("commonmark", {"html": False, "maxNesting": DEEPEST}).enable("table")
    for plugin in (colon_fence_plugin, deflist_plugin, footnote_plugin, myst_block_plugin, myst_role_plugin):
        md.use(plugin)
    # Of MyST's block syntax only labels: a line that begins with `%` or `+++` is text in a commissioning paper.
    md.disable(["myst_line_comment", "myst_block_break", "footnote_inline"])
    md.block.ruler.before(
        "fence", "comment_block", _comment_block, {"alt": ["paragraph", "reference", "blockquote", "list"]}
    )
    md.inline.ruler.before("html_inline", "comment_inline", _comment_inline)
    return md


def tree_of(text: str) -> tuple[SyntaxTreeNode, Sequence[Token], dict[str, object]]:
    """The tokens of a text as a tree and in a row, and what markdown-it noted about them (footnotes, link targets)."""
    notes: dict[str, object] = {}
    tokens = syntax().parse(text, notes)
    return SyntaxTreeNode(tokens), tokens, notes


def inline_tree_of(text: str) -> SyntaxTreeNode:
    """One line of text as a tree whose only child is an `inline` node."""
    return SyntaxTreeNode(syntax().parseInline(text, {}))


def is_too_deep(tokens: Sequence[Token]) -> bool:
    """Whether something may have been dropped because it is nested too deeply."""
    return any(token.level >= DEEPEST - 1 for token in tokens)


def _comment_block(state: StateBlock, first: int, end: int, silent: bool) -> bool:
    """`<!-- … -->` on lines of its own is a note among authors: it is not printed."""
    if state.sCount[first] - state.blkIndent >= 4 or not _line(state, first).startswith("<!--"):
        return False
    last = next((line for line in range(first, end) if "-->" in _line(state, line)), None)
    if last is None or _line(state, last).split("-->", 1)[1].strip():
        return False
    if not silent:
        state.line = last + 1
    return True


def _line(state: StateBlock, line: int) -> str:
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]


def _comment_inline(state: StateInline, silent: bool) -> bool:
    """`<!-- … -->` inside a line."""
    if not state.src.startswith("<!--", state.pos):
        return False
    end = state.src.find("-->", state.pos + 4)
    if end < 0:
        return False
    state.pos = end + 3
    return True
