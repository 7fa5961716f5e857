"""The trials of `python -m tests.reliability`, at a size for every day."""

from __future__ import annotations

import pytest

from tests.reliability.at_once import side_by_side
from tests.reliability.edited import after_edits
from tests.reliability.encodings import saved_in_every_way, with_conflicts
from tests.reliability.killed import killed_at_operations, killed_at_random
from tests.reliability.machines import on_all_machines
from tests.reliability.refused import refused_at_operations
from tests.reliability.trial import place

pytestmark = pytest.mark.slow


def test_killed_at_each_operation_on_the_disk() -> None:
    trial = killed_at_operations()
    assert trial.tried > 20
    assert trial.faults == ()


def test_killed_at_random_moments() -> None:
    assert killed_at_random(5, programmes=4).faults == ()


def test_every_operation_on_the_disk_refused_in_every_way() -> None:
    trial = refused_at_operations()
    assert trial.tried > 60
    assert trial.faults == ()


def test_eight_builds_at_once() -> None:
    assert side_by_side(2).faults == ()


def test_edits_upon_edits() -> None:
    assert after_edits(12).faults == ()


def test_what_killed_builds_left_behind_is_swept_away() -> None:
    with place() as each:
        each.run("build")
        (each.root / "build/banes/.docgen-0123abcd.tmp").write_bytes(b"half of")
        each.write("content/banes/vision.md", "Another vision.\n")
        each.run("build")
        assert sorted(each.outputs()) == sorted(each.clean())


def test_no_difference_between_machines_changes_a_byte() -> None:
    assert on_all_machines(8).faults == ()


def test_files_saved_in_every_way_are_read_or_told_with_their_place() -> None:
    assert saved_in_every_way().faults == ()


def test_a_merge_that_nobody_resolved_is_told_in_every_kind_of_file() -> None:
    assert with_conflicts().faults == ()
