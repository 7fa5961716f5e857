"""Reads what goes into each slot as a passage of one document, so that it is resolved as every paper is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from docgen.codes import forms as codes
from docgen.diagnostic import Findings, Related
from docgen.forms.slots import Slot
from docgen.parse.blocks import blocks_in
from docgen.parse.inlines import inlines_of_line
from docgen.parse.printed import blocks_of, inlines_of
from docgen.parse.reader import Reader
from docgen.resolve.resolve import resolve
from docgen.source import Source
from docgen.tree.block import Block, Blocks, Figure, Heading, Paragraph, Table
from docgen.tree.document import Document, Properties
from docgen.tree.inline import CrossReference, Inline, Link, Text
from docgen.tree.walk import Node, rewrite, walk
from docgen.value import Absent, Items, Phrase, Prose, Record, Value
from docgen.wording import sentence_case

_SENTENCE_END = re.compile(r"[.!?][”’)]?\s*$")


def passages_of(
    slots: Sequence[Slot],
    properties: Properties,
    names: Mapping[str, Mapping[str, Value]],
    pictures: Mapping[str, bytes],
    labels: Mapping[str, str],
    form: Source,
    findings: Findings,
) -> tuple[Document, list[Blocks]]:
    """One resolved document of all passages, and the blocks of each slot. A slot in a line has one paragraph."""
    reader = Reader(findings, (), names, pictures, blocks_in, inlines_of_line)
    read = [_read(slot, reader) for slot in slots]
    known = {node.label for blocks in read for node in _nodes(blocks) if isinstance(node, Heading | Table | Figure)}
    worded = [tuple(_worded(block, labels, known, findings) for block in blocks) for blocks in read]
    notes = tuple(reader.footnotes)
    blocks = tuple(block for passage in worded for block in passage)
    document = resolve(Document(properties, blocks, form, notes, reader.used_pictures), findings)
    document = replace(document, properties=properties)
    return document, list(_shared_out(document.blocks, [len(passage) for passage in worded]))


def prose_of(value: Value) -> Prose | None:
    """The narrative that a value is, or that it shows; None for any other value."""
    if isinstance(value, Record) and value.shown:
        return prose_of(value.lookup(value.shown))
    return value if isinstance(value, Prose) else None


def is_blank(value: Value) -> bool:
    """Whether a value prints nothing."""
    if isinstance(value, Absent | Items | Phrase):
        return not value or not str(value).strip()
    return not str(value).strip()


def is_passage(slot: Slot) -> bool:
    """Whether a whole narrative, with its paragraphs and lists, goes into a slot."""
    return slot.alone and prose_of(slot.printing.value) is not None


def _read(slot: Slot, reader: Reader) -> Blocks:
    value, place = slot.printing.value, slot.printing.place
    prose = prose_of(value)
    if prose is None:
        return (Paragraph(inlines_of(value, place, reader), place),)
    reader.level = slot.level
    blocks = blocks_of(prose, place, reader)
    if slot.alone or (len(blocks) == 1 and isinstance(blocks[0], Paragraph)):
        return blocks
    message = f"a text of {len(blocks)} paragraphs or lists stands inside a line of the form"
    hint = "put the tag into a paragraph or cell of its own, or fill in a shorter text"
    reader.findings.add(codes.CANNOT_STAND.at(place, message, hint, Related(prose.source, "the text")))
    return (Paragraph((), place),)


def _nodes(blocks: Blocks) -> Iterator[Node]:
    return (node for block in blocks for node in walk(block))


def _worded(block: Block, labels: Mapping[str, str], known: set[str], findings: Findings) -> Block:
    """References to other papers' labels in the form's own words; one that it has no words for is reported."""
    leading = set(_leading(block))

    def change(node: Node) -> Node:
        label = _label(node)
        if not label or label in known:
            return node
        if label in labels and isinstance(node, CrossReference):
            words = sentence_case(labels[label]) if node in leading else labels[label]
            return Text(words, node.source, verbatim=False)
        message = f"the text refers to '{label}', which the form does not have"
        hint = f"say under 'labels' in the form's type.yaml what the form calls it: {label}: question 4"
        if isinstance(node, Link):
            hint = f"write {{ref}}`{label}`, and under 'labels' in the form's type.yaml what the form calls it"
        findings.add(codes.NOT_IN_FORM.at(node.source, message, hint))
        return Text("", node.source)

    return rewrite(block, change)


def _leading(block: Block) -> Iterator[CrossReference]:
    """The references that begin a sentence."""
    lines = [node.content for node in walk(block) if isinstance(node, Paragraph)]
    pairs = (pair for line in lines for pair in zip((None, *line), line, strict=False))
    for before, inline in pairs:
        if isinstance(inline, CrossReference) and _ends_sentence(before):
            yield inline


def _ends_sentence(before: Inline | None) -> bool:
    return before is None or (isinstance(before, Text) and _SENTENCE_END.search(before.text) is not None)


def _label(node: Node) -> str:
    """The label of another place that a node names; empty where it names none."""
    if isinstance(node, CrossReference):
        return node.label
    return node.target[1:] if isinstance(node, Link) and node.target.startswith("#") else ""


def _shared_out(blocks: Blocks, lengths: Sequence[int]) -> Iterator[Blocks]:
    """The blocks of the document, passage by passage: resolving neither adds blocks nor takes any away."""
    assert sum(lengths) == len(blocks), "resolving keeps the blocks of a document"
    start = 0
    for length in lengths:
        yield blocks[start : start + length]
        start += length
