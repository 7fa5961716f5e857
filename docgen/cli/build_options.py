"""The arguments that `docgen build` and `docgen watch` have in common."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., Any])


def of_a_build(command: Command) -> Command:
    """`[PROGRAMME|DOCUMENT]...`, `--format` and `--out`."""
    for given in (_out, _formats, _targets):
        command = given(command)
    return command


def _in_one(_context: click.Context, _option: click.Parameter, given: tuple[str, ...]) -> str | None:
    """`--format docx --format html` says what `--format docx,html` says."""
    return ",".join(given) if given else None


_targets = click.argument("targets", nargs=-1, metavar="[PROGRAMME|DOCUMENT]...")
_formats = click.option(
    "--format",
    "formats",
    metavar="FORMATS",
    multiple=True,
    callback=_in_one,
    help="What to write, for example docx,html.",
)
_out = click.option(
    "--out", "folder", metavar="DIR", type=click.Path(path_type=Path), help="Where to write instead of build/."
)
