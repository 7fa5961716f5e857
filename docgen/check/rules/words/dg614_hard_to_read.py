"""A paper is hard to read, by the formula SMOG.

The grade is about the number of years of schooling that a reader needs. It is computed from the words with three
syllables or more in a paper's sentences; the syllables are counted by rule, so that it may be off by half a grade.
Words such as "commissioning" cannot be avoided here, and nearly every paper of this kind exceeds the limit: it is a
note, and a reason to read the longest sentences again.

Bad:

```markdown
Organisational accountability necessitates comprehensive multidisciplinary collaboration.
```

Good:

```markdown
To answer for our work, we have to plan it with all who take part.
```

Papers of fewer than 30 sentences are not judged.

Source: G. H. McLaughlin, SMOG Grading: a New Readability Formula, Journal of Reading 12 (1969). Standing: good
practice.
"""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from docgen.check.prose.passages import Kind
from docgen.check.prose.sentences import sentences_of
from docgen.check.prose.words.readability import LEAST_SENTENCES, smog
from docgen.check.rule import DocumentRule, Paper, ProgrammeFacts
from docgen.diagnostic import Code, Diagnostic, Severity
from docgen.schema.base import Part
from docgen.schema.values import Positive

CODE = Code("DG614", Severity.NOTE, "Paper is hard to read", __doc__ or "")


class ReadingGrade(Part):
    """What the rule takes."""

    most: Positive = Field(description="The highest SMOG grade")


def check(paper: Paper, facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for a paper above the grade, at its beginning."""
    provisions = facts.provided(CODE, ReadingGrade)
    text = [passage for passage in paper.passages if passage.kind in (Kind.PARAGRAPH, Kind.ITEM)]
    sentences = [sentence.words for passage in text for sentence in sentences_of(passage)]
    if not provisions or len(sentences) < LEAST_SENTENCES:
        return
    grade = smog(sentences)
    for provision in provisions:
        if grade > provision.values.most:
            message = f"the paper has the SMOG grade {grade:.1f}; '{provision.values.most}' is the most that is wanted"
            help = "shorten the longest sentences, and use short words where there are any"
            yield provision.at(CODE, paper.document.source, message, help)


RULE = DocumentRule(CODE, check, values=ReadingGrade)
