"""Writes captions: `Table 2: …` above a table, `Figure 1: …` below a figure."""

from __future__ import annotations

from docgen.tree.block import Figure, Table, caption_label
from docgen.write.docx.draft import Draft, Place
from docgen.write.docx.fields import field
from docgen.write.docx.inlines import line
from docgen.write.docx.targets import kind_of
from docgen.write.docx.written import Written, WrittenParagraph
from docgen.write.docx.xml import NOTHING, Xml, joined, run, words


def caption(block: Table | Figure, place: Place, draft: Draft) -> list[Written]:
    """The caption's paragraph; nothing where there is none."""
    if not block.caption:
        return []
    content = joined((_label(block, draft), line(block.caption, place, draft)))
    content = draft.passages.around(block.caption[0].source, block.caption, content)
    return [WrittenParagraph("Caption", content, place.indentation(), keeps_next=isinstance(block, Table))]


def _label(block: Table | Figure, draft: Draft) -> Xml:
    """The bookmark holds `Table 2` and no more, so that a reference to it repeats just that."""
    if not block.number:
        return NOTHING
    kind = kind_of(block)
    target = draft.targets.captioned(block)
    number = field(f"SEQ {kind} \\* ARABIC", run(words(str(block.number))))
    called = joined((run(words(caption_label(kind, ""))), number))
    label = draft.bookmarks.around(target.bookmark if target else "", called)
    return joined((label, run(words(": "))))


def anchored(block: Table | Figure, content: Xml, draft: Draft) -> Xml:
    """The content with the bookmark of a table or figure whose caption has no number to hold it."""
    target = draft.targets.captioned(block) if not (block.caption and block.number) and block.label else None
    return draft.bookmarks.around(target.bookmark if target else "", content)
