"""An action is led by somebody whose initials the list of people does not explain.

Readers look the initials up below the plan. Where they find none, nobody knows whom to ask, and often the initials are
mistyped or those of somebody who has left.

Bad:

```yaml
actions:
  - {month: May 2014, action: Inform the member practices, leads: JD, due: 12 May 2014}
people:
  JB: {name: J. Brown}
```

Good:

```yaml
actions:
  - {month: May 2014, action: Inform the member practices, leads: JB, due: 12 May 2014}
people:
  JB: {name: J. Brown}
```

Only initials are looked at, and only where the plan explains some. What is the short name of an organisation or a
committee, or stands in the glossary, is no person.

Source: a published action plan of 2014. Standing: good practice.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.prose.pattern import Pattern
from docgen.check.prose.words.bodies import called
from docgen.check.rule import ProgrammeFacts, ProgrammeRule, shortened
from docgen.diagnostic import Code, Diagnostic, Related, Severity
from docgen.suggest import did_you_mean

CODE = Code("DG424", Severity.WARNING, "Lead not among people", __doc__ or "")
_INITIALS = Pattern(r"[A-Z](?:\.?[A-Za-z]){1,3}\.?")


def check(facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each lead that is not explained, at the leads of the action."""
    timescales = facts.content.timescales
    if timescales is None or not timescales.people:
        return
    known = _known(facts)
    leads = [(number, lead) for number, action in enumerate(timescales.actions) for lead in action.leads]
    for number, lead in leads:
        if lead.casefold() in known or not _INITIALS.fullmatch(lead):
            continue
        yield CODE.at(
            facts.place("timescales", "actions", number, "leads"),
            f"'{lead}' leads '{shortened(timescales.actions[number].action)}', but is not among 'people'",
            did_you_mean(lead, timescales.people),
            Related(facts.place("timescales", "people"), "the people of the plan stand here"),
        )


def _known(facts: ProgrammeFacts) -> set[str]:
    """All that a plan may name as lead, in small letters."""
    timescales, glossary = facts.content.timescales, facts.content.glossary
    people = timescales.people if timescales else {}
    names = [*people, *(person.name for person in people.values())]
    explained = list(glossary.abbreviations) if glossary else []
    return {name.casefold() for name in [*names, *explained, *(name for name, _ in called(facts.content)), "all"]}


RULE = ProgrammeRule(CODE, check)
