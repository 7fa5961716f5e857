"""R1: builds that are killed, at each operation on the disk and at random."""

from __future__ import annotations

import os
import random
import signal
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack

from tests.reliability.operations import before_each_operation
from tests.reliability.trial import Place, Trial, place

_FOR_GOOD = ExitStack()
"""What is never undone in a process that is to be killed."""

DYING = """
import sys
from tests.reliability.killed import die_at
die_at(int(sys.argv.pop(1)))
from docgen.cli.main import main
main()
"""


def die_at(operation: int) -> None:
    """From now on, this process is killed at its operation number `operation` on the disk."""
    left = operation

    def tick(*_: object) -> None:
        nonlocal left
        left -= 1
        if left < 0:
            os.kill(os.getpid(), signal.SIGKILL)

    _FOR_GOOD.enter_context(before_each_operation(tick))


def killed_at_operations() -> Trial:
    """A build that changes every output is killed at each operation in turn, until it ends before it is killed."""
    faults: list[str] = []
    number, ended = 0, -1
    while ended != 0:
        with place() as each:
            each.run("build")
            old = each.outputs()
            each.write("content/banes/vision.md", "Another vision.\n")
            each.write("content/wessex/vision.md", "Another vision.\n")
            new = each.clean()
            ended = each.start(str(number), "build", "--jobs", "1", code=DYING).wait(120)
            faults += _after_a_kill(each, old, new, f"operation {number}")
        number += ended != 0
    return Trial(number, tuple(faults))


def killed_at_random(times: int, programmes: int = 13) -> Trial:
    """A build of 30 documents is killed at random moments."""
    chance, faults = random.Random(1), list[str]()
    halfway = 0
    with place(programmes) as each:
        each.run("build", "--jobs", "1")
        for number in range(times):
            is_halfway, found = _killed(each, number, chance)
            halfway, faults = halfway + is_halfway, faults + found
    return Trial(times, tuple(faults), f"{halfway:,} of them before the build had ended")


def _killed(each: Place, number: int, chance: random.Random) -> tuple[bool, list[str]]:
    """Whether the build was still going on, and what was wrong afterwards."""
    old = each.outputs()
    for name in each.root.glob("content/*/vision.md"):
        name.write_text(f"Vision {number}.\n")
    new = each.clean()
    building = each.start("build", "--jobs", str(chance.choice([1, 2])))
    time.sleep(chance.uniform(0.0, 2.5))
    building.kill()
    return building.wait(60) != 0, list(_after_a_kill(each, old, new, f"kill {number}"))


def _after_a_kill(each: Place, old: Mapping[str, str], new: Mapping[str, str], when: str) -> Iterator[str]:
    found = {name: known for name, known in each.outputs().items() if not name.endswith(".tmp")}
    yield from (f"{when}: {name} is neither" for name, known in found.items() if known not in (old[name], new[name]))
    code, printed = each.run("build", "--jobs", "1")
    if code or each.outputs() != new:
        yield f"{when}: the next build ended with {code} and differs: {printed}"
