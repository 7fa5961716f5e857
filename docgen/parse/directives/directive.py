"""A directive as written: its name, argument, options and body."""

from __future__ import annotations

import re
from collections.abc import Mapping

from markdown_it.tree import SyntaxTreeNode
from msgspec import Struct

from docgen.codes import markup as codes
from docgen.parse.passage import Passage
from docgen.parse.reader import Reader
from docgen.source import Source

_OPENING = re.compile(r"\s*\{([A-Za-z][\w-]*)\}\s*(.*)")
_OPTION = re.compile(r":([A-Za-z][\w-]*):(?:\s+(.*))?")


class Option(Struct, frozen=True):
    """One option, `:caption: How the functions are shared`."""

    text: str
    source: Source


class Directive(Struct, frozen=True):
    """One directive. Argument, options and body may hold placeholders."""

    name: str
    argument: str
    options: Mapping[str, Option]
    body: Passage
    source: Source

    def text(self, option: str) -> str:
        """The text of an option; empty where it was not written."""
        return self.options[option].text if option in self.options else ""

    @property
    def has_body(self) -> bool:
        """Whether there are words inside it."""
        return any(line.strip() for line in self.body.lines)

    def place(self, option: str) -> Source:
        """The place of an option; where it was not written, of the directive."""
        return self.options[option].source if option in self.options else self.source


def read_directive(node: SyntaxTreeNode, passage: Passage, reader: Reader) -> Directive | None:
    """The directive of a fence; None, with a diagnostic, where it is none."""
    first = node.map[0] if node.map else 0
    source = passage.source(first)
    opening = _OPENING.fullmatch(node.info)
    if not opening:
        message = f"'{node.markup}{reader.plain(node.info)}' does not name a directive"
        reader.findings.add(codes.NOT_A_DIRECTIVE.at(source, message, "write :::{name}, for example :::{callout}"))
        return None
    if not report_unclosed(node, f"directive '{opening[1]}'", passage, reader):
        return None
    inside = passage.inside(first + 1, _lines_inside(node))
    options, lines = _options(inside, reader)
    return Directive(opening[1], opening[2].strip(), options, inside.below(lines), source)


def _lines_inside(node: SyntaxTreeNode) -> list[str]:
    """The lines of a fence, without the signs of the list or quotation that it stands in."""
    return node.content.split("\n")[:-1]


def report_unclosed(node: SyntaxTreeNode, what: str, passage: Passage, reader: Reader) -> bool:
    """Whether a fence has an end; where it has none, everything after it would belong to it, and it is reported."""
    first, end = node.map or (0, 1)
    is_closed = end - first - 1 > len(_lines_inside(node))
    if not is_closed:
        hint = f"write {node.markup} on a line of its own where it ends"
        reader.findings.add(codes.NOT_CLOSED.at(passage.source(first), f"the {what} is not closed", hint))
    return is_closed


def _options(inside: Passage, reader: Reader) -> tuple[dict[str, Option], int]:
    """The options that stand at the head of the body, one on a line, and how many lines they take."""
    options: dict[str, Option] = {}
    for position, (line, source) in enumerate(zip(inside.lines, inside.origins, strict=True)):
        found = _OPTION.fullmatch(line.rstrip())
        if not found:
            return options, position
        if found[1] in options:
            hint = "write it once"
            reader.findings.add(codes.BAD_OPTION.at(source, f"the option '{found[1]}' is given twice", hint))
        options[found[1]] = Option((found[2] or "").strip(), source)
    return options, len(inside.lines)
