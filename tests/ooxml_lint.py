"""Finds what makes Word offer to repair a file, and what schema validators do not see.

`faults(data)` names every fault of a Word file in one line each; a sound file has none. What concerns the package
around the markup stands in `ooxml_package.py`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from tests.ooxml_fields import Field, fields_of
from tests.ooxml_file import NAMES, Element, R, WordFile, inside, tag, val, w
from tests.ooxml_package import content_types, custom_parts, entries, prompts, relationships, twice

__all__ = ["CHECKS", "NAMES", "Element", "WordFile", "faults", "val", "w"]


def faults(data: bytes, is_draft: bool | None = None) -> list[str]:
    """Every fault of a Word file. `is_draft` says whether it must bear a watermark, where that is known."""
    file = WordFile(data)
    found = [f"{name}: {fault}" for name, check in CHECKS.items() for fault in check(file)]
    return found if is_draft is None else [*found, *(f"watermark: {fault}" for fault in watermarks(file, is_draft))]


def missing_parts(file: WordFile) -> Iterator[str]:
    """What every paper of docgen's own has, and a form of others may lack: `WordFile.part` reads none as empty."""
    needed = ("document", "styles", "settings", "numbering", "footnotes")
    yield from (f"no {name}" for name in needed if f"word/{name}.xml" not in file.parts)


def cells_without_paragraph(file: WordFile) -> Iterator[str]:
    for name, cell in file.each("w:tc"):
        if not len(cell) or cell[-1].tag != w("p"):
            yield f"{name}, a cell that ends with {tag(cell[-1]) if len(cell) else 'nothing'}"


def uneven_rows(file: WordFile) -> Iterator[str]:
    """Each row must fill the grid, and each cell be as wide as the columns that it spans; headers are the house's."""
    for name, table in file.each("w:tbl"):
        if name.startswith(("word/header", "word/footer")):
            continue
        grid = [int(column.get(w("w"), "0")) for column in table.findall("w:tblGrid/w:gridCol", NAMES)]
        if not grid:
            yield f"{name}, a table without columns"
        whole = table.find("w:tblPr/w:tblW", NAMES)
        if whole is not None and whole.get(w("type")) == "dxa" and int(whole.get(w("w"), "0")) != sum(grid):
            yield f"{name}, a table not as wide as its columns"
        for row in table.findall("w:tr", NAMES):
            yield from (f"{name}, {fault}" for fault in _row_faults(row, grid))


def _row_faults(row: Element, grid: list[int]) -> Iterator[str]:
    column = 0
    for cell in row.findall("w:tc", NAMES):
        span = int(val(cell, "w:tcPr/w:gridSpan") or "1")
        width = cell.find("w:tcPr/w:tcW", NAMES)
        if width is None or int(width.get(w("w"), "0")) != sum(grid[column : column + span]):
            yield f"a cell in column {column + 1} is not as wide as its column"
        column += span
    if column != len(grid):
        yield f"a row of {column} columns in a table of {len(grid)}"


def touching_tables(file: WordFile) -> Iterator[str]:
    for name, table in file.each("w:tbl"):
        following = table.getnext()
        if following is None or following.tag not in (w("p"), w("bookmarkEnd")):
            yield f"{name}, a table is followed by {'nothing' if following is None else tag(following)}"
        if table.find("w:tr", NAMES) is None:
            yield f"{name}, a table without rows"


def merged_cells(file: WordFile) -> Iterator[str]:
    """A cell that continues one above it needs one above it that begins."""
    for name, table in file.each("w:tbl"):
        begun: set[int] = set()
        for row in table.findall("w:tr", NAMES):
            begun, continued = _merging(row, begun)
            yield from (f"{name}, nothing begins what goes on in column {column + 1}" for column in continued)


