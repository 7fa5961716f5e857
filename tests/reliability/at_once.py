"""R4: builds side by side."""

from __future__ import annotations

from collections.abc import Iterator

from tests.reliability.trial import Place, Trial, place


def side_by_side(rounds: int, builds: int = 8) -> Trial:
    """Eight builds at once, several times; each time the content is another."""
    with place() as each:
        faults = [fault for number in range(rounds) for fault in _round(each, number, builds)]
    return Trial(rounds, tuple(faults), f"{rounds * builds:,} builds")


def _round(each: Place, number: int, builds: int) -> Iterator[str]:
    each.write("content/banes/vision.md", f"Vision {number}.\n")
    running = [each.start("build", "--jobs", "1") for _ in range(builds)]
    codes = [one.wait(180) for one in running]
    if codes != [0] * builds or each.outputs() != each.clean():
        yield f"round {number}: exit codes {codes}"
