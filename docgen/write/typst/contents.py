"""Writes tables of contents, lists of tables and figures: Typst's outline, whose entries say what the tree says."""

from __future__ import annotations

from docgen.tree.block import Contents, ContentsEntry, ContentsKind, caption_label
from docgen.tree.walk import plain_text
from docgen.typesetting.code import literal
from docgen.write.docx.entry_room import is_appendix, room_of_appendices
from docgen.write.typst.inlines import line
from docgen.write.typst.program import Place, Program, look_name

_TARGETS = {ContentsKind.HEADINGS: "heading", ContentsKind.TABLES: "figure", ContentsKind.FIGURES: "figure"}


def write_contents(contents: Contents, place: Place, program: Program) -> str:
    """The title and the entries; nothing at all for a list of tables or figures where there are none."""
    if contents.is_left_out:
        return "[]"
    title = program.styled("TOCHeading", line(contents.title, place, program)) if contents.title else "[]"
    entries = {_place_of(entry, contents.kind, program): entry for entry in contents.entries}
    wide = room_of_appendices(contents, program.package) / 20
    said = [_entry(name, entry, contents.kind, wide, program) for name, entry in entries.items() if name]
    if not said:
        return title
    targets = ", ".join(f"label({literal(name)})" for name in entries if name)
    return f"{title}; list-of(({', '.join(said)},), ({targets},))"


def _place_of(entry: ContentsEntry, kind: ContentsKind, program: Program) -> str:
    if kind is ContentsKind.HEADINGS:
        return entry.anchor
    return program.places.captioned(kind, int(entry.number)) or ""


def _entry(name: str, entry: ContentsEntry, kind: ContentsKind, wide: float, program: Program) -> str:
    """What an entry says, by the place that it leads to: `"capacity": (look, number, words)`."""
    words = plain_text(entry.content)
    if kind is ContentsKind.HEADINGS:
        style, number = f"TOC{entry.level}", program.document.properties.printed_number(entry.number)
    else:
        style, number, words = "TableofFigures", "", f"{caption_label(kind.captioned, entry.number)}: {words}"
    program.styles.setdefault(style)
    look = program.looks.look(style)
    hanging = wide if is_appendix(entry) else -look.first
    room = f"({look.left + look.first:.2f}pt, {hanging:.2f}pt)"
    said = f"{program.words(number, entry.source)}, {program.words(words, entry.source)}"
    return f"{literal(name)}: ({look_name(style)}, {room}, {said})"
