"""Says what a person should look at in a filled form: what stayed empty, what is too long, what nothing fills."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from docgen.codes import forms as codes
from docgen.diagnostic import Findings, Related
from docgen.forms.controls import is_checkbox
from docgen.forms.marking import CONTROL, OPEN, place_of_control, title_of
from docgen.forms.passages import is_blank
from docgen.forms.slots import Slot
from docgen.parse.printed import place_of
from docgen.schema.document_type import Limit
from docgen.source import Source
from docgen.suggest import did_you_mean
from docgen.tree.block import Blocks, CodeBlock, Heading, Paragraph
from docgen.tree.walk import Node, plain_text, walk
from docgen.value import Absent
from docgen.wording import grouped
from docgen.write.docx.xml import Element, qualified

_WORD = re.compile(r"\S+")
_TAG = re.compile(r"\{\{|\{%")
_NO_TEXT = tuple(qualified(name) for name in ("w:instrText", "w:delText"))
_BY_HAND = "nothing to do where it is filled in by hand; otherwise write what fills it into its tag in Word"


def report_unfilled(slots: Sequence[Slot], findings: Findings) -> None:
    """Report each slot into which nothing was printed."""
    for slot in slots:
        value, tag = slot.printing.value, slot.printing.marked.tag
        if not is_blank(value):
            continue
        why = f"there is no {value.name}" if isinstance(value, Absent) else "the content has nothing for it"
        source = place_of(value, slot.printing.place)
        related = [Related(source, "it belongs here")] if source != slot.printing.place else []
        hint = f'write it into the content, or let the form say that it may be empty: {{{{ {tag.code} or "" }}}}'
        findings.add(codes.UNFILLED.at(slot.printing.place, f"'{tag.text}' fills in nothing: {why}", hint, *related))


def report_lengths(
    slots: Sequence[Slot], passages: Sequence[Blocks], limits: Mapping[str, Limit], form: Source, findings: Findings
) -> None:
    """Report each slot whose words are more than its box takes. `limits` are those of `type.yaml`, by their tags."""
    for slot, blocks in zip(slots, passages, strict=True):
        limit = slot.printing.limit or limits.get(slot.printing.marked.tag.printed)
        if limit is None:
            continue
        text = [words for block in blocks for node in walk(block) if (words := _words(node))]
        length = sum(len(_WORD.findall(words)) if limit.unit == "words" else len(words) for words in text)
        if length > limit.most:
            _report_length(slot, length, limit, findings)


def _words(node: Node) -> str:
    """The words of a paragraph, as Word counts them."""
    if isinstance(node, Paragraph | Heading):
        return plain_text(node.content)
    return node.text if isinstance(node, CodeBlock) else ""


def _report_length(slot: Slot, length: int, limit: Limit, findings: Findings) -> None:
    place = slot.printing.place
    source = place_of(slot.printing.value, place)
    message = f"the text has {grouped(length)} {limit.unit}; the form takes '{limit}'"
    hint = f"shorten it by {grouped(length - limit.most)} {limit.unit}"
    findings.add(codes.OVER_LIMIT.at(source, message, hint, Related(place, "it is filled in here")))


def report_unused_limits(limits: Mapping[str, Limit], printed: set[str], path: Source, findings: Findings) -> None:
    """Report each limit of `type.yaml` for something that no tag prints."""
    for name in limits:
        if name not in printed:
            message = f"no tag of the form prints '{name}', for which there is a limit"
            hint = did_you_mean(name, sorted(printed - {"", "tick"})) or "print it in the form, or take the limit out"
            findings.add(codes.UNUSED_SETTING.at(path, message, hint))


def report_controls(root: Element, places: Mapping[Element, Source], form: Source, findings: Findings) -> None:
    """Report each box of Word's own that shows what to write into it, or is to be ticked, and that nothing fills."""
    for control in root.iter(qualified("w:sdt")):
        properties = control.find(qualified("w:sdtPr"))
        if properties is None or properties.find(CONTROL) is not None:
            continue
        waits = properties.find(qualified("w:showingPlcHdr")) is not None
        if (waits and not _has_mark(control)) or is_checkbox(control):
            title = title_of(control)
            what = f"the content control '{title}'" if title else "a content control without a title"
            findings.add(
                codes.CONTROL_LEFT.at(place_of_control(control, places, form), f"{what} is left as it is", _BY_HAND)
            )
    for field in root.iter(qualified("w:ffData")):
        paragraph = next(field.iterancestors(qualified("w:p")), None)
        message = "a form field of old Word is left as it is"
        place = form if paragraph is None else places[paragraph]
        findings.add(codes.CONTROL_LEFT.at(place, message, f"{_BY_HAND}, in place of the field"))


def _has_mark(control: Element) -> bool:
    """Whether a tag stands in what the control shows."""
    return any(OPEN in (text.text or "") for text in control.iter(qualified("w:t"), CONTROL))


def report_strays(root: Element, places: Mapping[Element, Source], form: Source, findings: Findings) -> None:
    """Report each tag that stands in no text: in the description of a picture, in a field, in deleted words."""
    for element in root.iter("{*}*"):
        is_hidden = element.tag in _NO_TEXT and _TAG.search(element.text or "")
        if is_hidden or any(_TAG.search(str(value)) for value in element.attrib.values()):
            paragraph = next(element.iterancestors(qualified("w:p")), None)
            place = places.get(paragraph, form) if paragraph is not None else form
            hint = "write it into the text, or into the tag of a content control"
            findings.add(codes.NOT_FILLED_HERE.at(place, "a tag stands where it is not filled in", hint))
