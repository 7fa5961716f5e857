"""The words that markup of docgen's own shows, as they are read in the file: `provenance/reading.py` tells how."""

from __future__ import annotations

import re

from docgen.provenance.reading import COMPUTED
from docgen.write.docx.xml import Xml, unescaped

_SHOWN = re.compile(r'<w:t(?: xml:space="preserve")?>([^<]+)|<w:(?:tab|br)/>|</w:p>')
"""Words, and what stands for a space. Nothing else begins so: in words and attributes there is no `<`."""
_FIELD = re.compile(rf'<w:instrText[^>]*> (?:{"|".join(COMPUTED)})\b.*?<w:fldChar w:fldCharType="end"/>')
"""A field whose result Word counts anew, up to its end: it has no other inside."""


def own_words(markup: Xml) -> str:
    """The words of runs or paragraphs, without those that fields compute."""
    kept = _FIELD.sub("", markup) if "<w:instrText" in markup else markup
    return unescaped("".join([words or " " for words in _SHOWN.findall(kept)]))
