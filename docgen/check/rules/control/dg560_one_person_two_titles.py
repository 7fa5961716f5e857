"""A person bears one title in one place and another title in another.

Readers take two titles for two people, or for a change that nobody has told them of. Who signs as director and who as
joint director may not be the same office.

Bad:

```markdown
Author: Ann Other, Joint Director Primary Care

Report author and job title: Ann Other, Director of Primary Care
```

Good:

```markdown
Author: Ann Other, Director of Primary Care

Report author and job title: Ann Other, Director of Primary Care
```

A title that is cut short to its one word, such as "Director" or "Chair", is the same title. Titles that have no word in
common may be two offices of one person, and are not compared.

Source: a report to a governing body whose author is joint director on its first page and director on its last.
Standing: good practice.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docgen.check.people import Titled, titles_in_content, titles_in_words, with_posts
from docgen.check.rule import Paper, PapersRule, ProgrammeFacts, each_passage
from docgen.diagnostic import Code, Diagnostic, Related, Severity

CODE = Code("DG560", Severity.WARNING, "One person, two titles", __doc__ or "")


def check(papers: Sequence[Paper], facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each title that differs from the first that the person bears."""
    first: dict[str, Titled] = {}
    told: set[tuple[str, frozenset[str]]] = set()
    found = [
        *titles_in_content(facts),
        *(each for passage in with_posts(each_passage(papers)) for each in titles_in_words(passage)),
    ]
    for person in found:
        known = first.setdefault(person.name, person)
        if known.agrees_with(person) or (person.name, person.words) in told:
            continue
        told.add((person.name, person.words))
        message = f"'{person.name}' is '{person.title}' here and '{known.title}' elsewhere"
        related = Related(known.source, f"here '{known.title}'")
        yield CODE.at(
            person.source, message, "give one title everywhere, and let papers print it from one place", related
        )


RULE = PapersRule(CODE, check)
