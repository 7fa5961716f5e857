"""Reads what a package says about its parts: what each is, and what it leads to."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping

from lxml import etree
from msgspec import Struct

from docgen.ooxml.archive import CONTENT_TYPES

_PARSER = etree.XMLParser(resolve_entities=False, no_network=True)


class Relation(Struct, frozen=True):
    """One part leads to another, or to somewhere outside."""

    id: str
    kind: str
    """The last word of its type: `header`, `hyperlink`, `attachedTemplate`."""
    target: str
    """The name of a part, or an address."""
    is_external: bool
    type: str = ""
    """The whole type, a URI."""


def relations(parts: Mapping[str, bytes], name: str) -> list[Relation]:
    """What a part leads to, in the order of writing; the package itself is called ``""``."""
    folder, _, file = name.rpartition("/")
    rels = posixpath.join(folder, "_rels", f"{file}.rels")
    if rels not in parts:
        return []
    root = etree.fromstring(parts[rels], _PARSER)
    return [_relation(element, folder) for element in root.iterchildren("{*}Relationship")]


def _relation(element: etree._Element, folder: str) -> Relation:
    type, target = element.get("Type", ""), element.get("Target", "")
    is_external = element.get("TargetMode", "").lower() == "external"
    inside = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
    place = target if is_external or target.startswith("#") else inside
    return Relation(element.get("Id", ""), type.rpartition("/")[2], place, is_external, type)


def related(parts: Mapping[str, bytes], name: str, kind: str) -> str:
    """The first part of a kind that a part leads to; empty where there is none."""
    found = (relation.target for relation in relations(parts, name) if relation.kind == kind)
    return next((target for target in found if target in parts), "")


def main_part(parts: Mapping[str, bytes]) -> str:
    """The name of the part that holds the text; empty where there is none. Not all programs call it `document.xml`."""
    return related(parts, "", "officeDocument")


def content_type(parts: Mapping[str, bytes], name: str) -> str:
    """What a part is said to be; empty where nothing says it."""
    root = etree.fromstring(parts[CONTENT_TYPES], _PARSER)
    named = {item.get("PartName", "").lstrip("/").lower(): item for item in root.iterchildren("{*}Override")}
    endings = {item.get("Extension", "").lower(): item for item in root.iterchildren("{*}Default")}
    found = named.get(name.lower(), endings.get(name.rpartition(".")[2].lower()))
    return "" if found is None else found.get("ContentType", "")
