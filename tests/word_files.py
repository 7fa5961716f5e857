"""Sees every Word file that docgen writes in a test, so that the linter can be run on all of them.

`watch()` is called before anything imports a writer. From then on each file is kept until `unsound()` is asked, after
the test: a test that measures time does not measure the linter.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable
from functools import wraps
from hashlib import sha256
from typing import Any

from tests.ooxml_lint import faults

_written: list[tuple[bytes, bool | None, tuple[str, ...]]] = []
"""Each file with whether it is a draft, where that is known, and how the faults begin that are another's."""
_sound: set[bytes] = set()
"""What has been looked at already: many tests write the same file."""

MAKERS = (
    ("docgen.write.docx.writer", "write_docx"),
    ("docgen.forms.form", "write_form"),
)
"""Every function that makes a Word file: its module and its name."""
NOT_OF_FORMS = ("section", "prompt: 'w:rsid'", "footnote: no ", "part: no settings", "part: no num", "part: no foot")
"""What is asked of docgen's own papers only: headers of all kinds, footnotes, no ids of editing sessions."""

_OF_FAULTY_FORMS = ("field", "row", "footnote")
"""What some tests put wrong in a form, to see what docgen says of it; `tests/forms.py` looks at all others."""


def watch() -> None:
    """Put an observer in the place of each function that makes Word files."""
    for module_name, name in MAKERS:
        module = importlib.import_module(module_name)
        excused = (*NOT_OF_FORMS, *_OF_FAULTY_FORMS) if name == "write_form" else ()
        setattr(module, name, _observed(getattr(module, name), excused))


def _observed(maker: Callable[..., bytes], excused: tuple[str, ...]) -> Callable[..., bytes]:
    @wraps(maker)
    def make(*arguments: Any, **named: Any) -> bytes:
        data = maker(*arguments, **named)
        properties = getattr(arguments[0], "properties", None)
        if data:  # nothing is written where the house's reference document is refused
            _written.append((data, getattr(properties, "is_draft", None), excused))
        return data

    return make


def unsound() -> list[str]:
    """The faults of every file written since the last call."""
    written, _written[:] = list(_written), []
    return [fault for data, is_draft, excused in written for fault in _new_faults(data, is_draft, excused)]


def _new_faults(data: bytes, is_draft: bool | None, excused: tuple[str, ...]) -> list[str]:
    seen = sha256(data + str(is_draft).encode()).digest()
    if seen in _sound:
        return []
    found = [fault for fault in faults(data, is_draft) if not fault.startswith(excused)]
    if not found:
        _sound.add(seen)
    return found
