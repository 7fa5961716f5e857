"""R5: what builds remember is damaged."""

from __future__ import annotations

import random

from tests.mutations import damages
from tests.reliability.trial import Trial, is_a_traceback, place


def with_damaged_records(times: int) -> Trial:
    """The record of a programme is flipped, cut short, zeroed, emptied or of another format, and built upon."""
    faults: list[str] = []
    with place() as each:
        each.run("build")
        record = each.root / "build/.docgen/banes.json"
        sound, good = record.read_bytes(), each.clean()
        for number, damage in enumerate(damages(sound, random.Random(5), times)):
            record.write_bytes(damage)
            (each.root / "build/banes/note.html").unlink()
            code, printed = each.run("build", "--jobs", "1")
            if code or is_a_traceback(printed) or each.outputs() != good:
                faults.append(f"damage {number}: exit code {code}: {printed}")
    return Trial(times, tuple(faults))
