"""The way into this stage: from the tree as parsed to the tree as written."""

from __future__ import annotations

from docgen.diagnostic import Findings
from docgen.resolve.abbreviations import explain_abbreviations
from docgen.resolve.appendices import check_appendices
from docgen.resolve.charts import mark_now
from docgen.resolve.contents import fill_contents
from docgen.resolve.covers import check_cover
from docgen.resolve.footnotes import number_footnotes
from docgen.resolve.labels import collect_targets
from docgen.resolve.new_pages import begin_sections
from docgen.resolve.numbering import number_blocks
from docgen.resolve.paragraphs import number_paragraphs
from docgen.resolve.references import resolve_references
from docgen.resolve.titles import take_title
from docgen.tree.document import Document


def resolve(document: Document, findings: Findings) -> Document:
    """The document with every number, reference, abbreviation, footnote and table of contents filled in."""
    document = number_paragraphs(number_blocks(check_appendices(document, findings)))
    targets = collect_targets(document, findings)
    document = resolve_references(document, targets, findings)
    document = explain_abbreviations(document)
    document = number_footnotes(document)
    document = take_title(document, findings)
    check_cover(document, findings)
    return begin_sections(fill_contents(mark_now(document), findings))
