"""Reads how paragraphs look from the styles of the Word reference document: one house style for both outputs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct, field

from docgen.typesetting.code import points
from docgen.write.docx.house.measures import decimal
from docgen.write.docx.xml import NAMESPACES, Element, qualified

Said = dict[str, str]
"""What styles say, by element and attribute: `spacing.before`, `color.val`."""

_ASCENT, _DESCENT, _NATURAL = 0.905, 0.212, 1.149
"""Of Arial and Liberation Sans, as shares of the size: above and below the line, and the distance of lines in Word."""
_WORDS = ("b", "i", "caps", "sz", "color", "rFonts", "vanish")
_STANDING = ("spacing", "ind", "jc", "shd", "keepNext", "pBdr")
_OFF = ("0", "false", "off")


class Edge(Struct, frozen=True):
    """A line along one side of a paragraph."""

    width: float
    """In points."""
    colour: str
    space: float
    """Between the line and the words, in points."""


class Look(Struct, frozen=True):
    """How a paragraph looks. Lengths are in points, colours as Typst writes them."""

    size: float
    bold: bool
    italic: bool
    capitals: bool
    colour: str
    before: float
    after: float
    leading: float
    """Between the bottom of a line's letters and the top of the next one's."""
    left: float
    right: float
    first: float
    """How much further to the right the first line begins; less than 0 where it hangs out."""
    align: str
    fill: str
    """Empty for none."""
    keeps_next: bool
    hidden: bool
    """Whether words are kept in the document, and not shown."""
    edges: tuple[tuple[str, Edge], ...]

    @property
    def line(self) -> float:
        """The distance from one line to the next."""
        return self.leading + (_ASCENT + _DESCENT) * self.size


class Looks(Struct):
    """The looks of a reference document's styles, worked out as they are asked for."""

    root: Element
    """The `w:styles`."""
    theme: Mapping[str, str] = field(default_factory=dict)
    """The fonts that the theme names: `minorHAnsi` → `Calibri`."""
    _styles: dict[str, Element] = field(default_factory=dict)
    _known: dict[str, Look] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for style in self.root.findall("w:style", NAMESPACES):
            self._styles.setdefault(style.get(qualified("w:styleId"), ""), style)

    def look(self, style: str) -> Look:
        """The look of a paragraph style; that of the defaults where there is no such style."""
        if style not in self._known:
            self._known[style] = look_of(self.said(style))
        return self._known[style]

    def family(self, style: str) -> str:
        """The font that a paragraph style asks for, itself or by the theme; empty for none."""
        said = self.said(style)
        return self.theme.get(said.get("rFonts.asciiTheme", ""), "") or said.get("rFonts.ascii", "")

    def colour(self, style: str) -> str:
        """The colour that a character style gives to words; empty where it gives none."""
        said: Said = {}
        for element in self.chain(style):
            _add(element.find("w:rPr", NAMESPACES), _WORDS, said)
        return colour_of(said.get("color.val", ""))

    def of_run(self, run: Element, said: Said) -> Look:
        """The look of words: what their character style and they themselves say, laid over what the paragraph says."""
        properties = run.find("w:rPr", NAMESPACES)
        style = properties.find("w:rStyle", NAMESPACES) if properties is not None else None
        laid = dict(said)
        for element in self.chain(style.get(qualified("w:val"), "") if style is not None else ""):
            _add(element.find("w:rPr", NAMESPACES), _WORDS, laid)
        _add(properties, _WORDS, laid)
        return look_of(laid)

    def said(self, style: str) -> Said:
        """What the defaults, the styles below a style and the style itself say, the later over the earlier."""
        said: Said = {}
        defaults = "w:docDefaults/w:{0}PrDefault/w:{0}Pr"
        _add(self.root.find(defaults.format("p"), NAMESPACES), _STANDING, said)
        _add(self.root.find(defaults.format("r"), NAMESPACES), _WORDS, said)
        for element in self.chain(style):
            _add(element.find("w:pPr", NAMESPACES), _STANDING, said)
            _add(element.find("w:rPr", NAMESPACES), _WORDS, said)
        return said

    def chain(self, style: str) -> list[Element]:
        """The style and those that it is based on, the lowest first."""
        chain: list[Element] = []
        while style in self._styles and self._styles[style] not in chain:
            chain.append(self._styles[style])
            based = chain[-1].find("w:basedOn", NAMESPACES)
            style = based.get(qualified("w:val"), "") if based is not None else ""
        return chain[::-1]


