"""Holds the tags of a story against one another: what begins must end, and where it began."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from docgen.codes import forms as codes
from docgen.diagnostic import Diagnostic, Findings, Related
from docgen.forms.marking import CONTROL, OPEN, SHUT, Marked
from docgen.forms.tags import MIDDLES, REFUSED
from docgen.forms.words import raw_text, text_pieces
from docgen.write.docx.xml import Element, qualified

_P, _TR = qualified("w:p"), qualified("w:tr")
_SOLID = tuple(qualified(name) for name in ("w:sectPr", "w:drawing", "w:pict", "w:object", "w:footnoteReference"))
"""What would be lost with the paragraph of a tag, and has no words."""


def check_tags(tags: Sequence[Marked], findings: Findings) -> None:
    """Report each tag that has no partner, that has it elsewhere, or that takes words away with itself.

    `tags` are those of one story, in order.
    """
    for marked in tags:
        findings.extend(_faults(marked))
    if not findings.has_errors:
        findings.extend(_pairing(tags))


def _faults(marked: Marked) -> Iterator[Diagnostic]:
    tag = marked.tag
    if tag.target == "tc":
        hint = "repeat rows with {%tr … %}; the columns of a form are its own"
        yield codes.TAG.at(marked.place, f"'{tag.text}' would repeat a column, which forms cannot do", hint)
    elif tag.word in REFUSED:
        yield codes.TAG.at(marked.place, f"'{tag.word}' is not for forms", "docs/forms.md lists the tags of forms")
    elif tag.target:
        yield from _losses(marked)


def _losses(marked: Marked) -> Iterator[Diagnostic]:
    """What stands in the row or paragraph that the tag takes away."""
    what = "row" if marked.tag.target == "tr" else "paragraph"
    container = _container(marked)
    if container is None:
        message = f"'{marked.tag.text}' stands in no table, so it has no row"
        yield codes.TAG.at(marked.place, message, "use {%p … %} for paragraphs")
        return
    if _marks(container) > 1 or _words(container) or next(container.iter(*_SOLID, CONTROL), None) is not None:
        message = f"the {what} of '{marked.tag.text}' holds more than the tag, which would be lost"
        yield codes.LOST_WORDS.at(marked.place, message, f"give the tag a {what} of its own")


def _marks(container: Element) -> int:
    return sum((text.text or "").count(OPEN) for text in container.iter(qualified("w:t"), CONTROL))


def _words(container: Element) -> str:
    """The words beside the marks of tags; the marks themselves are private characters and digits."""
    paragraphs = [container] if container.tag == _P else list(container.iter(_P))
    text = "".join(raw_text(paragraph) for paragraph in paragraphs if list(text_pieces(paragraph)))
    return _without_marks(text).strip()


def _without_marks(text: str) -> str:
    first, *rest = text.split(OPEN)
    return first + "".join(part.partition(SHUT)[2] for part in rest)


def _pairing(tags: Iterable[Marked]) -> Iterator[Diagnostic]:
    around: list[Marked] = []
    for marked in tags:
        word = marked.tag.word
        if marked.tag.begins:
            around.append(marked)
        if word not in MIDDLES and not word.startswith("end"):
            continue
        if not _belongs(word, around):
            yield _alone(marked, around)
            return
        yield from _apart(around[-1] if word in MIDDLES else around.pop(), marked)
    for marked in around:
        hint = f"write '{{%{marked.tag.target} end{marked.tag.word} %}}' where it ends"
        yield codes.TAG.at(marked.place, f"'{marked.tag.text}' is not closed", hint)


def _belongs(word: str, around: Sequence[Marked]) -> bool:
    """Whether a middle or an end stands inside what it belongs to."""
    return bool(around) and (word in MIDDLES or word == f"end{around[-1].tag.word}")


def _alone(marked: Marked, around: Sequence[Marked]) -> Diagnostic:
    related = [Related(around[-1].place, f"'{around[-1].tag.text}' is still open")] if around else []
    message = f"'{marked.tag.text}' ends what has not begun"
    return codes.TAG.at(marked.place, message, "let each tag end what began last", *related)


def _apart(begin: Marked, end: Marked) -> Iterator[Diagnostic]:
    """Taken out or repeated, what stands between the two must be whole paragraphs, whole rows, or words of one line."""
    if begin.tag.target == end.tag.target and _same_surroundings(begin, end):
        return
    place = Related(begin.place, f"'{begin.tag.text}' begins here")
    hint = "put both into one line, or both as {%p … %} into paragraphs, or both as {%tr … %} into rows of one table"
    yield codes.TAG.at(end.place, f"'{end.tag.text}' does not stand where it can end '{begin.tag.text}'", hint, place)


def _same_surroundings(begin: Marked, end: Marked) -> bool:
    if begin.tag.target:
        return _parent(_container(begin)) is _parent(_container(end))
    if begin.holder is end.holder:
        return begin.run.getparent() is end.run.getparent()
    return begin.run.getparent() is begin.holder and end.run.getparent() is end.holder and _paragraphs_meet(begin, end)


def _paragraphs_meet(begin: Marked, end: Marked) -> bool:
    return begin.holder.getparent() is end.holder.getparent()


def _container(marked: Marked) -> Element | None:
    """The row or paragraph that a tag takes away."""
    if marked.tag.target == "p":
        return marked.holder
    return next(marked.holder.iterancestors(_TR), None)


def _parent(element: Element | None) -> Element | None:
    return element.getparent() if element is not None else None
