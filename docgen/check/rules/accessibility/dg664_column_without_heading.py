"""A column of a table has no heading.

Screen readers say the heading of a column before each of its cells. Without it "12" is a number of nothing. Only the
column at the left, which names the rows, may go without: its corner has nothing to say.

Bad:

```markdown
| Practice   |     |
| ---------- | --- |
| Elm Hayes  | 12  |
```

Good:

```markdown
| Practice   | Sessions a week |
| ---------- | --------------- |
| Elm Hayes  | 12              |
```

The cells of the first row of a table are its headings, in Markdown and in a `list-table`.

Source: WCAG 2.2 (1.3.1), Word's accessibility checker. Standing: law for public bodies, through the Public
Sector Bodies Accessibility Regulations 2018.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.rule import DocumentRule, Paper, ProgrammeFacts
from docgen.diagnostic import Code, Diagnostic, Severity
from docgen.tree.block import Table
from docgen.tree.walk import plain_text
from docgen.wording import listed

CODE = Code("DG664", Severity.WARNING, "Column without a heading", __doc__ or "")


def check(paper: Paper, facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each table with such columns."""
    for node in paper.document.nodes.of(Table):
        if fault := _fault(node):
            yield CODE.at(node.source, fault, "write in the first row what stands in each column")


def _fault(table: Table) -> str:
    """What is wrong with the headings of a table; empty where nothing is."""
    empty = [number for number, column in enumerate(table.columns, 1) if not plain_text(column.heading).strip()]
    if len(empty) == len(table.columns):
        return "the table has no headings" if empty else ""
    unnamed = [str(number) for number in empty if number > 1]
    if not unnamed:
        return ""
    columns, have = ("column", "has no heading") if len(unnamed) == 1 else ("columns", "have no headings")
    return f"{columns} {listed(unnamed)} of the table {have}"


RULE = DocumentRule(CODE, check, by_pack=True)
