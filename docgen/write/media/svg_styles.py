"""Works out which properties the styles of an SVG picture give to which element.

What drawing programs write is understood: names, classes, ids and `*`, one inside the other. So the styles can be put
into the elements, where every program reads them alike. A rule for anything else is named, and left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree
from msgspec import Struct, field

from docgen.write.media.unfit import UnfitPicture

Declarations = dict[str, str]

MOST_MATCHES = 2_000_000
"""Rules times elements."""

_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)|<!--|-->", re.DOTALL)
_RULE = re.compile(r"([^{}]*)\{([^{}]*)\}")
_AT_RULE = re.compile(r"@([\w-]+)[^{};]*(?:;|\{(?:[^{}]|\{[^{}]*\})*\}|\Z)")
_SIMPLE = re.compile(r"(?:\*|[\w-]+)?(?:[.#][\w-]+)*")
_PART = re.compile(r"[.#]?[\w-]+")
_URGENT = re.compile(r"\s*!\s*important\s*$")
_UNQUOTED = re.compile(r"""(?:[^;"']|"[^"]*"|'[^']*')+""")


class Rule(Struct, frozen=True):
    """Properties for the elements that one selector finds: the last of these words, inside the others."""

    selector: tuple[frozenset[str], ...]
    declarations: str
    weight: tuple[int, int, int]
    """Ids, classes, names: the heavier rule wins, and of two alike the later."""


class Stylesheet(Struct):
    """All rules of a picture, the weakest first."""

    rules: list[Rule] = field(default_factory=list)
    not_taken: set[str] = field(default_factory=set)
    """What begins a rule that is left out."""

    def declared(self, element: etree._Element) -> Declarations:
        """The properties of an element, from the rules and its own `style`."""
        found = [rule.declarations for rule in self.rules if _is_for(rule.selector, element)]
        pairs = [pair for text in [*found, element.get("style", "")] for pair in _pairs(text)]
        urgent = [(name, _URGENT.sub("", value)) for name, value in pairs if _URGENT.search(value)]
        return dict([*pairs, *urgent])


def stylesheet_of(root: etree._Element) -> Stylesheet:
    """The rules of all `style` elements. Raises `UnfitPicture` where they are too many for the picture."""
    sheet = Stylesheet()
    for style in root.iter("{*}style"):
        text = _COMMENT.sub(" ", style.text or "")
        sheet.not_taken.update(f"@{name}" for name in _AT_RULE.findall(text))
        for selectors, declarations in _RULE.findall(_AT_RULE.sub(" ", text)):
            _add(selectors, declarations, sheet)
    sheet.rules.sort(key=lambda rule: rule.weight)
    if sheet.rules and len(sheet.rules) * sum(1 for _ in root.iter("*")) > MOST_MATCHES:
        raise UnfitPicture("has more styles than a picture needs", "save it without style sheets", True)
    return sheet


def _add(selectors: str, declarations: str, sheet: Stylesheet) -> None:
    for selector in filter(None, (words.strip() for words in selectors.split(","))):
        words = selector.split()
        if not all(_SIMPLE.fullmatch(word) for word in words):
            sheet.not_taken.add(selector)
            continue
        parts = tuple(frozenset(_PART.findall(word)) for word in words)
        sheet.rules.append(Rule(parts, declarations, _weight(parts)))


def _weight(selector: tuple[frozenset[str], ...]) -> tuple[int, int, int]:
    firsts = [part[0] for word in selector for part in word]
    ids, classes = firsts.count("#"), firsts.count(".")
    return ids, classes, len(firsts) - ids - classes


def _is_for(selector: tuple[frozenset[str], ...], element: etree._Element) -> bool:
    """Each word but the last may be met anywhere above."""
    if not selector[-1] <= _names(element):
        return False
    rest = list(selector[:-1])
    for above in element.iterancestors() if rest else ():
        if rest and rest[-1] <= _names(above):
            rest.pop()
    return not rest


def _names(element: etree._Element) -> set[str]:
    classes = {f".{word}" for word in element.get("class", "").split()}
    return {etree.QName(element).localname, f"#{element.get('id', '')}", *classes}


def _pairs(declarations: str) -> Iterator[tuple[str, str]]:
    for declaration in _UNQUOTED.findall(_COMMENT.sub(" ", declarations)):
        name, colon, value = declaration.partition(":")
        if colon:
            yield name.strip().lower(), value.strip()
