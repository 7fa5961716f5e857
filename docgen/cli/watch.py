"""`docgen watch`: builds again whenever a file is saved."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import click

from docgen.cli.build import output_folder, print_more
from docgen.cli.build_options import of_a_build
from docgen.cli.building import built
from docgen.cli.failures import CLEAN, print_error
from docgen.cli.files import RepositoryFiles, read_files
from docgen.cli.formats import named_formats
from docgen.cli.how_it_went import print_outcome
from docgen.cli.targets import meant
from docgen.cli.terminal import Terminal, this_terminal
from docgen.cli.wanted import Wanted
from docgen.errors import DocgenError
from docgen.load.names import is_left_behind
from docgen.load.repository import CONTENT, SETTINGS, TEMPLATES, find_root
from docgen.making.fingerprint import digest
from docgen.making.store import Store

_QUIET = 200
"""Milliseconds without a change before a build: programs save in several steps."""
_POLL = 500
_BEGINS_WITHIN = 500


@click.command("watch")
@of_a_build
@click.option("--poll", is_flag=True, help="Look at the files again and again: for folders that a cloud keeps in step.")
def command(targets: tuple[str, ...], formats: str | None, folder: Path | None, poll: bool) -> int:
    """Build, and build again whatever a saved file touches, until Ctrl-C.

    Only documents that have changed are made. A file that was saved without a change starts nothing.
    """
    terminal, root = this_terminal(), find_root(Path.cwd())
    if formats is not None:
        named_formats(formats)  # no saved file would make a wrong one right
    watching = Watching(targets, formats, output_folder(folder, root), terminal)
    try:
        watching.build()
        for _ in changes(root, poll):
            watching.build()
    except KeyboardInterrupt:
        terminal.print("watching has ended")
    return CLEAN


class Watching:
    """What is built again and again."""

    def __init__(self, targets: tuple[str, ...], formats: str | None, folder: Path, terminal: Terminal) -> None:
        self._targets, self._formats, self._folder, self._terminal = targets, formats, folder, terminal
        self._last: Mapping[str, str] = {}

    def build(self) -> None:
        """Build where any file holds something else than at the last time. What stands in the way is told."""
        try:
            files = read_files()
            now = {path: digest(data) for path, data in files.snapshot.files.items()}
            if now != self._last:
                self._last = now
                self._build(files)
        except DocgenError as error:
            print_error(error)
        sys.stdout.flush()

    def _build(self, files: RepositoryFiles) -> None:
        wanted = Wanted(self._formats)
        store = Store(self._folder)
        outcome = built(files, meant(self._targets, files), wanted, store, self._terminal)
        print_outcome(outcome, "built", files.snapshot, self._terminal)
        print_more(outcome, False, store, files, self._terminal)
        self._terminal.print(f"watching {CONTENT}, {TEMPLATES} and {SETTINGS}; Ctrl-C ends it")


def changes(root: Path, poll: bool) -> Iterator[object]:
    """Something for each time that files of the repository were saved, and once when watching has begun.

    What was saved before that, while the first build was on its way, would go unseen else.
    """
    from watchfiles import watch

    places = [place for place in (root / CONTENT, root / TEMPLATES, root / SETTINGS) if place.exists()]
    has_begun = False
    for saved in watch(
        *places,
        watch_filter=lambda _, path: is_of_interest(path),
        debounce=_QUIET * 8,
        step=_QUIET,
        force_polling=poll or None,
        poll_delay_ms=_POLL,
        raise_interrupt=True,
        rust_timeout=_BEGINS_WITHIN,
        yield_on_timeout=True,
    ):
        if saved or not has_begun:
            yield saved
        has_begun = True


def is_of_interest(path: str) -> bool:
    """Whether a change of a file can matter: not of what editors and offices leave beside the files they have open."""
    return not any(is_left_behind(part) for part in Path(path).parts[-1:])
