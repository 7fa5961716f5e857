"""Writes tables of data."""

from __future__ import annotations

from collections.abc import Callable

from docgen.tree.block import Align, Blocks, Cell, Column, Orientation, Row, RowGroup, Table, caption_label
from docgen.tree.walk import plain_text
from docgen.write.html.elements import Attributes, Lines, element, opening
from docgen.write.html.inlines import line
from docgen.write.html.page import Page

BlocksInside = Callable[[str, Attributes, Blocks, Lines, Page], None]
"""Writes blocks inside an element of the given name and attributes."""

_FEW_COLUMNS = 3
"""A table of so many columns, or fewer, is as wide as the text; one of more takes the room it needs."""
_FEW_COLUMNS_UPRIGHT = 6
"""The same for a table that stands on an upright page of paper."""
_MOST_COLUMNS = 12
"""The style knows how much room a table needs for up to so many columns."""
_CLASSES = {Align.LEFT: None, Align.CENTRE: "centre", Align.RIGHT: "right"}


def write_table(table: Table, lines: Lines, page: Page, write_inside: BlocksInside) -> None:
    """The table inside a box that scrolls, with keys too, where the screen is too narrow for it."""
    place = page.places.table(table)
    caption = page.ids.claim(f"{place}-caption" if place else "caption") if table.caption else None
    with (
        lines.inside("div", _box(table, caption, page)),
        lines.inside("table", {"id": place, "data-source": page.source_of(table.source)}),
    ):
        if table.caption:
            lines.add(_caption(table, caption, page))
        _write_columns(table, lines, page)
        for group in table.groups:
            _write_group(group, table, lines, page, write_inside)


def _box(table: Table, caption: str | None, page: Page) -> Attributes:
    """With a caption it is a landmark of that name; without one, a group that is named after the columns."""
    classes = ["table", f"columns-{min(len(table.columns), _MOST_COLUMNS)}"]
    classes += ["wide"] if _is_wide(table) else []
    classes += ["landscape"] if table.orientation is Orientation.LANDSCAPE else []
    shown = {"class": " ".join(classes), "tabindex": "0"}
    if caption:
        return {**shown, "role": "region", "aria-labelledby": caption}
    headings = [plain_text(column.heading) for column in table.columns if column.heading]
    return {**shown, "role": "group", "aria-label": f"Table: {', '.join(headings)}" if headings else "Table"}


def _is_wide(table: Table) -> bool:
    """Whether it may use the room beside the text."""
    if table.orientation is Orientation.LANDSCAPE:
        return True
    upright = table.orientation is Orientation.PORTRAIT
    return len(table.columns) > (_FEW_COLUMNS_UPRIGHT if upright else _FEW_COLUMNS)


def _caption(table: Table, place: str | None, page: Page) -> str:
    number = f"{caption_label('Table', table.number)}: " if table.number else ""
    return element("caption", {"id": place}, f"<span>{number}{line(table.caption, page)}</span>")


def _write_columns(table: Table, lines: Lines, page: Page) -> None:
    total = sum(column.width for column in table.columns)
    if not table.columns or not total > 0:
        return
    with lines.inside("colgroup", {}):
        for column in table.columns:
            share = round(100 * column.width / total)
            page.widths.add(share)
            lines.add(opening("col", {"class": f"width-{share}"}))
    with lines.inside("thead", {}), lines.inside("tr", {}):
        for column in table.columns:
            lines.add(_column_heading(column, page))


def _column_heading(column: Column, page: Page) -> str:
    """An empty heading is no heading: a screen reader would announce nothing."""
    shown = {"class": _CLASSES[column.align], "data-source": page.source_of(column.source)}
    if not column.heading:
        return element("td", shown, "")
    return element("th", {"scope": "col", **shown}, line(column.heading, page))


def _write_group(group: RowGroup, table: Table, lines: Lines, page: Page, write_inside: BlocksInside) -> None:
    with lines.inside("tbody", {"data-source": page.source_of(group.source)}):
        if group.heading:
            heading = {"scope": "rowgroup", "colspan": str(max(1, len(table.columns)))}
            lines.add(f'<tr class="group">{element("th", heading, line(group.heading, page))}</tr>')
        for row in group.rows:
            _write_row(row, table, lines, page, write_inside)


def _write_row(row: Row, table: Table, lines: Lines, page: Page, write_inside: BlocksInside) -> None:
    with lines.inside("tr", {"data-source": page.source_of(row.source)}), page.within_lists(0):
        for position, cell in enumerate(row.cells):
            name, attributes = _cell(cell, position, table, page)
            write_inside(name, attributes, cell.blocks, lines, page)


def _cell(cell: Cell, position: int, table: Table, page: Page) -> tuple[str, Attributes]:
    align = table.columns[position].align if position < len(table.columns) else Align.LEFT
    shown = {"class": _CLASSES[align], "data-source": page.source_of(cell.source)}
    names_row = position == 0 and table.row_headers and bool(cell.blocks)
    return ("th", {"scope": "row", **shown}) if names_row else ("td", shown)