def _merging(row: Element, begun: set[int]) -> tuple[set[int], list[int]]:
    open_now, unbegun, column = set(), [], 0
    for cell in row.findall("w:tc", NAMES):
        merge = cell.find("w:tcPr/w:vMerge", NAMES)
        if merge is not None:
            open_now.add(column)
            unbegun += [] if merge.get(w("val")) == "restart" or column in begun else [column]
        column += int(val(cell, "w:tcPr/w:gridSpan") or "1")
    return open_now, unbegun


def stories(file: WordFile) -> Iterator[str]:
    """A header, a footer and a footnote must hold a paragraph, and end with one."""
    notes = file.part("footnotes").findall("w:footnote", NAMES)
    around = [part for name, part in file.stories().items() if re.search(r"/(header|footer)", name)]
    for holder in [*notes, *around]:
        if not len(holder) or holder[-1].tag != w("p"):
            yield f"a {tag(holder)} does not end with a paragraph"


def bookmarks(file: WordFile) -> Iterator[str]:
    starts = [start for _, start in file.each("w:bookmarkStart")]
    ends = [end.get(w("id"), "") for _, end in file.each("w:bookmarkEnd")]
    ids = [start.get(w("id"), "") for start in starts]
    yield from (f"two have the id {id}" for id in twice(ids))
    yield from (f"two are called {name}" for name in twice(start.get(w("name"), "").lower() for start in starts))
    yield from (f"{id} ends twice" for id in twice(ends))
    yield from (f"{id} has no start or no end" for id in sorted(set(ids) ^ set(ends)))
    for start in starts:
        if not re.fullmatch(r"[A-Za-z_]\w{0,39}", start.get(w("name"), "")):
            yield f"'{start.get(w('name'))}' is no name for one"
    yield from _ends_before_starts(file)


def _ends_before_starts(file: WordFile) -> Iterator[str]:
    for part in file.stories().values():
        begun: set[str] = set()
        for mark in part.iter(w("bookmarkStart"), w("bookmarkEnd")):
            if mark.tag == w("bookmarkEnd") and mark.get(w("id"), "") not in begun:
                yield f"{mark.get(w('id'))} ends before it begins"
            begun.add(mark.get(w("id"), ""))


def anchors(file: WordFile) -> Iterator[str]:
    """Links and reference fields must lead to a bookmark, and no link may stand in another."""
    known = {start.get(w("name")) for _, start in file.each("w:bookmarkStart")}
    links = [link for _, link in file.each("w:hyperlink")]
    wanted = [link.get(w("anchor")) for link in links if link.get(w("anchor"))]
    wanted += [field.argument for field in _fields(file) if field.kind in ("REF", "NOTEREF", "PAGEREF")]
    yield from (f"nothing is called {name}" for name in wanted if name not in known)
    for link in links:
        if not link.get(w("anchor")) and not link.get(f"{{{R}}}id"):
            yield "a link leads nowhere"
        if inside(link, "hyperlink"):
            yield "a link stands in another"


def fields(file: WordFile) -> Iterator[str]:
    for name, part in file.stories().items():
        open_fields: list[list[str]] = []
        for mark in part.iter(w("fldChar")):
            kind = mark.get(w("fldCharType"), "")
            if kind == "begin":
                open_fields.append([])
            elif not open_fields:
                yield f"{name}, one ends that has not begun"
                break
            elif kind == "end":
                open_fields.pop()
            elif open_fields[-1]:
                yield f"{name}, one is separated twice"
            else:
                open_fields[-1].append(kind)
        if open_fields:
            yield f"{name}, {len(open_fields)} have no end"
    yield from ("one has no instruction" for field in _fields(file) if not field.kind)


def sequences(file: WordFile) -> Iterator[str]:
    """Word counts captions anew when it updates them: what is shown until then must be the same."""
    counts: dict[str, int] = {}
    for field in fields_of(file.part("document")):
        if field.kind == "SEQ":
            counts[field.argument] = counts.get(field.argument, 0) + 1
            if field.result != str(counts[field.argument]):
                yield f"{field.argument} {counts[field.argument]} is shown as '{field.result}'"


