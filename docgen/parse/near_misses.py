"""What looks like markup in a narrative and is printed as text: a reader would see the signs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from markdown_it.tree import SyntaxTreeNode
from msgspec import Struct

from docgen.codes import markup as codes
from docgen.parse.passage import Passage
from docgen.parse.reader import Reader
from docgen.source import Source

_ELEMENTS = (
    "a b i u s p br hr div span strong em sub sup small big font center table thead tbody tfoot tr td th ul ol li dl "
    "dt dd h1 h2 h3 h4 h5 h6 img blockquote pre code script style iframe mark del ins strike html head body"
)
_ATTRIBUTES = r"(?:\s+[\w:-]+\s*=\s*(?:\"[^\"<>]*\"|'[^'<>]*'|[^\s\"'<>=]+))*"
_TAG = re.compile(rf"</?(?:{_ELEMENTS.replace(' ', '|')}){_ATTRIBUTES}\s*/?>", re.IGNORECASE)
_SPACED_ADDRESS = re.compile(r"!?\[[^\[\]\n]{0,300}\]\([^()\s]{1,300} [^()\n]{1,300}\)")
_MEANT = re.compile(r"\\.|(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)", re.DOTALL)
"""What is not looked at: escaped characters and code."""

_IN_LINES = (
    (_SPACED_ADDRESS, "write %20 for each space in the address, or rename the file"),
    (_TAG, "HTML is not read: write Markdown, or a backslash before '<' if it is meant to be read"),
)
_BULLET = "begin each point with a hyphen and a space, '- ', and leave an empty line before the first"
_AT_BEGINNINGS = (
    (re.compile(r"::?\{[A-Za-z][\w-]*\}"), "write three colons, as in :::{callout}"),
    (re.compile(r"#{1,6}[^\W\d_][\w-]*"), "write a space after the number signs, or a backslash before them"),
    (re.compile(r"[•▪◦●■‣]\s*\S+|·\s\s*\S+"), _BULLET),
    (re.compile(r"-[^\W\d_][\w-]*"), "write a space after the hyphen, or a backslash before it"),
)
_SIGNS = frozenset(":#•▪◦●■‣·-–|")
"""Those that stand at the beginning of a line."""
_DASH = re.compile(r"–\s+\S+")
_DELIMITER = re.compile(r"\|(?:\s*:?-+:?\s*\|)+")


class _Miss(Struct, frozen=True):
    """Words that look like markup."""

    line: int
    """Of the paragraph, heading or cell, counted from 0."""
    column: int
    """Counted from 0."""
    words: str
    hint: str
    """What to do."""


def report_near_misses(root: SyntaxTreeNode, passage: Passage, reader: Reader) -> None:
    """Report what looks like markup in a narrative, once for each place. Other passages are left alone."""
    if not passage.margins:
        return
    for node in root.walk(include_self=False):
        if node.type == "code_block":
            hint = "four spaces at the beginning of a line make a block of code; remove them, or use ``` for code"
            message = f"'{_shown(node.content.strip())}' is printed as code"
            reader.findings.add(codes.NEAR_MISS.at(passage.source(_line(node)), message, hint))
        elif node.type == "inline":
            _report(node, passage, reader)


def _report(node: SyntaxTreeNode, passage: Passage, reader: Reader) -> None:
    if not _may_miss(node.content):
        return
    masked = _MEANT.sub(lambda found: re.sub(r"[^\n]", "\0", found[0]), node.content).split("\n")
    printed = "\n".join(child.content for child in node.walk() if child.type == "text")
    is_paragraph = node.parent is not None and node.parent.type == "paragraph"
    written = node.content.split("\n")
    for miss in [*_in_lines(masked), *(_at_beginnings(masked) if is_paragraph else ())]:
        # What was read after all, as a link or a comment, is not printed as it stands.
        if miss.words in printed or miss.words.startswith("|"):
            source = _place(_line(node) + miss.line, miss.column, written[miss.line], passage)
            message = f"'{_shown(miss.words)}' looks like markup, and is printed as text"
            reader.findings.add(codes.NEAR_MISS.at(source, message, miss.hint))


def _may_miss(content: str) -> bool:
    """Whether there is a sign with which any of the patterns begins."""
    return "<" in content or "](" in content or any([line.lstrip()[:1] in _SIGNS for line in content.split("\n")])


def _place(line: int, column: int, written: str, passage: Passage) -> Source:
    """The place of a column of the words `written`, which stand somewhere in a line of the passage."""
    # Looking for a whole long line is slow, and needless where the two are the same.
    whole = passage.lines[line] if line < len(passage.lines) else ""
    margin = len(whole) - len(written) if whole.endswith(written) else whole.find(written)
    return passage.place(line, margin + column) if margin >= 0 else passage.source(line)


def _in_lines(lines: list[str]) -> Iterator[_Miss]:
    """What can stand anywhere in a line."""
    for below, line in enumerate(lines):
        for pattern, hint in _IN_LINES:
            yield from (_Miss(below, found.start(), found[0], hint) for found in pattern.finditer(line))


def _at_beginnings(lines: list[str]) -> Iterator[_Miss]:
    """What stands at the beginning of a line."""
    for below, line in enumerate(lines):
        matches = ((pattern.match(line, _indent(line)), hint) for pattern, hint in _AT_BEGINNINGS)
        yield from (_Miss(below, found.start(), found[0], hint) for found, hint in matches if found)
    yield from _dashes(lines)
    yield from _table([line.strip() for line in lines])


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _dashes(lines: list[str]) -> Iterator[_Miss]:
    """Dashes as bullets. One line of a paragraph may begin with the dash of a sentence, where the line was broken."""
    matches = [(below, _DASH.match(line, _indent(line))) for below, line in enumerate(lines)]
    misses = [_Miss(below, found.start(), found[0], _BULLET) for below, found in matches if found]
    if len(misses) > 1 or (misses and misses[0].line == 0):
        yield from misses


def _table(lines: list[str]) -> Iterator[_Miss]:
    """Lines between bars that are no table."""
    drawn = [len(line) > 1 and line.startswith("|") and line.endswith("|") for line in lines]
    first = next((below for below in range(len(lines) - 1) if drawn[below] and drawn[below + 1]), None)
    if first is None:
        return
    has_delimiter = any(_DELIMITER.fullmatch(line) for line in lines)
    hint = "give the line of hyphens as many cells as there are headings" if has_delimiter else ""
    hint = hint or "write a line | --- | --- | below the headings, a cell for each"
    yield _Miss(first, 0, lines[first].split("\0")[0], hint)


def _line(node: SyntaxTreeNode) -> int:
    """The first line, counted from 0, of a node or of what it stands in."""
    while not node.map and node.parent:
        node = node.parent
    return node.map[0] if node.map else 0


def _shown(words: str) -> str:
    first = " ".join(words.split("\n")[0].split())
    return first if len(first) <= 60 else f"{first[:58]} …"
