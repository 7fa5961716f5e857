"""The cascade: what defaults, tables, styles, lists and direct formatting say, one laid over the other."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lxml import etree
from msgspec import Struct, field

from docgen.write.docx.layout.attributes import child, value
from docgen.write.docx.layout.faces import is_known
from docgen.write.docx.layout.fonts import Font, font
from docgen.write.docx.layout.formats import NO_EDGE, ParagraphFormat, RunFormat
from docgen.write.docx.layout.lists import Lists
from docgen.write.docx.layout.saying import NOTHING_SAID, ODD, Said, paragraph_said, run_said
from docgen.write.docx.xml import NAMESPACES, Element, qualified

_TOGGLES = ("bold", "italic", "capitals", "small", "hidden")
_RAISED = 0.58
"""The size of superscript, as a share. Word's own is about two thirds."""
_STYLE_ID, _TYPE, _DEFAULT = (qualified(f"w:{name}") for name in ("styleId", "type", "default"))


class Surrounding(Struct, frozen=True):
    """What a table's style says about the paragraphs in some of its cells."""

    paragraph: Mapping[str, Any] = field(default_factory=dict)
    run: Mapping[str, Any] = field(default_factory=dict)
    key: str = ""
    """Tells surroundings apart."""


IN_TEXT = Surrounding()


class Styles(Struct):
    """The styles of a Word file. What has been worked out is remembered."""

    root: Element
    lists: Lists
    theme: Mapping[str, str]
    """The fonts that the theme names: `minorHAnsi` → `Calibri`."""
    unknown: set[str] = field(default_factory=set)
    """The fonts whose measures are not known, by name."""
    unfollowed: set[str] = field(default_factory=set)
    """What the styles in use ask for that the layout does not follow."""
    lent: set[str] = field(default_factory=set)
    """The letters that their fonts lack: other fonts lend them, with widths and heights of their own."""
    _by_id: dict[str, Element] = field(default_factory=dict)
    _normal: str = ""
    _chains: dict[str, tuple[Said, Said]] = field(default_factory=dict)
    _paragraphs: dict[tuple[str, str, bytes], ParagraphFormat] = field(default_factory=dict)
    _runs: dict[tuple[str, str, bytes], RunFormat] = field(default_factory=dict)
    _defaults: tuple[Said, Said] = field(default_factory=lambda: ({}, {}))

    def __post_init__(self) -> None:
        for style in self.root.findall("w:style", NAMESPACES):
            self._by_id.setdefault(style.get(_STYLE_ID, ""), style)
            if style.get(_TYPE) == "paragraph" and style.get(_DEFAULT) in ("1", "true"):
                self._normal = style.get(_STYLE_ID, "")
        defaults = self.root.find("w:docDefaults", NAMESPACES)
        if defaults is not None:
            paragraph = defaults.find("w:pPrDefault/w:pPr", NAMESPACES)
            run = defaults.find("w:rPrDefault/w:rPr", NAMESPACES)
            self._defaults = paragraph_said(paragraph), run_said(run)

    def style(self, id: str) -> Element | None:
        """The `w:style` of that id."""
        return self._by_id.get(id)

    def paragraph(self, properties: Element | None, around: Surrounding) -> ParagraphFormat:
        """How a paragraph of those `w:pPr` stands."""
        style = self.style_of(properties)
        has_style_alone = properties is None or (len(properties) == 1 and properties[0].tag == _P_STYLE)
        key = (style, around.key, b"" if properties is None or has_style_alone else etree.tostring(properties))
        known = self._paragraphs.get(key)
        if known is None:
            said = {} if has_style_alone else paragraph_said(properties)
            known = self._paragraphs[key] = self._paragraph(style, said, around)
        return known

    def style_of(self, properties: Element | None) -> str:
        """The id of a paragraph's style."""
        named = value(child(properties, _P_STYLE))
        return named if named in self._by_id else self._normal

    def run(self, style: str, properties: Element | None, around: Surrounding) -> RunFormat:
        """How words of those `w:rPr` look in a paragraph of that style."""
        key = (style, around.key, b"" if properties is None else _fingerprint(properties))
        known = self._runs.get(key)
        if known is None:
            known = self._runs[key] = self._run(style, run_said(properties), around)
        return known

    def sign(self, style: str, numbering: tuple[str, int], around: Surrounding) -> Font:
        """The font of the number or sign before a paragraph of a list."""
        key = (style, around.key, repr(numbering).encode())
        if key not in self._runs:
            level = self.lists.level(*numbering)
            self._runs[key] = self._run(style, _without_signs(level.run if level else {}), around)
        return self._runs[key].font

    def _paragraph(self, style: str, direct: Said, around: Surrounding) -> ParagraphFormat:
        said: Said = {**self._defaults[0], **around.paragraph, **self.said(style)[0]}
        if "list" in direct or "level" in direct:
            said = _over(said, self.lists.said(str(direct.get("list", said.get("list", ""))), direct.get("level", 0)))
        said = _over(said, direct)
        self.unfollowed |= _odd(said)
        return _paragraph_format(style, said)

    def said(self, id: str) -> tuple[Said, Said]:
        """What a style and those that it is based on say about paragraphs and about words."""
        for unread in reversed(self._unread(id)):
            self._chains[unread] = self._said(self._by_id.get(unread))
        return self._chains[id]

    def _unread(self, id: str) -> list[str]:
        """The style and those that it is based on, down to one that is known already."""
        found: dict[str, None] = {}
        while id not in self._chains and id not in found:
            found[id] = None
            id = self._base_of(id)
        return list(found)

    def _base_of(self, id: str) -> str:
        style = self._by_id.get(id)
        return "" if style is None else value(style.find("w:basedOn", NAMESPACES))

    def _said(self, style: Element | None) -> tuple[Said, Said]:
        if style is None:
            return {}, {}
        above = self._chains.get(value(style.find("w:basedOn", NAMESPACES)), ({}, {}))
        paragraph = paragraph_said(style.find("w:pPr", NAMESPACES))
        run = run_said(style.find("w:rPr", NAMESPACES))
        listed: Said = {}
        if "list" in paragraph or "level" in paragraph:
            number = str(paragraph.get("list", above[0].get("list", "")))
            level = self.lists.level_of(number, style.get(_STYLE_ID, ""), int(paragraph.get("level", 0)))
            paragraph["level"] = level
            listed = self.lists.said(number, level)
        return _over(_over(above[0], listed), paragraph), {**above[1], **run}

    def _run(self, style: str, direct: Said, around: Surrounding) -> RunFormat:
        of_paragraph = self.said(style)[1]
        of_style = self.said(str(direct.get("style", "")))[1]
        said: Said = {**self._defaults[1], **around.run, **of_paragraph, **of_style, **direct}
        for name in _TOGGLES:
            said[name] = _toggled(name, (around.run, of_paragraph, of_style, direct))
        return self._run_format(said)

    def _run_format(self, said: Said) -> RunFormat:
        family = self.theme.get(str(said.get("theme", "")), "") or str(said.get("family", "Times New Roman"))
        if not is_known(family):
            self.unknown.add(family)
        self.unfollowed |= _odd(said)
        half_points = int(said.get("half_points", 20))
        size = half_points * 10.0
        if said.get("vertical") in ("superscript", "subscript"):
            size *= _RAISED
        face = font(family, said["bold"], said["italic"], size, int(said.get("spacing", 0)), said["small"])
        kerned = 0 < int(said.get("kerned_from", 0)) <= half_points
        return RunFormat(face, said["capitals"], said["hidden"], kerned)