def contents(file: WordFile) -> Iterator[str]:
    """All entries of a table of contents end in a page number, or none does; each leads to its heading."""
    for field in fields_of(file.part("document")):
        if field.kind != "TOC":
            continue
        shown = [entry for entry in field.paragraphs if entry.find(".//w:t", NAMES) is not None]
        numbered = [any("PAGEREF" in (text.text or "") for text in entry.iter(w("instrText"))) for entry in shown]
        if any(numbered) and not all(numbered):
            yield f"{numbered.count(False)} of {len(numbered)} entries have no page number"
        if shown and any(numbered) is ("\\n" in field.instruction.split()):
            yield f"'{field.instruction}' and its entries do not agree about page numbers"


def styles(file: WordFile) -> Iterator[str]:
    root = file.part("styles")
    defined = {style.get(w("styleId"), ""): style.get(w("type"), "") for style in root.findall("w:style", NAMES)}
    kinds = {"w:pStyle": "paragraph", "w:rStyle": "character", "w:tblStyle": "table"}
    used = {(val(style), kind) for name, kind in kinds.items() for _, style in file.each(name)}
    used |= {(val(style), "paragraph") for style in file.part("numbering").iter(w("pStyle"))}
    yield from (f"'{style}' is no {kind} style" for style, kind in sorted(used) if defined.get(style) != kind)
    named = {val(style) for name in ("w:basedOn", "w:next", "w:link") for style in root.iter(w(name))}
    yield from (f"'{style}' is not defined" for style in sorted(named - set(defined)))
    every = root.findall("w:style", NAMES)
    yield from (f"two are called {name}" for name in twice(style.get(w("styleId"), "") for style in every))
    yield from (f"two are named {name}" for name in twice(val(style, "w:name").lower() for style in every))


def numberings(file: WordFile) -> Iterator[str]:
    numbering = file.part("numbering")
    abstract = [item.get(w("abstractNumId"), "") for item in numbering.findall("w:abstractNum", NAMES)]
    numbers = [item.get(w("numId"), "") for item in numbering.findall("w:num", NAMES)]
    used = {val(id) for _, id in file.each("w:numId")} | {val(id) for id in file.part("styles").iter(w("numId"))}
    yield from (f"two have the id {id}" for id in [*twice(abstract), *twice(numbers)])
    yield from (f"{id} is not defined" for id in sorted(used - set(numbers) - {"0"}))
    wanted = {val(item, "w:abstractNumId") for item in numbering.findall("w:num", NAMES)}
    yield from (f"the list {id} is not defined" for id in sorted(wanted - set(abstract)))
    tags = [tag(item) for item in numbering.iterchildren("{*}*")]
    if tags != sorted(tags):
        yield "a w:abstractNum stands behind a w:num"
    for item in numbering.findall("w:abstractNum", NAMES):
        levels = [level.get(w("ilvl"), "") for level in item.findall("w:lvl", NAMES)]
        yield from (f"a list has two levels {level}" for level in twice(levels))


def drawings(file: WordFile) -> Iterator[str]:
    about = [item for _, item in file.each("wp:docPr")]
    yield from (f"two have the id {id}" for id in twice(item.get("id", "") for item in about))
    for item in about:
        if not item.get("descr") and not any(tag(inner) == "decorative" for inner in item.iter("{*}*")):
            yield f"{item.get('name')} has no description and is not decorative"
    names = [shape.get("id", "") for _, shape in file.each("v:shape")]
    yield from (f"two shapes are called {id}" for id in twice(filter(None, names)))


def controls(file: WordFile) -> Iterator[str]:
    yield from (f"two have the id {id}" for id in twice(val(c, "w:sdtPr/w:id") for _, c in file.each("w:sdt")))


