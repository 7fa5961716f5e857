"""A table, figure, appendix or section is mentioned that the paper does not have.

"See Table 9" in a paper of eight tables sends every reader on a search. It comes from numbers that were typed by hand
before something was moved. Mentions of other papers' tables ("Table 2 of the guidance") and sections of laws are left
alone; sections are judged only where the paper numbers its own and the text says "see" or "below".

Bad:

```markdown
See Table 9 for the costs.
```

Good:

```markdown
See {ref}`table-costs` for the costs.
```

Source: published papers of governing bodies. Standing: this always holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.check.prose.passages import Kind, Passage
from docgen.check.prose.pattern import Pattern, among
from docgen.check.prose.references.numbered_things import Mentioned, mentioning, mentions
from docgen.check.prose.written import is_own
from docgen.check.rule import DocumentRule, Paper, ProgrammeFacts
from docgen.diagnostic import Code, Diagnostic, Severity
from docgen.tree.block import Figure, Heading, Table
from docgen.tree.document import Numbering

CODE = Code("DG574", Severity.WARNING, "Mentioned, but absent", __doc__ or "")

_ELSEWHERE = Pattern(
    r"^[,)]?\s*(?:\([^()]{1,40}\)\s*)?(?:of|in|to|from|on)\s(?:the|this|that|its|their|our|an?|his|her|[A-Z“\"])"
    r"|^['’]?s?\s+(?:Act|Regulations|Agreement|agreements?|arrangements?|notices?|powers?|duty|duties|money|funding|contributions?)\b"
)
_BEFORE = Pattern(
    r"\b(?:its|their|his|whose"
    r"|the (?:guidance|report|policy|letter|strategy|plan|Act|constitution|agreement)(?:['’]s)?)[,:(]*\s*$",
    re.I,
)
_LAW = Pattern(
    r"\b(?:Acts?|Regulations?|constitution|agreement|contract|schedule|legislation"
    r"|statut\w+|law|NHS Act|policy|handbook)\b",
    re.I,
)
_LISTED = Pattern(r"\b(?P<kind>appendix|annex)\s+(?P<number>\d{1,3}|[A-Z]\d?)\s?(?::|[–-] )", re.I)
_GOES_ON = Pattern(r"\s+(?:shows?|sets?|lists?|gives?|is|are|was|has|contains?|and|to|or|in|below|above|of)\b|,")
_SENT = Pattern(r"\b(?:see|in|refer to|set out in|described in)\s*$", re.I)
_NEARBY = Pattern(r"^\s*(?:above|below|of this (?:paper|document|report)|overleaf)\b", re.I)
_NEAR = 90
"""Characters around a mention that say of which paper it speaks."""
_UNREAD = (Kind.QUOTE, Kind.HEADING, Kind.TITLE)
_BEGINNING = Pattern(r"\s*(?P<kind>table|figure|appendix|annex)[\s\u00a0]+(?P<number>\d{1,3}|[A-Z]\d?)(?!\w)", re.I)


def check(paper: Paper, facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each such mention."""
    there = _there(paper, facts)
    read = [passage for passage in mentioning(paper.passages) if _is_read(passage)]
    for passage, mentioned in ((one, each) for one in read for each in mentions(one.words)):
        is_meant = is_own(passage, mentioned.start) and _is_meant(passage, mentioned, there)
        if is_meant and mentioned.number not in there[mentioned.kind]:
            message = f"'{mentioned.words}' is mentioned, but the paper has none"
            yield CODE.at(passage.place(mentioned.start), message, _help(mentioned, there[mentioned.kind]))


def _is_read(passage: Passage) -> bool:
    """Whether it speaks of this paper: no quotation, no heading, no footnote that cites a work of `references.yaml`."""
    is_text = all(piece.source.path.endswith((".md", ".j2")) for piece in passage.pieces)
    return passage.kind not in _UNREAD and (passage.kind is not Kind.FOOTNOTE or is_text)


def _there(paper: Paper, facts: ProgrammeFacts) -> dict[str, list[str]]:
    """The numbers of what there is, by kind: by its own numbering, and by words that begin `Appendix B`."""
    there: dict[str, list[str]] = {"table": [], "figure": [], "section": [], "appendix": [], "annex": []}
    parents: list[str] = []
    for node in paper.document.nodes.of(Table, Figure, Heading):
        if not isinstance(node, Heading):
            there["table" if isinstance(node, Table) else "figure"] += [str(node.number)] if node.number else []
        else:
            parents = [*parents[: node.level - 1], *[""] * (node.level - 1 - len(parents)), node.number]
            kind = "appendix" if node.appendix and node.level == 1 else "section"
            there[kind] += _numbers(node, parents, paper.document.properties.numbering) if node.number else []
    requests = facts.content.programme.documents
    titles = [title for request in requests for title in (request.title, request.subtitle) if title]
    for words in [*(passage.words for passage in among(paper.passages, _LISTED, _BEGINNING)), *titles]:
        for listed in _LISTED.finditer(words):
            there[listed["kind"].casefold()].append(listed["number"].upper())
        found = _BEGINNING.match(words)
        if found and not _GOES_ON.match(words, found.end()):
            there[found["kind"].casefold()].append(found["number"].upper())
    return there


def _numbers(heading: Heading, parents: list[str], numbering: Numbering) -> list[str]:
    """How a text may call a section: `B.II`, `BII`; `2.1`; and an appendix: `A` of `Appendix A`."""
    if heading.appendix:
        return heading.number.split()[-1:]
    given = [part for part in parents if part]
    return [".".join(given), "".join(given)] if numbering is Numbering.LETTERED else [parents[-1]]


def _is_meant(passage: Passage, mentioned: Mentioned, there: dict[str, list[str]]) -> bool:
    """Whether the text speaks of something in this paper."""
    before = passage.words[max(0, mentioned.start - _NEAR) : mentioned.start]
    after = passage.words[mentioned.end : mentioned.end + _NEAR]
    if not before.strip() and _BEGINNING.match(passage.words):
        return False
    if _ELSEWHERE.match(after) or _BEFORE.search(before):
        return False
    if mentioned.kind != "section":
        return mentioned.kind in ("appendix", "annex") or mentioned.number.isdigit()
    is_sent = _SENT.search(before) or _NEARBY.match(after)
    return bool(there["section"] and is_sent) and not _LAW.search(passage.words)


def _help(mentioned: Mentioned, numbers: list[str]) -> str:
    is_plain = mentioned.kind in ("table", "figure") and all(number.isdigit() for number in numbers)
    last = f" (the last is {max(map(int, numbers))})" if is_plain and numbers else ""
    return f"correct the number{last}: give the thing a label and write {{ref}}`its-label`, and it is always right"


RULE = DocumentRule(CODE, check)
