"""`:::{toc} Contents`, `:::{list-of-tables}` and `:::{list-of-figures}`: what the paper holds, and where."""

from __future__ import annotations

from docgen.parse.directives.directive import Directive
from docgen.parse.directives.options import chosen, is_chosen
from docgen.parse.reader import Reader
from docgen.tree.block import Blocks, Contents, ContentsKind
from docgen.tree.inline import Inlines

DEPTHS = ("3", "1", "2", "4", "5", "6")


def toc(directive: Directive, reader: Reader) -> Blocks:
    """The contents, down to headings of level `depth`."""
    depth = int(chosen(directive, "depth", DEPTHS, reader))
    return (Contents(depth, directive.source, _title(directive, reader)),)


def list_of_tables(directive: Directive, reader: Reader) -> Blocks:
    """The tables that have a number."""
    return _captioned(ContentsKind.TABLES, directive, reader)


def list_of_figures(directive: Directive, reader: Reader) -> Blocks:
    """The figures that have a number."""
    return _captioned(ContentsKind.FIGURES, directive, reader)


def _captioned(kind: ContentsKind, directive: Directive, reader: Reader) -> Blocks:
    optional = is_chosen(directive, "optional", reader, default=False)
    return (Contents(1, directive.source, _title(directive, reader), kind=kind, optional=optional),)


def _title(directive: Directive, reader: Reader) -> Inlines:
    return reader.inlines(directive.argument, directive.source) if directive.argument else ()
