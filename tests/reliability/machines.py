"""R7: the same content on machines that differ in everything else."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.builds import ROOT
from tests.reliability.trial import Trial, digests
from tests.test_bad_input import SOUND
from tests.trees import png

ZONES = ("UTC", "Pacific/Kiritimati", "America/St_Johns", "Asia/Kathmandu")
LOCALES = ("C", "tr_TR.UTF-8", "de_DE.UTF-8")
SEEDS = ("0", "4242")
JOBS = ("1", "8")
CLOCKS = (0, 400)
"""Days by which the clock is ahead."""
FOLDERS = (".", "content/x", "templates/note")
UMASKS = (0o022, 0o077)

FAKETIME = next(Path("/usr/lib").glob("*/faketime/libfaketime.so.1"), None)
"""A library that shows programs another time, whatever they are written in."""

PRELUDE = """
import datetime, sys, time
days = int(sys.argv.pop(1))
if days:
    seconds, today, now = days * 86400, datetime.date.today() + datetime.timedelta(days), time.time
    time.time = lambda: now() + seconds
    time.time_ns = lambda: int(time.time() * 10**9)
    datetime.date = type("date", (datetime.date,), {"today": classmethod(lambda kind: today)})
    then = datetime.datetime.fromtimestamp
    moment = classmethod(lambda kind, zone=None: then(time.time(), zone))
    datetime.datetime = type("datetime", (datetime.datetime,), {"now": moment, "utcnow": moment})
from docgen.cli.main import main
main()
"""
"""A build whose clock is ahead; Python's own, where there is no library that shows all programs another."""


@dataclass(frozen=True, slots=True)
class Machine:
    """All that differs from one machine to the next and must not show."""

    zone: str = ZONES[0]
    locale: str = LOCALES[0]
    seed: str = SEEDS[0]
    jobs: str = JOBS[0]
    days: int = CLOCKS[0]
    folder: str = FOLDERS[0]
    umask: int = UMASKS[0]


def machines() -> list[Machine]:
    """Every combination, in an order in which the first few differ in everything."""
    every = [Machine(*each) for each in product(ZONES, LOCALES, SEEDS, JOBS, CLOCKS, FOLDERS, UMASKS)]
    random.Random(8).shuffle(every)
    return every


FILES: Mapping[str, str | bytes] = {
    **SOUND,
    "docgen.toml": '[build]\nformats = ["docx", "html", "pdf", "md"]\n',
    "content/x/map.png": png(90, 60),
    "content/x/ask.md": "We ask for \u0130stanbul, \u0131s\u0131 and more.\n\n![A map of the area](map.png)\n",
    "content/x/scope.csv": "Function,In scope?\nA&E,yes\nI\u011fd\u0131r,no\n",
    "templates/note/template.md.j2": (
        "# Our vision\n\n{{ vision }}\n\n:::{table} {{ scope.functions | sort(attribute='function') }}\n"
        ":columns: function, in_scope\n:::\n\n{{ programme.title | upper }}\n"
    ),
}
"""A small repository with a picture, a table, sorting, and letters that Turkish knows otherwise."""


def on_all_machines(number: int) -> Trial:
    """The small repository, built on so many of the machines that differ."""
    with TemporaryDirectory(prefix="docgen-") as folder:
        home = Path(folder)
        _lay_out(home / "a repository")
        locales = installed_locales(home / "locales")
        first, *others = _built_on(machines()[:number], home, locales)
    faults = [
        f"{machine}: {sorted(set(made.items()) ^ set(first[1].items()))}"
        for machine, made in others
        if made != first[1]
    ]
    faults += [] if len(first[1]) == 8 else [f"{len(first[1])} outputs: {first[1]}"]
    clock = "libfaketime" if FAKETIME else "Python's own clock moved"
    return Trial(
        number, tuple(faults), f"{len(first[1])} outputs; locales there: {', '.join(sorted(locales))}; {clock}"
    )


def _lay_out(root: Path) -> None:
    for path, content in FILES.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(content.encode() if isinstance(content, str) else content)


def installed_locales(folder: Path) -> Mapping[str, str]:
    """Where each locale stands that could be made; without `localedef` programs fall back to C."""
    folder.mkdir()
    made: dict[str, str] = {"C": ""}
    for name in LOCALES[1:]:
        command = ["localedef", "-i", name.partition(".")[0], "-f", "UTF-8", str(folder / name)]
        try:
            done = subprocess.run(command, capture_output=True, check=False)
        except FileNotFoundError:
            continue
        if done.returncode == 0:
            made[name] = str(folder)
    return made


def _built_on(
    chosen: list[Machine], home: Path, locales: Mapping[str, str]
) -> Iterator[tuple[Machine, Mapping[str, str]]]:
    """Each machine's outputs; as many builds at once as there are processors."""
    root, outs = home / "a repository", (home / f"out {number}" for number in range(len(chosen)))
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        made = pool.map(lambda machine, out: built_on(machine, root, out, locales), chosen, outs)
        yield from zip(chosen, made, strict=True)


def built_on(machine: Machine, root: Path, out: Path, locales: Mapping[str, str]) -> Mapping[str, str]:
    """The digest of every output of a build on a machine; what it said, where it failed."""
    days = 0 if FAKETIME else machine.days
    command = [
        sys.executable,
        "-c",
        PRELUDE,
        str(days),
        "build",
        "--no-cache",
        "--jobs",
        machine.jobs,
        "--out",
        str(out),
    ]
    made = subprocess.run(
        command,
        cwd=root / machine.folder,
        env={**os.environ, **environment(machine, locales)},
        umask=machine.umask,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    return digests(out) if made.returncode == 0 else {"failed": made.stdout + made.stderr}


def environment(machine: Machine, locales: Mapping[str, str]) -> dict[str, str]:
    """The environment of a process on this machine."""
    told = {"PYTHONPATH": str(ROOT), "PYTHONHASHSEED": machine.seed, "TZ": machine.zone, "LC_ALL": machine.locale}
    told |= {"LOCPATH": locales[machine.locale]} if locales.get(machine.locale) else {}
    if FAKETIME and machine.days:
        told |= {"LD_PRELOAD": str(FAKETIME), "FAKETIME": f"+{machine.days}d", "FAKETIME_DONT_FAKE_MONOTONIC": "1"}
    return told
