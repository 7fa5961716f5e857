"""Words as YAML: plain where they are read back as they are, else in double quotation marks."""

from __future__ import annotations

import json
import re
from functools import cache

from docgen.diagnostic import Findings
from docgen.load.yaml import read_yaml
from docgen.source import Data

_DECIMAL = re.compile(r"\d+\.\d+")
"""Editors take a version such as 1.10 for a number, unless it stands between quotation marks."""


@cache
def scalar(words: str) -> str:
    """One value, as it stands after `name: `, between `[ ]` and between `{ }` alike."""
    return words if _is_plain(words) and not _DECIMAL.fullmatch(words) else json.dumps(words, ensure_ascii=False)


def flow(data: Data) -> str:
    """A value on one line: `[{date: 2026-05-01, what: TBC}]`."""
    if data is None:
        return "null"
    if isinstance(data, str):
        return scalar(data)
    if isinstance(data, list):
        return f"[{', '.join(map(flow, data))}]"
    return f"{{{', '.join(f'{scalar(key)}: {flow(value)}' for key, value in data.items())}}}"


def _is_plain(words: str) -> bool:
    """Whether the reader gives the same words back, in every place where they may stand, and has nothing to say."""
    if not words or not words.isprintable():
        return False
    findings = Findings()
    read = read_yaml(f"a: {words}\nb: [{words}]\nc: {{{words}: {words}}}\n", "", findings)
    return read is not None and not len(findings) and read.data == {"a": words, "b": [words], "c": {words: words}}
