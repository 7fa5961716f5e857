"""Citations: a footnote that says where a statement comes from.

``{cite}`five-year-strategy` `` is the footnote alone, ``{cited}`five-year-strategy` `` has author and year before it.
"""

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
    return (_note(value, source, reader),) if isinstance(value, Record) else ()


def named_citation(role: str, content: str, source: Source, reader: Reader) -> Inlines:
    """`Author (year)` as part of the sentence, and the footnote behind it."""
    value = find(role, content, source, reader)
    if not isinstance(value, Record):
        return ()
    return (*_author_and_year(value, source, reader), _words(")", value), _note(value, source, reader))


def _note(reference: Record, source: Source, reader: Reader) -> FootnoteReference:
    paragraph = Paragraph(tuple(_entry(reference, source, reader)), reference.source)
    return FootnoteReference(add_note((paragraph,), reference.source, reader), source)


def _author_and_year(reference: Record, source: Source, reader: Reader) -> list[Inline]:
    """`Author (year`, without the closing parenthesis."""
    author, year = (inlines_of(reference.lookup(name), source, reader) for name in ("author", "year"))
    return [*author, _words(" (", reference), *year]


def _words(text: str, reference: Record) -> Text:
    return Text(text, reference.source, verbatim=False)


def _entry(reference: Record, source: Source, reader: Reader) -> list[Inline]:
    """`Author (year) *Title*. Publisher. Address.`

    The title is what leads there: an address is no help to those who hear the links of a page read out.
    """

    def field(name: str) -> tuple[Value, Inlines]:
        value = reference.lookup(name)
        return value, inlines_of(value, source, reader)

    (_, title), (url, address) = field("title"), field("url")
    named: Inline = Emphasis(title, title[0].source)
    if str(url).lower().startswith(_LINKS):
        named = Link(str(url), (named,), address[0].source)
    entry: list[Inline] = [*_author_and_year(reference, source, reader), _words(") ", reference), named]
    for name in ("publisher", "note"):
        value, content = field(name)
        entry += [_words(". ", reference), *content] if value else []
    entry += [_words(". ", reference), *address] if url else []
    return [*entry, _words(".", reference)]
