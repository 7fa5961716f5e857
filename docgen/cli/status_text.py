"""Where everything stands, as text for a terminal: for each document what is missing, then its sections."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from docgen.cli.excerpt import visible
from docgen.cli.terminal import Terminal
from docgen.standing.standing import DocumentStanding, FileStanding, Gap, ProgrammeStanding, Standing, State
from docgen.standing.telling import (
    NOTHING,
    all_words,
    last_change,
    name_of,
    particulars_of,
    problems_in_words,
    relative,
    summary_of,
    told_sections,
    verdict_of,
    words_against_limit,
)

_COLOURS = {State.FINAL: "green", State.READY: "green", State.OPEN: "yellow", State.STOPPED: "red"}
_HEADS = ("Section and text", "Owner", "Status", "Words", "Problems", "Last change")
_STEP = "  "
_LEAST = 16
"""Character cells of a column that is cut."""

Line = tuple[str, ...]
"""The cells of a line of the table; a line of one cell runs across."""


def text_report(standing: Standing, terminal: Terminal) -> str:
    """All programmes, then a summary."""
    return "\n".join(line.rstrip() for line in _lines(standing, terminal))


def _lines(standing: Standing, terminal: Terminal) -> Iterator[str]:
    for programme in standing.programmes:
        yield from _programme(programme, standing.unknown, terminal)
    yield from _overview(standing.documents, terminal)
    if standing.unknown:
        yield f"last changes are unknown: {standing.unknown}"
    yield terminal.paint(summary_of(standing))


def _overview(documents: Sequence[DocumentStanding], terminal: Terminal) -> Iterator[str]:
    """One line for each of several documents, at the end, where it stays in sight."""
    if len(documents) < 2:
        return
    width = max(len(document.id) for document in documents)
    for document in documents:
        status = document.about.status or NOTHING
        verdict = terminal.paint(verdict_of(document), _COLOURS[document.state], bold=False)
        yield f"{document.id:<{width}}  {status:<8}  {verdict}"
    yield ""


def _programme(programme: ProgrammeStanding, unknown: str, terminal: Terminal) -> Iterator[str]:
    yield f"{terminal.paint(programme.name)}  {_shown(programme.title, terminal)}"
    if not programme.is_read:
        problems = terminal.paint(problems_in_words(programme.found), "red")
        yield f"  its content cannot be read: {problems}; 'docgen check {programme.name}' shows them"
    yield ""
    for document in programme.documents:
        yield from _document(document, unknown, terminal)
        yield ""


def _document(document: DocumentStanding, unknown: str, terminal: Terminal) -> Iterator[str]:
    yield f"{terminal.paint(document.id)}  {_shown(document.about.title, terminal)}"
    told = [f"{term.lower()} {words}" for term, words in particulars_of(document)]
    yield from _filled("; ".join([*told, *filter(None, [all_words(document)])]), "  ", terminal)
    yield f"  {terminal.paint(verdict_of(document), _COLOURS[document.state])}"
    for gap in document.gaps:
        yield from _gap(gap, terminal)
    yield ""
    yield from _table(list(_rows(document, unknown)), terminal)
    for path, limit in document.boxes:
        yield f"  {relative(path, document)}: the form takes {limit}"
    for file in document.named:
        yield f"  {name_of(file, document)}: only values of it stand in these texts"


def _gap(gap: Gap, terminal: Terminal) -> Iterator[str]:
    yield from _filled(gap.words, "  - ", terminal)
    yield f"    {visible(str(gap.source), terminal.symbols)}"


def _filled(words: str, start: str, terminal: Terminal) -> list[str]:
    """A paragraph, with what stands before its first line."""
    below = " " * len(start)
    return textwrap.wrap(
        _shown(words, terminal),
        terminal.width,
        initial_indent=start,
        subsequent_indent=below,
        break_on_hyphens=False,
    )


def _rows(document: DocumentStanding, unknown: str) -> Iterator[Line]:
    """A line for each section, and one for each of its files."""
    for told in told_sections(document):
        above = f" ({', '.join(told.again)} as above)" if told.again else ""
        yield (f"{_STEP * max(0, told.section.level - 1)}{told.section.title}{above}",)
        yield from (_file(file, told.section.level, document, unknown) for file in told.files)


def _file(file: FileStanding, level: int, document: DocumentStanding, unknown: str) -> Line:
    return (
        f"{_STEP * max(1, level)}{name_of(file, document)}",
        file.owner or NOTHING,
        file.status or NOTHING,
        words_against_limit(file),
        problems_in_words(file.found),
        last_change(file.last, file.is_committed, unknown),
    )


def _table(rows: Sequence[Line], terminal: Terminal) -> Iterator[str]:
    """The lines of a table, its first two columns cut where there is not enough room; without a table where there is
    too little for that."""
    rows = [tuple(_shown(cell, terminal) for cell in row) for row in rows]
    widths = [max(len(row[column]) for row in (_HEADS, *rows) if len(row) > 1) for column in range(len(_HEADS))]
    room = terminal.width - 2 * len(_HEADS) - sum(widths[2:])
    if room < 2 * _LEAST:
        yield from (line for row in rows for line in _below_one_another(row, terminal))
        return
    widths[1] = min(widths[1], max(_LEAST, room - widths[0]))
    widths[0] = min(widths[0], room - widths[1])
    for row in (_HEADS, *rows):
        cells = [_fit(cell, width, terminal) for cell, width in zip(row, widths, strict=False)]
        line = f"  {'  '.join(cells) if len(row) > 1 else _fit(row[0], terminal.width - 2, terminal)}"
        yield line if len(row) > 1 and row is not _HEADS else terminal.paint(line)


def _below_one_another(row: Line, terminal: Terminal) -> Iterator[str]:
    """A section, or a file with what is told of it."""
    yield f"  {_fit(row[0], terminal.width - 2, terminal)}"
    told = [f"{head.lower()} {cell}" for head, cell in zip(_HEADS[1:], row[1:], strict=False) if cell != NOTHING]
    yield from _filled("; ".join(told), "      ", terminal) if told else ()


def _fit(cell: str, width: int, terminal: Terminal) -> str:
    cut = terminal.symbols.cut
    return cell.ljust(width) if len(cell) <= width else cell[: max(0, width - len(cut))] + cut


def _shown(words: str, terminal: Terminal) -> str:
    """On one line, as far to the right as it begins."""
    indent = " " * (len(words) - len(words.lstrip(" ")))
    return visible(indent + " ".join(words.split()), terminal.symbols)
