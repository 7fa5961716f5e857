"""Timelines mark the day that their paper bears."""

from __future__ import annotations

from msgspec.structs import replace

from docgen.tree.chart import Timeline
from docgen.tree.document import Document
from docgen.tree.walk import rewrite_each


def mark_now(document: Document) -> Document:
    """The document whose timelines know its date."""
    day = document.properties.dated

    def dated(timeline: Timeline) -> Timeline:
        return replace(timeline, now=day)

    return rewrite_each(document, dated, Timeline) if day else document
