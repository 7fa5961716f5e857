"""Words dates of the content in messages: `on '6 August 2018'`, `in 'August 2018'`."""

from __future__ import annotations

from docgen.schema.types import When


def at_time(when: When) -> str:
    """With the word that goes before it."""
    return f"{'on' if when.first == when.last else 'in'} '{when}'"
