"""Says in plain English what libyaml, or PyYAML's own parser, finds wrong with a file."""

from __future__ import annotations

import re

import yaml

from docgen.codes import content_files
from docgen.diagnostic import Code, Diagnostic
from docgen.load.yaml_events import Place
from docgen.source import Source

HYPHENED = re.compile("-[^\\W\\d_]|-[\"'“‘]")
"""How a line begins that was meant as an item of a list. `-5` is a number, `---` a line across the page."""

_QUOTE_IT = "put the whole text in quotation marks"
_BLOCK = f"{_QUOTE_IT}, or begin it on the next line, indented"
# These faults are shown where the bracket, the star or the text begins, not where the parser gave up.
_AT_BEGINNING = (
    "',' or ']'",
    "',' or '}'",
    "alphabetic or numeric",
    "comment or line break",
    "chomping or indentation",
    "expected ':'",
)
_SAME_COLUMN = "begin all fields of one thing, and all '-' of one list, in the same column"

# What either parser says, in part -> the code, the message and the help. The first that fits counts.
_WORDS: tuple[tuple[str, Code, str, str], ...] = (
    (
        "could not find expected ':'",
        content_files.YAML_SYNTAX,
        "no ':' stands after this text, so that it is no field",
        "write 'name: value', or indent the line if it goes on with the text above",
    ),
    (
        "cannot start any token",
        content_files.NEEDS_QUOTES,
        "no plain text can begin with '{}'",
        _QUOTE_IT,
    ),
    (
        "sequence entries are not allowed",
        content_files.BAD_INDENTATION,
        "no list can begin here",
        f"write '- …' on a line of its own; if '-' is part of the text, {_QUOTE_IT}",
    ),
    ("mapping keys are not allowed", content_files.NEEDS_QUOTES, "no plain text can begin with '? '", _QUOTE_IT),
    (
        "unknown escape character",
        content_files.NEEDS_QUOTES,
        "'\\' begins an escape between double quotation marks",
        "use single quotation marks, or write '\\\\'",
    ),
    (
        "escape",
        content_files.NEEDS_QUOTES,
        "this escape is not one that YAML knows",
        "use single quotation marks, or write '\\\\' for '\\'",
    ),
    ("alphabetic or numeric", content_files.NEEDS_QUOTES, "no plain text can begin with '{}'", _QUOTE_IT),
    (
        "',' or ']'",
        content_files.YAML_SYNTAX,
        "the list in '[ ]' is not closed",
        f"close it; if it is text, {_QUOTE_IT}",
    ),
    (
        "',' or '}'",
        content_files.YAML_SYNTAX,
        "the braces '{ }' are not closed",
        f"close them; if it is text, {_QUOTE_IT}",
    ),
    ("node content", content_files.NEEDS_QUOTES, "no plain text can begin with '{}'", _QUOTE_IT),
    ("comment or line break", content_files.NEEDS_QUOTES, "no plain text can begin with '{}'", _BLOCK),
    ("chomping or indentation", content_files.NEEDS_QUOTES, "no plain text can begin with '{}'", _BLOCK),
    (
        "<document start>",
        content_files.SEVERAL_DOCUMENTS,
        "something follows the end of the YAML document",
        "delete the line '...', or what follows it",
    ),
)


