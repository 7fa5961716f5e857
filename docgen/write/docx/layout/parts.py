"""Parts text where a line may end: behind spaces, hyphens and dashes."""

from __future__ import annotations

import re
from functools import lru_cache

_DASHES = "\N{HYPHEN}\N{EN DASH}\N{EM DASH}\N{ZERO WIDTH SPACE}-"
"""The hyphen that keyboards have stands last, where it means itself in a class of characters."""
_PART = re.compile(
    rf"(?:[^ {_DASHES}]++|[-\N{{HYPHEN}}](?=[\d.,]|$)|(?<![^ ])[-\N{{HYPHEN}}\N{{EN DASH}}])+[{_DASHES}]* *"
    rf"|[{_DASHES}]+ *| +"
)
"""No line ends between a hyphen and a digit, nor behind a dash that begins a word."""

_ODD = re.compile(f"[{_DASHES}]|  ")
"""Without these, a text may end its lines at single spaces and nowhere else."""

Part = tuple[str, int, bool]
"""Words that stay together, how many spaces follow, and whether the line may end behind them.

What is not known to end may go on in the next run.
"""


@lru_cache(maxsize=4096)
def parts(text: str) -> tuple[Part, ...]:
    """The parts of a text, in order."""
    if not (_ODD.search(text) or text[:1] == " "):
        *ended, open = text.split(" ")
        return (*[(words, 1, True) for words in ended], *([(open, 0, False)] if open else []))
    found = _PART.findall(text)
    last = len(found) - 1
    stripped = [part.rstrip(" ") for part in found]
    spaces = [len(part) - len(words) for part, words in zip(found, stripped, strict=True)]
    return tuple(
        (words, count, count > 0 or i < last or words[-1:] in _DASHES)
        for i, (words, count) in enumerate(zip(stripped, spaces, strict=True))
    )
