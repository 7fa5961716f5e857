"""What functions of the scope are about, and what sentences say of them."""

from __future__ import annotations

import pytest

from docgen.check.prose.scope.claims import scope_claims
from docgen.check.prose.scope.kept_decisions import kept_decisions
from docgen.check.prose.scope.topics import Topics, topics_of
from docgen.check.prose.words.stems import stem
from docgen.schema.scope import Function

FUNCTIONS = [
    Function.model_validate({"function": words, "in_scope": decision})
    for words, decision in [
        ("Bring in new providers, manage procurements and decide on practice mergers", "yes"),
        ("Approve discretionary payments", "yes"),
        ("Carry out rent reviews", "no"),
        ("Keep the list of dispensing doctors", "no"),
        ("Monitor the quality scheme for dispensing services", "yes"),
    ]
]


@pytest.mark.parametrize(
    "words",
    [
        "merger mergers merge merged merging",
        "contract contracts contractual contracting",
        "dental dentistry dentists",
        "pharmacy pharmacies pharmaceutical",
        "procure procurement procurements procuring".replace("procure ", ""),
        "plan plans planning planned",
        "sanction sanctions sanctioning",
        "practice practice's practices",
    ],
)
def test_the_forms_of_a_word_have_one_stem(words: str) -> None:
    assert len({stem(word) for word in words.split()}) == 1


def test_a_function_is_about_its_matters_and_not_about_what_is_done() -> None:
    assert list(topics_of("Manage procurements and decide on practice mergers")) == [{"procur"}, {"merg"}]
    assert list(topics_of("Design and review services")) == []


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("mergers of two or more practices", [0]),
        ("payments that are discretionary, and the reviews of rents", [1, 2]),
        ("discretionary spending on premises", []),
        ("dispensing doctors", []),
    ],
)
def test_functions_are_found_in_other_words(words: str, numbers: list[int]) -> None:
    assert [mention.number for mention in Topics(FUNCTIONS).mentions(words)] == numbers


@pytest.mark.parametrize(
    ("sentence", "inside", "outside"),
    [
        ("Estates are in scope and rents are out of scope.", ["Estates are"], ["and rents are"]),
        ("In scope: estates; rents. ", ["estates; rents."], []),
        ("Neither estates nor rents are in scope.", [], ["Neither estates nor rents are"]),
        ("Rents are not only out of scope but also beyond us.", [], ["Rents are not only"]),
        ("Estates are in scope, but rents are not.", ["Estates are"], ["rents"]),
        ("The arrangement covers estates but not rents.", ["estates"], ["rents."]),
        ("Are rents in scope?", [], []),
        ("The scope of the audit covers rents.", [], []),
    ],
)
def test_a_sentence_says_what_is_in_scope(sentence: str, inside: list[str], outside: list[str]) -> None:
    claims = scope_claims(sentence)
    assert [claim.words.strip(" :") for claim in claims if claim.inside] == inside
    assert [claim.words.strip(" :") for claim in claims if not claim.inside] == outside
    assert all(sentence[claim.start :].startswith(claim.words) for claim in claims)


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ("Decisions on mergers remain with the board.", 1),
        ("The board will not delegate mergers.", 1),
        ("Mergers are reserved to the board.", 1),
        ("NHS England retains liability and remains the contract holder.", 0),
        ("Enhanced services not delegated to the group are managed jointly.", 0),
        ("Should decisions on mergers remain with the board?", 0),
    ],
)
def test_a_sentence_says_what_is_kept(sentence: str, count: int) -> None:
    assert len(kept_decisions(sentence)) == count
