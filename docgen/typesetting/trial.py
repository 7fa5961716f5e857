"""Draws a picture of the user's in a process of its own, so that one that Typst cannot bear does no harm.

A crafted picture can take all memory, or hours: Typst then ends the process it runs in, and nothing can catch that.
"""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from docgen.typesetting.compiling import TypesettingFailed, pdf, png

SECONDS = 20
"""A net for what the count of its shapes does not foresee, and so long that the speed of a computer does not decide: a
thousand times what drawings take. A worker is given more (`making/workers.py`), so that this comes first."""
_MOST_MEMORY = 1_500_000_000
_MODULE = "docgen.typesetting.trial"
_REFUSED = 3
"""How the child ends when Typst refuses the code. Python itself ends with 1."""


def drawn_apart(code: str, files: dict[str, bytes]) -> bytes:
    """The PNG of a page with pictures, which can be set as PDF too. Raises `TypesettingFailed`."""
    with TemporaryDirectory(prefix="docgen-") as folder:
        for name, data in files.items():
            (Path(folder) / name).write_bytes(data)
        return _child(code, folder)


def _child(code: str, folder: str) -> bytes:
    """No module is read from the folder that docgen was called in: it may be anybody's."""
    path = os.pathsep.join(filter(None, sys.path))
    environment = {**os.environ, "PYTHONPATH": path, "RAYON_NUM_THREADS": "1"}  # memory must not depend on the cores
    command = [sys.executable, "-P", "-m", _MODULE, folder]
    try:
        done = subprocess.run(command, input=code.encode(), capture_output=True, timeout=SECONDS, env=environment)
    except subprocess.TimeoutExpired as error:
        raise TypesettingFailed(f"it is not drawn after {SECONDS} seconds", 0) from error
    if done.returncode == _REFUSED:
        raise TypesettingFailed(done.stdout.decode("utf-8", "replace"), 0)
    if done.returncode:
        raise TypesettingFailed("it takes more memory to draw than a picture should", 0)
    return done.stdout


def main() -> int:
    """Draw the code on the standard input, with the files of a folder, both ways."""
    _limit_memory_and_time()
    code = sys.stdin.buffer.read().decode()
    files = {path.name: path.read_bytes() for path in sorted(Path(sys.argv[1]).iterdir())}
    try:
        pdf(code, files=files)
        made = png(code, files)
    except TypesettingFailed as failure:
        sys.stdout.buffer.write(failure.message.encode())
        return _REFUSED
    sys.stdout.buffer.write(made)
    return 0


def _limit_memory_and_time() -> None:
    """Where the system can: Windows cannot. It then ends itself, though nobody may be left to end it."""
    try:
        import resource
    except ImportError:
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    most = _MOST_MEMORY if hard == resource.RLIM_INFINITY else min(_MOST_MEMORY, hard)
    with suppress(ValueError, OSError):  # macOS knows the limit, and refuses to set it
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_AS, (most, hard))


if __name__ == "__main__":
    sys.exit(main())
