"""Makes a reference document into the package that every paper of the house is written into.

Whatever program made it, and whatever else it holds, the outcome has docgen's own parts, ids of styles and ids of
lists, and the house's looks. docgen's built-in reference document goes the same way.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from lxml import etree
from msgspec import Struct

from docgen.diagnostic import Diagnostic, Findings
from docgen.ooxml.relations import Relation, main_part, related
from docgen.ooxml.word import WORD_FILE, word_package
from docgen.source import Source
from docgen.write.docx.house.builtin import builtin_parts
from docgen.write.docx.house.carried import Carried, content_types_part, read, relations_part
from docgen.write.docx.house.edges import EDGES, KINDS, Renaming, Shown, house_edges, write_edge, write_own_edge
from docgen.write.docx.house.fitting import fit
from docgen.write.docx.house.letters import state_letters
from docgen.write.docx.house.lists import merge_lists
from docgen.write.docx.house.page import differ_first_page, keep_distance, page_section, shows_first_page
from docgen.write.docx.house.settings import is_on, merge_settings
from docgen.write.docx.house.styles import Stylesheet, add_missing, adopt_names, rename
from docgen.write.docx.house.traces import remove_traces
from docgen.write.docx.xml import NAMESPACES, Element, qualified
from docgen.write.edition import Reference

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORDPROCESSING = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_TYPES = {
    "docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    "word/document.xml": f"{_WORDPROCESSING}.document.main+xml",
    "word/fontTable.xml": f"{_WORDPROCESSING}.fontTable+xml",
    "word/footnotes.xml": f"{_WORDPROCESSING}.footnotes+xml",
    "word/numbering.xml": f"{_WORDPROCESSING}.numbering+xml",
    "word/settings.xml": f"{_WORDPROCESSING}.settings+xml",
    "word/styles.xml": f"{_WORDPROCESSING}.styles+xml",
    "word/theme/theme1.xml": "application/vnd.openxmlformats-officedocument.theme+xml",
}
_FROM_TEXT = (
    ("rId1", "styles", "styles"),
    ("rId2", "settings", "settings"),
    ("rId3", "fontTable", "fontTable"),
    ("rId4", "numbering", "numbering"),
    ("rId5", "footnotes", "footnotes"),
    ("rId6", "header", "header1"),
    ("rId7", "header", "header2"),
    ("rId8", "footer", "footer1"),
    ("rId9", "footer", "footer2"),
    ("rId10", "header", "header3"),
    ("rId11", "footer", "footer3"),
    ("rId12", "theme", "theme/theme1"),
)
"""The id, the kind and the part of everything that the text leads to."""
_EDGE_IDS = {"header": ("rId6", "rId7", "rId10"), "footer": ("rId8", "rId9", "rId11")}
_SEPARATORS = ("separator", "continuationSeparator")


class House(Struct, frozen=True):
    """A package without text, ready to be written into."""

    files: Mapping[str, bytes]
    path: str = ""
    """Of the reference document, for messages; empty for the built-in one."""
    added: tuple[tuple[str, str], ...] = ()
    """The ids and names of the styles that the house lacks."""


def house_of(reference: Reference | None, findings: Findings) -> House | None:
    """The house's package, or docgen's own; None where the reference document is refused, which is reported."""
    house, found = _opened(reference)
    findings.extend(found)
    return house


@lru_cache(maxsize=4)
def _opened(reference: Reference | None) -> tuple[House | None, tuple[Diagnostic, ...]]:
    findings = Findings()
    path = reference.path if reference else ""
    parts = word_package(reference.content, path, findings) if reference else builtin_parts()
    house = None if parts is None else _read(parts, path, findings)
    return None if findings.has_errors else house, tuple(findings)


def _read(parts: Mapping[str, bytes], path: str, findings: Findings) -> House | None:
    """What one library takes for XML another may refuse: a name of no sense, a character that is none."""
    try:
        return _house(_Making(parts, builtin_parts(), main_part(parts), Carried(parts)), path, findings)
    except etree.XMLSyntaxError:
        findings.add(WORD_FILE.damaged("one of its parts cannot be read").at(Source(path)))
        return None


class _Making(Struct, frozen=True):
    """What a package is made from, and what has become of it."""

    source: Mapping[str, bytes]
    own: Mapping[str, bytes]
    """docgen's parts."""
    main: str
    """The part of the reference document that holds its text."""
    carried: Carried

    def theirs(self, kind: str) -> tuple[Element | None, str]:
        """A part of the house without traces, and its name there."""
        name = related(self.source, self.main, kind)
        return (_without_traces(self.source[name]) if name else None), name

    def ours(self, name: str) -> Element:
        """A part of docgen's."""
        return _without_traces(self.own[name])

    def put(self, name: str, root: Element, old: str = "") -> None:
        """A new part, and what it leads to where it is made of an old one."""
        self.carried.put_with_relations(name, root, _TYPES[name], old)


