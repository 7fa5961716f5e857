"""Lets docxtpl read the structure of a story's tags, and docgen's own sandbox say what they print.

docxtpl turns `{%tr … %}` into a loop around rows and `{%p … %}` into one around paragraphs. It works on the text of the
XML, so it gets to see a word for each tag and never what the tag says; whatever stands in the form and is no tag
reaches Jinja as numbers of characters. What is printed is a placeholder, as in Markdown templates.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO
from typing import Any

from docxtpl import DocxTemplate
from lxml import etree
from msgspec import Struct, field
from msgspec.structs import replace

from docgen.codes import forms as codes
from docgen.diagnostic import Diagnostic, Findings, Related
from docgen.forms.marking import OPEN, SHUT, Marked
from docgen.forms.pairs import check_tags
from docgen.render.budget import Budget, BudgetSpent
from docgen.render.limits import Limited
from docgen.render.placeholders import Printed
from docgen.render.render import rendered
from docgen.schema.document_type import Limit
from docgen.source import Source
from docgen.value import Absent, Phrase, Scalar, Value
from docgen.write.docx.xml import PARSER, Element

MOST_PRINTINGS = 20_000
"""Each takes a millisecond to be put into its place."""
_MARK = re.compile(f"&#{ord(OPEN)};(\\d+)&#{ord(SHUT)};", re.ASCII)
_WORD = re.compile(r"(\{[{%]) *docgen(\d+) *([}%]\})", re.ASCII)


class Printing(Struct, frozen=True):
    """What a tag printed into the form, once."""

    value: Value
    marked: Marked
    limit: Limit | None

    @property
    def place(self) -> Source:
        """In the form."""
        return self.marked.place


class Boxes(Printed):
    """The printed values of a form, with the tag that printed each. What is absent is printed, and reported later."""

    budget: Budget = field(default_factory=Budget)
    printings: list[Printing] = field(default_factory=list)
    order: Sequence[Marked] = ()
    """The tags of the story that is being evaluated: the first stands on line 2."""

    def put(self, value: Any, template: str, line: int) -> str:
        """A placeholder for a value."""
        limit = value.limit if isinstance(value, Limited) else None
        inner = value.value if isinstance(value, Limited) else value
        text = Printed.put(self, Scalar("", inner.source, "") if isinstance(inner, Absent) else inner, template, line)
        marked = at_line(self.order, line)
        for made in self.values[len(self.printings) :]:
            said = inner if isinstance(inner, Absent) else placed(made, template, marked.place)
            self.printings.append(Printing(said, marked, limit))
        if len(self.printings) > MOST_PRINTINGS:
            raise BudgetSpent(f"fills in more than {MOST_PRINTINGS:,} values")
        return text


def at_line(order: Sequence[Marked], line: int) -> Marked:
    """The tag that stands on a line of the text that Jinja gets."""
    return order[min(max(line - 2, 0), len(order) - 1)]


def placed(value: Value, template: str, place: Source) -> Value:
    """A value whose words come from the form's own tag, with the tag's place in the form."""
    match value:
        case Scalar() if value.source.path in ("", template):
            return replace(value, source=place)
        case Phrase():
            parts = (placed(part, template, place) for part in value.parts)
            return Phrase(tuple(part for part in parts if isinstance(part, Scalar)))
        case _:
            return value


def evaluate(
    root: Element, key: str, tags: Sequence[Marked], names: Mapping[str, Value], boxes: Boxes, findings: Findings
) -> Element | None:
    """The story with a placeholder for each value that is printed; None where a tag has a fault.

    `key` is what the story is called among templates.
    """
    text = _ascii(root)
    numbers = [int(number) for number in _MARK.findall(text)]
    faults = Findings()
    check_tags([tags[number] for number in numbers], faults)
    findings.extend(faults)
    if faults.has_errors or not numbers:
        return None if faults.has_errors else root
    source, order = _jinja(_MARK.sub(lambda found: _skeleton(tags[int(found[1])], int(found[1])), text), tags)
    _report_lost(tags, numbers, order, findings)
    boxes.order = order
    made = rendered({key: source}, key, names, boxes, faults)
    findings.extend(_in_form(fault, key, order) for fault in faults)
    return None if made is None else _parsed(made.text, order, findings)


def _ascii(root: Element) -> str:
    """The story without any character that docxtpl or Jinja would take for a tag's, or for the end of a line."""
    text = etree.tostring(root, encoding="ascii").decode("ascii")
    for sign in "\n{}":
        text = text.replace(sign, f"&#{ord(sign)};")
    return text


def _skeleton(marked: Marked, number: int) -> str:
    before, after = marked.tag.skeleton
    return f"{before}docgen{number}{after}"


def _jinja(skeleton: str, tags: Sequence[Marked]) -> tuple[str, list[Marked]]:
    """The text for Jinja, in which each tag begins a line, and the tags in their order."""
    order: list[Marked] = []

    def said(found: re.Match[str]) -> str:
        order.append(tags[int(found[2])])
        return f"{found[1]}\n{order[-1].tag.code} {found[3]}"

    return _WORD.sub(said, str(DocxTemplate(BytesIO()).patch_xml(skeleton))), order


def _report_lost(tags: Sequence[Marked], numbers: Iterable[int], order: Sequence[Marked], findings: Findings) -> None:
    """Whatever docxtpl may have made of it: a tag that did not come through is told."""
    read = {id(marked) for marked in order}
    for marked in (tags[number] for number in numbers):
        if id(marked) not in read:
            hint = "put it into a paragraph of its own"
            findings.add(codes.TAG.at(marked.place, f"the tag '{marked.tag.text}' cannot be read here", hint))


def _in_form(fault: Diagnostic, key: str, order: Sequence[Marked]) -> Diagnostic:
    """The same problem at the tag's place in the form, instead of the line of the text that Jinja got."""

    def place(source: Source) -> Source:
        return at_line(order, source.line).place if source.path == key else source

    related = tuple(Related(place(other.source), other.message) for other in fault.related)
    return replace(fault, source=place(fault.source), related=related)


def _parsed(text: str, order: Sequence[Marked], findings: Findings) -> Element | None:
    try:
        return etree.fromstring(text.encode(), PARSER)
    except etree.XMLSyntaxError:
        hint = "let each tag end in the same paragraph, cell or table in which it begins"
        findings.add(codes.TAG.at(order[0].place, "the tags do not go together with the paragraphs around them", hint))
        return None
