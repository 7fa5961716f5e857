"""`:::{figure} images/map.png`: a picture with a caption."""

from __future__ import annotations

from docgen.parse.directives.directive import Directive
from docgen.parse.directives.options import caption_of, report_not_taken
from docgen.parse.pictures import picture_at
from docgen.parse.reader import Reader
from docgen.tree.block import Blocks, Figure


def figure(directive: Directive, reader: Reader) -> Blocks:
    """A figure; the caption is the option `caption`, or the body."""
    alt = reader.plain(directive.text("alt"))
    picture = picture_at(reader.plain(directive.argument), alt, directive.source, reader)
    if picture is None:
        return ()
    caption = caption_of(directive, reader)
    if caption and directive.has_body:
        report_not_taken(directive, directive.body.source(0), "inside it, beside the option 'caption'", reader)
    if directive.has_body and not caption:
        body = " ".join(line.strip() for line in directive.body.lines if line.strip())
        caption = reader.inlines(body, directive.body.source(0))
    return (Figure(picture, directive.source, caption, reader.plain(directive.text("label"))),)
