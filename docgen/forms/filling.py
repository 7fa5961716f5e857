"""Puts what was printed into its slots: words into runs, narratives as paragraphs and lists, states into controls."""

from __future__ import annotations

from msgspec import Struct, field

from docgen.codes import forms as codes
from docgen.diagnostic import Findings
from docgen.forms.controls import (
    chosen_item,
    controls_around,
    day_for,
    fill_checkbox,
    is_checkbox,
    leave_open,
    mark_filled,
    show,
)
from docgen.forms.grafting import Grafting
from docgen.forms.looks import AS_THE_FORM, dress_paragraphs, dress_runs, headings_in, run_look
from docgen.forms.measures import Page, measure_at
from docgen.forms.passages import is_blank, is_passage
from docgen.forms.provenance import Spoken
from docgen.forms.slots import Slot, paragraphs_in
from docgen.forms.story import Story
from docgen.forms.words import take_out
from docgen.parse.printed import place_of
from docgen.tree.block import Blocks, Paragraph
from docgen.tree.inline import FootnoteReference, Inlines, Text
from docgen.tree.walk import plain_text, walk
from docgen.value import Scalar
from docgen.write.docx.body import write_blocks
from docgen.write.docx.draft import Draft, Place
from docgen.write.docx.inlines import line
from docgen.write.docx.relations import Relations
from docgen.write.docx.written import closed, markup_of, settled
from docgen.write.docx.xml import Element, Xml, parsed, qualified

_P, _TC = qualified("w:p"), qualified("w:tc")


class Filler(Struct):
    """Fills one story."""

    story: Story
    draft: Draft
    grafting: Grafting
    relations: Relations
    page: Page
    spoken: list[Spoken] = field(default_factory=list)
    """The words that were filled into lines."""

    @property
    def findings(self) -> Findings:
        """Where problems go."""
        return self.draft.findings

    def fill(self, slot: Slot, blocks: Blocks) -> list[Element]:
        """Put the blocks of a slot into it; the elements that now stand there."""
        self._refuse_notes(slot, blocks)
        if slot.is_control:
            return self._fill_control(slot, blocks)
        made = self._passage(slot, blocks) if is_passage(slot) else self._words(slot, _content(blocks))
        for control in controls_around(made[0]) if made else ():
            mark_filled(control)
        return made

    def _refuse_notes(self, slot: Slot, blocks: Blocks) -> None:
        """Word has footnotes in the text of the pages only."""
        if not self.story.name:
            return
        if any(isinstance(node, FootnoteReference) for block in blocks for node in walk(block)):
            message = "a footnote cannot stand in a header, a footer or another note of a form"
            hint = "write what it says into the text, or fill in another text here"
            self.findings.add(codes.CANNOT_STAND.at(slot.printing.place, message, hint))

    def _fill_control(self, slot: Slot, blocks: Blocks) -> list[Element]:
        control = slot.element
        if is_blank(slot.printing.value):
            leave_open(control)
            return []
        if is_passage(slot):
            return self._passage_in_control(slot, blocks)
        if is_checkbox(control):
            sign = fill_checkbox(control, _is_true(slot))
            return self._kept(slot, [control], self._worded(slot, sign))
        content = self._fitted(slot, _content(blocks))
        made = self._grafted(self._runs(slot, content))
        show(control, made)
        return self._kept(slot, made, content)

    def _kept(self, slot: Slot, made: list[Element], content: Inlines) -> list[Element]:
        """What was filled into a line, once it is noted where it came from."""
        self.spoken.append(Spoken(made, content, slot.printing.place))
        return made

    def _fitted(self, slot: Slot, content: Inlines) -> Inlines:
        """The words as the control wants them: a day in its pattern, the item of its list."""
        text = plain_text(content)
        fitted = day_for(slot, self.findings) or chosen_item(slot, text, self.findings)
        return content if fitted == text else self._worded(slot, fitted)

    def _worded(self, slot: Slot, words: str) -> Inlines:
        return (Text(words, place_of(slot.printing.value, slot.printing.place), verbatim=False),)

    def _runs(self, slot: Slot, content: Inlines) -> Xml:
        place = self._place(slot.element)
        return line(content, place, self.draft)

    def _grafted(self, written: Xml) -> list[Element]:
        made = parsed(written)
        self.grafting.graft(made)
        return made

    def _words(self, slot: Slot, content: Inlines) -> list[Element]:
        """Words in a line, in the letters of the tag."""
        made = self._grafted(self._runs(slot, content))
        dress_runs(made, run_look(slot.element))
        for element in made:
            slot.element.addprevious(element)
        take_out(slot.element)
        return self._kept(slot, made, content)

    def _passage(self, slot: Slot, blocks: Blocks) -> list[Element]:
        """Paragraphs, lists and tables, in the place of the tag's paragraph."""
        paragraph = next(slot.element.iterancestors(_P))
        made = self._blocks(slot.element, paragraph, blocks)
        _keep_section(paragraph, made)
        for element in made:
            paragraph.addprevious(element)
        take_out(paragraph)
        return made

    def _passage_in_control(self, slot: Slot, blocks: Blocks) -> list[Element]:
        content = paragraphs_in(slot.element)
        first = next(content.iter(_P))
        made = self._blocks(next(first.iter(qualified("w:r")), first), first, blocks)
        for child in [child for child in content if child.tag != qualified("w:tcPr")]:
            content.remove(child)
        content.extend(made)
        mark_filled(slot.element)
        return made

    def _blocks(self, tag: Element, paragraph: Element, blocks: Blocks) -> list[Element]:
        pieces = settled(write_blocks(blocks, self._place(tag, AS_THE_FORM), self.draft))
        made = parsed(markup_of(closed(pieces, AS_THE_FORM)))
        headings = headings_in(made)
        self.grafting.graft(made)
        dress_paragraphs(made, paragraph, run_look(tag if tag.tag == qualified("w:r") else None), headings)
        return made

    def _place(self, element: Element, style: str = "") -> Place:
        in_cell = next(element.iterancestors(_TC), None) is not None
        in_note = self.story.name == "footnotes"
        measure = measure_at(element, self.page)
        return Place(self.relations, measure, self.page.height, style=style, in_cell=in_cell, in_note=in_note)


def _content(blocks: Blocks) -> Inlines:
    """The words of a slot inside a line: it has one paragraph."""
    return blocks[0].content if blocks and isinstance(blocks[0], Paragraph) else ()


def _is_true(slot: Slot) -> bool:
    value = slot.printing.value
    return bool(value.raw) if isinstance(value, Scalar) else bool(value)


def _keep_section(paragraph: Element, made: list[Element]) -> None:
    """A section of the form that ends with the paragraph ends with the last that takes its place."""
    section = paragraph.find(f"{qualified('w:pPr')}/{qualified('w:sectPr')}")
    if section is None:
        return
    last = made[-1]
    properties = last.find(qualified("w:pPr"))
    if properties is None:
        properties = last.makeelement(qualified("w:pPr"))
        last.insert(0, properties)
    properties.append(section)
