"""The page's style, and the policy that allows this style and nothing else."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files

from docgen.tree.document import Properties
from docgen.write.html.page import Page


def style_of(page: Page) -> str:
    """The text of the `style` element: the shipped style, then the column widths and page margins of this document."""
    widths = [f".width-{share} {{ width: {share}%; }}" for share in sorted(page.widths)]
    said = page.document.properties
    return "\n".join([shipped_style(), *widths, *_page_margins(said), *_page_shape(said)]) + "\n"


def policy_for(style: str) -> str:
    """The content security policy: no script, no request to anywhere, pictures only from the page itself."""
    digest = b64encode(sha256(style.encode("utf-8")).digest()).decode("ascii")
    return f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"


def _page_shape(properties: Properties) -> list[str]:
    """How printed pages stand, where it is on their long side; drawings then have less height."""
    if not properties.landscape:
        return []
    return ["@page { size: A4 landscape; }", "@media print { .chart > svg { max-height: 140mm; } }"]


@cache
def shipped_style() -> str:
    """The style that all pages of docgen share."""
    return files("docgen.write.html").joinpath("page.css").read_text(encoding="utf-8").rstrip("\n")


def _page_margins(properties: Properties) -> list[str]:
    """What stands at the head of each printed page."""
    state = " \N{MIDDLE DOT} ".join(filter(None, [properties.marking, "Draft" if properties.is_draft else ""]))
    corners = (("top-left", properties.title), ("top-right", state))
    return [f"@page {{ @{corner} {{ content: {_css_string(words)}; }} }}" for corner, words in corners if words]


def _css_string(words: str) -> str:
    """A CSS string. All but letters, digits and spaces become code points, so that nothing can end it early."""
    plain = [each.isascii() and (each.isalnum() or each == " ") for each in words]
    kept = [each if is_plain else f"\\{ord(each):X} " for each, is_plain in zip(words, plain, strict=True)]
    return f'"{"".join(kept)}"'