def laid_over(properties: Element | None, said: Said) -> Said:
    """What a paragraph's own `w:pPr` says, over what its style says."""
    laid = dict(said)
    _add(properties, _STANDING, laid)
    return laid


def _add(properties: Element | None, names: tuple[str, ...], said: Said) -> None:
    for child in properties if properties is not None else ():
        name = str(child.tag).rpartition("}")[2]
        if name == "pBdr":
            _add_edges(child, said)
        elif name in names:
            said.update(_told(name, child))


def _add_edges(borders: Iterable[Element], said: Said) -> None:
    for side in borders:
        said.update(_told(str(side.tag).rpartition("}")[2], side))


def _told(name: str, element: Element) -> Iterator[tuple[str, str]]:
    """The attributes of an element. One without any says yes; a hanging first line begins further left."""
    for key, value in element.attrib.items():
        attribute, text = str(key).rpartition("}")[2], str(value)
        if attribute == "hanging":
            yield f"{name}.firstLine", f"-{text}"
        else:
            yield f"{name}.{_SIDES.get(attribute, attribute)}", text
    if not element.attrib:
        yield f"{name}.val", "1"


_SIDES = {"start": "left", "end": "right"}
"""Strict files name the sides by the direction of reading."""


def look_of(said: Said) -> Look:
    """The look that styles, paragraphs and words describe."""
    size = _number(said, "sz.val", 20) / 2
    return Look(
        size=size,
        bold=_is_on(said, "b"),
        italic=_is_on(said, "i"),
        capitals=_is_on(said, "caps"),
        colour=colour_of(said.get("color.val", "")) or 'rgb("#000000")',
        before=_number(said, "spacing.before") / 20,
        after=_number(said, "spacing.after") / 20,
        leading=_leading(said, size),
        left=_number(said, "ind.left") / 20,
        right=_number(said, "ind.right") / 20,
        first=_number(said, "ind.firstLine") / 20,
        align=_ALIGNED.get(said.get("jc.val", ""), "left"),
        fill=colour_of(said.get("shd.fill", "")),
        keeps_next=_is_on(said, "keepNext"),
        hidden=_is_on(said, "vanish"),
        edges=tuple((side, edge) for side in ("top", "left", "bottom", "right") if (edge := _edge(said, side))),
    )


_ALIGNED = {"center": "center", "right": "right", "end": "right"}


def _number(said: Said, name: str, default: float = 0.0) -> float:
    return decimal(said.get(name, ""), default)


def _is_on(said: Said, name: str) -> bool:
    return said.get(f"{name}.val", "0") not in _OFF


def _leading(said: Said, size: float) -> float:
    """Word counts lines in 240ths of the font's own distance, or in twips where the rule says so."""
    line = _number(said, "spacing.line", 240)
    letters = (_ASCENT + _DESCENT) * size
    if said.get("spacing.lineRule", "auto") == "auto":
        return _NATURAL * size * line / 240 - letters
    return max(line / 20 - letters, 0.0)


def edges_of(borders: Element | None, sides: tuple[str, ...]) -> dict[str, Edge]:
    """The lines that borders draw, by their sides."""
    said: Said = {}
    _add_edges(borders if borders is not None else (), said)
    return {side: edge for side in sides if (edge := _edge(said, side))}


def _edge(said: Said, side: str) -> Edge | None:
    if said.get(f"{side}.val", "none") in ("none", "nil"):
        return None
    colour = colour_of(said.get(f"{side}.color", "")) or 'rgb("#000000")'
    return Edge(_number(said, f"{side}.sz") / 8, colour, _number(said, f"{side}.space"))


def colour_of(hexadecimal: str) -> str:
    """As Typst writes colours; empty for `auto` and what is no colour."""
    is_colour = len(hexadecimal) == 6 and all(digit in "0123456789abcdefABCDEF" for digit in hexadecimal)
    return f'rgb("#{hexadecimal.lower()}")' if is_colour else ""


def typst_look(look: Look) -> str:
    """The look as a dictionary of Typst, as `styled` in `preamble.py` takes it."""
    fields = {
        "size": points(look.size),
        "weight": '"bold"' if look.bold else '"regular"',
        "style": '"italic"' if look.italic else '"normal"',
        "fill": look.colour,
        "above": points(look.before + look.leading),
        "below": points(look.after + look.leading),
        "leading": points(look.leading),
        "align": look.align,
        "keeps": "true" if look.keeps_next else "false",
        "capitals": "true" if look.capitals else "false",
    }
    return f"({', '.join(f'{name}: {value}' for name, value in fields.items())})"
