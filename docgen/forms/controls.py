"""Fills the content controls of a form: boxes to tick, words, dates, lists to choose from."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from docgen.codes import forms as codes
from docgen.diagnostic import Findings
from docgen.forms.days import worded_day
from docgen.forms.looks import dress_runs, run_look
from docgen.forms.marking import title_of
from docgen.forms.slots import Slot
from docgen.forms.words import take_out
from docgen.schema.types import When
from docgen.suggest import did_you_mean
from docgen.value import Record, Scalar, Value
from docgen.write.docx.xml import Element, parsed, qualified, run, words

_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_VAL, _W14_VAL = qualified("w:val"), f"{_W14}val"
_R, _RPR, _PR, _CONTENT = (qualified(name) for name in ("w:r", "w:rPr", "w:sdtPr", "w:sdtContent"))
_TICKED, _UNTICKED = "\N{BALLOT BOX WITH X}", "\N{BALLOT BOX}"
_CODE = re.compile("[0-9A-Fa-f]{1,4}")
_PROMPT = "Click or tap here to enter text."
_PROMPTS = {
    "w:date": "Click or tap to enter a date.",
    "w:dropDownList": "Choose an item.",
    "w:comboBox": "Choose an item.",
}
"""What Word itself shows in a control that is empty."""
_BEFORE_PROMPT = tuple(qualified(name) for name in "w:rPr w:alias w:tag w:id w:lock w:placeholder w:temporary".split())


def fill_checkbox(control: Element, ticked: bool) -> str:
    """Set the state of a check box, and the sign that shows it, in the letters that the form says; the sign."""
    box = control.find(f"{_PR}/{_W14}checkbox")
    assert box is not None, "the control is a check box"
    state = box.find(f"{_W14}{'checkedState' if ticked else 'uncheckedState'}")
    checked = box.find(f"{_W14}checked")
    if checked is None:
        checked = box.makeelement(f"{_W14}checked")
        box.insert(0, checked)
    checked.set(_W14_VAL, "1" if ticked else "0")
    sign = _sign(state, ticked)
    font = state.get(f"{_W14}font", "") if state is not None else ""
    _show_sign(control, sign, font)
    return sign


def _sign(state: Element | None, ticked: bool) -> str:
    """The sign that the form says; a box of Unicode where it says none, or what is none."""
    code = state.get(_W14_VAL, "") if state is not None else ""
    number = int(code, 16) if _CODE.fullmatch(code) else 0
    is_sign = 0x20 < number < 0xD800 or 0xDFFF < number < 0xFFFE  # as XML has it
    return chr(number) if is_sign else _TICKED if ticked else _UNTICKED


def _show_sign(control: Element, sign: str, font: str) -> None:
    first = next(control.iter(_R), None)
    look = run_look(first)
    if font:
        look = look if look is not None else control.makeelement(_RPR)
        fonts = look.find(qualified("w:rFonts"))
        if fonts is None:
            fonts = look.makeelement(qualified("w:rFonts"))
            look.insert(int(look.find(qualified("w:rStyle")) is not None), fonts)
        for name in ("ascii", "eastAsia", "hAnsi"):
            fonts.set(qualified(f"w:{name}"), font)
    show(control, parsed(run(words(sign))), look)


def is_checkbox(control: Element) -> bool:
    """Whether a control is a box to tick."""
    return control.find(f"{_PR}/{_W14}checkbox") is not None


def show(control: Element, elements: Sequence[Element], look: Element | None = None) -> None:
    """Put runs into the control in place of what it showed: into its first paragraph, where it has paragraphs."""
    own = control.find(f"{_PR}/{_RPR}")
    first = next(control.iter(_R), None)
    dress_runs(elements, look if look is not None else own if own is not None else run_look(first))
    line = _line_of(control)
    for child in [child for child in line if child.tag != qualified("w:pPr")]:
        line.remove(child)
    line.extend(elements)
    mark_filled(control)


def _line_of(control: Element) -> Element:
    """What holds the words of a control. Further paragraphs of it are taken out."""
    content = control.find(_CONTENT)
    if content is None:
        content = control.makeelement(_CONTENT)
        control.append(content)
    first, *others = [*content.iter(qualified("w:p"))] or [content]
    for other in others:
        take_out(other)
    return first


def leave_open(control: Element) -> None:
    """A control for which there is nothing goes on showing that it is to be filled in."""
    if any((text.text or "").strip() for text in control.iter(qualified("w:t"))):
        return
    kind = next((words for kind, words in _PROMPTS.items() if control.find(f"{_PR}/{qualified(kind)}") is not None), "")
    first = next(control.iter(_R), None)
    look = first.find(_RPR) if first is not None else None
    show(control, parsed(run(words(kind or _PROMPT))), look)
    properties = control.find(_PR)
    if properties is not None and properties.find(qualified("w:showingPlcHdr")) is None:
        place = sum(child.tag in _BEFORE_PROMPT for child in properties)
        properties.insert(place, properties.makeelement(qualified("w:showingPlcHdr")))


def mark_filled(control: Element) -> None:
    """The control no longer shows what to write into it, and Word does not fill it from elsewhere."""
    properties = control.find(_PR)
    assert properties is not None, "a control that is filled has properties"
    for name in ("w:showingPlcHdr", "w:dataBinding"):
        for element in properties.findall(qualified(name)):
            properties.remove(element)
    for element in properties.findall("{*}dataBinding"):
        properties.remove(element)


def chosen_item(slot: Slot, text: str, findings: Findings) -> str:
    """The item of a list that the text names; the text itself where the control is no list, or takes other words."""
    control = slot.element
    kinds = (control.find(f"{_PR}/{qualified(kind)}") for kind in ("w:dropDownList", "w:comboBox"))
    found = next((kind for kind in kinds if kind is not None), None)
    if found is None:
        return text
    items = [(item.get(qualified("w:displayText"), ""), item.get(qualified("w:value"), "")) for item in found]
    for shown, meant in items:
        if text.casefold() in (shown.casefold(), meant.casefold()):
            return shown or meant
    if found.tag == qualified("w:dropDownList"):
        place = slot.printing.place
        message = f"the list '{title_of(control) or 'without a title'}' does not offer '{text}'"
        findings.add(
            codes.NOT_AN_ITEM.at(place, message, did_you_mean(text, [shown or meant for shown, meant in items]))
        )
    return text


def day_for(slot: Slot, findings: Findings) -> str:
    """The words for a date box, which is told the day; empty where the control is none, or there is no day."""
    box = slot.element.find(f"{_PR}/{qualified('w:date')}")
    if box is None:
        return ""
    day = day_of(slot.printing.value)
    if day is None:
        message = f"the date box '{title_of(slot.element) or 'without a title'}' is filled with what is no day"
        findings.add(codes.NOT_A_DAY.at(slot.printing.place, message, "give the day in the content: 2014-06-20"))
        return ""
    box.set(qualified("w:fullDate"), f"{day.isoformat()}T00:00:00Z")
    form = box.find(qualified("w:dateFormat"))
    pattern = form.get(_VAL, "") if form is not None else ""
    return worded_day(day, pattern or "d MMMM yyyy")


def day_of(value: Value) -> date | None:
    """The one day that a value is."""
    if isinstance(value, Record) and value.shown:
        return day_of(value.lookup(value.shown))
    raw: object = value.raw if isinstance(value, Scalar) else None
    if isinstance(raw, When):
        return raw.first if raw.first == raw.last else None
    return raw if isinstance(raw, date) else None


def controls_around(element: Element) -> list[Element]:
    """The content controls that an element stands in."""
    return list(element.iterancestors(qualified("w:sdt")))
