"""A table, a figure or an appendix is mentioned nowhere in the text.

A reader does not know what to look for in it, and a reviewer whether it belongs to the paper at all. Cross-references
count, and so do numbers that were typed. What a heading introduces needs no mention: the only table or figure under it,
and those that stand right below it.

Bad:

```markdown
:::{table}
:caption: Costs
| Post | Cost |
| --- | --- |
| Manager | £43k |
:::
```

Good:

```markdown
{ref}`table-costs` gives the cost of each post.
```

Source: publishers' guides for authors. Standing: good practice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from docgen.check.prose.pattern import Pattern
from docgen.check.prose.references.numbered_things import Mentioned, mentioning, mentions
from docgen.check.rule import DocumentRule, Paper, ProgrammeFacts, shortened
from docgen.diagnostic import Code, Diagnostic, Severity
from docgen.tree.block import Block, Blocks, Callout, Figure, Heading, Landscape, Table
from docgen.tree.inline import CrossReference
from docgen.tree.walk import plain_text

CODE = Code("DG575", Severity.NOTE, "Table, figure or appendix never mentioned", __doc__ or "")

_APPENDIX = Pattern(r"\s*(?P<kind>appendix|annex)\s+(?P<number>\d{1,2}|[A-Z]\d?)(?!\w)", re.IGNORECASE)


class Thing(Struct, frozen=True):
    """A table, a figure or an appendix."""

    kind: str
    number: str
    node: Table | Figure | Heading
    is_introduced: bool = False
    """Whether its heading says what it is: it is the only one under it, or stands right below it."""


def check(paper: Paper, facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each such thing."""
    labels = {node.label for node in paper.document.nodes.of(CrossReference)}
    passages = mentioning(paper.passages)
    mentioned = {(each.kind, each.number) for passage in passages for each in _mentions_in(passage.words)}
    for thing in _things(paper):
        is_named = thing.node.label in labels or (thing.kind, thing.number) in mentioned
        if not is_named and not thing.is_introduced:
            words = plain_text(thing.node.content if isinstance(thing.node, Heading) else thing.node.caption)
            message = f"{thing.kind} {thing.number}, '{shortened(words)}', is mentioned nowhere in the text"
            yield CODE.at(thing.node.source, message, "say in the text what it shows: {ref}`its-label`")


def _mentions_in(words: str) -> list[Mentioned]:
    """What a passage mentions, but for the words with which a caption or a heading begins."""
    return [each for each in mentions(words) if each.start or not _APPENDIX.match(words)]


def _things(paper: Paper) -> Iterator[Thing]:
    under: list[Table | Figure] = []
    below: list[Table | Figure] = []
    is_below = False
    for node in [*_blocks(paper.document.blocks), None]:
        if isinstance(node, Table | Figure):
            under += [node] if node.number else []
            below += [node] if is_below else []
            continue
        is_below = isinstance(node, Heading)
        if isinstance(node, Heading) or node is None:
            yield from (_captioned(each, len(under) == 1 or each in below) for each in under)
            under, below = [], []
        if isinstance(node, Heading) and (found := _APPENDIX.match(_name(node))):
            yield Thing(found["kind"].casefold(), found["number"].upper(), node)


def _name(heading: Heading) -> str:
    """What a heading is called where it heads an appendix: with the number that docgen gives it, or that was typed."""
    is_counted = heading.appendix and heading.level == 1
    return f"{heading.number if is_counted else ''} {plain_text(heading.content)}"


def _blocks(blocks: Blocks) -> Iterator[Block]:
    """All blocks in order, those of wide pages among the others."""
    for block in blocks:
        yield from _blocks(block.blocks) if isinstance(block, Landscape | Callout) else (block,)


def _captioned(node: Table | Figure, is_introduced: bool) -> Thing:
    return Thing("table" if isinstance(node, Table) else "figure", str(node.number), node, is_introduced)


RULE = DocumentRule(CODE, check)
