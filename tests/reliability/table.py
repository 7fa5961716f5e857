"""The trials, one a row."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tests.reliability.at_once import side_by_side
from tests.reliability.edited import after_edits
from tests.reliability.encodings import saved_in_every_way, with_conflicts
from tests.reliability.killed import killed_at_operations, killed_at_random
from tests.reliability.machines import machines, on_all_machines
from tests.reliability.records import with_damaged_records
from tests.reliability.refused import refused_at_operations
from tests.reliability.trial import Trial


@dataclass(frozen=True, slots=True)
class Planned:
    """A trial that can be run."""

    name: str
    """`R7`, `html`; those of one row of the page begin alike."""
    what: str
    run: Callable[[int], Trial]
    full: int | None = None
    """How often it is tried in full; None where it always is."""

    def size(self, share: float) -> int:
        """How often it is tried when this share is run: once at least."""
        return max(1, round((self.full or 1) * share))


def _whole(trial: Callable[[], Trial]) -> Callable[[int], Trial]:
    """A trial that is always run in full."""
    return lambda _: trial()


TRIALS: tuple[Planned, ...] = (
    Planned("R1 operations", "SIGKILL at each operation on the disk", _whole(killed_at_operations)),
    Planned("R1 random", "SIGKILL at a random moment of a build of 30 documents", killed_at_random, 200),
    Planned("R2", "each operation on the disk refused in six ways", _whole(refused_at_operations)),
    Planned("R4", "rounds of eight builds at once", side_by_side, 50),
    Planned("R5", "damaged records of earlier builds", with_damaged_records, 500),
    Planned("R6", "sequences of six edits, a build after each", after_edits, 1000),
    Planned("R7", "builds on machines that differ", on_all_machines, len(machines())),
    Planned("R9", "kinds of file x ways to save it", _whole(saved_in_every_way)),
    Planned("R12", "kinds of file x kinds of conflict", _whole(with_conflicts)),
)
