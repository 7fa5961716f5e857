"""The marks at the end of a heading: `{-}` for one without a number, `{appendix}` for an appendix."""

from __future__ import annotations

import re

from msgspec import Struct

from docgen.codes import markup as codes
from docgen.parse.reader import Reader
from docgen.parse.roles.registry import ROLES
from docgen.source import Source

_END = re.compile(r"(?<!\\)\s*\{(-|appendix)\}\s*$")
_NEAR = re.compile(r"(?<!\\)\{[ \t]*[#.]?(-+|–|—|[A-Za-z][\w-]*)[ \t]*\}\s*$")
_HINT = (
    "write {appendix} for an appendix, {-} for a heading without a number, "
    "or a backslash before the brace if it is meant to be read"
)


class Marks(Struct, frozen=True):
    """What the marks at the end of a heading say."""

    unnumbered: bool = False
    appendix: bool = False

    @property
    def any(self) -> bool:
        """Whether there is a mark to be taken away."""
        return self.unnumbered or self.appendix


def marks_of(written: str, source: Source, reader: Reader) -> Marks:
    """The marks of a heading as written; two of them, and what was perhaps meant as one, are reported.

    A mark counts where it stands in the text itself, not in a value that the text prints.
    """
    found = _END.search(written)
    if not found:
        _report_near(written, source, reader)
        return Marks()
    if _END.search(written[: found.start()]):
        message = "a heading has two marks at its end; an appendix has its number in any case"
        reader.findings.add(codes.APPENDIX_MISPLACED.at(source, message, "keep one of {-} and {appendix}"))
    return Marks(unnumbered=found[1] == "-", appendix=found[1] == "appendix")


def without_marks(words: str) -> str:
    """Words without the marks at their end."""
    while _END.search(words):
        words = _END.sub("", words)
    return words


def _report_near(written: str, source: Source, reader: Reader) -> None:
    """A role without its words has a message of its own."""
    found = _NEAR.search(written)
    if found and found[1] not in ROLES:
        message = f"'{found[0].strip()}' looks like markup, and is printed as text"
        reader.findings.add(codes.NEAR_MISS.at(source, message, _HINT))
