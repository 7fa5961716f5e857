"""Names of the places among the slides that words lead to."""

from __future__ import annotations


def label_place(label: str) -> str:
    """Of what cross-references call so: a heading, a table, a figure, a paragraph."""
    return f"label {label}"


def anchor_place(anchor: str) -> str:
    """Of a heading in the contents."""
    return f"anchor {anchor}"


def link_place(target: str) -> str:
    """Of a link to a part of the document, `#section-scope`: it names a label."""
    return label_place(target.removeprefix("#"))


def captioned_place(kind: str, number: str) -> str:
    """Of a table or figure in their lists."""
    return f"{kind} {number}"


def note_place(label: str) -> str:
    """Of a footnote."""
    return f"note {label}"
