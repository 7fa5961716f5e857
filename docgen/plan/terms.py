"""On what terms a programme is checked: which packs, which rules, and what is excused."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.choice import Choice
from docgen.check.ignores import Ignore, ignores_of
from docgen.check.policy import Policy, policy_of
from docgen.check.run import VALUES
from docgen.codes import checking
from docgen.diagnostic import Findings
from docgen.load.packs import USUAL, pack_names, read_packs
from docgen.load.settings import SETTINGS, read_settings, setting_places
from docgen.schema.content import Content
from docgen.schema.settings import CheckSettings
from docgen.snapshot import Snapshot
from docgen.source import Source, SourceMap
from docgen.suggest import did_you_mean
from docgen.wording import listed


def policy_for(snapshot: Snapshot, content: Content, sources: SourceMap, findings: Findings) -> Policy:
    """What the packs of a programme ask for; faults of the packs are reported."""
    packs = read_packs(snapshot, _wanted(snapshot, content, sources), findings)
    return policy_of(packs, content.programme, VALUES, findings)


def _wanted(snapshot: Snapshot, content: Content, sources: SourceMap) -> Iterator[tuple[str, Source]]:
    """The names of packs, each with the place that names it: the programme's, else the repository's, else the usual."""
    own, house = content.programme.packs, read_settings(snapshot, Findings()).check.packs
    if own is not None:
        yield from ((name, sources.value(("programme", "packs", at))) for at, name in enumerate(own))
    elif house is not None:
        place = setting_places(snapshot).value(("check", "packs"))
        yield from ((name, place) for name in house)
    else:
        yield from ((name, Source(SETTINGS)) for name in USUAL if name in pack_names(snapshot))


def choice_in(snapshot: Snapshot, findings: Findings) -> Choice:
    """The rules that the settings choose; what names no rule is reported."""
    settings = read_settings(snapshot, Findings()).check
    places = setting_places(snapshot)
    for name, starts in (("select", settings.select), ("ignore", settings.ignore)):
        for start in unknown_rules(starts):
            place = places.value(("check", name))
            findings.add(checking.UNKNOWN_RULE.at(place, f"no rule is called '{start}'", meant_rule(start)))
    return Choice(_capital(settings.select), _capital(settings.ignore))


def _capital(starts: list[str]) -> tuple[str, ...]:
    return tuple(start.upper() for start in starts)


def unknown_rules(starts: list[str] | tuple[str, ...]) -> list[str]:
    """Those with which the code of no rule begins."""
    return [start for start in starts if not any(code.startswith(start.upper()) for code in VALUES)]


def meant_rule(start: str) -> str:
    """What to say of something that begins no rule: a code that is close, or for a family, which families are rules."""
    if len(start) >= _WHOLE_CODE:
        return did_you_mean(start, VALUES)
    families = listed(sorted({code[:3] for code in VALUES}))
    return f"rules are {families}; 'docgen rules' lists them. Other problems are always told"


_WHOLE_CODE = len("DG301")


def ignores_for(snapshot: Snapshot, name: str, findings: Findings) -> tuple[Ignore, ...]:
    """All that is excused in a programme, by comments and by the settings."""
    settings: CheckSettings = read_settings(snapshot, Findings()).check
    place = setting_places(snapshot).value(("check", "ignore_at"))
    return tuple(ignores_of(snapshot, name, [(said, place) for said in settings.ignore_at], VALUES, findings))
