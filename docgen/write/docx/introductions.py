"""Tells how much of the text before a page on its long side goes with it.

A new section begins on a new page. What leads up to a wide table would stay behind on a page of few lines.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.tree.block import Block, BulletList, Heading, OrderedList, Paragraph
from docgen.write.docx.heights import LINE, lines
from docgen.write.docx.page import Page

_LEADS_UP = (Heading, Paragraph, BulletList, OrderedList)


def introduction(blocks: list[Block], turned: Page, between: bool) -> int:
    """Where in upright blocks that begins which leads up to the block on its long side behind them.

    That is a short text with its headings. One that is long stays where it is; headings without any text never do.
    Where the blocks stand `between` two that are turned and are short, all of them are turned.
    """
    starts = _starts(blocks, between)
    return next((start for start in starts if _is_short(blocks[start:], turned)), _last_headings(blocks))


def _starts(blocks: list[Block], between: bool) -> Iterator[int]:
    """Where an introduction could begin, the longest one first."""
    if between:
        yield 0
    headings = [i for i, block in enumerate(blocks) if isinstance(block, Heading)]
    if headings:
        yield _last_headings(blocks[: headings[-1] + 1])


def _last_headings(blocks: list[Block]) -> int:
    """Where the headings at the end begin."""
    start = len(blocks)
    while start and isinstance(blocks[start - 1], Heading):
        start -= 1
    return start


def _is_short(blocks: list[Block], page: Page) -> bool:
    """Whether there is room for the blocks and for much of a table below them."""
    simple = all(isinstance(block, _LEADS_UP) for block in blocks)
    return simple and lines(tuple(blocks), page.measure) * LINE < page.height * 2 // 5
