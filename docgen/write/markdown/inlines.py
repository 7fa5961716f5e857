"""Writes what stands inside a line."""

from __future__ import annotations

import re
from typing import assert_never

from docgen.codes.outputs import LINK_TO_NOWHERE
from docgen.suggest import did_you_mean
from docgen.tree.block import Figure, Table, caption_label
from docgen.tree.inline import (
    Abbreviation,
    Code,
    CrossReference,
    Emphasis,
    FootnoteReference,
    Inline,
    Inlines,
    LineBreak,
    Link,
    Picture,
    Strong,
    Text,
)
from docgen.write.addresses import address_outside, printable
from docgen.write.characters import writable
from docgen.write.markdown.escaping import address, code_span, safe_start
from docgen.write.markdown.page import Page
from docgen.write.pictures import readable_image

_TO_ROOT = "../../"
"""From `build/banes/eoi.md` to the root of the repository."""
_LETTER = re.compile(r"[^\W_]")
"""Anything else beside stars may be punctuation to Markdown."""


def line(content: Inlines, page: Page) -> str:
    """The words of a line; a line break ends the line of the file too, but in a cell."""
    written = _joined(content, page, linked=False)
    return "\n".join(safe_start(part.strip(" ")) for part in written.split("\n")) if not page.in_cell else written


def caption(block: Table | Figure, page: Page) -> str:
    """`**Table 2:** What was said`; without a number the words alone, and empty without words."""
    kind = "Table" if isinstance(block, Table) else "Figure"
    number = f"**{caption_label(kind, block.number)}:** " if block.number else ""
    return f"{number}{line(block.caption, page)}" if block.caption else ""


def unlinked_line(content: Inlines, page: Page) -> str:
    """The same words without links, footnote marks and line breaks, for a heading or a place that is a link itself."""
    return _joined(content, page, linked=True).replace("\\\n", " ").strip(" ")


def _joined(content: Inlines, page: Page, linked: bool) -> str:
    """Each inline behind the one before: stress needs to know what stands beside it."""
    pieces = [_inline(inline, page, linked) for inline in content]
    written = ""
    for position, (inline, piece) in enumerate(zip(content, pieces, strict=True)):
        behind = "".join(pieces[position + 1 :])[:1]
        if isinstance(inline, Strong | Emphasis):
            piece = _stressed(inline, piece, written[-1:], behind)
        written += piece
    return written


def _stressed(inline: Strong | Emphasis, words: str, before: str, behind: str) -> str:
    """Between stars; where these could be read otherwise, between tags, which repositories show alike."""
    inner = words.strip(" ")
    if not inner:
        return words
    start, end = words[: len(words) - len(words.lstrip(" "))], words[len(words.rstrip(" ")) :]
    mark, tag = ("**", "strong") if isinstance(inline, Strong) else ("*", "em")
    if _opens(inner, before) and _closes(inner, behind):
        return f"{start}{mark}{inner}{mark}{end}"
    return f"{start}<{tag}>{inner}</{tag}>{end}"


def bold(words: str) -> str:
    """Words of a whole line as strong ones."""
    return f"**{words}**" if _opens(words, "") and _closes(words, "") else f"<strong>{words}</strong>"


def _opens(words: str, before: str) -> bool:
    """Whether stars before the words are surely read as the beginning of stress."""
    return words[:1] not in ("*", " ", "") and before != "*" and (_is_letter(words[0]) or not _is_letter(before))


def _closes(words: str, behind: str) -> bool:
    """Whether stars behind the words are surely read as its end."""
    return words[-1] not in ("*", " ", "\n") and behind != "*" and (_is_letter(words[-1]) or not _is_letter(behind))


def _is_letter(character: str) -> bool:
    return bool(_LETTER.match(character))


def _inline(inline: Inline, page: Page, linked: bool) -> str:
    match inline:
        case Text():
            return page.words(inline.text, inline.source)
        case Abbreviation():
            return page.words(inline.text or inline.short, inline.source)
        case Emphasis() | Strong():
            return _joined(inline.content, page, linked)
        case Code():
            return code_span(writable(inline.text, inline.source, page.findings), page.in_cell)
        case LineBreak():
            return "<br>" if page.in_cell else "\\\n"
        case Picture():
            return _picture(inline, page)
        case Link() | CrossReference() | FootnoteReference():
            return _unlinked(inline, page) if linked else _linked(inline, page)
        case _:
            assert_never(inline)


def _linked(inline: Link | CrossReference | FootnoteReference, page: Page) -> str:
    match inline:
        case Link():
            return _link(inline, page)
        case CrossReference():
            words = page.words(inline.text or inline.label, inline.source)
            anchor = page.labels.get(inline.label)
            return f"[{words}](#{anchor})" if anchor else words
        case FootnoteReference():
            return _mark(inline, page)
        case _:
            assert_never(inline)


def _unlinked(inline: Link | CrossReference | FootnoteReference, page: Page) -> str:
    match inline:
        case Link():
            return _joined(inline.content, page, linked=True)
        case CrossReference():
            return page.words(inline.text or inline.label, inline.source)
        case FootnoteReference():
            return ""
        case _:
            assert_never(inline)


def _link(link: Link, page: Page) -> str:
    content = _joined(link.content, page, linked=True) if link.content else page.words(link.target, link.source)
    marks = "".join(_mark(inner, page) for inner in link.content if isinstance(inner, FootnoteReference))
    target = _target(link, page)
    return f"[{content}]({target}){marks}" if target else f"{content}{marks}"


def _target(link: Link, page: Page) -> str | None:
    """Where a link leads; a diagnostic and `None` where the words must do without."""
    written = link.target.strip(" ")
    if not written.startswith("#"):
        outside = address_outside(link, "md", page.findings)
        return address(outside) if outside else None
    anchor = page.anchors.get(written[1:]) or page.labels.get(written[1:])
    if anchor is None:
        known = (*page.anchors, *page.labels)
        message = f"Nothing in this document is called '{printable(written[1:])}'"
        page.findings.add(LINK_TO_NOWHERE.at(link.source, message, did_you_mean(written[1:], known)))
        return None
    return f"#{anchor}"


def _mark(reference: FootnoteReference, page: Page) -> str:
    """A mark without its note shows the label: `resolve` has reported it."""
    known = any(note.label == reference.label and note.number for note in page.document.footnotes)
    return f"[^{reference.number}]" if known else page.words(str(reference.number or reference.label), reference.source)


def _picture(picture: Picture, page: Page) -> str:
    """The picture's file in the repository; where it cannot be read, what it says, and a diagnostic."""
    alt = page.words(picture.alt, picture.source)
    if readable_image(picture, page.document.pictures, page.findings) is None:
        return f"\\[Picture: {alt or page.words(picture.path, picture.source)}\\]"
    return f"![{alt}]({address(_TO_ROOT + picture.path)})"
