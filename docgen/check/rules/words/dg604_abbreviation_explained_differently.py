"""One short form is explained in two ways.

A reader who meets "Gloucester" here and "Gloucestershire" there does not know which places the paper speaks of. Two
explanations in papers are compared with each other, and each with what the glossary, or an organisation's own entry,
says. Plurals, capitals, hyphens and small words do not count.

Bad:

```markdown
Brent, Goring and Stoke (BGS) share a director. The board of Brent, Gorleston and Stoke (BGS) agrees.
```

Good:

```markdown
Brent, Goring and Stoke (BGS) share a director. The board of BGS agrees.
```

Source: a published Expression of Interest of 2014. Standing: good practice.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from docgen.check.declared import ShortForm, short_forms
from docgen.check.prose.words.abbreviations import explanations, meaning
from docgen.check.rule import Paper, PapersRule, ProgrammeFacts
from docgen.diagnostic import Code, Diagnostic, Related, Severity

CODE = Code("DG604", Severity.WARNING, "Abbreviation explained differently", __doc__ or "")


def check(papers: Sequence[Paper], facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each explanation that differs from what is declared, or from the first one in the papers."""
    declared = _declared(short_forms(facts))
    first: dict[str, ShortForm] = {}
    for explanation in (each for paper in papers for each in explanations(paper.passages) if each.long):
        given = ShortForm(explanation.short, explanation.long, explanation.source)
        known = declared.get(given.short) or [first.setdefault(given.short, given)]
        if not any(_agree(given.long, other.long, declared) for other in known):
            yield CODE.at(
                given.source,
                f"'{given.short}' is explained as '{given.long}', and elsewhere as '{known[0].long}'",
                "keep one of the two, and explain it once",
                Related(known[0].source, f"here it is '{known[0].long}'"),
            )


def _declared(forms: Iterable[ShortForm]) -> Mapping[str, list[ShortForm]]:
    found: dict[str, list[ShortForm]] = {}
    for form in forms:
        found.setdefault(form.short, []).append(form)
    return found


def _agree(one: str, other: str, declared: Mapping[str, list[ShortForm]]) -> bool:
    """Whether two long forms mean the same: the name of a certain board ends with the words for boards of its kind."""
    ours, theirs = (_expanded(words, declared) for words in (one, other))
    is_like = f" {ours}".endswith(f" {theirs}") or f" {theirs}".endswith(f" {ours}")
    return is_like and not _lacks_an_s(one, other)


def _lacks_an_s(one: str, other: str) -> bool:
    """Whether a word within is one in one form and several in the other: `Quality and Outcome Framework`."""
    ours, theirs = (re.findall(r"\w+", re.sub(r"['’]", "", words.casefold())) for words in (one, other))
    pairs = zip(reversed(ours[:-1]), reversed(theirs[:-1]), strict=False)
    return any(a != b and a.rstrip("s") == b.rstrip("s") for a, b in pairs)


def _expanded(words: str, declared: Mapping[str, list[ShortForm]]) -> str:
    """The meaning of words, with short forms in them replaced by what they are declared to stand for."""
    whole = re.sub(r"[\w&]+", lambda word: declared[word[0]][0].long if word[0] in declared else word[0], words)
    return meaning(whole)


RULE = PapersRule(CODE, check)
