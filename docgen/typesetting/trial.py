"""Draws a picture of the user's in a process of its own, so that one that Typst cannot bear does no harm.

A crafted picture can take all memory, or hours: Typst then ends the process it runs in, and nothing can catch that.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from docgen.typesetting.compiling import TypesettingFailed, pdf, png

SECONDS = 10
"""What is drawn within them on a slow computer takes less than one on others."""
_MOST_MEMORY = 1_500_000_000
_MODULE = "docgen.typesetting.trial"


def drawn_apart(code: str, files: dict[str, bytes]) -> bytes:
    """The PNG of a page with pictures, which can be set as PDF too. Raises `TypesettingFailed`."""
    with TemporaryDirectory(prefix="docgen-") as folder:
        for name, data in files.items():
            (Path(folder) / name).write_bytes(data)
        return _child(code, folder)


def _child(code: str, folder: str) -> bytes:
    """No module is read from the folder that docgen was called in: it may be anybody's."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    command = [sys.executable, "-P", "-m", _MODULE, folder]
    try:
        done = subprocess.run(command, input=code.encode(), capture_output=True, timeout=SECONDS, env=environment)
    except subprocess.TimeoutExpired as error:
        raise TypesettingFailed(f"it is not drawn after {SECONDS} seconds", 0) from error
    if done.returncode == 1:
        raise TypesettingFailed(done.stdout.decode("utf-8", "replace"), 0)
    if done.returncode:
        raise TypesettingFailed("it takes more memory to draw than a picture should", 0)
    return done.stdout


def main() -> int:
    """Draw the code on the standard input, with the files of a folder, both ways."""
    _limit_memory()
    code = sys.stdin.buffer.read().decode()
    files = {path.name: path.read_bytes() for path in sorted(Path(sys.argv[1]).iterdir())}
    try:
        pdf(code, files=files)
        made = png(code, files)
    except TypesettingFailed as failure:
        sys.stdout.buffer.write(failure.message.encode())
        return 1
    sys.stdout.buffer.write(made)
    return 0


def _limit_memory() -> None:
    """Where the system can: Windows cannot."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (_MOST_MEMORY, _MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    sys.exit(main())
