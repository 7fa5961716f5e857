"""Opens a Word file that came back, wherever it lies on the disk."""

from __future__ import annotations

from pathlib import Path

from docgen.errors import CannotRead
from docgen.returned.file import ReturnedFile, read_returned
from docgen.suggest import did_you_mean

MOST_BYTES = 100_000_000


def open_returned(file: Path) -> ReturnedFile:
    """The file's passages; raises `DocgenError` where it cannot be read or does not tell its sources."""
    return read_returned(_read(file), file.name)


def _read(file: Path) -> bytes:
    try:
        if file.is_dir():
            raise CannotRead(f"'{file}' is a folder", "name a Word file in it")
        if file.stat().st_size > MOST_BYTES:
            raise CannotRead(f"'{file}' is larger than {MOST_BYTES // 1_000_000} MB", "take out its large pictures")
        return file.read_bytes()
    except FileNotFoundError as error:
        raise CannotRead(f"there is no file '{file}'", _other_names(file)) from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", "") or "its name cannot be a file's"
        raise CannotRead(f"'{file}' cannot be read: {reason}", "close it in Word, and try again") from error


def _other_names(file: Path) -> str:
    """The Word file beside it that may have been meant."""
    try:
        beside = [path.name for path in file.parent.iterdir() if path.suffix.lower() == ".docx"]
    except OSError:
        beside = []
    return did_you_mean(file.name, beside) or "check its name and its folder"
