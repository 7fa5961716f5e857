"""Reads SVG pictures, and writes them anew with nothing in them but what is drawn.

The picture is built from the lists in `svg_names.py`: no scripts, events, links or animations, nothing of the drawing
program's own, such as paths on somebody's computer, and styles put into the elements that they speak of. A picture that
leads outside of itself is refused: it would show something else, or nothing, for every reader.
"""

from __future__ import annotations

import re
from base64 import b64decode, b64encode
from typing import cast

from lxml import etree
from msgspec import Struct, field

from docgen.typesetting.fonts import replaced, unprintable
from docgen.write.media import svg_names as names
from docgen.write.media.jpeg import SIGNATURE as JPEG
from docgen.write.media.jpeg import read_jpeg
from docgen.write.media.png import SIGNATURE as PNG
from docgen.write.media.png import read_png
from docgen.write.media.svg_cost import refuse_costly
from docgen.write.media.svg_fonts import SANS, families
from docgen.write.media.svg_markup import read_markup
from docgen.write.media.svg_size import set_size
from docgen.write.media.svg_styles import Stylesheet, stylesheet_of
from docgen.write.media.unfit import UnfitPicture

_URL = re.compile(r"""url\(\s*(?:"([^"]*)"|'([^']*)'|([^)]*?))\s*\)""", re.IGNORECASE)
_NOT_UNDERSTOOD = re.compile(
    r"\\|(?:var|env|attr|calc|min|max|clamp|light-dark|image|image-set|src|expression)\(", re.I
)
_DATA = re.compile(r"data:image/(?:png|jpe?g);base64,", re.IGNORECASE)
_LONGEST_SHOWN = 60
_EMBED = "put what it leads to into the picture itself, or take it out"
_LARGEST_SHARE = 10.0
"""How far a filter or pattern reaches, in sizes of what it is for."""


class Drawing(Struct, frozen=True):
    """A picture made of lines, without anything but what is drawn."""

    data: bytes
    width: float
    """In pixels of a screen."""
    height: float
    left_out: tuple[str, ...]
    """What is not drawn: elements, rules of styles."""
    fonts: tuple[str, ...]
    """The fonts that others stand in for."""
    letters: tuple[str, ...]
    """The characters that no font of docgen's has."""


class Cleaning(Struct):
    """A picture that is being written anew."""

    sheet: Stylesheet
    left_out: set[str] = field(default_factory=set)
    fonts: set[str] = field(default_factory=set)
    letters: set[str] = field(default_factory=set)


def read_svg(data: bytes) -> Drawing:
    """The picture, written anew. Raises `UnfitPicture`."""
    written = read_markup(data)
    cleaning = Cleaning(stylesheet_of(written))
    cleaning.left_out |= cleaning.sheet.not_taken
    root = _element("svg")
    _fill(root, written, cleaning)
    root.set("font-family", root.get("font-family", SANS))
    width, height = set_size(root)
    _refuse_reach(root)
    refuse_costly(root)
    parts = (tuple(sorted(found)) for found in (cleaning.left_out, cleaning.fonts, cleaning.letters))
    return Drawing(etree.tostring(root, encoding="utf-8"), width, height, *parts)


def _fill(made: etree._Element, written: etree._Element, cleaning: Cleaning) -> None:
    """Give the new element what the old one has."""
    _set_attributes(made, written, cleaning)
    name = etree.QName(made).localname
    is_words, is_choice = name in names.LETTERS, name == "switch"
    made.text = _words(written.text, is_words, cleaning)
    for child in written.iterchildren():
        copied = _copied(child, is_words, cleaning)
        if copied is not None and not (is_choice and len(made)):  # lxml counts children one by one
            made.append(copied)
            copied.tail = _words(child.tail, is_words, cleaning)
        elif is_words and child.tail:
            _append_words(made, _words(child.tail, is_words, cleaning) or "")


def _copied(written: etree._Element, is_in_words: bool, cleaning: Cleaning) -> etree._Element | None:
    """The element, if it draws something; a link becomes what it holds."""
    if etree.QName(written).namespace not in (names.NAMESPACE, None):
        return None
    name = etree.QName(written).localname
    if name not in names.ELEMENTS and name != "a":
        cleaning.left_out |= {name} - names.SILENT
        return None
    link = "tspan" if is_in_words else "g"
    made = _element(link if name == "a" else name)
    _fill(made, written, cleaning)
    return made


def _element(name: str) -> etree._Element:
    """Without a prefix, which some programs do not read."""
    prefixes: dict[str | None, str] = {None: names.NAMESPACE}
    return etree.Element(_named(name), nsmap=cast("dict[str, str]", prefixes))


def _named(name: str) -> str:
    return f"{{{names.NAMESPACE}}}{name}"


