"""Writes what browsers and search engines read about the page: its `head`."""

from __future__ import annotations

from docgen.tree.block import Title
from docgen.tree.walk import plain_text
from docgen.write.characters import writable
from docgen.write.html.elements import Lines, element, opening
from docgen.write.html.page import Page
from docgen.write.html.style import policy_for, style_of


def write_head(lines: Lines, page: Page) -> None:
    """Written after the body, since the style depends on the tables in it."""
    style = style_of(page)
    with lines.inside("head", {}):
        lines.add(opening("meta", {"charset": "utf-8"}))
        lines.add(opening("meta", {"http-equiv": "Content-Security-Policy", "content": policy_for(style)}))
        lines.add(element("title", {}, page.words(title_in_words(page))))
        for name, content in _facts(page):
            held = writable(content, page.document.source, page.findings)
            lines.add(opening("meta", {"name": name, "content": held}))
        lines.add(f"<style>{style}</style>")


def title_in_words(page: Page) -> str:
    """The name of the document; a page must have one."""
    properties = page.document.properties
    titles = (plain_text(block.content) for block in page.document.blocks if isinstance(block, Title))
    return properties.title or next(titles, "") or properties.organisation or "Untitled document"


def _facts(page: Page) -> list[tuple[str, str]]:
    properties = page.document.properties
    facts = [
        ("viewport", "width=device-width, initial-scale=1"),
        ("color-scheme", "light dark"),
        ("referrer", "no-referrer"),
        ("author", properties.author),
        ("dcterms.publisher", properties.organisation),
        ("dcterms.issued", properties.dated.isoformat() if properties.dated else ""),
        ("version", properties.version),
    ]
    return [(name, content) for name, content in facts if content]