def syntax_fault(error: yaml.YAMLError, lines: list[str], place: Place) -> Diagnostic:
    """One diagnostic for a file that the YAML parser gave up on."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    problem = getattr(error, "problem", None) or getattr(error, "reason", None) or "it cannot be read"
    if mark is None:
        return content_files.YAML_SYNTAX.at(Source(place.path, place.first_line), f"not valid YAML: {problem}")
    context_mark = getattr(error, "context_mark", None) or mark
    return (
        _tab(lines, mark, place)
        or _hyphen(lines, context_mark, place)
        or _hyphen(lines, mark, place)
        or _unclosed_quote(str(problem), str(getattr(error, "context", "")), context_mark, place)
        or _colon(str(problem), lines, mark, place)
        or _stray(str(problem), lines, mark, place)
        or _worded(str(problem), lines, _shown_mark(str(problem), mark, context_mark), place)
    )


def _line(lines: list[str], mark: yaml.Mark) -> str:
    return lines[mark.line] if mark.line < len(lines) else ""


def _tab(lines: list[str], mark: yaml.Mark, place: Place) -> Diagnostic | None:
    """A tab before the text of the line, or right where the parser stopped."""
    line = _line(lines, mark)
    found = re.match(r"[ -]*\t", line)
    if not found:
        return None
    source = Source(place.path, mark.line + place.first_line, found.end())
    return content_files.TAB_INDENT.at(source, "a tab is used for indentation", "replace each tab by two spaces")


def _hyphen(lines: list[str], mark: yaml.Mark, place: Place) -> Diagnostic | None:
    """`-Hear residents` on the line where the parser stopped, or where what it could not read begins."""
    line = _line(lines, mark)
    if not HYPHENED.match(line.lstrip(" ")):
        return None
    return no_space(Source(place.path, mark.line + place.first_line, len(line) - len(line.lstrip(" ")) + 1))


def no_space(source: Source) -> Diagnostic:
    """What to say of a hyphen that begins a line without a space after it."""
    help = f"write a space after '-'; if '-' is part of the text, {_QUOTE_IT}"
    return content_files.HYPHEN_WITHOUT_SPACE.at(source, "no space stands between '-' and the text of the item", help)


def _unclosed_quote(problem: str, context: str, mark: yaml.Mark, place: Place) -> Diagnostic | None:
    if "quoted scalar" not in context or "unexpected" not in problem:
        return None
    message = "the quotation mark that opens here is never closed"
    return content_files.UNCLOSED_QUOTE.at(place.at(mark), message, "write the second quotation mark after the text")


def _colon(problem: str, lines: list[str], mark: yaml.Mark, place: Place) -> Diagnostic | None:
    """`title: Phase 1: set up`, or a line that begins too far right below a text, which it seems to go on with."""
    if "mapping values are not allowed" not in problem:
        return None
    before = _line(lines, mark)[: mark.column]
    if re.search(r":\s", before):
        return content_files.NEEDS_QUOTES.at(place.at(mark), "': ' stands inside a text", _QUOTE_IT)
    column = len(before) - len(before.lstrip()) + 1
    source = Source(place.path, mark.line + place.first_line, column)
    message = "the line reads as if it went on with the text above it"
    help = f"{_SAME_COLUMN}, and write a space after each ':'"
    return content_files.BAD_INDENTATION.at(source, message, help)


def _stray(problem: str, lines: list[str], mark: yaml.Mark, place: Place) -> Diagnostic | None:
    """A block ended where it should not: text after a quotation or a bracket, or a line at the wrong indentation."""
    if not any(words in problem for words in ("did not find expected key", "'-' indicator", "<block end>")):
        return None
    before, character = _line(lines, mark)[: mark.column], _line(lines, mark)[mark.column : mark.column + 1]
    if character == ":":
        help = f"write a name before ':', or {_QUOTE_IT}"
        return content_files.KEY_NOT_TEXT.at(place.at(mark), "the name before ':' is empty", help)
    if not before.strip(" -"):
        return content_files.BAD_INDENTATION.at(
            place.at(mark), "the line does not fit the indentation of the lines above it", _SAME_COLUMN
        )
    if "'" in before or '"' in before:
        message = "text follows a closing quotation mark"
        help = "close the text at its end; write '' for an apostrophe in it, or use double quotation marks"
        return content_files.UNCLOSED_QUOTE.at(place.at(mark), message, help)
    return content_files.NEEDS_QUOTES.at(place.at(mark), "text follows a closing bracket", _QUOTE_IT)


def _shown_mark(problem: str, mark: yaml.Mark, context_mark: yaml.Mark) -> yaml.Mark:
    return context_mark if any(words in problem for words in _AT_BEGINNING) else mark


def _worded(problem: str, lines: list[str], mark: yaml.Mark, place: Place) -> Diagnostic:
    character = _line(lines, mark)[mark.column : mark.column + 1]
    for words, code, message, help in _WORDS:
        if words in problem:
            return code.at(place.at(mark), message.replace("{}", character), help)
    return content_files.YAML_SYNTAX.at(place.at(mark), f"not valid YAML: {problem}")
