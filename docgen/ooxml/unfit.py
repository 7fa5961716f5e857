"""What is raised for a package that cannot be read or must not be, and how each kind of file words it."""

from __future__ import annotations

from msgspec import Struct

from docgen.diagnostic import Code, Diagnostic
from docgen.source import Source


class UnfitPackage(Exception):
    """The package cannot be read, or must not be."""

    def __init__(self, code: Code, message: str, help: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.help = help

    def at(self, source: Source) -> Diagnostic:
        """As a problem of the file."""
        return self.code.at(source, self.message, self.help)


class FileKind(Struct, frozen=True):
    """What an author calls the file, and what to do where it is refused."""

    name: str
    """`workbook`."""
    program_file: str
    """`an Excel workbook`."""
    old: str
    """The file of the program's old versions, `.xls`: it begins as encrypted files do."""
    not_one: Code
    unsafe_one: Code
    save_again: str
    begin_anew: str
    most_unpacked: int
    """In bytes."""

    def damaged(self, message: str) -> UnfitPackage:
        """For a file that is not of this kind at all."""
        return UnfitPackage(self.not_one, message, self.save_again)

    def unsafe(self, message: str, help: str = "") -> UnfitPackage:
        """For a file that holds what it must not hold."""
        return UnfitPackage(self.unsafe_one, message, help or self.begin_anew)
