"""The trials, one a row."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from tests.reliability.at_once import side_by_side
from tests.reliability.edited import after_edits
from tests.reliability.encodings import saved_in_every_way, with_conflicts
from tests.reliability.files import refused_at_once
from tests.reliability.formulas import none_is_run
from tests.reliability.fuzz import TARGETS, fuzzed
from tests.reliability.killed import killed_at_operations, killed_at_random
from tests.reliability.machines import machines, on_all_machines
from tests.reliability.names import of_odd_files_and_folders, of_synchronised_folders
from tests.reliability.pages import in_a_browser
from tests.reliability.papers import valid_and_opened
from tests.reliability.paths import that_lead_out
from tests.reliability.records import with_damaged_records
from tests.reliability.refused import refused_at_operations
from tests.reliability.templates import bombs, ways_out
from tests.reliability.traces import in_outputs
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


FUZZED = 10_000
"""Inputs for each reader, and for the whole pipeline."""

TRIALS: tuple[Planned, ...] = (
    Planned("R1 operations", "SIGKILL at each operation on the disk", _whole(killed_at_operations)),
    Planned("R1 random", "SIGKILL at a random moment of a build of 30 documents", killed_at_random, 200),
    Planned("R2", "each operation on the disk refused in six ways", _whole(refused_at_operations)),
    Planned("R4", "rounds of eight builds at once", side_by_side, 50),
    Planned("R5", "damaged records of earlier builds", with_damaged_records, 500),
    Planned("R6", "sequences of six edits, a build after each", after_edits, 1000),
    Planned("R7", "builds on machines that differ", on_all_machines, len(machines())),
    Planned("R9", "kinds of file x ways to save it", _whole(saved_in_every_way)),
    Planned("R10", "copies and locks of other programs", _whole(of_synchronised_folders)),
    Planned("R11", "odd names of files and folders", _whole(of_odd_files_and_folders)),
    Planned("R12", "kinds of file x kinds of conflict", _whole(with_conflicts)),
    *(Planned(f"R13 {name}", "damaged files", partial(fuzzed, name), FUZZED) for name in TARGETS),
    Planned("R14", "Word files in the validator and in LibreOffice", valid_and_opened, 1000),
    Planned("templates out", "ways out of the sandbox, each as a template", _whole(ways_out)),
    Planned("templates bombs", "bombs, each as a template", _whole(bombs)),
    Planned("files", "YAML, Excel, Word and SVG that may do harm", _whole(refused_at_once)),
    Planned("paths", "paths x include, picture, output, its name, reference", _whole(that_lead_out)),
    Planned("html", "texts that are scripts, in Chromium", _whole(in_a_browser)),
    Planned("formulas", "texts x four dialects of CSV, and Excel", _whole(none_is_run)),
    Planned("traces", "outputs of content/ and of a paper with photographs", _whole(partial(in_outputs, 3))),
)
