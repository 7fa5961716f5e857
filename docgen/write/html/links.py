"""Finds the address of a link, outside the page or inside it."""

from __future__ import annotations

from docgen.codes.outputs import LINK_TO_NOWHERE
from docgen.suggest import did_you_mean
from docgen.tree.inline import Link
from docgen.write.addresses import address_outside, printable
from docgen.write.html.page import Page


def href(link: Link, page: Page) -> str | None:
    """The address to write, not escaped; a diagnostic and `None` where the words must do without a link."""
    if link.target.strip(" ").startswith("#"):
        return _inside(link, link.target.strip(" ")[1:], page)
    target = address_outside(link, "html", page.findings)
    return target.replace(" ", "%20") if target else None


def _inside(link: Link, fragment: str, page: Page) -> str | None:
    place = page.places.target(fragment)
    if place is None:
        known = (*page.places.anchors, *page.places.labels)
        message = f"Nothing in this document is called '{printable(fragment)}'"
        page.findings.add(LINK_TO_NOWHERE.at(link.source, message, did_you_mean(fragment, known)))
        return None
    return f"#{place}"
