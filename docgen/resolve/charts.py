"""Timelines mark the day that their paper bears."""

from __future__ import annotations

from dataclasses import replace

from docgen.tree.chart import Timeline
from docgen.tree.document import Document
from docgen.tree.walk import Node, holds, rewrite


def mark_now(document: Document) -> Document:
    """The document whose timelines know its date."""
    day = document.properties.dated

    def dated(node: Node) -> Node:
        return replace(node, now=day) if isinstance(node, Timeline) else node

    return rewrite(document, dated) if day and holds(document, Timeline) else document
