"""Two groups of consultees have the same feedback, word for word, or one group welcomes what it objects to.

Tables of feedback are filled in by copying a row and changing it. What is left unchanged says something in the name of
people who did not say it.

Bad:

```yaml
feedback:
  - {group: GP members, summary: Broad support for the plan and some concern about the capacity of the group}
  - {group: Patients, summary: Broad support for the plan and some concern about the capacity of the group}
```

Good:

```yaml
feedback:
  - {group: GP members, summary: Broad support for the plan and some concern about the capacity of the group}
  - {group: Patients, summary: Services near home matter more to most people than who commissions them}
```

Short remarks, which several groups may well have made, are left alone.

Source: tables of feedback in published papers. Standing: the results of a consultation must be taken into account
(Gunning, case law).
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.prose.engagement.consultees import remarks_of
from docgen.check.prose.words.stems import stems
from docgen.check.rule import ProgrammeFacts, ProgrammeRule, shortened
from docgen.diagnostic import Code, Diagnostic, Related, Severity
from docgen.schema.engagement import Engagement
from docgen.source import Path

CODE = Code("DG535", Severity.WARNING, "Feedback copied", __doc__ or "")
_LONG = 8
"""Words from which on two groups hardly say the same by chance."""
_SOME = 4
"""Words from which on a group does not welcome and regret the same thing."""


def check(facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each line that stands with another group, or on the other side, before."""
    first: dict[str, tuple[int, str, Path]] = {}
    engagement = facts.content.engagement
    for number, side, path, line in _lines(engagement):
        words = " ".join(word.stem for word in stems(line))
        earlier, earlier_side, where = first.setdefault(words, (number, side, path))
        said = _said(earlier == number, earlier_side == side, len(words.split()))
        if said and where != path:
            message, remedy = f"'{shortened(line)}' {said}", "write down what this group itself said"
            yield CODE.at(facts.place(*path), message, remedy, Related(facts.place(*where), "it stands here before"))


def _lines(engagement: Engagement | None) -> Iterator[tuple[int, str, Path, str]]:
    """Every line with the number of its group and the side on which it stands, summaries first."""
    for number, feedback in enumerate(engagement.feedback if engagement else ()):
        path = ("engagement", "feedback", number, "summary")
        yield from ((number, "summary", (*path, at), line) for at, line in enumerate(feedback.summary))
    for where, remarks in remarks_of(engagement):
        number, side = int(where[2]), str(where[3])
        yield from ((number, side, (*where, "points", at), line) for at, line in enumerate(remarks.points))


def _said(same_group: bool, same_side: bool, words: int) -> str:
    """What is wrong with a line that stands a second time; nothing where it may."""
    if not same_group:
        return "is what another group said, word for word" if words >= _LONG else ""
    return "" if same_side or words < _SOME else "stands twice with the same group, on both sides"


RULE = ProgrammeRule(CODE, check)
