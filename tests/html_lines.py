"""Reads a web page line by line as its reader sees it, in the form in which `word_lines.py` reads a Word file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

import lxml.html
from lxml.html import HtmlElement

from tests.word_lines import Lines, plain
from tests.word_numbers import letters, roman

_BLOCKS = (
    "p ul ol li dl dt dd div table blockquote pre figure figcaption hr h1 h2 h3 h4 h5 h6 nav section header footer "
    "main caption details"
).split()
_PASSED_OVER = ("colgroup", "style", "script")
_FORMATS: dict[str, Callable[[int], str]] = {
    "1": str,
    "a": lambda count: letters(count).lower(),
    "i": lambda count: roman(count).lower(),
}
"""How a browser words the marks of a list, by its `type`. (Beyond 26 it would go on with `ab`, Word with `bb`.)"""


def lines_of_html(data: bytes, has_cover: bool, has_title: bool) -> Lines:
    """The lines of a page. Without a cover or a title, what the page says above its text is in Word's header alone."""
    page = lxml.html.document_fromstring(data, parser=lxml.html.HTMLParser(encoding="utf-8"))
    read = Lines(has_cover=has_cover, has_title=has_title)
    for masthead in page.iterfind(".//header"):
        read.text += _masthead(masthead, has_cover, has_title)
    for contents in _found(page, "//nav[@class='contents'][not(ancestor::main)]"):
        read.contents += _lines_in(contents, set())
    for main in page.iterfind(".//main"):
        read.text += [line for child in main for line in _block(child) if child.get("class") != "notes"]
        read.notes += [line for note in _found(main, "section[@class='notes']/ol/li") for line in _note(note)]
    return read


def _found(element: HtmlElement, path: str) -> list[HtmlElement]:
    """The elements on a path."""
    found = element.xpath(path)
    assert isinstance(found, list)
    return [item for item in found if isinstance(item, HtmlElement)]


def _masthead(masthead: HtmlElement, has_cover: bool, has_title: bool) -> Iterator[str]:
    own = ("marking",) if has_cover else ("marking", "organisation", "draft", "particulars")
    for child in masthead:
        is_name = child.tag == "h1" or child.get("class") == "subtitle"
        if child.get("class") not in own and (has_title or not is_name):
            yield from [plain(_words(child))] if is_name else _block(child)


def _note(note: HtmlElement) -> list[str]:
    for back in note.xpath(".//a[@role='doc-backlink']"):
        back.drop_tree()
    first, *others = [line for line in _lines_in(note) if line] or [""]
    return [plain(f"{note.get('value')} {first}"), *others]


def _lines_in(holder: HtmlElement, without: Iterable[str] = ()) -> list[str]:
    """The lines of an element: words that stand in it, and blocks."""
    lines, words = [], holder.text or ""
    for child in holder:
        if child.tag in _BLOCKS:
            lines += [plain(words), *_block(child)]
            words = child.tail or ""
        else:
            words += _words_of(child) + (child.tail or "")
    return [line for line in [*lines, plain(words)] if line]


def _block(element: HtmlElement) -> list[str]:
    match element.tag:
        case "hr":
            return ["---"]
        case "ul" | "ol":
            return [line for item in _marked(element) for line in item]
        case "table":
            return _table(element)
        case "details":
            return []
        case "div" if element.get("class") == "chart":
            (words,) = _found(element, "parent::figure/following-sibling::details[1]/div")
            return [plain(f"[picture: {' '.join(_lines_of_words(words))}]")]
        case "h2" | "h3" | "h4" | "h5" | "h6" if element.get("aria-level") or element.getparent().tag != "nav":
            level = int(element.get("aria-level") or element.tag[1]) - 1
            return [plain(f"{'#' * level} {_words(element)}")]
        case "p" if element.get("class") == "title":
            return [plain(part) for part in _words(element).split("\n") if plain(part)]
        case _:
            return _lines_in(element)


def _lines_of_words(element: HtmlElement) -> Iterator[str]:
    """The sentences in which a chart is told."""
    return (plain(_words(child)) for child in element.iter("p", "li"))


def _marked(element: HtmlElement) -> Iterator[list[str]]:
    """The lines of each item behind its mark; an item that begins with another block has it on a line of its own."""
    in_contents = element.xpath("ancestor::nav")
    wording = _FORMATS[element.get("type") or "1"]
    for number, item in enumerate(element, start=int(element.get("start") or "1")):
        mark = "" if in_contents else "•" if element.tag == "ul" else f"{wording(number)}."
        lines = _lines_in(item)
        first = next(iter(item), None)
        begins = plain(item.text or "") or first is None or first.tag == "p" or first.tag not in _BLOCKS
        yield [plain(f"{mark} {lines[0]}"), *lines[1:]] if begins and lines else [mark, *lines]


def _table(table: HtmlElement) -> list[str]:
    captions = [plain(_words(caption)) for caption in table.iterchildren("caption")]
    rows = [row for part in table.iterchildren("thead", "tbody") for row in part.iterchildren("tr")]
    return captions + [plain("".join(f" | {' ¶ '.join(_lines_in(cell))}" for cell in row)) for row in rows]


def _words(element: HtmlElement) -> str:
    return (element.text or "") + "".join(_words_of(child) + (child.tail or "") for child in element)


def _words_of(child: HtmlElement) -> str:
    """The words of what stands in a line."""
    match child.tag:
        case "br":
            return "\n"
        case "img":
            return f"[picture: {child.get('alt', '')}]"
        case "sup" if child.find("a") is not None:
            return f"[{_words(child)}]"
        case _ if child.tag in _PASSED_OVER:
            return ""
        case _:
            return _words(child)
