"""Fills the table of contents, and the lists of tables and figures."""

from __future__ import annotations

from msgspec.structs import replace

from docgen.codes import markup as codes
from docgen.diagnostic import Findings
from docgen.tree.block import Contents, ContentsEntry, ContentsKind, Figure, Heading, Table
from docgen.tree.document import Document
from docgen.tree.inline import Emphasis, FootnoteReference, Inline, Inlines, Link, Strong
from docgen.tree.walk import rewrite_each


def fill_contents(document: Document, findings: Findings) -> Document:
    """The document with the entries of its tables of contents. Footnote marks stay with what bears them.

    A list of tables or figures that has nothing to list is reported, unless it is optional.
    """
    listed = document.nodes.of(Heading, Table, Figure)

    def change(contents: Contents) -> Contents:
        return _filled(contents, listed, findings)

    return rewrite_each(document, change, Contents)


def _filled(contents: Contents, listed: list[Heading | Table | Figure], findings: Findings) -> Contents:
    entries = (_entry(node, contents) for node in listed)
    filled = replace(contents, entries=tuple(entry for entry in entries if entry))
    if filled.is_left_out and not contents.optional:
        kind = contents.kind.value
        message = f"the list of {kind} is left out, since no {kind.removesuffix('s')} of the document has a number"
        help = f"remove it, give the {kind} captions, or write ':optional: yes' below it"
        findings.add(codes.EMPTY_LIST.at(contents.source, message, help))
    return filled


def _entry(node: Heading | Table | Figure, contents: Contents) -> ContentsEntry | None:
    """The entry of a node; None for one that these contents do not list."""
    if isinstance(node, Heading):
        is_listed = contents.kind is ContentsKind.HEADINGS and node.level <= contents.depth
        words = _without_notes(node.content)
        return ContentsEntry(node.level, node.number, words, node.anchor, node.source) if is_listed else None
    kind = ContentsKind.TABLES if isinstance(node, Table) else ContentsKind.FIGURES
    if contents.kind is not kind or not node.number:
        return None
    return ContentsEntry(1, str(node.number), _without_notes(node.caption), "", node.source)


def _without_notes(content: Inlines) -> Inlines:
    kept = (inline for inline in content if not isinstance(inline, FootnoteReference))
    return tuple(_inside_without_notes(inline) for inline in kept)


def _inside_without_notes(inline: Inline) -> Inline:
    if isinstance(inline, Emphasis | Strong | Link):
        return replace(inline, content=_without_notes(inline.content))
    return inline
