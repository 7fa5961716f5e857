"""A work is cited by author and year, and no list of references says what it is.

"(Smith, 2014)" is of use only where a reader can find the work. The works of `references.yaml` count, and whatever a
paper lists itself.

Bad:

```markdown
Continuity lowers admissions (Barker, 2017).
```

Good:

```markdown
Continuity lowers admissions.{cite}`barker`
```

Source: academic practice. Standing: good practice.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docgen.check.prose.passages import Kind
from docgen.check.prose.quoted import is_quoted
from docgen.check.prose.references.citations import Citation, citations, is_meant, with_citations
from docgen.check.rule import Paper, PapersRule, ProgrammeFacts, each_passage
from docgen.diagnostic import Code, Diagnostic, Severity

CODE = Code("DG572", Severity.WARNING, "Citation without reference", __doc__ or "")


def check(papers: Sequence[Paper], facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each such citation."""
    passages = list(each_passage(papers))
    text = [passage for passage in with_citations(passages) if passage.kind is not Kind.FOOTNOTE]
    for passage, citation in ((one, each) for one in text for each in citations(one.words)):
        known = any(is_meant(citation, work) for work in facts.content.references.values())
        if known or is_quoted(passage.words, citation.start):
            continue
        if not any(_lists(other.words, citation) for other in passages if other is not passage):
            message = f"no reference says what '{citation.words}' is"
            help = "add the work to references.yaml and cite it: {cite}`its-id`"
            yield CODE.at(passage.place(citation.start), message, help)


def _lists(words: str, citation: Citation) -> bool:
    """Whether a passage is the entry of the work in a list of the paper's own: it begins with the author."""
    name = citation.author.split()[0].strip(",.")
    return words.lstrip(" -*•[]0123456789.").startswith(name) and citation.year in words and len(words) > 40


RULE = PapersRule(CODE, check)
