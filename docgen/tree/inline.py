"""What stands inside a line of text."""

from __future__ import annotations

from enum import Enum

from msgspec import Struct

from docgen.source import Source


class Text(Struct, frozen=True, gc=False):
    """A run of words. Never markup: a writer escapes all of it."""

    text: str
    source: Source
    verbatim: bool = True
    """Whether the words stand at `source` as they are. False where docgen words a value: a date, a figure, a yes."""


class Emphasis(Struct, frozen=True):
    """Stressed words, usually italic."""

    content: Inlines
    source: Source


class Strong(Struct, frozen=True):
    """Words of importance, usually bold."""

    content: Inlines
    source: Source


class Code(Struct, frozen=True, gc=False):
    """Words in the computer's own spelling."""

    text: str
    source: Source


class Link(Struct, frozen=True):
    """Words that lead out of the document. `target` is http, https, mailto or relative.

    It begins with `document:` where it names another paper of the pack, until `resolve` leads it there.
    """

    target: str
    content: Inlines
    source: Source
    title: str = ""
    to_paper: bool = False
    """Whether `target` is the output of another paper, without its ending: each writer leads to its own format."""


class LineBreak(Struct, frozen=True, gc=False):
    """A new line inside a paragraph."""

    source: Source


class ReferenceForm(Enum):
    """How much of its target a cross-reference names."""

    FULL = "full"
    """`Table 2`, `section B.II`."""
    NUMBER = "number"
    """`2`, `B.II`."""
    TITLE = "title"
    """The words of the heading or caption."""


class CrossReference(Struct, frozen=True, gc=False):
    """Words that lead to a heading, table or figure of this document."""

    label: str
    form: ReferenceForm
    source: Source
    text: str = ""
    """What the reader sees; `resolve` fills it."""


class Abbreviation(Struct, frozen=True, gc=False):
    """A short form. At its first use `resolve` sets `text` to the long form with the short one in brackets."""

    short: str
    expansion: str
    source: Source
    text: str = ""
    """What the reader sees; `resolve` fills it."""


class FootnoteReference(Struct, frozen=True, gc=False):
    """The mark that leads to a footnote."""

    label: str
    source: Source
    number: int = 0
    """From 1, in the order of first mention; `resolve` fills it."""


class Picture(Struct, frozen=True, gc=False):
    """A picture inside a line or, alone in a `Figure`, on its own."""

    path: str
    """Relative to the repository's root."""
    alt: str
    """What the picture says, for those who do not see it."""
    source: Source


Inline = (
    Text | Emphasis | Strong | Code | Link | LineBreak | CrossReference | Abbreviation | FootnoteReference | Picture
)
Inlines = tuple[Inline, ...]
