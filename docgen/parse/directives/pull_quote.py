"""`:::{pull-quote} words`: a sentence taken out of the text and set large."""

from __future__ import annotations

from docgen.codes import markup as codes
from docgen.parse.directives.directive import Directive
from docgen.parse.reader import Reader
from docgen.tree.block import Block, Blocks, Paragraph, PullQuote


def pull_quote(directive: Directive, reader: Reader) -> Blocks:
    """The words after its name, and then the body; `by` says whose they are. None, reported, where there are none."""
    blocks: list[Block] = []
    if directive.argument:
        blocks.append(Paragraph(reader.inlines(directive.argument, directive.source), directive.source))
    blocks += reader.blocks(directive.body) if directive.has_body else ()
    if not blocks:
        message = "the pull quote has no words"
        reader.findings.add(codes.EMPTY_QUOTE.at(directive.source, message, "write them after :::{pull-quote}"))
        return ()
    text = directive.text("by")
    by = reader.inlines(text, directive.place("by")) if text else ()
    return (PullQuote(tuple(blocks), directive.source, by),)
