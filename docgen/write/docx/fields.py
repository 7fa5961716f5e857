"""Writes fields: instructions that Word can follow anew, with the result that it shows until then."""

from __future__ import annotations

from docgen.write.docx.xml import Xml, joined, run, w, words

_BEGIN = run(w("fldChar", fldCharType="begin"))
_SEPARATE = run(w("fldChar", fldCharType="separate"))
END = run(w("fldChar", fldCharType="end"))


def opened(instruction: str) -> Xml:
    """The field up to its result, for a result of several paragraphs. `END` closes it."""
    return joined((_BEGIN, run(words(f" {instruction} ", "instrText")), _SEPARATE))


def field(instruction: str, result: Xml) -> Xml:
    """A field whose result, made of runs, stands in one paragraph."""
    return joined((opened(instruction), result, END))
