"""Shows how far long work has come, where somebody is looking."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from docgen.cli.terminal import Terminal

_WORTH_SHOWING = 3
"""Fewer documents are done before anyone has read the line."""


@contextmanager
def progress(doing: str, total: int, terminal: Terminal) -> Iterator[Callable[[str], None]]:
    """Gives a function to be called with the name of each document in turn. Nothing is shown when piped."""
    if not terminal.interactive or total < _WORTH_SHOWING:
        yield lambda name: None
        return
    from rich.console import Console  # imported late: most commands never need it
    from rich.progress import Progress, TimeElapsedColumn

    console = Console(stderr=True, no_color=not terminal.colour)
    columns = (*Progress.get_default_columns(), TimeElapsedColumn())  # the others tell how long it will take
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task(doing, total=total)
        done = -1

        def show(name: str) -> None:
            nonlocal done
            done += 1
            bar.update(task, completed=done, description=f"{doing} {name}")

        yield show
