"""What others do in a process that stays: rows into a Word file by docxtpl, by python-docx and by lxml alone."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from functools import cache

from docx import Document
from docx.document import Document as WordDocument
from lxml import etree

from tests.benchmarks.long_table import HEADS, rows

Work = Callable[[], bytes]


def _docxtpl(number: int) -> Work:
    from docxtpl import DocxTemplate

    template, values = _form(), [dict(zip("abcde", row, strict=True)) for row in rows(number)]

    def work() -> bytes:
        filled = DocxTemplate(io.BytesIO(template))
        filled.render({"rows": values}, autoescape=True)
        made = io.BytesIO()
        filled.save(made)
        return made.getvalue()

    return work


@cache
def _form() -> bytes:
    """A form with a row between the tags of a loop."""
    form = Document()
    table = form.add_table(rows=4, cols=5)
    for cell, head in zip(table.rows[0].cells, HEADS, strict=True):
        cell.text = head
    table.rows[1].cells[0].text = "{%tr for row in rows %}"
    for cell, name in zip(table.rows[2].cells, "abcde", strict=True):
        cell.text = f"{{{{ row.{name} }}}}"
    table.rows[3].cells[0].text = "{%tr endfor %}"
    return _saved(form)


def _python_docx(number: int) -> Work:
    """As its documentation shows it: cell by cell. That is slow for long tables, so that it gets short ones only."""
    values = rows(number)

    def work() -> bytes:
        document = Document()
        document.add_heading("Scope", 1)
        table = document.add_table(rows=1, cols=5)
        for cell, head in zip(table.rows[0].cells, HEADS, strict=True):
            cell.text = head
        for row in values:
            for cell, text in zip(table.add_row().cells, row, strict=True):
                cell.text = text
        return _saved(document)

    return work


def _saved(document: WordDocument) -> bytes:
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


RIVALS: Mapping[str, Callable[[int], Work]] = {"docxtpl": _docxtpl, "python-docx": _python_docx}


def floor(file: bytes) -> Work:
    """The least that a Word file takes: its `document.xml` is parsed, serialised, and packed with the other parts."""
    with zipfile.ZipFile(io.BytesIO(file)) as package:
        parts = {name: package.read(name) for name in package.namelist()}

    def work() -> bytes:
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as packed:
            for name, data in parts.items():
                is_body = name == "word/document.xml"
                packed.writestr(name, etree.tostring(etree.fromstring(data)) if is_body else data)
        return made.getvalue()

    return work
