"""Counts numbered paragraphs as Word does, from nothing but the definitions in the file."""

from __future__ import annotations

from collections.abc import Callable

from tests.ooxml_file import NAMES, Element, WordFile, val, w


def roman(number: int) -> str:
    """Up to 89."""
    tens = ("", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX")[number // 10]
    return tens + ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[number % 10]


def letters(number: int) -> str:
    """A to Z, then AA, BB: Word repeats the letter."""
    return chr(ord("A") + (number - 1) % 26) * ((number - 1) // 26 + 1)


FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "upperLetter": letters,
    "lowerLetter": lambda count: letters(count).lower(),
    "upperRoman": roman,
    "lowerRoman": lambda count: roman(count).lower(),
    "none": lambda count: "",
    "bullet": lambda count: "•",
}
"""How Word words a count, by `w:numFmt`."""


class WordNumbers:
    """The marks of paragraphs, which must be asked for in the order in which they are read."""

    def __init__(self, file: WordFile) -> None:
        numbering, styles = file.part("numbering"), file.part("styles")
        self.styles = {item.get(w("styleId"), ""): item for item in styles.findall("w:style", NAMES)}
        self.numbers = {item.get(w("numId"), ""): item for item in numbering.findall("w:num", NAMES)}
        self.lists = {item.get(w("abstractNumId"), ""): item for item in numbering.findall("w:abstractNum", NAMES)}
        self.counts: dict[str, list[int]] = {}
        self.begun: set[tuple[str, int]] = set()

    def mark(self, paragraph: Element) -> tuple[str, str]:
        """What Word prints before a paragraph, and the number in full by which a reference calls it; empty for none."""
        number, level = self._list_of(paragraph)
        if number in ("", "0"):
            return "", ""
        list_id = val(self.numbers[number], "w:abstractNumId")
        counts = self._counted(number, level, list_id)
        texts = [self._text(list_id, each, counts) for each in range(level + 1)]
        has_all = "%1" in val(self._level(list_id, level), "w:lvlText")
        return texts[level], (texts[level] if has_all else "".join(texts)).rstrip(".")

    def _counted(self, number: str, level: int, list_id: str) -> list[int]:
        """The counts of all levels with the paragraph. A number that begins anew does so where it is used first."""
        counts = self.counts.setdefault(list_id, [0] * 9)
        start = self._start(number, level)
        if start is not None and (number, level) not in self.begun:
            counts[level] = start - 1
        self.begun.add((number, level))
        counts[level] += 1
        counts[level + 1 :] = [0] * (8 - level)
        return counts

    def _list_of(self, paragraph: Element) -> tuple[str, int]:
        """The `w:numId` and the level: the paragraph's own, or those of its style or of one that it is based on."""
        own = paragraph.find("w:pPr/w:numPr", NAMES)
        if own is not None:
            return val(own, "w:numId"), int(val(own, "w:ilvl") or "0")
        style = self.styles.get(val(paragraph, "w:pPr/w:pStyle"))
        while style is not None:
            said = style.find("w:pPr/w:numPr", NAMES)
            if said is not None:
                return val(said, "w:numId"), self._level_of_style(said, style)
            style = self.styles.get(val(style, "w:basedOn"))
        return "", 0

    def _level_of_style(self, said: Element, style: Element) -> int:
        """The list says which of its levels belongs to a style; what the style says counts where the list is silent."""
        if val(said, "w:numId") == "0":
            return 0
        list_id = val(self.numbers[val(said, "w:numId")], "w:abstractNumId")
        name = style.get(w("styleId"))
        bound = [each for each in self.lists[list_id].findall("w:lvl", NAMES) if val(each, "w:pStyle") == name]
        return int(bound[0].get(w("ilvl"), "0") if bound else val(said, "w:ilvl") or "0")

    def _start(self, number: str, level: int) -> int | None:
        overrides = self.numbers[number].findall("w:lvlOverride", NAMES)
        starts = [val(item, "w:startOverride") for item in overrides if item.get(w("ilvl")) == str(level)]
        return int(starts[0]) if starts else None

    def _level(self, list_id: str, level: int) -> Element:
        found = self.lists[list_id].findall("w:lvl", NAMES)
        return next(each for each in found if each.get(w("ilvl")) == str(level))

    def _text(self, list_id: str, level: int, counts: list[int]) -> str:
        text = val(self._level(list_id, level), "w:lvlText")
        for place in range(level + 1):
            kind = val(self._level(list_id, place), "w:numFmt")
            text = text.replace(f"%{place + 1}", FORMATS[kind](counts[place]))
        return text
