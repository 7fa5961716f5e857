"""The rules find the known faults of real papers where they are, and say nothing else: see `corpus/`."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from docgen.diagnostic import Findings
from tests.casefile import diagnostics_text
from tests.corpus.programmes import FOLDER as CORPUS
from tests.corpus.programmes import Labelled, judge, programmes
from tests.corpus.wordings import LEAST_FOUND, MOST_FALSE, score_of, sentence_files

KNOWN_FAULTS = 16
"""Faults of published papers, each with a file of its number."""
LEAST_SENTENCES = 20
"""Faulty ones, and as many sound ones, in each list."""


@pytest.mark.parametrize("labelled", programmes(), ids=lambda labelled: labelled.name)
def test_what_is_wrong_is_found_at_its_place_and_nothing_else(labelled: Labelled) -> None:
    judged = judge(labelled)
    raised = Findings()
    raised.extend(judged.raised)
    assert judged.missed == [], diagnostics_text(raised)
    unexpected = Findings()
    unexpected.extend(judged.unexpected)
    assert not unexpected, diagnostics_text(unexpected)


@pytest.mark.parametrize("path", sentence_files(), ids=lambda path: path.stem)
def test_most_faulty_sentences_are_found_and_hardly_a_sound_one_is_flagged(path: Path) -> None:
    score = score_of(path)
    assert len(score.faulty) >= LEAST_SENTENCES
    assert len(score.sound) >= LEAST_SENTENCES
    missed = [f"{one.sentence.code} {one.sentence.words}" for one in score.missed]
    flagged = [f"{one.false_alarms[0].code.id} {one.sentence.words}" for one in score.flagged]
    assert len(missed) <= (1 - LEAST_FOUND) * len(score.faulty), missed
    assert len(flagged) <= MOST_FALSE * len(score.sound), flagged


def test_every_known_fault_is_in_the_corpus_and_so_are_programmes_without_one() -> None:
    numbers = {int(found[0]) for path in CORPUS.glob("*.md") if (found := re.match(r"\d+", path.name))}
    assert sorted(set(range(1, KNOWN_FAULTS + 1)) - numbers) == []
    assert sum(not labelled.expected for labelled in programmes()) >= KNOWN_FAULTS / 2
