"""A quorum is an expression over the members: it is read, printed, and computed for those who are present."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from pydantic_core import PydanticCustomError

from docgen.schema.quorum import QuorumRule
from docgen.schema.quorum_parser import parse_quorum


@dataclass(frozen=True)
class Member:
    """Somebody at the table."""

    id: str
    voting: bool = True
    lay: bool = False
    clinical: bool = False
    executive: bool = False


CHAIR = Member("lay-chair", lay=True)
VICE = Member("hwb")
NURSE = Member("nurse", clinical=True)
OFFICER = Member("chief-officer", executive=True)
OBSERVER = Member("lmc", voting=False, clinical=True)
EVERYBODY = [CHAIR, VICE, NURSE, OFFICER, OBSERVER]

ROLES = {"nurse": "Registered nurse", "chief-officer": "Chief Officer", "gp": "GP", "hwb": "Health and Wellbeing Board"}

FULL = "4 members, including 1 lay and 1 of {clinical, executive}, and (chair or vice-chair)"


def quorum(text: str) -> QuorumRule:
    """A quorum of a committee with these roles."""
    return QuorumRule(text, parse_quorum(text), tuple(ROLES.items()))


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        (FULL, "4 members, including 1 lay member, 1 clinical or executive member, and the chair or vice-chair"),
        ("4 members", "4 members"),
        ("Four voting members", "4 voting members"),
        ("at least 4 of the members", "4 members"),
        ("1 member", "1 member"),
        ("chair", "the chair"),
        ("Chair and Vice Chair", "the chair and the vice-chair"),
        ("3 members, including 1 lay and 1 clinical", "3 members, including 1 lay member and 1 clinical member"),
        ("3 members with the nurse", "3 members, including the registered nurse"),
        ("2 members and chief-officer", "2 members, including the Chief Officer"),
        ("gp or nurse", "the GP or the registered nurse"),
        ("2 of {nurse, chief-officer}", "2 of the registered nurse and the Chief Officer"),
        ("1 of {nurse, gp}", "1 of the registered nurse or the GP"),
        ("2 of {lay, gp}", "2 of the lay members and the GP"),
        ("(2 lay and chair) or 3 executive", "either 2 lay members and the chair or 3 executive members"),
        (
            "5 members, including 1 of {nurse, gp, chief-officer}, 1 lay",
            "5 members, including 1 of the registered nurse, the GP or the Chief Officer; and 1 lay member",
        ),
    ],
)
def test_a_quorum_is_printed_in_words(written: str, printed: str) -> None:
    assert str(quorum(written)) == printed


@pytest.mark.parametrize(
    ("written", "present", "met"),
    [
        ("4 members", EVERYBODY[:4], True),
        ("4 members", EVERYBODY[:3], False),
        ("1 member", [], False),
        ("5 voting members", EVERYBODY, False),
        ("4 voting members", EVERYBODY, True),
        ("2 clinical", [NURSE, OBSERVER], True),
        ("chair", [CHAIR], True),
        ("chair", [VICE], False),
        ("chair or vice-chair", [VICE], True),
        ("chair and vice-chair", [VICE], False),
        ("nurse", [NURSE], True),
        ("2 of {nurse, executive}", [NURSE, OFFICER], True),
        ("2 of {clinical, executive}", [NURSE], False),
        (FULL, [CHAIR, VICE, NURSE, OFFICER], True),
        (FULL, [VICE, NURSE, OFFICER, OBSERVER], False),
        (FULL, [CHAIR, VICE, OFFICER], False),
        ("(2 lay and chair) or (1 executive and 1 clinical)", [OFFICER, NURSE], True),
        ("(2 lay and chair) or (1 executive and 1 clinical)", [OFFICER, CHAIR], False),
    ],
)
def test_a_quorum_is_computed_for_those_present(written: str, present: list[Member], met: bool) -> None:
    assert quorum(written).is_met(present, chair="lay-chair", vice_chair="hwb") is met


def test_nobody_answers_to_an_office_that_does_not_exist() -> None:
    assert not quorum("vice-chair").is_met(EVERYBODY, chair="lay-chair")


@pytest.mark.parametrize(
    ("written", "fault"),
    [
        ("", "is not understood at its end"),
        ("4", "is not understood at its end"),
        ("0 members", "is not understood at '0'"),
        ("9999 members", "is not understood at '9999'"),
        ("²", "is not understood at '²'"),
        ("4 members;", "is not understood at ';'"),
        ("half the members", "is not understood at 'members'"),
        ("1 of {lay", "lacks '}' before its end"),
        ("(chair", "lacks ')' before its end"),
        ("chair)", "is not understood at ')'"),
        ("4 members and chair or vice-chair", "mixes and with or"),
        ("4 members, chair or vice-chair", "mixes and with or"),
        ("1 of {}", "is not understood at '}'"),
        ("chair and", "is not understood at its end"),
        ("(" * 5000, "has too many parentheses inside one another at '('"),
        ("one of of of", "is not understood at 'of'"),
    ],
)
def test_what_is_not_understood_is_pointed_out(written: str, fault: str) -> None:
    with pytest.raises(PydanticCustomError) as caught:
        parse_quorum(written)
    assert caught.value.message() == fault


@pytest.mark.parametrize(
    ("written", "fault", "remedy"),
    [
        ("1 of {nurse, executve}", "names 'executve', which is no member and no kind of member", "'executive'?"),
        ("4 membres", "names 'membres', which is no member and no kind of member", "'members'?"),
        ("vice-chair", "names the vice-chair, but there is none", "add 'vice_chair'"),
    ],
)
def test_a_name_that_the_committee_does_not_have_is_refused(written: str, fault: str, remedy: str) -> None:
    with pytest.raises(PydanticCustomError) as caught:
        quorum(written).of_members(ROLES, has_vice_chair=False)
    assert caught.value.message() == fault
    assert caught.value.context is not None
    assert remedy in caught.value.context["remedy"]
