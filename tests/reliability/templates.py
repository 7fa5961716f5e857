"""Templates that try to get out of their sandbox, or to use up the machine."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from tempfile import TemporaryDirectory

from tests.hostile import BOMBS, ESCAPES
from tests.reliability.trial import Place, Trial, apart, is_a_traceback, place

MOST_SECONDS = 10.0
LEAKS = ("<class", "<built-in", "<bound", "<function", "<module", "0x7", "root:", "uid=", "docgen.", "jinja2.")
"""What only Python itself could have told."""


def ways_out() -> Trial:
    """Each string in a template of its own, in builds of the command line."""
    faults: list[str] = []
    with place() as each:
        numbered = list(enumerate(ESCAPES))
        for start in range(0, len(numbered), 50):
            faults += _in_one_build(each, numbered[start : start + 50])
    return Trial(len(ESCAPES), tuple(faults))


def _in_one_build(each: Place, some: list[tuple[int, str]]) -> Iterator[str]:
    wanted = ", ".join(f"{{type: p{number}}}" for number, _ in some)
    programme = (each.root / "content/wessex/programme.yaml").read_text()
    each.write("content/banes/programme.yaml", programme.replace("{type: note}, {type: letter}", wanted))
    for number, template in some:
        each.write(f"templates/p{number}/type.yaml", f"title: T\nabout: T\nfile: p{number}\n")
        each.write(f"templates/p{number}/template.md.j2", f"one\n{_named(template)}\n")
        each.write(f"templates/p{number}/part.md.j2", "{% macro m() %}words{% endmacro %}words\n")
    code, printed = each.run("build", "banes", "--no-cache", "--format", "md")
    said = re.sub(r"(?m)^ *\d+ \| .*$", "", printed)  # without the lines of the templates themselves
    yield from (f"no error: {_named(template)}" for number, template in some if not _is_told(number, printed))
    yield from (f"told: {leak}" for leak in LEAKS if leak in said)
    built = [path.name for path in (each.root / "build/banes").glob("*") if path.is_file()]
    if code != 1 or built or is_a_traceback(printed):
        yield f"exit code {code}, built: {built}"


def _named(template: str) -> str:
    """The names that the strings are written for, in those of this repository."""
    return re.sub(r"\bword\b", "programme.title", re.sub(r"\brecord\b", "programme", template))


def _is_told(number: int, printed: str) -> bool:
    return bool(re.search(rf"--> templates/p{number}/template\.md\.j2:2\b", printed))


def bombs() -> Trial:
    """Each bomb as the template of a document: the build ends soon, with an error at a line of a template."""
    with TemporaryDirectory(prefix="docgen-") as folder:
        told, megabytes = apart(tell, folder)
    longest = max(told, key=lambda name: told[name]["seconds"])
    faults = [f"{name}: {fault}" for name, each in told.items() for fault in each["faults"]]
    measured = f"longest {told[longest]['seconds']:.1f} s ({longest}), at most {megabytes:.0f} MB"
    return Trial(len(told), tuple(faults), measured)


def tell(folder: str) -> dict[str, dict[str, object]]:
    """How long the build with each bomb took by the clock, and what was wrong."""
    from pathlib import Path

    each = Place(Path(folder))
    story = "word " * 1000
    each.write("content/banes/story.md", story)
    each.write("templates/note/circle.md.j2", "\n{% include 'back.md.j2' %}")
    each.write("templates/note/back.md.j2", "{% include 'circle.md.j2' %}")
    each.write("templates/note/part.md.j2", "words\n")
    told: dict[str, dict[str, object]] = {}
    for name, bomb in BOMBS.items():
        renamed = re.sub(r"\brecord\b", "programme", re.sub(r"\brows\b", "programme.documents", bomb))
        each.write("templates/note/template.md.j2", f"one\n{renamed}")
        begun = time.monotonic()
        code, printed = each.run("build", "banes/note", "--no-cache", "--format", "md")
        spent = time.monotonic() - begun
        told[name] = {"seconds": spent, "faults": list(_faults(code, printed, spent))}
    return told


def _faults(code: int, printed: str, spent: float) -> Iterator[str]:
    if code != 1 or is_a_traceback(printed):
        yield f"exit code {code}: {printed[:500]}"
    if not re.search(r"--> templates/note/\w+\.md\.j2:\d+", printed):
        yield f"no line of a template is named: {printed[:500]}"
    if spent > MOST_SECONDS:
        yield f"{spent:.1f} s"
