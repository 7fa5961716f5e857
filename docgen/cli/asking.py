"""Gets what a command needs: from its options, from whoever sits at the terminal, or from a default."""

from __future__ import annotations

import sys
from collections.abc import Callable

import click
from msgspec import Struct

from docgen.errors import DocgenError
from docgen.start.answers import Reader


class Question(Struct, frozen=True):
    """Something that a command needs to know."""

    option: str
    """`--organisation`, or the name of an argument."""
    words: str
    """As it is asked at a terminal."""
    read: Reader
    default: str | None = None
    """What holds without an answer; None where there must be one."""
    choices: tuple[str, ...] = ()
    """Lines about what can be answered, shown before the question."""


class Asking(Struct, frozen=True):
    """How questions are answered that the command line leaves open."""

    is_quick: bool
    """Whether defaults are taken without asking, as `--yes` wants it."""

    def answer(self, given: str | None, question: Question) -> str:
        """The answer to a question, read. Raises `DocgenError` that names the option where there is none."""
        if given is not None:
            return _read_option(given, question)
        if question.default is not None and (self.is_quick or not somebody_answers()):
            return question.default
        if somebody_answers():
            return _asked(question)
        how = f"with {question.option}" if question.option.startswith("--") else "behind the name of the command"
        message = f"{question.option} is missing: {_lowered(question.words)}"
        raise DocgenError(message, f"give it {how}, or run the command at a terminal, which asks")


def somebody_answers() -> bool:
    """Whether somebody sits at the terminal who can be asked."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def _asked(question: Question) -> str:
    for line in question.choices:
        click.echo(f"  {line}")
    reader, shows = _at_terminal(question.read), bool(question.default)
    return str(click.prompt(question.words, default=question.default, show_default=shows, value_proc=reader))


def _read_option(given: str, question: Question) -> str:
    try:
        return question.read(given)
    except DocgenError as error:
        raise DocgenError(f"{question.option}: {error.message}", error.remedy) from error


def _at_terminal(read: Reader) -> Callable[[str], str]:
    """A mistake at the terminal is told, and the question asked again."""

    def reader(written: str) -> str:
        try:
            return read(written)
        except DocgenError as error:
            raise click.UsageError("; ".join(filter(None, (error.message, error.remedy)))) from error

    return reader


def _lowered(words: str) -> str:
    return words[:1].lower() + words[1:]
