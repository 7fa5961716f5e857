"""How diagnostics look: as a modern compiler shows them, with the line that each talks about.

error[DG204]: unknown committee 'primary care grp'
 --> content/banes/scope.csv:7:3
  │
7 │ Mergers,primary care grp,yes
  │         ^^^^^^^^^^^^^^^^
help: did you mean 'primary-care-group'?
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from docgen.cli.excerpt import Files, excerpt_of, visible
from docgen.cli.terminal import Terminal
from docgen.diagnostic import Diagnostic, Severity
from docgen.snapshot import Snapshot
from docgen.source import Source

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}
_LEAST_ROOM = 20
"""In character cells; less than this of a line tells nothing."""


def report(diagnostics: Iterable[Diagnostic], snapshot: Snapshot, terminal: Terminal) -> str:
    """All diagnostics, errors first, each once, with an empty line between two."""
    files = Files(snapshot)
    in_order = sorted(dict.fromkeys(diagnostics), key=lambda diagnostic: diagnostic.order)
    return "\n\n".join("\n".join(_lines(diagnostic, files, terminal)) for diagnostic in in_order)


def _lines(diagnostic: Diagnostic, files: Files, terminal: Terminal) -> Iterator[str]:
    colour = _COLOURS[diagnostic.severity]
    gutter = len(str(max(place.line for place in _places(diagnostic))))
    head = terminal.paint(f"{diagnostic.severity.word}[{diagnostic.code.id}]", colour)
    yield f"{head}{terminal.paint(f': {_one_line(diagnostic.message, terminal)}')}"
    yield from place_lines(diagnostic.source, diagnostic.message, colour, gutter, files, terminal)
    for related in diagnostic.related:
        yield f"{terminal.paint('note', 'cyan')}: {_one_line(related.message, terminal)}"
        yield from place_lines(
            related.source, f"{related.message} {diagnostic.message}", "cyan", gutter, files, terminal
        )
    if diagnostic.help:
        yield f"{terminal.paint('help', 'green')}: {_indented(diagnostic.help, terminal)}"


def _places(diagnostic: Diagnostic) -> list[Source]:
    return [diagnostic.source, *(related.source for related in diagnostic.related)]


def place_lines(
    source: Source, message: str, colour: str, gutter: int, files: Files, terminal: Terminal
) -> Iterator[str]:
    """Where it is, and the line that stands there, with marks below what `message` quotes."""
    arrow = terminal.paint(f"{' ' * gutter}-->", "blue")
    yield f"{arrow} {visible(str(source), terminal.symbols)}"
    line = files.line(source)
    if line is None:
        return
    room = max(_LEAST_ROOM, terminal.width - gutter - 3)
    shown = excerpt_of(line, source.column, message, terminal.symbols, room)
    empty = terminal.paint(f"{' ' * gutter} {terminal.symbols.bar}", "blue")
    yield empty
    yield f"{terminal.paint(f'{source.line:>{gutter}} {terminal.symbols.bar}', 'blue')} {shown.text}".rstrip()
    if shown.marks:
        yield f"{empty} {terminal.paint(shown.marks, colour)}"


def _one_line(words: str, terminal: Terminal) -> str:
    return visible(" ".join(words.splitlines()), terminal.symbols)


def _indented(words: str, terminal: Terminal) -> str:
    """Several lines of help, one below the other."""
    return "\n      ".join(visible(line, terminal.symbols) for line in words.splitlines())