def _without_traces(content: bytes) -> Element:
    root = read(content)
    remove_traces(root)
    return root


def _house(making: _Making, path: str, findings: Findings) -> House:
    document, own_document = _without_traces(making.source[making.main]), making.ours("word/document.xml")
    section = page_section(document, own_document, path, findings)
    sheet, renamed, added = _styles(making)
    lists = _lists(making, sheet, renamed, added)
    making.put("word/styles.xml", sheet.root)
    settings = _settings(making)
    shown = Shown(shows_first_page(section), is_on(settings.find("w:evenAndOddHeaders", NAMESPACES)))
    used = {edge: house_edges(making.main, document, edge, shown, making.carried) for edge in EDGES}
    for edge in EDGES:
        if used[edge]:
            write_edge(edge, used[edge], shown, making.carried, Renaming(renamed, sheet, lists))
        else:
            write_own_edge(edge, making.own, making.carried)
            keep_distance(section, edge, own_document)
    if not any(used.values()) and not shown.first:
        differ_first_page(section)
    _others(making)
    _document(making, own_document, section)
    return House(_packaged(making), path, tuple(sorted(added.items())))


def _styles(making: _Making) -> tuple[Stylesheet, Mapping[str, str], Mapping[str, str]]:
    """The house's styles with docgen's ids; which ids have changed; which styles were added."""
    root, _ = making.theirs("styles")
    ours = Stylesheet(making.ours("word/styles.xml"))
    sheet = ours if root is None else Stylesheet(root)
    renamed = adopt_names(sheet, ours)
    added = add_missing(sheet, ours)
    fit(sheet, ours, added)
    state_letters(sheet.root)
    return sheet, renamed, added


def _lists(making: _Making, sheet: Stylesheet, renamed: Mapping[str, str], added: Mapping[str, str]) -> Element:
    root, name = making.theirs("numbering")
    own = making.ours("word/numbering.xml")
    house = making.ours("word/numbering.xml") if root is None else root
    if root is None:
        house[:] = []
    rename(house, renamed)
    merged = merge_lists(house, own, sheet, added)
    making.put("word/numbering.xml", merged, name)
    return merged


def _settings(making: _Making) -> Element:
    root, _ = making.theirs("settings")
    merged = merge_settings(root, making.ours("word/settings.xml"))
    making.put("word/settings.xml", merged)
    return merged


def _others(making: _Making) -> None:
    """Fonts and theme as the house has them; separators of footnotes as docgen has them."""
    fonts, name = making.theirs("fontTable")
    fonts = making.ours("word/fontTable.xml") if fonts is None else fonts
    for charset in fonts.iter(qualified("w:charset")):
        charset.attrib.pop(qualified("w:characterSet"), "")  # LibreOffice writes one that Word does not know
    making.put("word/fontTable.xml", fonts, name)
    theme, name = making.theirs("theme")
    if theme is not None:
        making.put("word/theme/theme1.xml", theme, name)
    notes = making.ours("word/footnotes.xml")
    for note in list(notes):
        if note.get(qualified("w:type")) not in _SEPARATORS:
            notes.remove(note)
    making.put("word/footnotes.xml", notes)
    for name in ("docProps/app.xml", "docProps/core.xml"):
        making.put(name, making.ours(name))


def _document(making: _Making, document: Element, section: Element) -> None:
    """A body without text."""
    for edge in reversed(EDGES):
        for kind, id in reversed(list(zip(KINDS, _EDGE_IDS[edge], strict=True))):
            attributes = {qualified("w:type"): kind, qualified("r:id"): id}
            section.insert(0, section.makeelement(qualified(f"w:{edge}Reference"), attributes))
    body = document.find("w:body", NAMESPACES)
    if body is not None:
        body[:] = [section]
    making.carried.put("word/document.xml", document, _TYPES["word/document.xml"])


def _packaged(making: _Making) -> Mapping[str, bytes]:
    files = making.carried.files
    led = [item for item in _FROM_TEXT if f"word/{item[2]}.xml" in files]
    relations = [Relation(id, kind, f"{part}.xml", False, f"{_OFFICE}/{kind}") for id, kind, part in led]
    files["word/_rels/document.xml.rels"] = relations_part(relations)
    files["_rels/.rels"] = making.own["_rels/.rels"]
    files["[Content_Types].xml"] = content_types_part(making.carried.types)
    return files
