"""Reads the options that several directives share."""

from __future__ import annotations

from collections.abc import Sequence

from docgen.codes import markup as codes
from docgen.parse.directives.directive import Directive
from docgen.parse.reader import Reader
from docgen.source import Source
from docgen.suggest import did_you_mean
from docgen.tree.block import Orientation
from docgen.tree.inline import Inlines

WIDEST = 1_000


def chosen(directive: Directive, name: str, words: Sequence[str], reader: Reader) -> str:
    """One of a few words; the first where the option was not written, or is none of them."""
    written = reader.plain(directive.text(name)) or words[0]
    if written in words:
        return written
    message = f"the option '{name}' cannot be '{written}'"
    reader.findings.add(codes.BAD_OPTION.at(directive.place(name), message, did_you_mean(written, words)))
    return words[0]


def is_chosen(directive: Directive, name: str, reader: Reader, default: bool) -> bool:
    """A yes or a no."""
    words = ("yes", "no") if default else ("no", "yes")
    return chosen(directive, name, words, reader) == "yes"


def caption_of(directive: Directive, reader: Reader) -> Inlines:
    """The words of the caption."""
    text = directive.text("caption")
    return reader.inlines(text, directive.place("caption")) if text else ()


def caption_or_argument(directive: Directive, reader: Reader) -> Inlines:
    """The words of the caption, which may also follow the directive's name."""
    caption = caption_of(directive, reader)
    if caption and directive.argument:
        report_not_taken(directive, directive.source, "after its name, beside the option 'caption'", reader)
    if caption or not directive.argument:
        return caption
    return reader.inlines(directive.argument, directive.source)


def report_not_taken(directive: Directive, source: Source, where: str, reader: Reader) -> None:
    """Report words for which a directive has no place."""
    message = f"the directive '{directive.name}' does not print words {where}"
    reader.findings.add(codes.NOT_TAKEN.at(source, message, "remove them, or put them outside the directive"))


def report_no_use(directive: Directive, option: str, why: str, reader: Reader) -> None:
    """Report an option that has no effect here."""
    if option in directive.options:
        message = f"the option '{option}' has no effect: {why}"
        reader.findings.add(codes.BAD_OPTION.at(directive.place(option), message, "remove it"))


def orientation_of(directive: Directive, reader: Reader) -> Orientation:
    """How the page stands."""
    return Orientation(chosen(directive, "orientation", [kind.value for kind in Orientation], reader))


def widths_of(directive: Directive, columns: int, reader: Reader) -> tuple[float, ...]:
    """The shares of the columns; equal where the option was not written."""
    words = reader.plain(directive.text("widths")).replace(",", " ").split()
    if not words:
        return (1.0,) * columns
    if len(words) == columns and all(_is_share(word) for word in words):
        return tuple(float(word) for word in words)
    message = f"'{' '.join(words)}' does not give {columns} widths"
    hint = f"write {columns} numbers above 0, such as {' '.join(['2', *['1'] * (columns - 1)])}"
    reader.findings.add(codes.BAD_OPTION.at(directive.place("widths"), message, hint))
    return (1.0,) * columns


def _is_share(word: str) -> bool:
    digits = word.replace(".", "", 1)
    return digits.isascii() and digits.isdigit() and 0 < float(word) <= WIDEST
