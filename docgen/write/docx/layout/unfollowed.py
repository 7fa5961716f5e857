"""What a Word file may ask for that the layout does not follow: it is told, since a guess would be a wrong number."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Mapping

from docgen.write.docx.layout.attributes import switch, value, whole
from docgen.write.docx.layout.fonts import Font
from docgen.write.docx.xml import NAMESPACES, Element, qualified

RIGHT_TO_LEFT = "text from right to left"
JUSTIFIED = "justified text, whose spaces Word makes narrower"
KERNED = "kerned letters"
ALIGNED = "tabs to the middle or the end of the line"
SOFT_HYPHEN = "soft hyphens"
FLOATING = "a picture or text box that is not in line with the text"

_WITHOUT_WIDTH = {"Cf", "Cc"}


def lent_letters(text: str, font: Font) -> set[str]:
    """The letters that another font must lend, with widths and heights of its own."""
    return set() if text.isascii() else {letter for letter in set(text).difference(font.letters) if _has_width(letter)}


def of_letters(lent: set[str]) -> Iterator[str]:
    """What is said about them, however many they are."""
    if lent:
        first = min(lent)
        shown = f"'{first}'" if first.isprintable() else f"U+{ord(first):04X}"
        yield f"letters that the fonts lack, such as {shown}"


def _has_width(letter: str) -> bool:
    return unicodedata.category(letter) not in _WITHOUT_WIDTH


def of_words(properties: Element) -> dict[str, str]:
    """What a `w:rPr` asks for, by its property; empty where it asks for the usual."""
    return {str(child.tag): _RUN[child.tag](child) for child in properties if child.tag in _RUN}


def of_paragraphs(properties: Element) -> dict[str, str]:
    """What a `w:pPr` asks for, by its property; empty where it asks for the usual."""
    return {str(child.tag): _PARAGRAPH[child.tag](child) for child in properties if child.tag in _PARAGRAPH}


def of_section(section: Element) -> Iterator[str]:
    """What the properties of a section ask for."""
    if _named(section, "docGrid", "type") not in ("", "default"):
        yield "lines on a grid"
    if value(section.find("w:textDirection", NAMESPACES), "lrTb") not in ("lrTb", "tb"):
        yield "upright lines"
    if _named(section, "pgNumType", "fmt") not in ("", "decimal") or _named(section, "pgNumType", "chapStyle"):
        yield "page numbers other than 1, 2, 3"
    if whole(_named(section, "cols", "num"), 1) > 1:
        yield "text in columns"


def of_settings(settings: Element | None) -> Iterator[str]:
    """What the settings of the document ask for."""
    for name, words in _SETTINGS.items():
        found = settings.find(f"w:{name}", NAMESPACES) if settings is not None else None
        if found is not None and switch(found):
            yield words


def of_table(table: Element) -> Iterator[str]:
    """What a table asks for, its cells included."""
    for name, words in _IN_TABLES.items():
        if next(table.iter(qualified(f"w:{name}")), None) is not None:
            yield words


def _named(section: Element, child: str, name: str) -> str:
    found = section.find(f"w:{child}", NAMESPACES)
    return "" if found is None else found.get(qualified(f"w:{name}"), "")


def _unless(usual: str, words: str) -> Callable[[Element], str]:
    return lambda element: "" if value(element, usual).rstrip("%") in (usual, "") else words


def _switched(words: str) -> Callable[[Element], str]:
    return lambda element: words if switch(element) else ""


def _with_any(names: tuple[str, ...], words: str) -> Callable[[Element], str]:
    """For attributes that count for more than lengths, unless they are zero."""
    return lambda element: words if any(whole(element.get(qualified(f"w:{name}"))) for name in names) else ""


_SETTINGS = {"autoHyphenation": "words that Word hyphenates", "gutterAtTop": "a gutter at the top of the page"}
_IN_TABLES = {
    "vMerge": "cells that reach over several rows",
    "tblpPr": "a table that floats",
    "tblCellSpacing": "cells with room between them",
    "tcMar": "cells with margins of their own",
    "trHeight": "rows of a given height",
    "tcFitText": "text fitted into cells",
}
_RUN: Mapping[object, Callable[[Element], str]] = {
    qualified("w:w"): _unless("100", "letters made wider or narrower"),
    qualified("w:position"): _unless("0", "raised or lowered letters"),
    qualified("w:fitText"): lambda element: "text fitted to a width",
    qualified("w:eastAsianLayout"): lambda element: "two lines in one",
    qualified("w:rtl"): _switched(RIGHT_TO_LEFT),
    qualified("w:cs"): _switched(RIGHT_TO_LEFT),
}
_PARAGRAPH: Mapping[object, Callable[[Element], str]] = {
    qualified("w:bidi"): _switched(RIGHT_TO_LEFT),
    qualified("w:spacing"): _with_any(("beforeLines", "afterLines"), "distances counted in lines"),
    qualified("w:ind"): _with_any(
        ("leftChars", "startChars", "rightChars", "endChars", "firstLineChars", "hangingChars"),
        "indents counted in letters",
    ),
    qualified("w:textDirection"): _unless("lrTb", "upright lines"),
}
