"""The words of a link do not say where it leads.

People who listen to a paper have its links read out one after the other, without the sentences around them. Five links
called "here" are five closed doors. Word's accessibility checker names the same fault.

Bad:

```markdown
The guidance can be read [here](https://www.example.org/guidance).
```

Good:

```markdown
Read the [guidance on co-commissioning](https://www.example.org/guidance).
```

A link without any words cannot be found at all.

Source: WCAG 2.2 (2.4.4), Word's accessibility checker. Standing: law for public bodies, through the Public
Sector Bodies Accessibility Regulations 2018.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.prose.pattern import Pattern
from docgen.check.rule import DocumentRule, Paper, ProgrammeFacts, shortened
from docgen.diagnostic import Code, Diagnostic, Severity
from docgen.tree.inline import Link
from docgen.tree.walk import plain_text

CODE = Code("DG661", Severity.WARNING, "Link does not say where it leads", __doc__ or "")

_UNCLEAR = Pattern(
    r"(?:click|see|read|find out|learn|further)? ?(?:here|link|more|details|download)"
    r"|more information|click|(?:this|the|web)? ?(?:link|page|document|website|site)|this"
)


def check(paper: Paper, facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each such link."""
    links = paper.document.nodes.of(Link)
    yield from (CODE.at(link.source, fault, _hint(link)) for link in links if (fault := _fault(link)))


def _fault(link: Link) -> str:
    """What is wrong with the words of a link; empty where nothing is."""
    words = " ".join(plain_text(link.content).split())
    if not words:
        return "a link has no words"
    if _UNCLEAR.fullmatch(words.casefold().strip(" .:…»>→")):
        return f"the link '{words}' does not say where it leads"
    return ""


def _hint(link: Link) -> str:
    return f"write what stands at '{shortened(link.target)}', as its own title says it"


RULE = DocumentRule(CODE, check, by_pack=True)
