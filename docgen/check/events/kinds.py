"""By which words events are known, and what tells two of one kind apart."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from msgspec import Struct

from docgen.check.events.event import Kind
from docgen.check.prose.pattern import Pattern
from docgen.check.prose.words.committee_names import committee_in


class Signs(Struct, frozen=True):
    """How one kind of event is worded."""

    happens: Pattern
    """What says that it happens."""
    unlike: Pattern
    """What says that something else is dated: its preparation, its result, or one of others."""
    about: Pattern | None = None
    """What a text must name too, unlike the name of a milestone."""
    traits: tuple[Mapping[str, Pattern], ...] = ()
    """What tells two events of the kind apart, trait by trait."""
    whose: Callable[[str], str] | None = None
    """A further trait: the name of whom it is an event, empty where none or several are named."""

    def traits_of(self, words: str) -> tuple[str, ...]:
        """The value of each trait that the words name; empty where they name none, or several."""
        signed = (_only([value for value, sign in trait.items() if sign.search(words)]) for trait in self.traits)
        return (*signed, self.whose(words)) if self.whose else tuple(signed)


def _only(found: list[str]) -> str:
    return found[0] if len(found) == 1 else ""


def _any(*lists: str) -> Pattern:
    """Any of the words of lists, in which semicolons part them."""
    words = [word.strip() for text in lists for word in text.split(";")]
    return Pattern(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE)


OTHERS = _any(
    r"had; if; unless; original(?:ly)?; previous(?:ly)?; instead; rather; postpon\w*; moved; neighbouring; another",
    r"elsewhere; not; second; next round; annual(?:ly)?; every year; each year; other; mock; their own; its own",
    r"national(?:ly)?; last year; delay\w*; cancel\w*; brought forward; no longer",
)
"""What says that a date is not, or no longer, the one of this programme's event."""

PREPARES = Pattern(
    r"(?:prepare|draft|write|finalise|complete the|set|book|invite|send|brief|discuss|determine|confirm|agree|seek"
    r"|develop|plan|arrange|organise|design|produce|identify|recruit|tell|inform|announce|report|early|take|review"
    r"|circulate|issue|tor|terms)\b",
    re.IGNORECASE,
)
"""How an action begins that prepares or follows an event."""

_WORDING = r"terms; tor; rules?; papers?; forms?; process; roles?; outcomes?; results?; prepar\w*"
_TALK = r"discuss\w*; announc\w*; consider\w*; explain\w*; proposed; count\w*; report\w*; publish\w*"
_EOI = r"expressions? of interest; eois?"
_APPLICATION = r"applications?; bids?; pro ?-?formas?"
_SHARED = r"(?:joint|delegated|co)[ -]?commissioning; arrangements?; delegation"
_PRACTICES = r"practices?; members?; membership; gps?"

_VOTE = Signs(
    happens=_any(r"vote; ballot; poll; voted; balloted"),
    unlike=_any(
        _WORDING,
        _TALK,
        r"threshold; right to; entitled; per practice; cast; against; in favour; each; casting; without a; non-voting",
        r"thanks; no confidence; agreed; decid\w*; pilot; question; mergers?; governors; elect\w*; budget; amend\w*",
        r"open(?:s|ed|ing)?",
    ),
    traits=(
        {
            "members": _any(_PRACTICES, "lmc; local medical committee"),
            "board": _any("board; governing body; committee in common"),
        },
    ),
)

_CLOSING = Signs(
    happens=Pattern(
        r"\b(?:survey|questionnaire|consultation|listening exercise)\b[^.;]{0,80}?\b(?:clos(?:e|es|ed|ing)|ends?|ended"
        r"|finish(?:es|ed)?|(?:open|ran|runs|lasted|lasts|(?:answered|completed|returned|filled in)) (?:until|till)"
        r"|(?:answered|completed|returned|filled in) by(?= {3,}))\b"
        r"|\bclos(?:ing|e|es)\s(?:date\s)?(?:of|for)\sthe\s(?:survey|questionnaire|consultation)\b",
        re.IGNORECASE,
    ),
    unlike=_any(
        _TALK,
        "gp patient survey; staff; friends and family; first; needs assessment",
        r"(?:survey|questionnaire) (?:of|for|among) (?!(?:the |our |all |its |gp |member )*"
        r"(?:practices|members|gps|associates))\w+",
        r"consultation (?:on|about) (?!(?:the |our |this |these )?(?:proposal|plan|co-|joint|delegated|arrangement))",
    ),
    traits=(
        {"survey": _any("survey; questionnaire"), "consultation": _any("consultation; listening exercise")},
        {"public": _any("patients?; public; carers?"), "practices": _any(_PRACTICES)},
    ),
)

