"""How a command ends that cannot go on: what it says and with which exit code. Never a traceback unless asked for."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable

import click

from docgen.cli.terminal import discard_output, terminal_for
from docgen.errors import DocgenError

CLEAN = 0
FINDINGS = 1
CANNOT_GO_ON = 2
INTERRUPTED = 130
"""128 + SIGINT, as shells expect it."""


def exit_code_of(command: Callable[[], object], debug: bool) -> int:
    """Run a command and answer its exit code, whatever happens in it. `debug` prints the traceback of a fault."""
    try:
        code = command()
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except click.ClickException as error:
        error.show()
        return CANNOT_GO_ON
    except DocgenError as error:
        print_error(error)
        return CANNOT_GO_ON
    except BrokenPipeError:
        discard_output()
        return CANNOT_GO_ON
    except Exception as fault:
        _print_fault(fault, debug)
        return CANNOT_GO_ON
    return code if isinstance(code, int) else CLEAN


def print_error(error: DocgenError) -> None:
    """`error: …` and `help: …` on standard error."""
    _say("error", "red", error.message)
    if error.remedy:
        _say("help", "green", error.remedy)


def wants_debug() -> bool:
    """Whether `DOCGEN_DEBUG` asks for tracebacks."""
    return os.environ.get("DOCGEN_DEBUG", "") not in ("", "0")


def _print_fault(fault: Exception, debug: bool) -> None:
    """Something that docgen's authors did not think of: say so, and say what they need to know."""
    import traceback  # imported late: nearly every command ends without one

    if debug:
        click.echo("".join(traceback.format_exception(fault)), sys.stderr)
    _say("error", "red", f"this is a fault of docgen, please report it: {_described(fault)}")
    if not debug:
        _say("help", "green", "send what 'docgen --debug …' prints for the same command")


def _described(fault: Exception) -> str:
    """The exception's type, its first line, and the last place of docgen's own code that it went through."""
    import traceback

    words = "".join(traceback.format_exception_only(fault)).strip().splitlines()[0]
    frames = traceback.extract_tb(fault.__traceback__)
    ours = [frame for frame in frames if f"{os.sep}docgen{os.sep}" in frame.filename]
    if not ours:
        return words
    module = ours[-1].filename.rpartition(f"{os.sep}docgen{os.sep}")[2].replace(os.sep, "/")
    return f"{words} (docgen/{module}:{ours[-1].lineno})"


def _say(label: str, colour: str, words: str) -> None:
    terminal = terminal_for(sys.stderr, os.environ)
    click.echo(f"{terminal.paint(label, colour)}: {words}", sys.stderr, color=terminal.colour)
