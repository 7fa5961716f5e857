"""What is raised when docgen cannot go on.

Problems *of a document* are not raised: they are collected as `Diagnostic`s.

    DocgenError
    ├── NotARepository     no docgen.toml and no content/ here or above
    ├── CannotRead         a file of the repository cannot be read
    └── CannotWrite        an output cannot be written
        └── OutputIsOpen   … because another program holds it open
"""

from __future__ import annotations


class DocgenError(Exception):
    """docgen cannot go on: `message` says what is wrong, `remedy` what to do next. Exit code 2."""

    def __init__(self, message: str, remedy: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy


class NotARepository(DocgenError):
    """The folder, and every folder above it, holds neither `docgen.toml` nor `content/`."""


class CannotRead(DocgenError):
    """A file of the repository cannot be read: permissions, a broken disk, a link that leaves the repository."""


class CannotWrite(DocgenError):
    """An output cannot be written; the output of the last good build is untouched."""


class OutputIsOpen(CannotWrite):
    """Another program, usually Word, holds the output open."""