_SUBMISSION = Signs(
    happens=_any("submit; submits; submitted; submission"),
    unlike=_any(
        r"responses?; comments?; evidence; drafts?; outline; deadline; guidance; required; invit\w*; prepar\w*",
        r"results?; approv\w*; agree\w*; feedback; minutes; reviewed",
    ),
    about=_any(_EOI, _APPLICATION, "proposals?"),
    traits=({"expression of interest": _any(_EOI), "application": _any(_APPLICATION)},),
)

_START = Signs(
    happens=Pattern(
        r"\bgo(?:es)?[- ]live\b|\bwent live\b|\bfull(?:y)? operation(?:al)?\b"
        r"|\b(?:tak|com)(?:e|es|ing) (?:into )?effect\b|\bwith effect\b|\beffective from\b"
        r"|\bcommissioning (?:will |would |is to |should )?(?:begin|start)s?\b",
        re.IGNORECASE,
    ),
    unlike=_any(
        "shadow; pilot; service level; system; website; contracts?; hub; budget; policy; guidance; document; support",
        "round; before; appointed; appointment",
    ),
    about=_any(_SHARED, "joint committee; the model"),
    traits=({"joint": _any("joint"), "delegated": _any("delegated; delegation")},),
)

_DECISION = Signs(
    happens=_any(
        r"approves?; approved; approval; ratif\w+; signs? off; signed off; sign-off; decides?; decided; decision"
    ),
    unlike=_any(
        r"to (?:start|begin|consult|engage|go out|survey|ask|recruit); whether to (?:ask|consult|engage); engag\w+",
        r"consult\w+; timetable; minutes; budgets?; terms of reference; plans?; constitution; subject to; seek\w*",
        r"sought; in principle; drafts?; outline; recommend\w*; would; may; could; roles?; process; oversight",
        r"prepar\w*; contracts?; policy; results?; merger; awaiting; survey; vote; which; how; whether; what; who",
        "when",
    ),
    about=_any(_EOI, _APPLICATION, _SHARED, r"proposals?; business case; mov(?:e|ing) to; joint committee"),
    traits=(
        {
            "NHS England": _any("nhs england; nhse; area team; regional team; local office"),
            "board": _any("board; governing body; ccg; chief officer"),
            "members": _any("practices; members; membership; council of members"),
        },
        {
            "expression of interest": _any(_EOI),
            "application": _any(_APPLICATION),
            "proposal": _any("proposals?; business case"),
            "move": _any(_SHARED, r"mov(?:e|ing) to"),
        },
    ),
)

_FIRST_MEETING = Signs(
    happens=Pattern(
        r"\b(?:first|inaugural) (?:formal )?meeting\b|\b(?:meets?|met|come together) for the first time\b"
        r"|\bfirst (?:meets|met)\b",
        re.IGNORECASE,
    ),
    unlike=_any(
        _WORDING,
        r"each; every; of the (?:year|financial year|month|quarter); in public; with; between; since; agenda; minutes",
        "shadow; after; before; following; new year; seminar; informal",
    ),
    whose=committee_in,
)

SIGNS: Mapping[Kind, Signs] = {
    Kind.VOTE: _VOTE,
    Kind.CLOSING: _CLOSING,
    Kind.SUBMISSION: _SUBMISSION,
    Kind.START: _START,
    Kind.DECISION: _DECISION,
    Kind.FIRST_MEETING: _FIRST_MEETING,
}
"""Every kind that words can name."""


_BODY = r"(?:the |our |its )?(?:governing body|(?:ccg |icb |joint )?(?:board|committee))"
BARE_DECISION = Pattern(
    rf"\W*(?:(?:on|in|at) )?(?:(?:and|but|so) )?(?:then )?{_BODY} (?:then |had )?"
    r"(?:decided|(?:took|made) (?:its|the|a) (?:final )?decision)(?: (?:at|in) its meeting)?(?: (?:on|in|at))?\W*",
    re.IGNORECASE,
)
"""A decision of which the clause does not say what about: that of which the paper speaks."""


def kind_of(words: str, is_name: bool) -> Kind | None:
    """What kind of event words name, if one and only one. The name of a milestone need not say what it is about."""
    found = [kind for kind, signs in SIGNS.items() if _is_named(signs, words, is_name)]
    return found[0] if len(found) == 1 else None


def _is_named(signs: Signs, words: str, is_name: bool) -> bool:
    if not signs.happens.search(words) or signs.unlike.search(words):
        return False
    return is_name or signs.about is None or bool(signs.about.search(words))
