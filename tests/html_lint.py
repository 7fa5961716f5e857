"""Finds in a web page what keeps people out, or lets something in, and what axe-core does not look for.

Each fault is a line that begins with its name: `headerless table: …`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import pairwise

import lxml.html
from lxml.html import HtmlElement

_IDS = ("aria-labelledby", "aria-describedby")
_FETCHED = ("script", "link", "iframe", "object", "embed", "form", "base", "video", "audio")


def faults(page: bytes) -> list[str]:
    """All of them, in the order of the checks."""
    root = lxml.html.document_fromstring(page, parser=lxml.html.HTMLParser(encoding="utf-8"))
    return [f"{name}: {place}" for name, check in CHECKS.items() for place in check(root)]


def _shown(element: HtmlElement) -> str:
    """The beginning of an element, to be found by."""
    return str(lxml.html.tostring(element, encoding="unicode", with_tail=False))[:80]


def _matching(root: HtmlElement, path: str) -> Iterator[str]:
    found = root.xpath(path)
    assert isinstance(found, list)
    yield from (_shown(element) for element in found if isinstance(element, HtmlElement))


def _language(root: HtmlElement) -> Iterator[str]:
    if not re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", root.get("lang", "")):
        yield _shown(root)


def _title(root: HtmlElement) -> Iterator[str]:
    if not any((title.text or "").strip() for title in root.iterfind("head/title")):
        yield _shown(root)


def _levels(root: HtmlElement) -> list[int]:
    headings = root.iter("h1", "h2", "h3", "h4", "h5", "h6")
    return [int(heading.get("aria-level") or heading.tag[1]) for heading in headings]


def _one_h1(root: HtmlElement) -> Iterator[str]:
    count = _levels(root).count(1)
    if count != 1:
        yield f"{count} headings of level 1"


def _skipped(root: HtmlElement) -> Iterator[str]:
    yield from (f"{after} after {before}" for before, after in pairwise(_levels(root)) if after > before + 1)


def _repeated_ids(root: HtmlElement) -> Iterator[str]:
    ids = Counter(element.get("id") for element in root.iter() if element.get("id"))
    yield from (str(id) for id, count in ids.items() if count > 1)


def _ids(root: HtmlElement) -> set[str]:
    return {element.get("id", "") for element in root.iter()}


def _links_to_nowhere(root: HtmlElement) -> Iterator[str]:
    ids = _ids(root)
    inside = [link.get("href", "")[1:] for link in root.iter("a") if link.get("href", "").startswith("#")]
    yield from (place for place in inside if place not in ids)


def _names_from_nowhere(root: HtmlElement) -> Iterator[str]:
    ids = _ids(root)
    named = [place for element in root.iter() for name in _IDS for place in element.get(name, "").split()]
    yield from (place for place in named if place not in ids)


def _ragged_tables(root: HtmlElement) -> Iterator[str]:
    for table in root.iter("table"):
        widths = {sum(int(cell.get("colspan", "1")) for cell in row) for row in table.iter("tr")}
        if len(widths) > 1:
            yield _shown(table)


def _wordless(root: HtmlElement) -> Iterator[str]:
    for element in root.iter("a", "th", "h1", "h2", "h3", "h4", "h5", "h6", "summary", "caption"):
        words = element.text_content() + "".join(image.get("alt", "") for image in element.iter("img"))
        if not (words.strip() or element.get("aria-label")):
            yield _shown(element)


def _fetched(root: HtmlElement) -> Iterator[str]:
    yield from (_shown(element) for element in root.iter(*_FETCHED))
    sources = (image for image in root.iter("img") if not image.get("src", "").startswith("data:image/"))
    yield from map(_shown, sources)


def _acting(root: HtmlElement) -> Iterator[str]:
    for element in root.iter():
        names = [str(name) for name in element.attrib]
        if any(name == "style" or name.startswith("on") for name in names):
            yield _shown(element)


def _policy(root: HtmlElement) -> Iterator[str]:
    metas = [meta for meta in root.iter("meta") if meta.get("http-equiv") == "Content-Security-Policy"]
    policy = metas[0].get("content", "") if metas else ""
    if "default-src 'none'" not in policy or "unsafe" in policy or "script-src" in policy:
        yield policy or "none"


def _path(path: str) -> Callable[[HtmlElement], Iterator[str]]:
    return lambda root: _matching(root, path)


CHECKS: dict[str, Callable[[HtmlElement], Iterator[str]]] = {
    "no language": _language,
    "no title": _title,
    "not one first heading": _one_h1,
    "skipped heading": _skipped,
    "same id twice": _repeated_ids,
    "link to nowhere": _links_to_nowhere,
    "name from nowhere": _names_from_nowhere,
    "headerless table": _path("//table[not(.//th[@scope])]"),
    "header without scope": _path("//th[not(@scope='col' or @scope='row' or @scope='rowgroup')]"),
    "ragged table": _ragged_tables,
    "wordless": _wordless,
    "picture without words": _path("//img[not(@alt)] | //svg[not(@role='img' and @aria-label)]"),
    "box out of reach": _path("//div[contains(@class, 'table') or @class='chart'][not(@tabindex)]"),
    "box without name": _path("//*[@tabindex='0'][not(@aria-label or @aria-labelledby)]"),
    "order of its own": _path("//*[@tabindex > 0]"),
    "caption within": _path("//figcaption[following-sibling::*]"),
    "something fetched": _fetched,
    "something that acts": _acting,
    "no policy": _policy,
}
"""What is looked for, by the name of the fault."""
