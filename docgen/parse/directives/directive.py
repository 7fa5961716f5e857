"""A directive as written: its name, argument, options and body."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from markdown_it.tree import SyntaxTreeNode

from docgen.codes import markup as codes
from docgen.parse.passage import Passage
from docgen.parse.reader import Reader
from docgen.source import Source

_OPENING = re.compile(r"\s*\{([A-Za-z][\w-]*)\}\s*(.*)")
_OPTION = re.compile(r":([A-Za-z][\w-]*):(?:\s+(.*))?")


@dataclass(frozen=True, slots=True)
class Option:
    """One option, `:caption: How the functions are shared`."""

    text: str
    source: Source


@dataclass(frozen=True, slots=True)
class Directive:
    """One directive. Argument, options and body may hold placeholders."""

    name: str
    argument: str
    options: Mapping[str, Option]
    body: Passage
    source: Source

    def text(self, option: str) -> str:
        """The text of an option; empty where it was not written."""
        return self.options[option].text if option in self.options else ""

    def place(self, option: str) -> Source:
        """The place of an option; where it was not written, of the directive."""
        return self.options[option].source if option in self.options else self.source


def read_directive(node: SyntaxTreeNode, passage: Passage, reader: Reader) -> Directive | None:
    """The directive of a fence; None, with a diagnostic, where it is none."""
    first, end = node.map or (0, 1)
    source = passage.source(first)
    opening = _OPENING.fullmatch(node.info)
    if not opening:
        message = f"'{node.markup}{node.info}' does not name a directive"
        reader.findings.add(codes.NOT_A_DIRECTIVE.at(source, message, "write :::{name}, for example :::{callout}"))
        return None
    if not _is_closed(node, passage.lines[first:end]):
        hint = f"write {node.markup} on a line of its own where it ends"
        reader.findings.add(codes.NOT_CLOSED.at(source, f"the directive '{opening[1]}' is not closed", hint))
        return None
    inside = passage.part(first + 1, end - 1)
    options = _options(inside)
    body = inside.part(len(options), len(inside.lines))
    return Directive(opening[1], opening[2].strip(), options, body, source)


def _is_closed(node: SyntaxTreeNode, lines: tuple[str, ...]) -> bool:
    last = lines[-1].strip()
    return len(lines) > 1 and last.startswith(node.markup) and not last.strip(node.markup[0])


def _options(inside: Passage) -> dict[str, Option]:
    """The options that stand at the head of the body, one on a line."""
    options: dict[str, Option] = {}
    for line, source in zip(inside.lines, inside.origins, strict=False):
        found = _OPTION.fullmatch(line.rstrip())
        if not found or found[1] in options:
            break
        options[found[1]] = Option((found[2] or "").strip(), source)
    return options
