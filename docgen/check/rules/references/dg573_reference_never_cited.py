"""A work of `references.yaml` is cited by no paper.

Either the sentence that rested on it was taken out, or the citation was forgotten, and a statement stands without its
source.

Bad:

```yaml
house-of-care: {author: The King's Fund, year: 2013, title: Building the house of care}
```

Good:

```markdown
The model follows a report.{cite}`house-of-care`
```

Source: academic practice. Standing: good practice.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docgen.check.prose.references.citations import citations, is_meant, with_citations
from docgen.check.rule import Paper, PapersRule, ProgrammeFacts, each_passage
from docgen.diagnostic import Code, Diagnostic, Severity

CODE = Code("DG573", Severity.NOTE, "Reference never cited", __doc__ or "")


def check(papers: Sequence[Paper], facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each such work, at its id."""
    passages = list(each_passage(papers))
    printed = {piece.source for passage in passages for piece in passage.pieces}
    cited = [citation for passage in with_citations(passages) for citation in citations(passage.words)]
    for id_, work in facts.content.references.items() if papers and facts.has_all_papers else ():
        is_cited = facts.place("references", id_, "title") in printed or any(is_meant(each, work) for each in cited)
        if not is_cited:
            message = f"no paper cites '{id_}'"
            help = f"cite it where a statement rests on it: {{cite}}`{id_}`, or delete it"
            yield CODE.at(facts.key(("references", id_)), message, help)


RULE = PapersRule(CODE, check)
