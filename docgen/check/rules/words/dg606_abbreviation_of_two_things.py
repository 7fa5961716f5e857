"""A short form is made to stand for two things.

In "the NHS England Area Team (NHSE)" the letters are those of NHS England alone. From there on nobody can tell whether
the team or the national body is meant to decide, to pay or to be liable. The same happens where two entries of the
content have the same short form.

Bad:

```markdown
We work with the NHS England Area Team (NHSE).
```

Good:

```markdown
We work with NHS England (NHSE) and its Area Team.
```

Source: a published Expression of Interest of 2014. Standing: good practice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from docgen.check.declared import ShortForm, short_forms
from docgen.check.prose.words.abbreviations import Explanation, explanations, long_form, meaning
from docgen.check.rule import Paper, PapersRule, ProgrammeFacts
from docgen.diagnostic import Code, Diagnostic, Related, Severity

CODE = Code("DG606", Severity.WARNING, "Abbreviation stands for two things", __doc__ or "")

_MOST_WORDS = 3
"""In what follows the words that give the letters."""


def check(papers: Sequence[Paper], facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each short form that is declared twice, or explained by a longer name than its own."""
    declared = list(short_forms(facts))
    yield from _declared_twice(declared)
    for found in (found for paper in papers for found in explanations(paper.passages)):
        named = _name_within(found)
        if named:
            yield CODE.at(
                found.source,
                f"'{found.short}' stands for '{named}', and is made to stand for '{_longer(found, named)}' too",
                "write the longer name out, and keep the short form for what it stands for",
                *[Related(form.source, "declared here") for form in declared if form.short == found.short][:1],
            )


def _declared_twice(declared: Sequence[ShortForm]) -> Iterator[Diagnostic]:
    first: dict[str, ShortForm] = {}
    for form in declared:
        earlier = first.setdefault(form.short, form)
        ours, theirs = f" {meaning(form.long)}", f" {meaning(earlier.long)}"
        if not ours.endswith(theirs) and not theirs.endswith(ours):
            message = f"'{form.short}' stands for '{form.long}' and for '{earlier.long}'"
            yield CODE.at(
                form.source, message, "give one of the two another short form", Related(earlier.source, "the other")
            )


def _name_within(found: Explanation) -> str:
    """The name that the letters stand for, where the words before the bracket go on after it; else empty."""
    if found.long or not found.before:
        return ""
    for words in range(1, _MOST_WORDS + 1):
        split = re.fullmatch(rf"(?P<head>.*\w)(?P<tail>(?:\s+[A-Z][\w'’-]*){{{words}}})", found.before)
        named = long_form(found.short, split["head"]) if split else ""
        if named:
            return named
    return ""


def _longer(found: Explanation, named: str) -> str:
    """The name with the words that follow it."""
    return found.before[found.before.rindex(named) :]


RULE = PapersRule(CODE, check)
