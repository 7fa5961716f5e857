"""One passage of a paper says again, word for word, what another said.

The summary that is pasted into the conclusion is read twice by everybody, and corrected once. Runs of 20 words or more
in the text of one paper are found; what a template or one place of the content prints in two places is not meant.

Bad:

```markdown
# Summary

We work hard to improve care for patients in all our practices, and we have ambitious plans for the next five years.

# Background

We work hard to improve care for patients in all our practices, and we have ambitious plans for the next five years.
```

Good:

```markdown
# Summary

We work hard to improve care for patients in all our practices, and we have ambitious plans for the next five years.

# Background

Two of these plans concern general practice.
```

Source: a published paper of a governing body, 2018. Standing: good practice.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from docgen.check.prose.passages import Kind, Passage
from docgen.check.prose.pattern import Pattern
from docgen.check.rule import DocumentRule, Paper, ProgrammeFacts, shortened
from docgen.diagnostic import Code, Diagnostic, Related, Severity

CODE = Code("DG611", Severity.WARNING, "Passage repeated word for word", __doc__ or "")

_LEAST = 20
"""Words."""
_READ = (Kind.PARAGRAPH, Kind.ITEM, Kind.CELL)
_WORD = Pattern(r"[^\W_]+(?:[-'’.,][^\W_]+)*")


_SHORTEST = 2 * _LEAST - 1
"""Characters of so many words."""


class Run(Struct, frozen=True):
    """Words in a row, and where they begin."""

    passage: Passage
    at: int
    number: int
    """That of their first word in the passage."""


def check(paper: Paper, facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each passage that repeats another, at the first word of what it repeats."""
    seen: dict[tuple[str, ...], Run] = {}
    for passage in paper.passages:
        if passage.kind not in _READ or passage.source.path.startswith("templates/"):
            continue
        runs = list(_runs(passage))
        found = next(((run, seen[words]) for words, run in runs if _repeats(run, seen.setdefault(words, run))), None)
        for words, run in runs:
            seen.setdefault(words, run)
        if found:
            yield _diagnostic(*found)


def _runs(passage: Passage) -> Iterator[tuple[tuple[str, ...], Run]]:
    """All runs of the least length, each with its words."""
    if len(passage.words) < _SHORTEST or len(_WORD.findall(passage.words)) < _LEAST:
        return
    words = list(_WORD.finditer(passage.words))
    folded = [word[0].casefold() for word in words]
    for number in range(len(words) - _LEAST + 1):
        yield tuple(folded[number : number + _LEAST]), Run(passage, words[number].start(), number)


def _repeats(run: Run, earlier: Run) -> bool:
    """Whether it says an earlier run again, and is not the same place printed again."""
    if run.passage is earlier.passage:
        return run.number >= earlier.number + _LEAST
    return run.passage.source != earlier.passage.source


def _diagnostic(run: Run, earlier: Run) -> Diagnostic:
    words = shortened(run.passage.words[run.at :])
    related = Related(earlier.passage.place(earlier.at), "it stands here first")
    help = "say it once, and refer to it"
    return CODE.at(run.passage.place(run.at), f"'{words}' is repeated word for word", help, related)


RULE = DocumentRule(CODE, check)
