"""`:::{title} The words`: the name of the document."""

from __future__ import annotations

from docgen.codes import markup as codes
from docgen.parse.directives.directive import Directive
from docgen.parse.reader import Reader
from docgen.tree.block import Blocks, Title
from docgen.tree.walk import plain_text


def title(directive: Directive, reader: Reader) -> Blocks:
    """The title, with the option `subtitle`; none, with a diagnostic, where it has no words."""
    words = reader.inlines(directive.argument, directive.source)
    if not plain_text(words).strip():
        hint = "write them after :::{title}"
        reader.findings.add(codes.EMPTY_HEADING.at(directive.source, "the title has no words", hint))
        return ()
    text = directive.text("subtitle")
    subtitle = reader.inlines(text, directive.place("subtitle")) if text else ()
    return (Title(words, directive.source, subtitle),)