def _append_words(made: etree._Element, words: str) -> None:
    if len(made):
        made[-1].tail = (made[-1].tail or "") + words
    else:
        made.text = (made.text or "") + words


def _words(text: str | None, is_words: bool, cleaning: Cleaning) -> str | None:
    if not is_words or not text:
        return None
    cleaning.letters.update(unprintable(text))
    return replaced(text)


def _set_attributes(made: etree._Element, written: etree._Element, cleaning: Cleaning) -> None:
    declared = {name: value for name, value in cleaning.sheet.declared(written).items() if not _is_strange(value)}
    own = {str(name): str(value) for name, value in written.attrib.items()}
    _set_link(made, own.get("href", own.get(names.XLINK, "")), written)
    if own.get(names.SPACE) == "preserve":
        made.set(names.SPACE, "preserve")
    plain = {name: value for name, value in own.items() if name in names.ATTRIBUTES | names.PROPERTIES}
    styled = {name: value for name, value in declared.items() if name in names.PROPERTIES}
    for name, value in sorted({**plain, **styled}.items()):
        _set(made, name, value, cleaning)
    style = "; ".join(f"{name}: {_inside(value)}" for name, value in sorted(declared.items()) if name in names.STYLED)
    if style:
        made.set("style", style)


def _set(made: etree._Element, name: str, value: str, cleaning: Cleaning) -> None:
    if name == "font-family":
        value, missing = families(value)
        cleaning.fonts |= {missing} - {""}
    elif _is_strange(value):
        return
    made.set(name, _inside(value))


def _is_strange(value: str) -> bool:
    """Whether browsers and the typesetter would read a value in different ways."""
    return bool(_NOT_UNDERSTOOD.search(_URL.sub("", value)))


def _inside(value: str) -> str:
    """The value, of which all references lead to elements of the picture. Raises `UnfitPicture`."""
    return _URL.sub(lambda found: f"url({_place(found[1] or found[2] or found[3] or '')})", value)


def _place(target: str) -> str:
    """A reference to an element of the picture. Raises `UnfitPicture` for any other."""
    target = target.strip()
    if re.fullmatch(r"#[^\s()\"'\\]+", target):
        return target
    words = " ".join(target.split())
    shown = words if len(words) <= _LONGEST_SHOWN else f"{words[: _LONGEST_SHOWN - 1]}…"
    raise UnfitPicture(f"leads outside of itself, to '{shown}', which is not read", _EMBED, True)


def _set_link(made: etree._Element, target: str, written: etree._Element) -> None:
    """What a `use` draws, a gradient takes over, or a picture inside the picture shows."""
    if not target or etree.QName(written).localname == "a":
        return
    if etree.QName(written).localname == "image":
        made.set("href", target if not target.strip() else _embedded(target.strip()))
    else:
        made.set("href", _place(target))


def _embedded(target: str) -> str:
    """A picture of pixels inside the drawing, looked through like any other."""
    start = _DATA.match(target)
    if not start:
        _place(target)
        raise UnfitPicture("shows a part of itself as a picture", _EMBED, True)
    try:
        data = b64decode("".join(target[start.end() :].split()), validate=True)
    except ValueError as error:
        raise UnfitPicture("holds a picture that is cut short", "save it again", True) from error
    if not data.startswith((PNG, JPEG)):
        raise UnfitPicture("holds a picture that is neither PNG nor JPEG", "save it again with pictures as PNG", True)
    raster = read_png(data) if data.startswith(PNG) else read_jpeg(data)
    return f"data:image/{raster.kind};base64,{b64encode(raster.data).decode('ascii')}"


def _refuse_reach(root: etree._Element) -> None:
    """Raises `UnfitPicture` where a filter or a pattern asks for a sheet far larger than the picture."""
    left, top, width, height = map(float, root.get("viewBox", "").split())
    largest = _LARGEST_SHARE * max(abs(left), abs(top), width, height)
    for element in root.iter(_named("filter"), _named("pattern"), _named("mask")):
        units = element.get(f"{etree.QName(element).localname}Units", "objectBoundingBox")
        most = largest if units == "userSpaceOnUse" else _LARGEST_SHARE
        if any(_reach(element.get(name, "0")) > most for name in ("x", "y", "width", "height")):
            raise UnfitPicture("holds a filter or pattern that is far larger than the picture", "make it smaller", True)


def _reach(written: str) -> float:
    share = written.strip().endswith("%")
    found = re.match(r"\s*[+-]?([\d.]+(?:e[+-]?\d+)?)", written, re.IGNORECASE)
    try:
        return float(found[1]) / (100 if share else 1) if found else 0.0
    except (ValueError, OverflowError):
        return float("inf")
