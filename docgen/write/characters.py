"""Replaces the characters that neither Word nor HTML can hold."""

from __future__ import annotations

import re

from docgen.codes.outputs import CHARACTER_REPLACED
from docgen.diagnostic import Findings
from docgen.source import Source

_LAST_OF_PLANES = "".join(chr(plane * 0x10000 + last) for plane in range(17) for last in (0xFFFE, 0xFFFF))
_UNHOLDABLE = re.compile(f"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef{_LAST_OF_PLANES}]")
"""Controls other than tab and line feed, halves of surrogate pairs, and code points that are no characters."""

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


def writable(text: str, source: Source, findings: Findings) -> str:
    """The words with line feeds as line ends; what cannot be written becomes `�`, with a diagnostic at `source`."""
    if _UNHOLDABLE.search(text) is None:
        return text
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    found = sorted(set(_UNHOLDABLE.findall(text)))
    if not found:
        return text
    names = ", ".join(f"'U+{ord(character):04X}'" for character in found)
    help = "delete it and type the words again; it often comes along when text is pasted from another program"
    findings.add(CHARACTER_REPLACED.at(source, f"The text holds a character that cannot be written: {names}", help))
    return _UNHOLDABLE.sub(REPLACEMENT, text)
