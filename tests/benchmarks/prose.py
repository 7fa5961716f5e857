"""Sentences that could stand in a commissioning paper, made up from a number: the same number, the same words."""

from __future__ import annotations

from random import Random

_BODIES = (
    "joint committee|governing body|operational group|local authority|area team|finance committee|quality group|"
    "patient forum|practice cluster|programme board"
).split("|")
_ACTS = (
    "review|agree|publish|monitor|redesign|commission|strengthen|bring together|report on|set out|consult on|protect"
).split("|")
_THINGS = (
    "the local quality scheme|enhanced services|out-of-hours care|the premises plan|contracts that end in 2016/17|"
    "the budget for general practice|services for people with long-term conditions|the workforce plan|"
    "information that practices share|access at weekends|care for frail & older people|waiting times below 6 weeks"
).split("|")
_TIMES = (
    "in the first year|each quarter|before April 2015|with the member practices|once the guidance is known|"
    "after the public has been heard|within the agreed allocation|at each meeting in public"
).split("|")
_OUTCOMES = (
    "patients are seen sooner|fewer people are admitted in an emergency|decisions are made nearer to home|"
    "practices know what is expected of them|inequalities become smaller|money follows need|"
    "conflicts of interest are seen and managed|nobody has to tell their story twice"
).split("|")
_PLACES = "Northvale|Eastbrook|Millford|Saltley Green|the rural south|the three towns|Upper Wend".split("|")
_SENTENCES = (
    "The {body} will {act} {thing} {time}, so that {outcome}.",
    "About {share}% of patients in {place} say that this matters to them, compared with {other}% two years ago.",
    "Where {outcome}, the {body} has less need to {act} {thing}.",
    "We would {act} {thing} and {act2} {thing2} {time}.",
    "In {place} the cost is £{cost}m a year, or £{head} for each person on a practice’s list.",
    "Both organisations keep their duties in law; the {body} decides only what has been delegated to it.",
    "It remains for the {body} to {act} {thing}, and to say publicly how {outcome}.",
    "Practices asked us to {act} {thing}: “we can only plan if {outcome}”, said one.",
)
_HEADINGS = (
    "What is to change|How decisions are made|What patients told us|Where we begin|What it costs|How we will know|"
    "What could go wrong|Who takes part|How the work is shared|What follows next"
).split("|")


class Prose:
    """Words at random, from a number."""

    def __init__(self, number: int) -> None:
        self._random = Random(number)

    def one_of(self, choices: tuple[str, ...]) -> str:
        """One of some words."""
        return self._random.choice(choices)

    def between(self, least: int, most: int) -> int:
        """A whole number."""
        return self._random.randint(least, most)

    def sentence(self) -> str:
        """A sentence of ten to thirty words."""
        pick, whole = self._random.choice, self._random.randint
        return pick(_SENTENCES).format(
            **{"body": pick(_BODIES), "act": pick(_ACTS), "thing": pick(_THINGS), "time": pick(_TIMES)},
            **{"act2": pick(_ACTS), "thing2": pick(_THINGS), "outcome": pick(_OUTCOMES), "place": pick(_PLACES)},
            **{"share": whole(41, 93), "other": whole(11, 40), "cost": whole(2, 99) / 10, "head": whole(90, 180)},
        )

    def paragraph(self, sentences: int) -> str:
        """So many sentences on a line."""
        return " ".join(self.sentence() for _ in range(sentences))

    def task(self) -> str:
        """What is to be done, without a full stop: `Review the premises plan each quarter`."""
        pick = self._random.choice
        return f"{pick(_ACTS).capitalize()} {pick(_THINGS)} {pick(_TIMES)}"

    def outcome(self) -> str:
        """What is to come of it, as a sentence without a full stop."""
        return self._random.choice(_OUTCOMES).capitalize()

    def body(self) -> str:
        """Who does it, with a capital."""
        return self._random.choice(_BODIES).capitalize()

    def heading(self) -> str:
        """The words of a heading."""
        return self._random.choice(_HEADINGS)
