"""Puts page numbers into fields that Word would fill itself only when it is asked to: it then asks the reader."""

from __future__ import annotations

from collections.abc import Iterator

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part
from lxml import etree

from docgen.codes.outputs import CONTENTS_WITHOUT_PAGES
from docgen.wording import listed
from docgen.write.docx.draft import Draft
from docgen.write.docx.house.edges import EDGES
from docgen.write.docx.layout.layout import Layout, WordParts, lay_out
from docgen.write.docx.package import Package
from docgen.write.docx.targets import Targets
from docgen.write.docx.xml import NAMESPACES, PARSER, Element, qualified

_KIND = qualified("w:fldCharType")
_PAGE_OF = "PAGEREF "
_COUNT = "NUMPAGES"
_LIST_OF = "TOC "


def stand_ins(targets: Targets) -> dict[str, int]:
    """A page number for each target, to be written until the true one is known."""
    found = [*targets.anchors.values(), *targets.captions.values()]
    return {target.bookmark: 0 for target in found}


def number_pages(text: Element, footnotes: Element, draft: Draft) -> None:
    """Write the true numbers into the fields of a text whose headers, lists and styles are settled.

    Where they cannot be known, the contents have none: entries that lead to their headings, and no wrong number.
    A text without contents is not laid out: Word counts the pages in a footer itself whenever it shows them.
    """
    numbers = list(_fields(text, _PAGE_OF))
    if not numbers:
        return
    layout = lay_out(_parts(text, footnotes, draft.package))
    if layout.doubts:
        _leave_out(numbers, text)
        _report(layout, draft)
        return
    for instruction, results in numbers:
        _show_page(results, layout.pages.get(instruction.split()[1]))
    for edge in draft.package.edges("footer") + draft.package.edges("header"):
        for _, results in _fields(edge, _COUNT):
            _show(results, layout.total)


def _parts(text: Element, footnotes: Element, package: Package) -> WordParts:
    edges: dict[str, Element] = {}
    part = package.word.part
    for edge in EDGES:
        for reference in package.last_section.findall(f"w:{edge}Reference", NAMESPACES):
            id = reference.get(qualified("r:id"), "")
            edges[id] = part.related_parts[id].element
    settings: Element = package.word.settings.element
    return WordParts(text, package.styles, package.numbering, footnotes, settings, _theme(part), edges)


def _theme(part: Part) -> Element | None:
    try:
        return etree.fromstring(part.part_related_by(RELATIONSHIP_TYPE.THEME).blob, PARSER)
    except KeyError:
        return None


def _fields(root: Element, beginning: str) -> Iterator[tuple[str, list[Element]]]:
    """The fields whose instruction begins so, and the runs of their results."""
    for instruction in list(root.iter(qualified("w:instrText"))):
        words = (instruction.text or "").strip()
        if words.startswith(beginning.strip()):
            yield words, _results(instruction)


def _results(instruction: Element) -> list[Element]:
    """The runs between the marks that part a field's instruction from its result and end it."""
    run = instruction.getparent()
    found: list[Element] = []
    shown = False
    for later in run.itersiblings() if run is not None else ():
        mark = later.find("w:fldChar", NAMESPACES)
        if mark is not None and mark.get(_KIND) == "end":
            break
        if shown:
            found.append(later)
        shown = shown or mark is not None
    return found


def _show_page(results: list[Element], page: int | None) -> None:
    """What stands in a footnote has no page that the layout knows."""
    if page is None:
        _remove_field(results[0])
    else:
        _show(results, page)


def _show(results: list[Element], number: int) -> None:
    for text in (text for run in results[:1] for text in run.iter(qualified("w:t"))):
        text.text = str(number)


def _leave_out(numbers: list[tuple[str, list[Element]]], text: Element) -> None:
    """The tab before each number goes with it, and Word is told to make the contents anew without numbers."""
    for _, results in numbers:
        _remove_field(results[0])
    for instruction in text.iter(qualified("w:instrText")):
        words = instruction.text or ""
        if words.strip().startswith(_LIST_OF):
            instruction.text = words.replace(_LIST_OF, f"{_LIST_OF}\\n ", 1)


def _report(layout: Layout, draft: Draft) -> None:
    message = f"The contents bear no page numbers: docgen cannot lay out {listed(layout.doubts)}"
    help = "do without that in the paper or its reference document; known fonts are Arial, Calibri and Times New Roman"
    draft.findings.add(CONTENTS_WITHOUT_PAGES.at(draft.document.source, message, help))


def _remove_field(result: Element) -> None:
    """Four runs before the result, the first of them the tab, and the mark behind it."""
    before = [run for run, _ in zip(result.itersiblings(preceding=True), range(4), strict=False)]
    behind = result.getnext()
    for run in [*before, result, *([behind] if behind is not None else [])]:
        parent = run.getparent()
        if parent is not None:
            parent.remove(run)
