"""A row of the version history is older, or of a lower version, than the row before it.

The history tells how a paper came to be, the oldest version first. A row out of order is most often a date with the
wrong month, or a row that was added at the wrong end.

Bad:

```yaml
versions:
  - {version: "0.1", date: 2014-06-27, author: The team, change: First outline}
  - {version: "0.9", date: 2014-06-16, author: The team, change: Draft shared for comment}
```

Good:

```yaml
versions:
  - {version: "0.1", date: 2014-05-27, author: The team, change: First outline}
  - {version: "0.9", date: 2014-06-16, author: The team, change: Draft shared for comment}
```

Source: document control as public bodies keep it. Standing: arithmetic.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from docgen.check.histories import histories
from docgen.check.rule import ProgrammeFacts, ProgrammeRule
from docgen.diagnostic import Code, Diagnostic, Related, Severity
from docgen.schema.document_control import Version, order_of
from docgen.source import Path
from docgen.wording import day_in_words

CODE = Code("DG552", Severity.WARNING, "Version history runs backwards", __doc__ or "")


def check(facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each row out of order, once for all documents that print it."""
    pairs = (pair for history in histories(facts) for pair in pairwise(history.rows))
    faults = (_out_of_order(before, row, facts) for before, row in pairs)
    yield from dict.fromkeys(fault for fault in faults if fault)


def _out_of_order(before: tuple[Path, Version], row: tuple[Path, Version], facts: ProgrammeFacts) -> Diagnostic | None:
    (old_place, old), (place, new) = before, row
    related = Related(facts.place(*old_place), "the row before it")
    if new.date < old.date:
        message = f"version '{new.version}' is dated '{day_in_words(new.date)}', before version '{old.version}'"
        return CODE.at(facts.place(*place, "date"), message, "correct one of the two dates, or the order", related)
    if order_of(new.version) and order_of(new.version) <= order_of(old.version):
        message = f"version '{new.version}' stands after version '{old.version}'"
        help = "put the rows in the order of their versions, each once"
        return CODE.at(facts.place(*place, "version"), message, help, related)
    return None


RULE = ProgrammeRule(CODE, check)