def revisions(file: WordFile) -> Iterator[str]:
    """Deleted words have an element of their own; in the wrong one they are shown as if they stood."""
    yield from (f"{name}, w:t in a deletion" for name, text in file.each("w:t") if inside(text, "del"))
    yield from (f"{name}, w:delText outside one" for name, text in file.each("w:delText") if not inside(text, "del"))


def spaces(file: WordFile) -> Iterator[str]:
    """Word trims the spaces at both ends, where they are not declared to count."""
    kept = "{http://www.w3.org/XML/1998/namespace}space"
    for name, text in (*file.each("w:t"), *file.each("w:instrText")):
        words = text.text or ""
        if words != words.strip(" \t\n\r") and text.get(kept) != "preserve":
            yield f"{name}, '{words}' loses spaces"


def footnotes(file: WordFile) -> Iterator[str]:
    found = file.part("footnotes").findall("w:footnote", NAMES)
    notes = [note.get(w("id"), "") for note in found]
    marks = [mark.get(w("id"), "") for mark in file.part("document").iter(w("footnoteReference"))]
    own = {note.get(w("id"), "") for note in found if note.get(w("type"))}
    kinds = {note.get(w("type")) for note in found}
    yield from (f"two have the id {id}" for id in twice(notes))
    yield from (f"{id} is mentioned twice" for id in twice(marks))
    yield from (f"{id} has no text" for id in sorted(set(marks) - set(notes)))
    yield from (f"{id} is never mentioned" for id in sorted(set(notes) - set(marks) - own))
    yield from (f"no {kind}" for kind in ("separator", "continuationSeparator") if kind not in kinds)


def sections(file: WordFile) -> Iterator[str]:
    """Every section needs its own headers and footers: Word would otherwise show those of the one before, or none."""
    body = file.part("document").find("w:body", NAMES)
    assert body is not None
    if not len(body) or body[-1].tag != w("sectPr"):
        yield "the body does not end with one"
    facing = file.part("settings").find("w:evenAndOddHeaders", NAMES) is not None
    needed = {"default", "first"} | ({"even"} if facing else set())
    for section in body.iter(w("sectPr")):
        for kind in ("header", "footer"):
            references = {item.get(w("type")) for item in section.findall(f"w:{kind}Reference", NAMES)}
            yield from (f"one has no {kind} for {which}" for which in sorted(needed - references))
        if section.find("w:pgSz", NAMES) is None or section.find("w:pgMar", NAMES) is None:
            yield "one has no page"


def watermarks(file: WordFile, is_draft: bool) -> Iterator[str]:
    """A draft says so across every page, whichever header that page has; what is not a draft nowhere."""
    relations = file.related("word/document.xml")
    for section in file.part("document").iter(w("sectPr")):
        for reference in section.findall("w:headerReference", NAMES):
            target = relations[reference.get(f"{{{R}}}id", "")].get("Target", "")
            has = file.parts[f"word/{target}"].find(".//w:pict//v:textpath[@string]", NAMES) is not None
            if has is not is_draft:
                yield f"the {reference.get(w('type'))} header of a section has {'one' if has else 'none'}"


def _fields(file: WordFile) -> Iterator[Field]:
    for part in file.stories().values():
        yield from fields_of(part)


CHECKS: dict[str, Callable[[WordFile], Iterable[str]]] = {
    "entry": entries,
    "relationship": relationships,
    "content type": content_types,
    "custom part": custom_parts,
    "prompt": prompts,
    "part": missing_parts,
    "cell": cells_without_paragraph,
    "row": uneven_rows,
    "table": touching_tables,
    "merged cell": merged_cells,
    "story": stories,
    "bookmark": bookmarks,
    "anchor": anchors,
    "field": fields,
    "sequence": sequences,
    "contents": contents,
    "style": styles,
    "numbering": numberings,
    "drawing": drawings,
    "content control": controls,
    "revision": revisions,
    "space": spaces,
    "footnote": footnotes,
    "section": sections,
}
