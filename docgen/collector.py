"""Keeps Python's search for circles of objects from going through large trees again and again.

Trees, diagnostics and the words of a programme hold no circles, so there is nothing to be found in them; with the
usual thresholds the search takes a seventh of the time of a long table. It is made seldom, not left out.
"""

from __future__ import annotations

import gc

_NEW_OBJECTS = 100_000
"""After so many new objects the newest are searched: a few megabytes."""
_ROUNDS = 20
"""After so many searches of the newest, those are searched that have stayed."""


def search_seldom() -> None:
    """For a process that builds or checks; what a program that uses docgen as a library sets stays as it is."""
    gc.set_threshold(_NEW_OBJECTS, _ROUNDS, _ROUNDS)
