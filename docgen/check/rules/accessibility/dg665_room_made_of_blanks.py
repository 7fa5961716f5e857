"""Room is made with blanks: several spaces in a row, or a paragraph of nothing else.

Screen readers say "blank, blank, blank", and listeners take the end of the page for the end of the paper. On paper the
room changes with every font. Styles make room. Word's accessibility checker names the same fault.

Bad:

```markdown
Chair:&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;Vice-chair:

&nbsp;

Signed on behalf of the group
```

Good:

```markdown
| Chair | Vice-chair |
| ----- | ---------- |
|       |            |
```

Blanks in code count as they stand, and are left in peace.

Source: Word's accessibility checker. Standing: good practice.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.prose.pattern import Pattern
from docgen.check.rule import DocumentRule, Paper, ProgrammeFacts, shortened
from docgen.diagnostic import Code, Diagnostic, Severity
from docgen.source import Source
from docgen.tree.block import Paragraph
from docgen.tree.inline import FootnoteReference, Picture, Text
from docgen.tree.walk import holds, plain_text

CODE = Code("DG665", Severity.WARNING, "Room made of blanks", __doc__ or "")

_RUN = Pattern(r"[^\S\n\r]{4,}")


def check(paper: Paper, facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each such paragraph or stretch of words, each place once."""
    told: set[Source] = set()
    nodes = paper.document.nodes
    # No run crosses a line, so that all texts can be looked through in one step; hardly ever is there one.
    has_run = bool(_RUN.search("\n".join(text.text for text in nodes.of(Text))))
    for node in nodes.of(Paragraph, Text) if has_run else nodes.of(Paragraph):
        fault = _fault(node)
        if fault and node.source not in told:
            told.add(node.source)
            yield CODE.at(node.source, fault, "leave the blanks out; for things side by side write a table")


def _fault(node: Paragraph | Text) -> str:
    """What is wrong with one node; empty where nothing is."""
    match node:
        case Paragraph(content) if content and not plain_text(content).strip():
            return "" if holds(node, Picture, FootnoteReference) else "the paragraph holds nothing but blanks"
        case Text(text) if _RUN.search(text) and text.strip():
            return f"'{shortened(text)}' holds several blanks in a row"
        case _:
            return ""


RULE = DocumentRule(CODE, check, by_pack=True)