def _odd(said: Said) -> set[str]:
    return {str(words) for name, words in said.items() if name.startswith(ODD) and words}


def _without_signs(said: Said) -> Said:
    """A font of signs, such as Symbol, does not matter: signs stand in the margin, and are no wider than letters."""
    return {name: what for name, what in said.items() if name != "family" or is_known(str(what))}


_P_STYLE = qualified("w:pStyle")


def _fingerprint(properties: Element) -> bytes:
    return repr([(child.tag, *child.attrib.values()) for child in properties]).encode()


def _toggled(name: str, levels: tuple[Mapping[str, Any], ...]) -> bool:
    """Two styles that both say bold make words light; what is said directly holds."""
    around, paragraph, style, direct = (level.get(name) for level in levels)
    if direct is not None:
        return bool(direct)
    return bool(around) or bool(paragraph) != bool(style)


def _over(below: Mapping[str, Any], above: Mapping[str, Any]) -> Said:
    """The one with the other laid over it. Tab stops are added to, and taken away one by one."""
    said = {**below, **above}
    if "tabs" in below and "tabs" in above:
        said["tabs"] = {**below["tabs"], **above["tabs"]}
    return said


def _paragraph_format(style: str, said: Said) -> ParagraphFormat:
    number = str(said.get("list", "0"))
    stops = said.get("tabs", NOTHING_SAID).values()
    fields = {name: said[name] for name in _PLAIN if name in said}
    return ParagraphFormat(
        style,
        numbering=(number, int(said.get("level", 0))) if number not in ("", "0") else None,
        tabs=tuple(sorted((stop for stop in stops if stop.kind not in ("clear", "bar")), key=lambda s: s.position)),
        top=said.get("top_edge", NO_EDGE),
        bottom=said.get("bottom_edge", NO_EDGE),
        sides=tuple(said.get(f"{side}_edge", NO_EDGE) for side in ("left", "right", "between")),
        **fields,
    )


_PLAIN = (
    "before after contextual line rule left right first keep_next keep_lines begins_page widows floats justified"
).split()
