"""Characters that no content may hold, because Word files cannot, or because docgen uses them itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from docgen.codes import content_files
from docgen.diagnostic import Diagnostic
from docgen.source import Source

# U+2028 and U+2029 end a line for Python and YAML but not for editors: line numbers would go astray.
_UNWANTED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff\ue000-\uf8ff\U000f0000-\U0010ffff]"
)


def unwanted(text: str, place: Callable[[int], Source]) -> Iterator[Diagnostic]:
    """One problem for each such character of `text`; `place` gives the source of a position in it."""
    for found in _UNWANTED.finditer(text):
        yield _problem(found[0], place(found.start()))


def without_unwanted(text: str) -> str:
    """The words with `\ufffd` for each such character: for words of which nobody can mend the origin."""
    return _UNWANTED.sub("\ufffd", text)


def _problem(character: str, source: Source) -> Diagnostic:
    name = f"U+{ord(character):04X}"
    if _is_private(character):
        message = f"private-use character '{name}', as symbol fonts in Word use it"
        help = "delete it, or write the ordinary character that was meant, such as '•' or '✓'"
        return content_files.PRIVATE_CHARACTER.at(source, message, help)
    help = "delete it; where a new line was meant, press Enter"
    return content_files.CONTROL_CHARACTER.at(source, f"invisible control character '{name}'", help)


def _is_private(character: str) -> bool:
    return "\ue000" <= character <= "\uf8ff" or character >= "\U000f0000"


def on_one_line(text: str, most: int = 60) -> str:
    """What an author wrote, as a message shows it: without line breaks, and not too long."""
    words = " ".join(text.split())
    return words if len(words) <= most else f"{words[: most - 1]}…"
