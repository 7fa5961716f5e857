"""Asks the user's own git, which only reads: no hook, pager, filter, prompt or other computer can come into play.

A repository's configuration is foreign: it may name programs that git would start. Everything that could do so in the
commands used here is switched off on the command line, which counts more than any configuration.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

LONGEST = 20.0
"""Seconds that one answer may take."""

_OFF = (
    "core.fsmonitor=false",
    f"core.hooksPath={os.devnull}",
    "core.pager=cat",
    "core.alternateRefsCommand=",
    "core.sshCommand=",
    "credential.helper=",
    "log.showSignature=false",
    "log.follow=false",
    "gc.auto=0",
    "maintenance.auto=false",
    "protocol.allow=never",
    "safe.bareRepository=explicit",
)
_ENVIRONMENT = {
    "LC_ALL": "C",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
}


class GitFails(Exception):
    """Git gives no answer; the message says why, in words that go on a sentence."""


def git(folder: Path, *arguments: str, given: str = "") -> bytes:
    """What a git command prints when it runs in a folder and reads `given`. Raises `GitFails`."""
    command = [_program(folder), "--no-pager", "--literal-pathspecs", *_switched_off(), *arguments]
    try:
        done = subprocess.run(
            command,
            cwd=folder,
            input=given.encode("utf-8"),
            env=_environment(),
            capture_output=True,
            timeout=LONGEST,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise GitFails(f"git has given no answer within {LONGEST:g} seconds") from None
    except OSError as error:
        raise GitFails(f"git cannot be started: {error.strerror or error}") from None
    if done.returncode:
        raise GitFails(_reason(done.stderr))
    return done.stdout


def require_whole_history(folder: Path) -> None:
    """Raises `GitFails` in a shallow clone, whose first commit would seem to have written everything that is older."""
    if git(folder, "rev-parse", "--is-shallow-repository").strip() == b"true":
        raise GitFails("this copy of the repository holds only the end of the history")


def _program(folder: Path) -> str:
    """The installed git; never one that lies in the folder itself, as Windows would find it."""
    found = shutil.which("git")
    if found is None or Path(found).resolve().is_relative_to(folder.resolve()):
        raise GitFails("git is not installed")
    return found


def _switched_off() -> Sequence[str]:
    return [word for setting in _OFF for word in ("-c", setting)]


def _environment() -> dict[str, str]:
    """The user's own, without what would lead git to another repository or other programs."""
    kept = {name: value for name, value in os.environ.items() if not name.upper().startswith("GIT_")}
    return {**kept, **_ENVIRONMENT}


def _reason(printed: bytes) -> str:
    """What went wrong, in our words for the common cases: git's own would name the folders of this computer."""
    said = printed.decode("utf-8", "replace").casefold()
    for sign, words in _REASONS:
        if sign in said:
            return words
    return "git cannot read the repository"


_REASONS = (
    ("dubious ownership", "the repository belongs to another user of this computer"),
    ("not a git repository", "the folder is not in a git repository"),
    ("does not have any commits", "the repository has no commits yet"),
)
