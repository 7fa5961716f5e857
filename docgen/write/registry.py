"""All writers, by the name of what they write, which is also the suffix of its files."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from docgen.diagnostic import Findings
from docgen.tree.document import Document
from docgen.write.edition import Edition

Writer = Callable[[Document, Findings, Edition], bytes]
"""A pure function of a resolved tree and an edition. What it cannot express is added to the findings."""


def _docx(document: Document, findings: Findings, edition: Edition) -> bytes:
    from docgen.write.docx.writer import write_docx  # each writer is imported only when its format is written

    return write_docx(document, findings, edition)


def _html(document: Document, findings: Findings, edition: Edition) -> bytes:
    from docgen.write.html.document import write_html

    return write_html(document, findings, edition)


def _pdf(document: Document, findings: Findings, edition: Edition) -> bytes:
    from docgen.write.typst.writer import write_pdf

    return write_pdf(document, findings, edition)


def _markdown(document: Document, findings: Findings, edition: Edition) -> bytes:
    from docgen.write.markdown.writer import write_markdown

    return write_markdown(document, findings, edition)


def _pptx(document: Document, findings: Findings, edition: Edition) -> bytes:
    from docgen.write.pptx.writer import write_pptx

    return write_pptx(document, findings, edition)


WRITERS: Mapping[str, Writer] = {"docx": _docx, "html": _html, "pdf": _pdf, "md": _markdown, "pptx": _pptx}
