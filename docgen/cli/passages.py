"""What `docgen where` prints about a passage: its words, its place with the line there, and what changed since."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from docgen.cli.excerpt import Files, visible
from docgen.cli.report import place_lines
from docgen.cli.terminal import Terminal
from docgen.provenance.hashes import hashes_of
from docgen.provenance.record import Given
from docgen.provenance.words import normal
from docgen.returned.file import ReturnedFile
from docgen.returned.find import Found, alike, folded, nearest, stands_elsewhere
from docgen.source import Source

_COLOUR = "green"
_MOST_SHOWN = 100
"""Characters of a passage in its head line."""


def found_lines(found: Found, file: ReturnedFile, sought: str, files: Files, terminal: Terminal) -> Iterator[str]:
    """One passage that holds the words."""
    yield f"{terminal.paint('found', _COLOUR)}: {_quoted(found.passage.words, sought, terminal)}"
    gutter = len(str(max(source.line for source in _sources(found))))
    yield from _place(found.here, sought, gutter, files, terminal)
    for given in found.elsewhere:
        yield _note(f"{_quoted(given.words, sought, terminal)} comes from", terminal)
        yield from _place(given, given.words, gutter, files, terminal)
    yield from _changes(found, file, files, terminal)


def not_found_lines(file: ReturnedFile, sought: str, name: str, files: Files, terminal: Terminal) -> Iterator[str]:
    """That there is none, and what may have been meant."""
    words = _quoted(sought, sought, terminal)
    yield f"{terminal.paint('not found', 'yellow')}: no passage of '{visible(name, terminal.symbols)}' holds {words}"
    if stands_elsewhere(file, sought):
        yield _help("the words stand in the file, but not in a passage that docgen wrote", terminal)
        return
    near = nearest(file, sought)
    if near is None:
        yield _help("look for fewer words, all of one paragraph or one table cell", terminal)
        return
    yield _help(f"did you mean {_quoted(near.words, '', terminal)}", terminal)
    source = near.passage.source
    yield from _place(Given("", source), "", len(str(source.line)), files, terminal)


def _place(given: Given, words: str, gutter: int, files: Files, terminal: Terminal) -> Iterator[str]:
    exact, quoted = _exact(given, words, files)
    return place_lines(exact, f"'{quoted}'", _COLOUR, gutter, files, terminal)


def _exact(given: Given, words: str, files: Files) -> tuple[Source, str]:
    """The column where the words stand in the line, as they are spelt there; where they do not, what was given."""
    line, sought = files.line(given.source) or "", folded(words)
    start = alike(line).find(sought) if sought and len(alike(line)) == len(line) else -1
    if start < 0:
        return given.source, normal(given.words)
    return replace(given.source, column=start + 1), line[start : start + len(sought)]


def _changes(found: Found, file: ReturnedFile, files: Files, terminal: Terminal) -> Iterator[str]:
    """What is no longer as it was when docgen wrote the file."""
    if found.passage.is_changed:
        yield _note("the passage was changed in the Word file after docgen wrote it", terminal)
    if not files.snapshot.files:
        return
    now = hashes_of(file.files, files.snapshot)
    for path in dict.fromkeys(source.path for source in _sources(found)):
        shown = visible(path, terminal.symbols)
        if path not in now:
            yield _note(f"'{shown}' is not in this repository", terminal)
        elif now[path] != file.files.get(path):
            yield _note(f"'{shown}' has changed since the Word file was written", terminal)


def _sources(found: Found) -> tuple[Source, ...]:
    return (found.here.source, *(given.source for given in found.elsewhere))


def _quoted(words: str, sought: str, terminal: Terminal) -> str:
    """The words between quotation marks, shortened around those that were sought."""
    shown = normal(words)
    start = max(0, folded(shown).find(folded(sought)) - _MOST_SHOWN // 3) if len(shown) > _MOST_SHOWN else 0
    cut = terminal.symbols.cut
    part = shown[start : start + _MOST_SHOWN]
    before, behind = cut if start else "", cut if start + _MOST_SHOWN < len(shown) else ""
    return f"'{visible(f'{before}{part}{behind}', terminal.symbols)}'"


def _note(words: str, terminal: Terminal) -> str:
    return f"{terminal.paint('note', 'cyan')}: {words}"


def _help(words: str, terminal: Terminal) -> str:
    return f"{terminal.paint('help', 'green')}: {words}"
