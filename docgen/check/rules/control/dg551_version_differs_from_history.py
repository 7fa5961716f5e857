"""The version or date on a paper is not the newest of its version history.

A board that reads "version 1.0" on the cover and finds 0.9 as the last line of the history cannot tell which version it
is asked to approve. Most often the version was raised in `programme.yaml`, and nobody added a line to the history.

Bad:

```yaml
version: "1.0"                                       # programme.yaml
versions:                                            # document-control.yaml
  - {version: "0.9", date: 2014-06-16, author: The team, change: Draft shared for comment}
```

Good:

```yaml
versions:
  - {version: "0.9", date: 2014-06-16, author: The team, change: Draft shared for comment}
  - {version: "1.0", date: 2014-06-20, author: The team, change: Comments taken in}
```

Source: document control as public bodies keep it. Standing: good practice.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.histories import History, histories
from docgen.check.rule import ProgrammeFacts, ProgrammeRule
from docgen.diagnostic import Code, Diagnostic, Related, Severity
from docgen.source import Path
from docgen.wording import day_in_words

CODE = Code("DG551", Severity.WARNING, "Version differs from its history", __doc__ or "")


def check(facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each version or date that several documents may take from one place."""
    faults = (fault(history, facts) for history in histories(facts) for fault in (_version_differs, _date_differs))
    yield from dict.fromkeys(fault for fault in faults if fault)


def _version_differs(history: History, facts: ProgrammeFacts) -> Diagnostic | None:
    programme = facts.content.programme
    version = programme.documents[history.request].version or programme.version
    place, newest = history.rows[-1]
    if newest.version == version:
        return None
    related = Related(facts.place(*place, "version"), "the newest version of the history")
    is_listed = any(row.version == version for _, row in history.rows)
    fault = "is not the newest of" if is_listed else "is not in"
    message = f"version '{version}' {fault} its version history, which ends with '{newest.version}'"
    help = "state the version that the history ends with" if is_listed else "add a row that says what it changes"
    return CODE.at(facts.place(*_stated(history, "version", facts)), message, help, related)


def _date_differs(history: History, facts: ProgrammeFacts) -> Diagnostic | None:
    programme = facts.content.programme
    request = programme.documents[history.request]
    place, newest = history.rows[-1]
    dated = request.dated or programme.dated
    if newest.version != (request.version or programme.version) or newest.date == dated:
        return None
    related = Related(facts.place(*place, "date"), "the date in the history")
    days = f"'{day_in_words(dated)}', and in its version history '{day_in_words(newest.date)}'"
    message = f"version '{newest.version}' is dated {days}"
    return CODE.at(facts.place(*_stated(history, "dated", facts)), message, "correct one of the two dates", related)


def _stated(history: History, name: str, facts: ProgrammeFacts) -> Path:
    """Where the document's version or date stands: with its request, or with the programme."""
    request = facts.content.programme.documents[history.request]
    own: Path = ("programme", "documents", history.request, name)
    return own if getattr(request, name) else ("programme", name)


RULE = ProgrammeRule(CODE, check)
