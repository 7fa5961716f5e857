"""The operations on the disk, each of which a trial may interrupt."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest import mock

from docgen.write import disk

AFTERWARDS = "after the rename"
"""The one moment at which nothing can be refused any more."""


@contextmanager
def before_each_operation(tick: Callable[[str], None]) -> Iterator[None]:
    """Call `tick` before each folder is made, halfway through each write, before and after each fsync and rename."""
    fsync, replace, mkdir = os.fsync, os.replace, Path.mkdir

    def ticking_fsync(file: int) -> None:
        tick("fsync")
        fsync(file)

    def ticking_replace(*arguments: Any, **named: Any) -> None:
        tick("rename")
        replace(*arguments, **named)
        tick(AFTERWARDS)

    def ticking_mkdir(*arguments: Any, **named: Any) -> None:
        tick("mkdir")
        mkdir(*arguments, **named)

    def ticking_write(temporary: Path, content: bytes) -> None:
        tick("open")
        with temporary.open("xb") as file:
            file.write(content[: len(content) // 2])
            file.flush()
            tick("write")
            file.write(content[len(content) // 2 :])
            file.flush()
            os.fsync(file.fileno())

    with (
        mock.patch.object(os, "fsync", ticking_fsync),
        mock.patch.object(os, "replace", ticking_replace),
        mock.patch.object(Path, "mkdir", ticking_mkdir),
        mock.patch.object(disk, "_write_through", ticking_write),
    ):
        yield
