"""Which date belongs to which clause of a sentence."""

from __future__ import annotations

import pytest

from docgen.check.prose.dates.clauses import LONGEST, dated_clauses


def told(sentence: str) -> list[str]:
    """Each date after the words of its clause, without the date."""
    found = []
    for clause, mention in dated_clauses(sentence):
        words = clause.words[clause.start : mention.start] + "…" + clause.words[mention.end : clause.end]
        found.append(f"{mention.words}: {' '.join(words.split())}")
    return found


@pytest.mark.parametrize(
    ("sentence", "clauses"),
    [
        ("In April 2014, practices voted.", ["April 2014: In …, practices voted."]),
        ("Before the ballot, in March 2014, the leads wrote.", ["March 2014: in …, the leads wrote."]),
        ("The survey, which all received in May, closed on 6 June 2014.",
         ["6 June 2014: The survey closed on …."]),
        ("The workshop, held on 14 May 2014, tested it.", ["14 May 2014: The workshop, held on …,"]),
        ("It was agreed in May 2014 and the vote was held in June 2014.",
         ["May 2014: It was agreed in … and", "June 2014: the vote was held in …."]),
        ("We met from 1 to 5 May 2014, as planned.", ["1 to 5 May 2014: We met from …,"]),
        ("The chair said “we vote in May 2014”.", []),
        ("The board (which met on 3 May 2014) agreed.", []),
        ("No date, and none here.", []),
    ],
)  # fmt: skip
def test_a_date_belongs_to_its_clause(sentence: str, clauses: list[str]) -> None:
    assert told(sentence) == clauses


def test_a_very_long_clause_is_a_list() -> None:
    assert told(f"The {'very ' * LONGEST}long meeting was in May 2014.") == []
