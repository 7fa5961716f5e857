"""What a template prints: its text with all that it includes, and the heading above each name in it."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping

from docgen.load.document_type import FOLDER

_INCLUDE = re.compile(r"\{%-?\s*include\s+[\"']([^\"']+)[\"']")
_TAG = re.compile(r"\{\{(.*?)\}\}", re.DOTALL)
_HEADING = re.compile(r"^#+ +([^{\n]*[^{\s])", re.MULTILINE)
_QUOTED = re.compile(r'"([^"]*)"')


def whole_template(texts: Mapping[str, str], path: str) -> str:
    """The text of a template, and below it that of the templates which it includes; empty where there is none."""
    return "\n".join(_texts(texts, path, ()))


def _texts(texts: Mapping[str, str], path: str, above: tuple[str, ...]) -> Iterator[str]:
    """`above` are the templates on the way here: one that includes itself is a fault that building reports."""
    if path not in texts or path in above:
        return
    yield texts[path]
    for found in _INCLUDE.finditer(texts[path]):
        beside = posixpath.join(posixpath.dirname(path), found[1])
        yield from _texts(texts, beside if beside in texts else f"{FOLDER}/{found[1]}", (*above, path))


def headings_in(template: str) -> Mapping[str, str]:
    """The heading under which a template prints each name, as far as it is written out there."""
    found: dict[str, str] = {}
    for tag in _TAG.finditer(template):
        heading = _heading_of(tag, template)
        for name in re.findall(r"[^\W\d]\w*", re.sub(r'"[^"]*"', "", tag[1])) if heading else ():
            found.setdefault(name.replace("_", "-"), heading)
    return found


def _heading_of(tag: re.Match[str], template: str) -> str:
    """What a macro is given as a heading, which begins with a capital, else the last heading above the tag."""
    given = [words for words in _QUOTED.findall(tag[1]) if words[:1].isupper()] if "(" in tag[1] else []
    if given:
        return str(given[0])
    above = _HEADING.findall(template[: tag.start()])
    return str(above[-1]) if above else ""
