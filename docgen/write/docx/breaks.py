"""Puts sections one after the other: each ends in its last paragraph, the last one at the end of the body."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from docgen.write.docx.written import TABLE_END, Solid, Written, WrittenParagraph, closed, markup_of, settled
from docgen.write.docx.xml import Xml, joined


def in_sections(contents: Sequence[Iterable[Written]], sections: Sequence[Xml]) -> Xml:
    """The contents of all sections with the properties of each."""
    settled_contents = [closed(settled(content), TABLE_END.style) for content in contents]
    *ended, last = zip(settled_contents, sections, strict=True)
    parts = [markup_of(_ended(content, section)) for content, section in ended]
    return joined((*parts, markup_of(last[0]), last[1]))


def _ended(content: Sequence[Solid], section: Xml) -> Iterable[Solid]:
    """A paragraph added for the properties of a section might stand alone on a page: the last one tells them."""
    last = content[-1]
    assert isinstance(last, WrittenParagraph), "a section is closed by a paragraph"
    return (*content[:-1], replace(last, section=section))
