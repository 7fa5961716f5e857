"""A template cannot get at Python, and cannot use up the machine: it ends soon, with one diagnostic at its line."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from docgen.codes import templates as codes
from docgen.diagnostic import Diagnostic
from docgen.source import Source
from docgen.value import Prose
from tests.casefile import TESTS, diagnostics_text
from tests.hostile import BOMBS, ESCAPES
from tests.papers import TEMPLATE, Paper
from tests.values import values_of

REFUSALS = {codes.SYNTAX, codes.UNKNOWN_NAME, codes.NOT_ALLOWED, codes.CANNOT_PRINT, codes.NOT_FOUND, codes.TOO_MUCH}
VALUES = values_of("{word: A&E, record: {name: A record}, rows: [{name: One}, {name: Two}]}")
STORY = Prose("word " * 1_000, Source("content/x/story.md", 1))
PARTS = {
    "templates/x/part.md.j2": "{% macro m() %}words{% endmacro %}words\n",
    "templates/x/circle.md.j2": "\n{% include 'back.md.j2' %}",
    "templates/x/back.md.j2": "{% include 'circle.md.j2' %}",
}


def refusal(template: str) -> Diagnostic:
    """The one diagnostic of a template that must not render."""
    paper = Paper({TEMPLATE: template, **PARTS}, {**VALUES, "story": STORY})
    assert paper.rendered() is None
    (found,) = paper.findings
    assert found.code in REFUSALS, diagnostics_text(paper.findings)
    return found


@pytest.fixture
def tripwire(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was run or opened by a template."""
    tripped: list[str] = []
    for owner, name in ((os, "system"), (os, "popen"), (subprocess, "Popen")):
        monkeypatch.setattr(owner, name, lambda *arguments, **named: tripped.append(str(arguments)))
    return tripped


@pytest.mark.parametrize("template", ESCAPES)
def test_a_way_out_of_the_sandbox_is_refused_at_its_line(template: str, tripwire: list[str]) -> None:
    found = refusal(f"one\n{template}\n")
    assert (found.source.path, found.source.line) == (TEMPLATE, 2)
    assert not tripwire
    for leaked in ("<class", "<built-in", "<bound", "<function", "0x", "Traceback", "docgen.", "jinja2."):
        assert leaked not in found.message + found.help


def test_there_are_enough_ways_out() -> None:
    assert len(set(ESCAPES)) == len(ESCAPES) > 100


@pytest.mark.parametrize("name", ["{__import__('os').system('id')}", "{word.__class__}", "%s{0.__class__}", "'+x+'"])
def test_the_name_of_a_template_is_never_evaluated(name: str, tripwire: list[str]) -> None:
    """CVE-2024-56201: Jinja put the name of a file into the code that it makes of a template with a fault."""
    path = f"templates/x/{name}.md.j2"
    quoted = name.replace("'", "\\'")
    for broken in (
        "{{ nowhere }}",
        "{% if %}",
        "{% import 'y.md.j2' as y %}{{ y.z }}",
        "{% macro m(caller=1) %}x{% endmacro %}",
    ):
        paper = Paper({TEMPLATE: f"{{% include '{quoted}.md.j2' %}}\n", path: broken}, VALUES)
        assert paper.rendered() is None or "<class" not in str(paper.rendered())
        assert "uid=" not in diagnostics_text(paper.findings)
    assert not tripwire


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_ends_with_one_diagnostic_at_its_line(name: str) -> None:
    found = refusal(f"one\n{BOMBS[name]}")
    assert found.source.path.startswith("templates/x/")
    assert found.source.line > 1
    assert len(found.message) < 300


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not say what a process has used")
def test_no_bomb_takes_long_or_much_memory() -> None:
    told = subprocess.run([sys.executable, "-c", USE_OF_BOMBS], capture_output=True, text=True, check=True, cwd=ROOT)
    megabytes, seconds = (json.loads(told.stdout)[name] for name in ("megabytes", "seconds"))
    assert megabytes < 300
    slow = {name: spent for name, spent in seconds.items() if spent > LONGEST}
    assert not slow


ROOT = TESTS.parent
LONGEST = 4
"""Seconds of the processor; half of it on the machines of the developers, where a bomb takes less than two."""

USE_OF_BOMBS = """\
import json, re, resource, time
from pathlib import Path
from tests.hostile import BOMBS
from tests.test_sandbox import refusal
seconds = {}
for name, template in BOMBS.items():
    begun = time.process_time()
    refusal(template)
    seconds[name] = time.process_time() - begun
# Linux hands the peak of the program that started this one down in `ru_maxrss`; its own peak stands in /proc.
status = Path("/proc/self/status")
if status.exists():
    megabytes = int(re.search(r"VmHWM:\\s*(\\d+) kB", status.read_text())[1]) / 2**10
else:
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
print(json.dumps({"megabytes": megabytes, "seconds": seconds}))
"""


def test_what_was_refused_once_is_refused_again() -> None:
    template = "{% set f = '{0.__class__}'.format %}{{ f(word) }}"
    assert refusal(template) == refusal(template)


def test_a_large_paper_is_far_below_the_limits() -> None:
    rows = "[" + ", ".join(f"{{name: Row {number}}}" for number in range(2_000)) + "]"
    template = "{% for row in rows %}\n| {{ row.name }} | {{ row.name | upper }} |\n{% endfor %}\n"
    paper = Paper({TEMPLATE: template}, values_of(f"rows: {rows}"))
    rendered = paper.rendered()
    assert rendered
    assert rendered.text.count("\n") == 2_000
