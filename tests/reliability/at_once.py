"""R4: builds side by side."""

from __future__ import annotations

from tests.reliability.trial import Trial, place


def side_by_side(rounds: int, builds: int = 8) -> Trial:
    """Eight builds at once, several times; each time the content is another."""
    faults: list[str] = []
    with place() as each:
        for number in range(rounds):
            each.write("content/banes/vision.md", f"Vision {number}.\n")
            running = [each.start("build", "--jobs", "1") for _ in range(builds)]
            codes = [one.wait(180) for one in running]
            if codes != [0] * builds or each.outputs() != each.clean():
                faults.append(f"round {number}: exit codes {codes}")
    return Trial(rounds, tuple(faults), f"{rounds * builds:,} builds")
