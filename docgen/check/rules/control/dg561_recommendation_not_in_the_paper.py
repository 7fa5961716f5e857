"""The cover report recommends what none of the papers says.

The governing body decides on what the cover report recommends, and the minutes repeat it. Where the paper behind it
recommends something else, or nothing, nobody has given the grounds for what was decided.

Bad:

```yaml
# cover-report.yaml
recommendations: [Approve the transfer of the budget to the joint committee]
# narrative/recommendations.md: The board is asked to approve the plan for engagement.
```

Good:

```yaml
# cover-report.yaml
recommendations: [Approve the plan for engagement with member practices]
# narrative/recommendations.md: The board is asked to approve the plan for engagement.
```

The words need not be the same: most of the words that carry the meaning must stand in one paragraph.

Source: the field for key recommendations on the cover report of a governing body. Standing: good practice.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docgen.check.prose.passages import Passage
from docgen.check.prose.words.stems import stems
from docgen.check.rule import Paper, PapersRule, ProgrammeFacts, each_passage, shortened
from docgen.diagnostic import Code, Diagnostic, Severity
from docgen.schema.narrative import Narrative

CODE = Code("DG561", Severity.WARNING, "Recommendation that no paper makes", __doc__ or "")

_SHARE = 0.6
_SHORTEST = 4
"""Letters of a word that carries meaning."""
_BEGINNING = 3
"""Letters that a word shares with its stem."""
_EMPTY = frozenset(
    "that this with from have been will would should must shall they them their there which approve approval agree "
    "note noted asked recommend recommended recommendation recommendations board body governing committee members "
    "group following report paper".split()
)
"""Words that stand in every recommendation."""


def check(papers: Sequence[Paper], facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each such recommendation."""
    cover = facts.content.cover_report
    bodies = [passage.words.casefold() for passage in _body(papers, facts)] if cover and cover.recommendations else []
    for number, recommendation in enumerate(cover.recommendations if cover and bodies and facts.has_all_papers else ()):
        meant = _meaning(recommendation)
        if meant and not any(_is_made(meant, words) for words in bodies):
            message = f"no paper makes the recommendation '{shortened(recommendation)}'"
            help = "make it in the paper that the report is about, or word it as that paper does"
            yield CODE.at(facts.place("cover_report", "recommendations", number), message, help)


def _is_made(meant: frozenset[str], words: str) -> bool:
    """Whether a passage holds enough of a recommendation's words; one that lacks their beginnings is not read."""
    needed = _SHARE * len(meant)
    if sum(stem[:_BEGINNING] in words for stem in meant) < needed:
        return False
    return len(meant & _meaning(words)) >= needed


def _body(papers: Sequence[Paper], facts: ProgrammeFacts) -> Iterator[Passage]:
    """What the papers say beside the cover report itself."""
    cover = facts.content.cover_report
    introduction = cover.introduction if cover else None
    own = {facts.place("cover_report").path}
    own |= {facts.place("cover_report", "introduction").path} if isinstance(introduction, Narrative) else set()
    return (
        passage for passage in each_passage(papers) if not any(piece.source.path in own for piece in passage.pieces)
    )


def _meaning(words: str) -> frozenset[str]:
    """The stems of the words that carry meaning."""
    kept = (each for each in stems(words) if each.end - each.start >= _SHORTEST)
    return frozenset(each.stem for each in kept if words[each.start : each.end].casefold() not in _EMPTY)


RULE = PapersRule(CODE, check)
