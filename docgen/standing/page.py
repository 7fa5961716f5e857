"""Where everything stands, as one web page that can be read, printed and passed on by itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from html import escape
from importlib.resources import files

from docgen.standing.standing import DocumentStanding, FileStanding, Gap, ProgrammeStanding, Standing
from docgen.standing.telling import (
    NOTHING,
    ToldSection,
    all_words,
    is_open,
    is_over,
    last_change,
    name_of,
    particulars_of,
    problems_in_words,
    summary_of,
    told_sections,
    verdict_of,
    words_against_limit,
)
from docgen.wording import counted, sentence_case
from docgen.write.html.elements import Lines, element, opening
from docgen.write.html.style import policy_for, shipped_style

TITLE = "Where the documents stand"
_OVERVIEW = ("Document", "Status", "Missing", "Problems", "Last change")
_SECTIONS = ("Section and text", "Owner", "Status", "Words", "Problems", "Last change")


def standing_page(standing: Standing) -> str:
    """The page, with a style of its own and a policy that allows nothing else."""
    lines = Lines()
    lines.add("<!doctype html>")
    with lines.inside("html", {"lang": "en-GB"}):
        _write_head(lines)
        with lines.inside("body", {}):
            _write_body(standing, lines)
    return str(lines)


def _write_head(lines: Lines) -> None:
    style = _style()
    with lines.inside("head", {}):
        lines.add(opening("meta", {"charset": "utf-8"}))
        lines.add(opening("meta", {"http-equiv": "Content-Security-Policy", "content": policy_for(style)}))
        lines.add(element("title", {}, TITLE))
        lines.add(opening("meta", {"name": "viewport", "content": "width=device-width, initial-scale=1"}))
        lines.add(opening("meta", {"name": "color-scheme", "content": "light dark"}))
        lines.add(opening("meta", {"name": "referrer", "content": "no-referrer"}))
        lines.add(f"<style>{style}</style>")


@cache
def _style() -> str:
    return shipped_style() + files("docgen.standing").joinpath("page.css").read_text(encoding="utf-8")


def _write_body(standing: Standing, lines: Lines) -> None:
    lines.add(element("a", {"class": "skip", "href": "#main"}, "Skip to main content"))
    with lines.inside("header", {"class": "masthead"}):
        lines.add(element("h1", {}, TITLE))
        lines.add(element("p", {"class": "subtitle"}, escape(sentence_case(summary_of(standing)), quote=False)))
    with lines.inside("div", {"class": "page"}), lines.inside("main", {"id": "main", "tabindex": "-1"}):
        if standing.unknown:
            lines.add(_paragraph(f"When each file last changed is unknown: {standing.unknown}."))
        _write_overview(standing, lines)
        for programme in standing.programmes:
            _write_programme(programme, standing.unknown, lines)
    with lines.inside("footer", {}):
        lines.add(_paragraph("Written by docgen status"))


def _write_overview(standing: Standing, lines: Lines) -> None:
    """All documents of all programmes, with links to what is told of each."""
    if not standing.documents:
        return
    lines.add(element("h2", {}, "All documents"))
    rows = [_overview_row(document, standing.unknown) for document in standing.documents]
    _write_table("overview", "Every document, and how far it is", _OVERVIEW, rows, lines)


def _overview_row(document: DocumentStanding, unknown: str) -> list[str]:
    about, missing = document.about, counted(len(document.gaps), "thing")
    name = element("a", {"href": f"#{_anchor(document)}"}, _words(about.title))
    return [
        f"{name}<br>{element('span', {'class': 'doc-id'}, _words(document.id))}",
        _words(", ".join(filter(None, [about.status, f"version {about.version}" if about.version else ""]))),
        missing if document.gaps else "nothing",
        problems_in_words(document.found),
        _words(last_change(document.last, not document.has_uncommitted, unknown)),
    ]


def _write_programme(programme: ProgrammeStanding, unknown: str, lines: Lines) -> None:
    lines.add(element("h2", {}, _words(programme.title or programme.name)))
    if not programme.is_read:
        with lines.inside("div", {"class": "callout important"}):
            told = f"The content of {programme.name} cannot be read: {problems_in_words(programme.found)}."
            lines.add(_paragraph(f"{told} The command docgen check {programme.name} shows them."))
    for document in programme.documents:
        _write_document(document, unknown, lines)


def _write_document(document: DocumentStanding, unknown: str, lines: Lines) -> None:
    anchor = _anchor(document)
    lines.add(element("h3", {"id": anchor}, _words(document.about.title)))
    told = [("Document", document.id), *particulars_of(document), ("Texts", all_words(document))]
    lines.add(element("dl", {"class": "particulars"}, "".join(_particular(*each) for each in told if each[1])))
    _write_gaps(document, lines)
    rows = [row for told in told_sections(document) for row in _section_rows(told, document, unknown)]
    _write_table(f"{anchor}-sections", f"{document.about.title}: its sections and texts", _SECTIONS, rows, lines)
    if document.named:
        names = ", ".join(file.path for file in document.named)
        lines.add(_paragraph(f"Values of these files stand inside its texts: {names}"))


def _particular(term: str, words: str) -> str:
    return element("div", {}, element("dt", {}, term) + element("dd", {}, _words(words)))


def _write_gaps(document: DocumentStanding, lines: Lines) -> None:
    """What is missing, and where to mend it."""
    with lines.inside("div", {"class": f"callout {'important' if document.gaps else 'decision'}"}):
        lines.add(element("p", {"class": "verdict"}, _words(sentence_case(verdict_of(document)))))
        if document.gaps:
            lines.add(element("ul", {"class": "gaps"}, "".join(map(_gap, document.gaps))))


def _gap(gap: Gap) -> str:
    return element("li", {}, f"{_words(gap.words)}<br>{_file_name(str(gap.source))}")


def _section_rows(told: ToldSection, document: DocumentStanding, unknown: str) -> Iterator[list[str]]:
    """A row for each file; the first one begins with the section. A section with nothing new has an empty row."""
    title = element("span", {"class": "section"}, _words(told.section.title))
    above = _file_name(f"{', '.join(told.again)} as above") if told.again else ""
    if not told.files:
        yield [title + above, *[""] * (len(_SECTIONS) - 1)]
    for number, file in enumerate(told.files):
        named = _file_name(name_of(file, document))
        yield [named if number else title + named + above, *_told(file, document, unknown)]


def _file_name(words: str) -> str:
    return element("span", {"class": "file quiet"}, _words(words))


def _told(file: FileStanding, document: DocumentStanding, unknown: str) -> list[str]:
    """The cells of a file; what somebody has to look at is strong."""
    box = dict(document.boxes).get(file.path)
    return [
        _words(file.owner or NOTHING),
        _marked(file.status or NOTHING, is_open(file)),
        _marked(words_against_limit(file, box), is_over(file)),
        _marked(problems_in_words(file.found), bool(file.found)),
        _marked(last_change(file.last, file.is_committed, unknown), not file.is_committed),
    ]


def _marked(words: str, is_strong: bool) -> str:
    return element("strong", {}, _words(words)) if is_strong else _words(words)


def _write_table(id: str, caption: str, heads: Sequence[str], rows: Iterable[Sequence[str]], lines: Lines) -> None:
    """A table in a box that scrolls, with keys too, where the screen is too narrow. Cells are HTML."""
    kind = f"table wide columns-{len(heads)}"
    box = {"class": kind, "tabindex": "0", "role": "region", "aria-labelledby": f"{id}-caption"}
    with lines.inside("div", box), lines.inside("table", {"id": id}):
        lines.add(element("caption", {"id": f"{id}-caption"}, f"<span>{_words(caption)}</span>"))
        headings = "".join(element("th", {"scope": "col"}, head) for head in heads)
        lines.add(element("thead", {}, element("tr", {}, headings)))
        lines.add(element("tbody", {}, "".join(f"\n{_row(*row)}" for row in rows)))


def _row(first: str, *others: str) -> str:
    cells = "".join(element("td", {}, cell) for cell in others)
    return element("tr", {}, element("th", {"scope": "row"}, first) + cells)


def _anchor(document: DocumentStanding) -> str:
    """Its id on the page: no two documents share one, whatever their folders are called."""
    kept = [each.isascii() and (each.isalnum() or each == "-") for each in document.id]
    return "".join(each if is_kept else f"_{ord(each):x}_" for each, is_kept in zip(document.id, kept, strict=True))


def _paragraph(words: str) -> str:
    return element("p", {}, _words(words))


def _words(words: str) -> str:
    return escape(words, quote=False)
