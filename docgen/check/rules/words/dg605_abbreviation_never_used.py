"""A short form is explained and never used afterwards.

Brackets that lead nowhere cost a reader attention. Most of them are left over from text that was taken out. The same
holds for entries of the glossary that no paper uses.

Bad:

```markdown
The local medical committee (LMC) was consulted. The committee agreed.
```

Good:

```markdown
The local medical committee (LMC) was consulted. The LMC agreed.
```

Source: plain English guidance. Standing: good practice.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator, Sequence

from docgen.check.prose.passages import Kind
from docgen.check.prose.words.abbreviations import explanations, singular, uses
from docgen.check.rule import Paper, PapersRule, ProgrammeFacts
from docgen.diagnostic import Code, Diagnostic, Severity
from docgen.tree.inline import Abbreviation

CODE = Code("DG605", Severity.NOTE, "Abbreviation explained and never used", __doc__ or "")


def check(papers: Sequence[Paper], facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each such short form, in each paper, then one for each such entry of the glossary."""
    for paper in papers:
        yield from _in_paper(paper, facts.content.timescales.people if facts.content.timescales else ())
    glossary = facts.content.glossary
    if not papers or glossary is None or not facts.has_all_papers:
        return
    used = {short for paper in papers for short in _uses_beside_lists(paper)}
    for short in glossary.abbreviations:
        if singular(short) not in used and not any(_stands_in(short, paper) for paper in papers):
            place = facts.key(("glossary", "abbreviations", short))
            yield CODE.at(place, f"no paper uses the abbreviation '{short}'", "delete it from the glossary")


def _in_paper(paper: Paper, initials: Container[str]) -> Iterator[Diagnostic]:
    """Initials of people are no abbreviations: one who leads a single action is named there once, with them."""
    counts = _uses_beside_lists(paper)
    by_role = {node.short for node in paper.document.nodes.of(Abbreviation)}
    for found in explanations(paper.passages):
        is_known = found.in_list or found.short in by_role or found.short in initials
        if counts[found.short] == 1 and not is_known:
            message = f"'{found.short}' is explained here and used nowhere else in the paper"
            yield CODE.at(found.source, message, f"delete '{found.short}', or use it")


def _uses_beside_lists(paper: Paper) -> Counter[str]:
    """How often each short form stands in a paper, not counting where it stands alone in a list of abbreviations."""
    passages = [passage for passage in paper.passages if not _is_entry(passage.words, passage.kind)]
    return Counter(use.short for use in uses(passages))


def _is_entry(words: str, kind: Kind) -> bool:
    return kind in (Kind.CELL, Kind.COLUMN, Kind.ITEM) and " " not in words.strip() and len(words) < 12


def _stands_in(short: str, paper: Paper) -> bool:
    """Whether a paper uses what is no short form by its letters, such as `e-RS`."""
    return any(short in passage.words for passage in paper.passages if not _is_entry(passage.words, passage.kind))


RULE = PapersRule(CODE, check)
