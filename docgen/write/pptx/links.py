"""Leads words to other slides, and out of the deck."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.slide import Slide as WrittenSlide

from docgen.write.docx.xml import NAMESPACES, NOTHING, Xml, element
from docgen.write.pptx.draft import Draft
from docgen.write.pptx.markup import Writing
from docgen.write.pptx.words import Run

_JUMP = "ppaction://hlinksldjump"
_DECLARED = {"xmlns:r": NAMESPACES["r"]}


def writing_for(slide: WrittenSlide, places: Mapping[str, WrittenSlide], draft: Draft) -> Writing:
    """How the words of a slide are written: in the language of the document, with their links."""
    return Writing(draft.document.properties.language, partial(_link, slide, places))


def _link(slide: WrittenSlide, places: Mapping[str, WrittenSlide], run: Run) -> Xml:
    """A mark that leads to its own slide leads nowhere: it needs no link."""
    if run.address:
        relation = slide.part.relate_to(run.address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        return element("a:hlinkClick", {**_DECLARED, "r:id": relation})
    target = places.get(run.place)
    if target is None or target is slide:
        return NOTHING
    relation = slide.part.relate_to(target.part, RELATIONSHIP_TYPE.SLIDE)
    return element("a:hlinkClick", {**_DECLARED, "r:id": relation, "action": _JUMP})
