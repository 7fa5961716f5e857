"""Writes captions and what they stand beside: `Table 2: …` above a table, `Figure 1: …` below a figure."""

from __future__ import annotations

from docgen.tree.block import Figure, Table, caption_label
from docgen.typesetting.code import joined
from docgen.write.typst.inlines import line
from docgen.write.typst.pictures import alternative
from docgen.write.typst.program import Place, Program


def captioned(block: Table | Figure, content: str, place: Place, program: Program, is_whole: bool = False) -> str:
    """The content in a figure of Typst, which ties its caption to it and can be led to.

    One that `is_whole` goes to the next page rather than onto two; figures always do.
    """
    kind = "table" if isinstance(block, Table) else "image"
    caption = f"caption: {_caption(block, kind, place, program)}, " if block.caption else ""
    alt = f"alt: {program.words(alternative(block.picture), block.source)}, " if isinstance(block, Figure) else ""
    listed = "true" if block.number and block.caption else "false"
    name = program.places.table(block) if isinstance(block, Table) else program.places.figure(block)
    label = f" <{name}>" if name else ""
    whole = "#show figure: set block(breakable: false)\n" if is_whole else ""
    return f"[{whole}#figure(kind: {kind}, outlined: {listed}, {caption}{alt}{content}){label}]"


def _caption(block: Table | Figure, kind: str, place: Place, program: Program) -> str:
    word = "Table" if kind == "table" else "Figure"
    number = [program.words(f"{caption_label(word, block.number)}: ", block.source)] if block.number else []
    words = joined([*number, line(block.caption, place, program)])
    return program.styled("Caption", words, keeps_next=isinstance(block, Table))
