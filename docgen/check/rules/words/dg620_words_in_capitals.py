"""Words are put in capitals for emphasis.

Words in capitals have no shape, and are read letter by letter; screen readers may take them for short forms and spell
them. Bold type stresses as well.

Bad:

```markdown
Practices MUST reply before Friday. It is URGENT.
```

Good:

```markdown
Practices must reply before Friday. **It is urgent.**
```

Short forms that the content declares or the paper explains, and protective markings, are left alone.

Source: plain English guidance. Standing: good practice.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.declared import short_forms
from docgen.check.prose.passages import Kind
from docgen.check.prose.pattern import Pattern
from docgen.check.prose.words.abbreviations import explanations
from docgen.check.prose.written import found_in_prose
from docgen.check.rule import DocumentRule, Paper, ProgrammeFacts, shortened
from docgen.diagnostic import Code, Diagnostic, Severity

CODE = Code("DG620", Severity.NOTE, "Words in capitals", __doc__ or "")

_CAPITALS = Pattern(r"(?<![\w&@/.-])[A-Z]{2,}(?: [A-Z]{2,})*(?![\w&@/]|\.\w)")
_LONG = 5
"""Letters of capitals that are rather a word than a short form."""
_STRESSED = frozenset(["MUST", "ONLY", "NOT"])
_MARKINGS = frozenset(
    "OFFICIAL SENSITIVE CONFIDENTIAL RESTRICTED SECRET DRAFT FINAL APPROVED COVID UNISON UNICEF FRCGP MRCGP".split()
)


def check(paper: Paper, facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each such word or row of words."""
    short = {form.short for form in short_forms(facts)} | {found.short for found in explanations(paper.passages)}
    kinds = (Kind.PARAGRAPH, Kind.ITEM, Kind.HEADING, Kind.CAPTION, Kind.CELL)
    for passage, found in found_in_prose(_CAPITALS, paper.passages, kinds):
        if any(_is_stressed(word) for word in set(found[0].split()) - short - _MARKINGS):
            message = f"'{shortened(found[0])}' is in capitals"
            yield CODE.at(
                passage.place(found.start()), message, "write it in small letters, in bold type if it must stand out"
            )


def _is_stressed(word: str) -> bool:
    """Whether it is a word, as its length tells, and no short form."""
    return len(word) >= _LONG or word in _STRESSED


RULE = DocumentRule(CODE, check, by_pack=True)
