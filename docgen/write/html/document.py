"""The whole page: head, masthead, contents, text and foot."""

from __future__ import annotations

from docgen.diagnostic import Findings
from docgen.tree.block import Block, Blocks, Contents, ContentsKind, Cover, Title
from docgen.tree.document import Document
from docgen.write.edition import PLAIN_EDITION, Edition
from docgen.write.html.blocks import write_blocks
from docgen.write.html.contents import write_navigation
from docgen.write.html.elements import Lines, element, opening
from docgen.write.html.footnotes import write_footnotes
from docgen.write.html.head import write_head
from docgen.write.html.masthead import write_foot, write_masthead
from docgen.write.html.page import Page, new_page


def write_html(document: Document, findings: Findings, edition: Edition = PLAIN_EDITION) -> bytes:
    """One self-contained page in UTF-8 with line feeds, from a resolved tree.

    In a preview, each block and cell tells its source in `data-source`. What cannot be written as it is, such as a
    file that is no picture or a link that may not leave the page, becomes a diagnostic with the node's source.
    """
    page = new_page(document, findings, edition.preview)
    body = Lines()
    with body.inside("body", {}):
        _write_body(body, page)
    head = Lines()
    write_head(head, page)
    start = opening("html", {"lang": document.properties.language})
    return "\n".join(["<!doctype html>", start, *head.written, *body.written, "</html>", ""]).encode("utf-8")


def _write_body(lines: Lines, page: Page) -> None:
    head, contents, text = _parted(page.document.blocks)
    main = page.ids.claim("main")
    lines.add(element("a", {"class": "skip", "href": f"#{main}"}, "Skip to main content"))
    write_masthead(head, lines, page)
    with lines.inside("div", {"class": "page"}):
        write_navigation(contents, lines, page)
        with lines.inside("main", {"id": main, "tabindex": "-1"}):
            write_blocks(text, lines, page)
            write_footnotes(lines, page)
    write_foot(lines, page)


def _parted(blocks: Blocks) -> tuple[Cover | Title | None, Contents | None, Blocks]:
    """The cover or title and the contents, which have places of their own on the page, and all other blocks."""
    head = blocks[0] if blocks and isinstance(blocks[0], Cover) else _first_title(blocks)
    contents = next((block for block in blocks if _is_navigation(block)), None)
    text = tuple(block for block in blocks if block is not head and block is not contents)
    return head, contents if isinstance(contents, Contents) else None, text


def _first_title(blocks: Blocks) -> Title | None:
    return next((block for block in blocks if isinstance(block, Title)), None)


def _is_navigation(block: Block) -> bool:
    return isinstance(block, Contents) and block.kind is ContentsKind.HEADINGS
