"""All writers, by the name of what they write, which is also the suffix of its files."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from docgen.diagnostic import Findings
from docgen.tree.document import Document
from docgen.write.docx.writer import write_docx
from docgen.write.edition import Edition
from docgen.write.html.document import write_html
from docgen.write.markdown.writer import write_markdown
from docgen.write.typst.writer import write_pdf

Writer = Callable[[Document, Findings, Edition], bytes]
"""A pure function of a resolved tree and an edition. What it cannot express is added to the findings."""

WRITERS: Mapping[str, Writer] = {"docx": write_docx, "html": write_html, "pdf": write_pdf, "md": write_markdown}
