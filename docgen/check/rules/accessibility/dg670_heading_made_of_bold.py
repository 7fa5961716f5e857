"""A short paragraph in bold does the work of a heading.

It looks like a heading, and is none: it is missing from the contents, from the list of headings that people who listen
move by, and from the numbers.

Bad:

```markdown
**How we will work together**

The two groups meet on the same day, and share a secretary.
```

Good:

```markdown
## How we will work together

The two groups meet on the same day, and share a secretary.
```

Source: WCAG 2.2 (1.3.1), Word's accessibility checker. Standing: law for public bodies, through the Public
Sector Bodies Accessibility Regulations 2018.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from docgen.check.rule import DocumentRule, Paper, ProgrammeFacts
from docgen.diagnostic import Code, Diagnostic, Severity
from docgen.tree.block import Block, Blocks, BulletList, Landscape, OrderedList, Paragraph, Table
from docgen.tree.inline import Strong
from docgen.tree.walk import plain_text

CODE = Code("DG670", Severity.WARNING, "Heading made of bold", __doc__ or "")

_MOST_WORDS = 10
_LEAST_BELOW = 8
"""Words of the paragraph that follows; below a name in bold stands a title, which is shorter."""


def check(paper: Paper, facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each such paragraph."""
    every = (pair for blocks in _rows_of_blocks(paper.document.blocks) for pair in pairwise(blocks))
    for block, below in every:
        if isinstance(block, Paragraph) and _is_bold_line(block) and _is_text(below):
            message = f"'{plain_text(block.content)}' is bold, and is no heading"
            yield CODE.at(block.source, message, "make it a heading: begin the line with '#', without stars")


def _rows_of_blocks(blocks: Blocks) -> Iterator[Blocks]:
    """Blocks that follow one another on the page itself, not in a frame or a cell."""
    yield blocks
    for block in blocks:
        if isinstance(block, Landscape):
            yield from _rows_of_blocks(block.blocks)


def _is_bold_line(block: Block) -> bool:
    if not isinstance(block, Paragraph) or len(block.content) != 1 or not isinstance(block.content[0], Strong):
        return False
    words = plain_text(block.content).strip()
    return len(words.split()) <= _MOST_WORDS and words[-1:] not in ".!?;,"


def _is_text(block: Block) -> bool:
    """Whether a block is what stands below a heading."""
    if isinstance(block, Paragraph):
        return not _is_bold_line(block) and len(plain_text(block.content).split()) >= _LEAST_BELOW
    return isinstance(block, BulletList | OrderedList | Table)


RULE = DocumentRule(CODE, check, by_pack=True)
