"""``{cite}`five-year-strategy` ``: a footnote that says where a statement comes from."""

from __future__ import annotations

from docgen.parse.footnotes import add_note
from docgen.parse.printed import inlines_of
from docgen.parse.reader import Reader
from docgen.parse.roles.named import find
from docgen.source import Source
from docgen.tree.block import Paragraph
from docgen.tree.inline import Emphasis, FootnoteReference, Inline, Inlines, Link, Text
from docgen.value import Record, Value

_LINKS = ("https://", "http://", "mailto:")


def citation(role: str, content: str, source: Source, reader: Reader) -> Inlines:
    """A footnote with author, year, title, publisher and address, each from `references.yaml`."""
    value = find(role, content, source, reader)
    if not isinstance(value, Record):
        return ()
    paragraph = Paragraph(tuple(_entry(value, source, reader)), value.source)
    return (FootnoteReference(add_note((paragraph,), value.source, reader), source),)


def _entry(reference: Record, source: Source, reader: Reader) -> list[Inline]:
    """`Author (year) *Title*. Publisher. Address.`

    The title is what leads there: an address is no help to those who hear the links of a page read out.
    """

    def field(name: str) -> tuple[Value, Inlines]:
        value = reference.lookup(name)
        return value, inlines_of(value, source, reader)

    def words(text: str) -> Text:
        return Text(text, reference.source, verbatim=False)

    (_, author), (_, year), (_, title) = field("author"), field("year"), field("title")
    url, address = field("url")
    named: Inline = Emphasis(title, title[0].source)
    if str(url).lower().startswith(_LINKS):
        named = Link(str(url), (named,), address[0].source)
    entry: list[Inline] = [*author, words(" ("), *year, words(") "), named]
    for name in ("publisher", "note"):
        value, content = field(name)
        entry += [words(". "), *content] if value else []
    entry += [words(". "), *address] if url else []
    return [*entry, words(".")]
