"""Writes links that lead out of the document, or by an anchor to a place inside it."""

from __future__ import annotations

from urllib.parse import quote

from docgen.codes.outputs import LINK_TO_NOWHERE
from docgen.suggest import did_you_mean
from docgen.tree.inline import Link
from docgen.write.addresses import address_outside, printable
from docgen.write.docx.draft import Draft, Place
from docgen.write.docx.xml import NOTHING, Xml, element

_KEPT = "%/:?#[]@!$&'()*+,;=~-._"
"""What may stand in an address as it is; Word refuses a file with a space in one."""
_LONGEST_TOOLTIP = 260


def link_around(link: Link, content: Xml, place: Place, draft: Draft) -> Xml:
    """The content as a link; a diagnostic and nothing where the words must do without one."""
    target = link.target.strip(" ")
    attributes = _inside(link, target[1:], draft) if target.startswith("#") else _outside(link, place, draft)
    if not attributes:
        return NOTHING
    if link.title:
        attributes["w:tooltip"] = draft.writable(link.title, link.source)[:_LONGEST_TOOLTIP]
    return element("w:hyperlink", {**attributes, "w:history": "1"}, content)


def _inside(link: Link, fragment: str, draft: Draft) -> dict[str, str]:
    targets = draft.targets
    target = targets.anchors.get(fragment) or targets.labels.get(fragment)
    if target is None:
        message = f"Nothing in this document is called '{printable(fragment)}'"
        known = did_you_mean(fragment, (*targets.anchors, *targets.labels))
        draft.findings.add(LINK_TO_NOWHERE.at(link.source, message, known))
        return {}
    return {"w:anchor": target.bookmark}


def _outside(link: Link, place: Place, draft: Draft) -> dict[str, str]:
    target = address_outside(link, "docx", draft.findings)
    return {"r:id": place.relations.link(quote(target, safe=_KEPT))} if target else {}
