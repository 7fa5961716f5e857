"""A short form is written in two ways: QOF and QoF, BaNES and B&NES.

People who search a paper find half of what it says, and wonder whether two things are meant. The spelling of the
glossary, or of the organisation's own entry, counts; where nothing is declared, the spelling that is used more.

Bad:

```markdown
The QOF is reviewed each year. Points of the QoF are counted in March.
```

Good:

```markdown
The QOF is reviewed each year. Points of the QOF are counted in March.
```

Source: a published Expression of Interest of 2014. Standing: good practice.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from docgen.check.declared import Name, names, short_forms
from docgen.check.prose.passages import Kind
from docgen.check.prose.words.abbreviations import Use, letters_of, uses
from docgen.check.prose.written import is_own
from docgen.check.rule import Paper, PapersRule, ProgrammeFacts, each_passage
from docgen.diagnostic import Code, Diagnostic, Related, Severity

CODE = Code("DG608", Severity.WARNING, "Abbreviation spelled in two ways", __doc__ or "")


def check(papers: Sequence[Paper], facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each use of another spelling."""
    declared = [Name(form.short, form.source) for form in short_forms(facts)]
    aliases = [name for name in names(facts) if " " not in name.words]
    right = {name.words for name in (*declared, *aliases)}
    by_letters = {letters: name for name in reversed(declared) for letters in letters_of(name.words)}
    own = [use for use in uses(each_passage(papers)) if _is_judged(use)]
    unlike = [use for use in own if use.short not in right]
    usual = _usual(use for use in unlike if not _declared(use.short, by_letters))
    for use in unlike:
        name = _declared(use.short, by_letters) or usual.get(letters_of(use.short)[0])
        if name and name.words != use.short:
            message = f"'{use.short}' is written '{name.words}' elsewhere"
            yield CODE.at(use.source, message, f"write '{name.words}'", Related(name.source, "it is written so here"))


def _is_judged(use: Use) -> bool:
    return len(use.short) > 2 and use.passage.kind is not Kind.FOOTNOTE and is_own(use.passage, use.at)


def _declared(short: str, by_letters: Mapping[str, Name]) -> Name | None:
    return next((by_letters[letters] for letters in letters_of(short) if letters in by_letters), None)


def _usual(undeclared: Iterable[Use]) -> Mapping[str, Name]:
    """The spelling that is used most, by the letters; of two that are used alike, the first."""
    counts: dict[str, Counter[str]] = {}
    first: dict[str, Name] = {}
    for use in undeclared:
        counts.setdefault(letters_of(use.short)[0], Counter())[use.short] += 1
        first.setdefault(use.short, Name(use.short, use.source))
    return {letters: first[spellings.most_common(1)[0][0]] for letters, spellings in counts.items()}


RULE = PapersRule(CODE, check)
