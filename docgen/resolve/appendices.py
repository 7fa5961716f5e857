"""Which headings head an appendix, and how appendices are counted."""

from __future__ import annotations

from msgspec.structs import replace

from docgen.codes import markup as codes
from docgen.diagnostic import Findings
from docgen.resolve.counting import letter
from docgen.tree.block import Heading
from docgen.tree.document import AppendixNumbering, Document
from docgen.tree.walk import rewrite_each

WORD = "Appendix"
"""What stands before the number of an appendix, and a space."""


def check_appendices(document: Document, findings: Findings) -> Document:
    """The document whose appendices are headings of the first level; others are reported, and are headings only."""

    def change(node: Heading) -> Heading:
        if not (node.appendix and node.level > 1):
            return node
        message = f"a heading of level {node.level} cannot head an appendix"
        hint = "write '# … {appendix}' in the template, on the first level"
        findings.add(codes.APPENDIX_MISPLACED.at(node.source, message, hint))
        return replace(node, appendix=False)

    return rewrite_each(document, change, Heading)


def appendix_number(counts: list[int], numbering: AppendixNumbering) -> str:
    """`Appendix A` or `Appendix 1`; `A.1` or `A1.1` for the headings inside."""
    first = letter(counts[0]) if numbering is AppendixNumbering.LETTERED else str(counts[0])
    if len(counts) == 1:
        return f"{WORD} {first}"
    return ".".join([appendix_mark(f"{WORD} {first}"), *(str(count) for count in counts[1:])])


def appendix_mark(number: str) -> str:
    """What the numbers inside a section begin with: its own; `A` inside `Appendix A`, and `A1` inside `Appendix 1`."""
    mark = number.removeprefix(f"{WORD} ")
    return f"{WORD[0]}{mark}" if mark != number and mark.isdigit() else mark
