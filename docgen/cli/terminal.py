"""Where the command line prints to, and what that place can show: colour, box characters, a width, progress."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from typing import NamedTuple, TextIO

import click

_WIDTH_WHERE_NOBODY_LOOKS = 120
_USUAL_WIDTH = 80


class Symbols(NamedTuple):
    """The characters that draw an excerpt."""

    bar: str
    cut: str
    """Stands where a long line goes on."""
    unprintable: str
    """Stands for a control character, which could otherwise steer the terminal."""


UNICODE = Symbols(bar="│", cut="…", unprintable="�")
ASCII = Symbols(bar="|", cut="...", unprintable="?")


class Terminal(NamedTuple):
    """What the place that is printed to can show."""

    colour: bool = False
    interactive: bool = False
    """Whether somebody is looking: only then is progress shown."""
    symbols: Symbols = UNICODE
    width: int = _WIDTH_WHERE_NOBODY_LOOKS
    """In character cells."""

    def paint(self, text: str, colour: str = "", bold: bool = True) -> str:
        """The text in a colour, where there is colour."""
        return click.style(text, fg=colour or None, bold=bold) if self.colour and text else text

    def print(self, text: str = "") -> None:
        """One or more lines on standard output. A reader who went away (`docgen check | head`) is no fault."""
        try:
            click.echo(text, sys.stdout, color=self.colour)
        except BrokenPipeError:
            discard_output()


def this_terminal() -> Terminal:
    """The terminal of this process, prepared so that no character can make printing fail."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    return terminal_for(sys.stdout, os.environ)


def terminal_for(stream: TextIO, environment: Mapping[str, str]) -> Terminal:
    """What a stream can show. `NO_COLOR` and `FORCE_COLOR` are honoured; where both are set there is no colour."""
    interactive = stream.isatty() and environment.get("TERM") != "dumb"
    colour = not environment.get("NO_COLOR") and bool(environment.get("FORCE_COLOR") or interactive)
    width = columns(environment) if interactive else _WIDTH_WHERE_NOBODY_LOOKS
    return Terminal(colour, interactive, _symbols_for(stream), max(width, 40))


def columns(environment: Mapping[str, str]) -> int:
    """How wide the terminal is: what `COLUMNS` says, else what it says itself, else 80 characters.

    As `shutil.get_terminal_size` has it, which takes longer to import than a command takes to print its help.
    """
    with suppress(ValueError):
        if (stated := int(environment.get("COLUMNS", ""))) > 0:
            return stated
    try:
        return os.get_terminal_size(sys.__stdout__.fileno() if sys.__stdout__ else 1).columns or _USUAL_WIDTH
    except (OSError, ValueError):  # no terminal, or a closed one
        return _USUAL_WIDTH


def _symbols_for(stream: TextIO) -> Symbols:
    """Box characters where the stream's encoding has them; cp1252 of Windows has the ellipsis only."""
    try:
        (UNICODE.bar + UNICODE.cut + UNICODE.unprintable).encode(stream.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return ASCII
    return UNICODE


def discard_output() -> None:
    """From now on standard output leads nowhere, so that Python does not complain of a closed pipe when it ends."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
    except OSError:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 (open until the process ends)
