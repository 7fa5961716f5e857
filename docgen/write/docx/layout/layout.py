"""The way in: a Word file's parts, laid out on pages."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from docgen.write.docx.layout.attributes import child, switch, value, whole
from docgen.write.docx.layout.flow import Flow, Placed
from docgen.write.docx.layout.geometry import section_of
from docgen.write.docx.layout.lists import read_lists
from docgen.write.docx.layout.notes import Notes, notes_by_id
from docgen.write.docx.layout.pieces import Reader
from docgen.write.docx.layout.stack import Rules, Stack
from docgen.write.docx.layout.styles import Styles
from docgen.write.docx.layout.tables import rows_of
from docgen.write.docx.layout.unfollowed import of_letters, of_section, of_settings
from docgen.write.docx.xml import NAMESPACES, Element, qualified


class WordParts(Struct, frozen=True):
    """The parts of a Word file that decide where things stand."""

    document: Element
    """The `w:document`."""
    styles: Element
    numbering: Element | None = None
    footnotes: Element | None = None
    settings: Element | None = None
    theme: Element | None = None
    edges: Mapping[str, Element] = field(default_factory=dict)
    """Headers and footers by the ids of their relationships."""


class Layout(Struct, frozen=True):
    """On which page everything stands."""

    pages: Mapping[str, int]
    """The number printed on the page where each bookmark begins, by the bookmark's name."""
    total: int
    """How many pages there are."""
    doubts: tuple[str, ...]
    """What the layout does not know or follow; where there is any, the numbers may be wrong."""
    placed: tuple[Placed, ...]
    """Every line and row with its place."""


def lay_out(parts: WordParts) -> Layout:
    """Lay a Word file out. The same parts always give the same pages."""
    styles = Styles(parts.styles, read_lists(parts.numbering), theme_fonts(parts.theme))
    body = parts.document.find("w:body", NAMESPACES)
    stack = Stack(Reader(styles), _rules(parts.settings), rows_of, 0)
    stack.reader.doubts |= set(of_settings(parts.settings))
    flow = Flow(Notes(notes_by_id(parts.footnotes), stack))
    if body is not None:
        _fill(flow, stack, body, parts)
    return _layout(flow, stack)


def _fill(flow: Flow, stack: Stack, body: Element, parts: WordParts) -> None:
    """Section by section: the properties of each stand in its last paragraph, or at the end."""
    for elements, properties in _sections(body):
        section = section_of(properties, parts.edges, stack)
        stack.reader.doubts |= set(of_section(properties))
        if min(sheet.bottom - sheet.top for sheet in (section.first, section.other, section.even)) <= _LEAST:
            stack.reader.doubts.add("a header or footer that leaves no room for text")
        stack.begin_section(section.measure)
        stack.strips = []
        stack.add(elements)
        flow.add_section(stack.strips, section)


_LEAST = 400
"""The room for a line or two, in twips: programs differ in what they do with less."""


def _sections(body: Element) -> list[tuple[list[Element], Element]]:
    found: list[tuple[list[Element], Element]] = []
    elements: list[Element] = []
    for element in body:
        elements.append(element)
        properties = element if element.tag == _SECTION else child(child(element, _PPR), _SECTION)
        if properties is not None:
            found.append((elements, properties))
            elements = []
    return found


_PPR, _SECTION = qualified("w:pPr"), qualified("w:sectPr")


def _layout(flow: Flow, stack: Stack) -> Layout:
    pages: dict[str, int] = {}
    for sheet, _, strip, _ in flow.placed:
        for name in strip.places:
            pages.setdefault(name, flow.printed[sheet - 1])
    styles = stack.reader.styles
    unknown = [f"the font '{name}'" for name in styles.unknown]
    doubts = tuple(sorted({*unknown, *stack.reader.doubts, *styles.unfollowed, *of_letters(styles.lent)}))
    return Layout(pages, len(flow.printed), doubts, tuple(flow.placed))


def _rules(settings: Element | None) -> Rules:
    if settings is None:
        return Rules()
    adds = settings.find("w:compat/w:doNotUseHTMLParagraphAutoSpacing", NAMESPACES) is not None
    even = settings.find("w:evenAndOddHeaders", NAMESPACES)
    tab = whole(value(settings.find("w:defaultTabStop", NAMESPACES)), 720)
    return Rules(adds, max(tab, 1), even is not None and switch(even))


def theme_fonts(theme: Element | None) -> dict[str, str]:
    """The fonts that a theme names: `minorHAnsi` → `Calibri`."""
    fonts: dict[str, str] = {}
    for kind in ("major", "minor"):
        latin = theme.find(f".//a:{kind}Font/a:latin", NAMESPACES) if theme is not None else None
        if latin is not None:
            fonts |= {f"{kind}{script}": latin.get("typeface", "") for script in ("HAnsi", "Ascii", "EastAsia", "Bidi")}
    return fonts
