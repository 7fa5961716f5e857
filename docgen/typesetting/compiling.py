"""Runs Typst in this process: code in, a PDF or a picture out.

Nothing but the code decides the outcome: no font, package, clock or file of the machine.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from docgen.typesetting.fonts import font_folder
from docgen.typesetting.memory import give_back_large_pieces

if TYPE_CHECKING:
    from typst import Compiler

STANDARD = "ua-1"
"""PDF/UA-1: tagged, with a title, a language, and alternatives for pictures."""
PRINT_RESOLUTION = 200
"""Pixels to an inch."""
_PANIC = "PanicException"
"""What the compiled part of Typst raises where it does not know what to do. It is no `Exception`, and has no module."""
_EPOCH = date(1980, 1, 1)
"""The date of what bears none: never the clock's, or two builds would differ."""
_PLACE = re.compile(r"┌─ [^\n]*:(\d+):\d+$", re.MULTILINE)


class TypesettingFailed(Exception):
    """Typst refused the code, which docgen has written: a defect of docgen. `line` is the code's, 0 if unknown."""

    def __init__(self, message: str, line: int, hints: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.message = message
        self.line = line
        self.hints = hints


def pdf(code: str, dated: date | None = None, files: Mapping[str, bytes] | None = None) -> bytes:
    """A tagged PDF that bears a date. `files` are those that the code names. Raises `TypesettingFailed`."""
    day = dated or _EPOCH
    stamp = datetime(day.year, day.month, day.day, tzinfo=UTC)
    return _compiled(code, files or {}, format="pdf", pdf_standards=[STANDARD], timestamp=stamp)


def svg(code: str, files: Mapping[str, bytes] | None = None) -> bytes:
    """A picture of one page as SVG, its letters as outlines. Raises `TypesettingFailed`."""
    return _compiled(code, files or {}, format="svg")


def png(code: str, files: Mapping[str, bytes] | None = None) -> bytes:
    """The same picture as PNG, at print resolution. Raises `TypesettingFailed`."""
    return _compiled(code, files or {}, format="png", ppi=PRINT_RESOLUTION)


def _compiled(code: str, files: Mapping[str, bytes], **how: Any) -> bytes:
    """In a folder that holds the files and nothing else."""
    with TemporaryDirectory(prefix="docgen-") as folder:
        for name, data in files.items():
            (Path(folder) / name).write_bytes(data)
        made = _run(code, folder, **how)
    if not isinstance(made, bytes):
        raise TypesettingFailed("a picture takes more than one page", 0)
    return made


def _run(code: str, folder: str, **how: Any) -> object:
    """What Typst makes of the code. Warnings, of a missing font for example, are failures too."""
    from typst import TypstError

    try:
        made, warnings = _compiler().compile_with_warnings(code.encode(), root=folder, **how)
    except TypstError as error:
        raise _failed(error.message, error.diagnostic, error.hints) from error
    except BaseException as error:
        if type(error).__name__ != _PANIC:
            raise
        raise TypesettingFailed(f"Typst stopped with '{error}'", 0) from error
    for warning in warnings:
        raise _failed(warning.message, warning.diagnostic, warning.hints)
    return made


def _failed(message: str, shown: str, hints: list[str]) -> TypesettingFailed:
    place = _PLACE.search(shown)
    return TypesettingFailed(message, int(place[1]) if place else 0, tuple(hints))


@cache
def _compiler() -> Compiler:
    """One for the process: it keeps the fonts, and what it has laid out before."""
    from typst import Compiler

    give_back_large_pieces()
    return Compiler(font_paths=[font_folder()], ignore_system_fonts=True)
