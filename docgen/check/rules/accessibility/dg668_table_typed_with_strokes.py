"""A plain field holds a table that is typed with strokes.

Only narratives and templates know tables. In a field the strokes are printed as they stand, and a screen reader says
"vertical bar" between words whose columns it cannot know.

Bad:

```yaml
comment: |
  Year | Cost
  2014 | £43.3k
```

Good:

```markdown
| Year | Cost   |
| ---- | ------ |
| 2014 | £43.3k |
```

Source: WCAG 2.2 (1.3.1). Standing: law for public bodies, through the Public
Sector Bodies Accessibility Regulations 2018.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.plain_texts import plain_texts
from docgen.check.prose.pattern import Pattern
from docgen.check.rule import ProgrammeFacts, ProgrammeRule, shortened
from docgen.diagnostic import Code, Diagnostic, Severity
from docgen.source import Path

CODE = Code("DG668", Severity.WARNING, "Table typed with strokes", __doc__ or "")

_LEAST_LINES = 2
_STROKE = Pattern(r"\S ?\| ?\S|^\|.*\|")


def check(facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each such field."""
    rows: dict[Path, list[tuple[Path, str]]] = {}
    for path, line in _lines_with_strokes(facts):
        rows.setdefault(_field(path), []).append((path, line))
    for found in rows.values():
        if len(found) >= _LEAST_LINES:
            path, line = found[0]
            message = f"'{shortened(line)}' is a row of a table that is typed with strokes"
            help = "write the table in a narrative, or as a list with fields of its own"
            yield CODE.at(facts.place(*path), message, help)


def _lines_with_strokes(facts: ProgrammeFacts) -> Iterator[tuple[Path, str]]:
    for path, text in plain_texts(facts.content):
        yield from ((path, line) for line in text.splitlines() if _STROKE.search(line))


def _field(path: Path) -> Path:
    """The field in which a text stands: a text of several lines may be a list of them."""
    return path[:-1] if isinstance(path[-1], int) else path


RULE = ProgrammeRule(CODE, check, by_pack=True)
