"""The cover report announces a paper that the programme does not have.

Members of a board look for each appendix that the front page names. One that is missing is asked for in the meeting,
when nobody can send it any more; often it was renamed or joined with another since the list was written.

Bad:

```yaml
accompanying:
  - {title: "Appendix B, Action plan"}
```

Good:

```yaml
accompanying:
  - {title: "Appendix B, Action plan", document: action-plan}
```

A paper is found by `document`, by the title of a document of the programme, or by the title of a work in
`references.yaml`.

Source: the field for accompanying papers on the cover report of a governing body. Standing: good practice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from docgen.check.prose.pattern import Pattern
from docgen.check.prose.words.stems import stems
from docgen.check.rule import Paper, PapersRule, ProgrammeFacts
from docgen.diagnostic import Code, Diagnostic, Severity
from docgen.schema.document_control import Assessment
from docgen.schema.references import Work

CODE = Code("DG562", Severity.WARNING, "Accompanying paper missing", __doc__ or "")

_LABEL = Pattern(r"^(?:appendix|annex|attachment|enclosure|paper)\s+\w{1,3}\b[\s:,.–—-]*", re.IGNORECASE)
_SHARE = 0.75


def check(papers: Sequence[Paper], facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each such paper."""
    cover = facts.content.cover_report
    known = [_words(title) for title in _titles(papers, facts)]
    for number, paper in enumerate(cover.accompanying if cover and facts.has_all_papers else ()):
        if paper.document is None and not any(_are_alike(_words(paper.title), title) for title in known):
            message = f"the programme has no document and no reference called '{paper.title}'"
            help = "name the 'document' that it is, or add the work to references.yaml"
            yield CODE.at(facts.place("cover_report", "accompanying", number), message, help)


def _titles(papers: Sequence[Paper], facts: ProgrammeFacts) -> Iterator[str]:
    yield from (paper.document.properties.title for paper in papers)
    yield from (title for work in facts.content.references.values() for title in _called(work))
    yield from (control.name for control in _assessments(facts))


def _called(work: Work) -> tuple[str, str]:
    """Reports name a work with and without its author."""
    return work.title, f"{work.author} {work.title}"


def _assessments(facts: ProgrammeFacts) -> Sequence[Assessment]:
    control = facts.content.document_control
    return control.assessments if control else ()


def _words(title: str) -> frozenset[str]:
    return frozenset(each.stem for each in stems(_LABEL.sub("", title)))


def _are_alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether most words of the shorter title stand in the longer one."""
    fewest = min(len(one), len(other))
    return fewest > 0 and len(one & other) >= _SHARE * max(fewest, len(one) / 2)


RULE = PapersRule(CODE, check)
