"""Writes pictures into the page itself, as data URIs."""

from __future__ import annotations

from base64 import b64encode
from html import escape

from docgen.tree.inline import Picture
from docgen.write.characters import writable
from docgen.write.html.elements import opening
from docgen.write.html.page import Page
from docgen.write.pictures import readable_image


def image(picture: Picture, page: Page) -> str:
    """The `img`; where the picture cannot be read, its text alternative in words."""
    alt = writable(picture.alt, picture.source, page.findings)
    found = readable_image(picture, page.document.pictures, page.findings)
    if found is None:
        return f'<span class="missing">[Picture: {escape(alt or picture.path, quote=False)}]</span>'
    kind = "svg+xml" if found.kind == "svg" else found.kind
    uri = f"data:image/{kind};base64,{b64encode(found.data).decode('ascii')}"
    return opening("img", {"src": uri, "alt": alt, "width": str(found.width), "height": str(found.height)})
