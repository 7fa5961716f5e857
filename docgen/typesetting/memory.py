"""Has the C library give large pieces of memory back to the system as soon as they are free.

The GNU library serves a piece from its heap once one as large has been freed, and a heap shrinks from its end only.
What Typst takes and frees while it lays out a paper then stays with the process: a tenth of all that it holds.
"""

from __future__ import annotations

import sys
from contextlib import suppress

_MMAP_THRESHOLD = -3
"""`M_MMAP_THRESHOLD` of `mallopt(3)`. Once it is set, the library leaves it alone."""
_LARGE = 128 * 1024
"""Bytes: what the library itself begins with."""


def give_back_large_pieces() -> None:
    """From now on, for the whole process. Nothing happens where the library is another one."""
    if sys.platform != "linux":
        return
    with suppress(ImportError, OSError, AttributeError):  # a Python without ctypes, a library without the setting
        import ctypes  # here, since most processes typeset nothing

        ctypes.CDLL(None).mallopt(_MMAP_THRESHOLD, _LARGE)
