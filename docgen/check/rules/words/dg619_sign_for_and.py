"""The sign & stands for "and" in running text.

It belongs into names and some short forms, such as A&E. Screen readers say "ampersand" in the middle of the sentence.

Bad:

```markdown
We plan services for children & young people.
```

Good:

```markdown
We plan services for children and young people.
```

Source: GOV.UK style guide, ampersand. Standing: good practice.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docgen.check.prose.passages import Kind
from docgen.check.prose.pattern import Pattern
from docgen.check.prose.written import found_in_prose
from docgen.check.rule import Paper, PapersRule, ProgrammeFacts, each_passage
from docgen.diagnostic import Code, Diagnostic, Severity

CODE = Code("DG619", Severity.NOTE, "Sign for 'and' in running text", __doc__ or "")

_SIGN = Pattern(r"(?<![\w'’-])(?P<before>\w[\w'’-]*),? & (?P<after>\w[\w'’-]*)")


def check(papers: Sequence[Paper], facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each such sign, beside a word that is no name."""
    for passage, found in found_in_prose(_SIGN, each_passage(papers), (Kind.PARAGRAPH, Kind.ITEM)):
        if found["before"][0].islower() or found["after"][0].islower():
            message = f"'{found[0]}' has a sign in place of 'and'"
            yield CODE.at(passage.place(found.start()), message, f"write '{found['before']} and {found['after']}'")


RULE = PapersRule(CODE, check, by_pack=True)
