"""A sentence gives another figure than the content has in a field: the quorum, the cost of the posts, who was asked.

The terms of reference print the quorum of the entry, and a narrative that was written before still names the old one.
Whoever holds the two papers side by side asks which of them was approved.

Bad:

```markdown
The quorum of the joint committee is five members.    (and in governance.yaml: 4 members, including 1 lay)
```

Good:

```markdown
The quorum of the joint committee is four members.
```

Compared are the number of voting members, the quorum, the working days of notice and of papers, the days within which
interests are declared, what a post and all posts cost, and how many people were asked and answered. What would be, or
was at another time, is left alone, and so is a committee that cannot be told from others.

Source: figures of published papers that drifted apart between their versions. Standing: arithmetic.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import product

from docgen.check.entries import Entry, entries
from docgen.check.prose.nearby import ends_with
from docgen.check.prose.numbers.likeness import can_be
from docgen.check.prose.numbers.named_figures import Named, named_figures
from docgen.check.prose.numbers.quantities import quantities
from docgen.check.prose.numbers.quantity import Quantity, Unit
from docgen.check.prose.pattern import Pattern
from docgen.check.prose.quoted import is_quoted
from docgen.check.prose.sentences import Sentence
from docgen.check.prose.stated import each_found
from docgen.check.prose.words.bodies import bodies_named
from docgen.check.rule import Paper, PapersRule, ProgrammeFacts, each_sentence
from docgen.diagnostic import Code, Diagnostic, Related, Severity

CODE = Code("DG324", Severity.WARNING, "Figure differs from its entry", __doc__ or "")
_HELP = "correct one of the two"


def check(papers: Sequence[Paper], facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each such figure, with the entry beside it."""
    stated = entries(facts)
    for sentence, named in each_found(named_figures, each_sentence(papers)) if stated else ():
        meant = _meant(sentence, named, stated, facts)
        if meant and not any(_agrees(named.quantity, value) for entry in meant for value in entry.values):
            yield _differs(sentence, named, meant[0])
    yield from _posts(papers, facts)


def _meant(sentence: Sentence, named: Named, stated: Sequence[Entry], facts: ProgrammeFacts) -> list[Entry]:
    """The entries of a figure: those of the committee that is named, else those of all; none for what others said."""
    if is_quoted(sentence.passage.words, sentence.start + named.quantity.start):
        return []
    found = [entry for entry in stated if entry.figure is named.figure]
    if not any(entry.committee for entry in found):
        return found
    ids = {each.id for each in bodies_named(sentence.words, facts.content)}
    ids -= facts.content.programme.organisations.keys()
    return [entry for entry in found if {entry.committee} == ids] if ids else found


def _agrees(quantity: Quantity, value: Decimal) -> bool:
    return quantity.value == value or (quantity.unit is Unit.POUNDS and _is_rounded(quantity, value))


def _is_rounded(quantity: Quantity, value: Decimal) -> bool:
    """Whether an amount can stand for another, as precisely as it is written."""
    return can_be(quantity, value) or (
        quantity.roundness >= _ROUND and abs(quantity.value - value) <= quantity.roundness / 2
    )


_ROUND = 1000
"""From how many pounds on an amount is one that was rounded: £68,000 of £67,900."""


def _differs(sentence: Sentence, named: Named, entry: Entry) -> Diagnostic:
    return CODE.at(
        sentence.place(named.quantity.start),
        f"{named.figure.value} is '{named.quantity.words}' here, and '{entry.words}' in its entry",
        _HELP,
        Related(entry.place, f"'{entry.words}' here"),
    )


def _posts(papers: Sequence[Paper], facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """What sentences say that one post costs."""
    resources = facts.content.resources
    posts = [(number, post) for number, post in enumerate(resources.posts if resources else ()) if not post.unit]
    amounts = each_found(_amounts, each_sentence(papers)) if posts else ()
    for (sentence, quantity), (number, post) in product(amounts, posts):
        if ends_with(_costs(post.post), sentence.words, quantity.start) and not _is_rounded(quantity, post.cost.pounds):
            message = f"'{post.post}' costs '{quantity.words}' here, and '{post.cost.words}' in its entry"
            place = facts.place("resources", "posts", number, "cost")
            yield CODE.at(sentence.place(quantity.start), message, _HELP, Related(place, f"'{post.cost.words}' here"))


def _amounts(words: str) -> Iterator[Quantity]:
    return (each for each in quantities(words) if each.unit is Unit.POUNDS)


@lru_cache(maxsize=256)
def _costs(post: str) -> Pattern:
    """`the programme manager will cost £45,000`, `a programme manager (£45,000`."""
    name = r"\s".join(map(re.escape, post.split()))
    return Pattern(rf"(?<![\w-]){name}(?:\s(?:post\s)?(?:will\s|would\s)?costs?\s|\s\(|,\sat\s|\sat\s)$", re.IGNORECASE)


RULE = PapersRule(CODE, check)
