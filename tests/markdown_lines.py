"""Reads a Markdown file line by line as a repository shows it, in the form in which `word_lines.py` reads Word's."""

from __future__ import annotations

import re
from collections.abc import Iterator

import lxml.html
from lxml.html import HtmlElement
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

from tests.word_lines import Lines, plain

_BLOCKS = frozenset("p ul ol table blockquote pre hr h1 h2 h3 h4 h5 h6 section div".split())
_READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
_READER.use(footnote_plugin).use(front_matter_plugin)
_SIGN = re.compile(r"(^|\| |¶ )(?:[•–▪]|(?:\d{1,3}|[a-z]{1,2}|[ivxl]{1,5})\.)(?: |$)")
_NUMBER = re.compile(r"^(# )?((?:\w{1,5}\.)*\w{1,5})\. ")

_ENTRY = "\N{BULLET OPERATOR}"
"""Begins the lines of contents, whose numbers are no signs of a list."""


def rendered(data: bytes) -> HtmlElement:
    """The page that a repository makes of the file."""
    return lxml.html.fragment_fromstring(_READER.render(data.decode()), create_parent="div")


def lines_of_markdown(data: bytes) -> list[str]:
    """The lines of the text and the notes, contents where they stand."""
    return [line for child in rendered(data) for line in _block(child) if line]


def _block(element: HtmlElement) -> Iterator[str]:
    match element.tag:
        case "hr":
            return
        case "table":
            for row in element.iter("tr"):
                yield plain("".join(f" | {_words(cell)}".replace("\n", " ¶ ") for cell in row))
        case "section":
            for note in element.iterfind("ol/li"):
                yield from _note(note)
        case "h1" | "h2" | "h3" | "h4" | "h5" | "h6":
            yield plain(f"{'' if element.tag == 'h1' else '# '}{_words(element)}")
        case _ if element.tag in _BLOCKS or element.tag == "li":
            yield from _inside(element)
        case _:
            return


def _inside(element: HtmlElement) -> Iterator[str]:
    words = element.text or ""
    for child in element:
        if child.tag in (*_BLOCKS, "li"):
            yield plain(words)
            yield from _block(child)
            words = child.tail or ""
        else:
            words += _inline(child) + (child.tail or "")
    yield plain(words)


def _note(note: HtmlElement) -> Iterator[str]:
    for back in note.xpath(".//a[@class='footnote-backref']"):
        back.drop_tree()
    number = re.sub(r"\D", "", str(note.get("id")))
    first, *rest = [line for line in _inside(note) if line] or [""]
    yield from (plain(f"{number} {first}"), *rest)


def _words(element: HtmlElement) -> str:
    return (element.text or "") + "".join(_inline(child) + (child.tail or "") for child in element)


def _inline(child: HtmlElement) -> str:
    match child.tag:
        case "br":
            return "\n"
        case "a" if (
            str(child.get("href")).startswith("#") and child.getparent().tag == "li" and child.getprevious() is None
        ):
            return _ENTRY + _NUMBER.sub(r"\2 ", _words(child))
        case "sup":
            return re.sub(r":\d+\]", "]", _words(child))
        case "img":
            return f"[picture: {child.get('alt', '')}]"
        case _ if not isinstance(child.tag, str):
            return ""
        case _:
            return _words(child)


def _is_entry(link: HtmlElement) -> bool:
    """Whether a link begins an item and leads to a heading."""
    parent = link.getparent()
    begins = parent is not None and parent.tag == "li" and link.getprevious() is None
    return begins and str(link.get("href")).startswith("#")


def comparable(lines: list[str]) -> list[str]:
    """Lines without what Markdown shows in another way: levels, signs of lists, parts of a cell, rules."""
    settled = [_settled(line) for line in lines if line not in ("---", "Draft")]
    return [line for line in settled if line]


def _settled(line: str) -> str:
    if line.startswith(_ENTRY):
        return plain(line.removeprefix(_ENTRY))
    line = re.sub(r"^#+ ", "# ", line.replace(_ENTRY, ""))
    line = _NUMBER.sub(r"\1\2 ", line) if line.startswith("# ") else _SIGN.sub(r"\1", line)
    line = re.sub(r"\s*¶\s*", " ", line)
    return plain(re.sub(r"( \|)+$", "", _SIGN.sub(r"\1", line) if line.startswith("| ") else line))


def word_lines(lines: Lines) -> tuple[list[str], list[str]]:
    """The contents and the rest of a Word file's lines."""
    return [plain(line) for line in lines.contents], comparable([*lines.text, *lines.notes])
