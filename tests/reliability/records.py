"""R5: what builds remember is damaged."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping

from tests.mutations import damages
from tests.reliability.trial import Place, Trial, is_a_traceback, place

RECORD = "build/.docgen/banes.json"


def with_damaged_records(times: int) -> Trial:
    """The record of a programme is flipped, cut short, zeroed, emptied or of another format, and built upon."""
    with place() as each:
        each.run("build")
        sound, good = (each.root / RECORD).read_bytes(), each.clean()
        some = damages(sound, random.Random(5), times)
        faults = [fault for damage in some for fault in _built_upon(each, damage, good)]
    return Trial(times, tuple(faults))


def _built_upon(each: Place, damage: bytes, good: Mapping[str, str]) -> Iterator[str]:
    (each.root / RECORD).write_bytes(damage)
    (each.root / "build/banes/note.html").unlink()
    code, printed = each.run("build", "--jobs", "1")
    if code or is_a_traceback(printed) or each.outputs() != good:
        yield f"{damage[:80]!r}: exit code {code}: {printed}"
