"""Carries parts of a reference document over into the new package, with the pictures and fonts that they lead to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from lxml import etree
from msgspec import Struct, field

from docgen.ooxml.relations import Relation, content_type, relations
from docgen.write.docx.xml import NAMESPACES, PARSER, Element, Xml, element, joined, qualified, serialised

_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_FOLDERS = {"image": "word/media/house", "font": "word/fonts/house"}
_WEB = ("http://", "https://", "mailto:")
_HOLDERS = ("w:drawing", "w:pict", "w:object", "w:hyperlink", "w:numPicBullet")


def read(content: bytes) -> Element:
    """The root of a part, whose safety has been seen to."""
    return etree.fromstring(content, PARSER)


class Carried(Struct):
    """The new package in the making."""

    source: Mapping[str, bytes]
    """The parts of the reference document."""
    files: dict[str, bytes] = field(default_factory=dict)
    """The new parts by their names."""
    types: dict[str, str] = field(default_factory=dict)
    """What each new part is."""
    names: dict[str, str] = field(default_factory=dict)
    """The new names of what parts lead to, by the old ones."""

    def put(self, name: str, root: Element, type: str) -> None:
        """A new part that leads nowhere."""
        self.files[name] = serialised(root)
        self.types[name] = type

    def put_with_relations(self, name: str, root: Element, type: str, old: str) -> None:
        """A new part made of an old one, and all that it leads to. What leads nowhere goes."""
        known = {relation.id: relation for relation in relations(self.source, old) if self._is_kept(relation)}
        used = _used_ids(root)
        for id in used - set(known):
            _remove(root, id)
        kept = [self._carried(relation) for id, relation in known.items() if id in used]
        self.put(name, root, type)
        if kept:
            folder, _, file = name.rpartition("/")
            self.files[f"{folder}/_rels/{file}.rels"] = relations_part(kept)

    def _is_kept(self, relation: Relation) -> bool:
        if relation.is_external:
            return relation.kind == "hyperlink" and relation.target.lower().startswith(_WEB)
        return relation.target in self.source

    def _carried(self, relation: Relation) -> Relation:
        if relation.is_external:
            return relation
        return Relation(relation.id, relation.kind, f"/{self._target(relation)}", False, relation.type)

    def _target(self, relation: Relation) -> str:
        """The new name of what a relation leads to; a part of its own kind, with what that leads to."""
        old = relation.target
        if old in self.names:
            return self.names[old]
        ending = old.rpartition(".")[2].lower()
        new = f"{_FOLDERS.get(relation.kind, 'word/house/part')}{len(self.names) + 1}.{ending}"
        self.names[old] = new
        if ending == "xml":
            self.put_with_relations(new, read(self.source[old]), content_type(self.source, old), old)
        else:
            self.files[new] = self.source[old]
            self.types[new] = content_type(self.source, old)
        return new


def _used_ids(root: Element) -> set[str]:
    inside = f"{{{NAMESPACES['r']}}}"
    attributes = [pair for item in root.iter("{*}*") for pair in item.attrib.items()]
    return {str(value) for name, value in attributes if str(name).startswith(inside)}


def _remove(root: Element, id: str) -> None:
    """Whatever uses an id that leads nowhere: a picture goes, a link leaves its words."""
    inside = f"{{{NAMESPACES['r']}}}"
    for item in list(root.iter("{*}*")):
        if any(str(name).startswith(inside) and value == id for name, value in item.attrib.items()):
            _remove_holder(item)


def _remove_holder(item: Element) -> None:
    tags = {qualified(name) for name in _HOLDERS}
    holder = next((around for around in (item, *item.iterancestors()) if around.tag in tags), item)
    parent = holder.getparent()
    if parent is None:
        return
    if holder.tag == qualified("w:hyperlink"):
        for child in holder:
            holder.addprevious(child)
    parent.remove(holder)


def relations_part(kept: Iterable[Relation]) -> bytes:
    """The part that says where another part leads."""
    items = joined(_relation(relation) for relation in sorted(kept, key=lambda relation: relation.id))
    return (_DECLARATION + element("Relationships", {"xmlns": _RELATIONS}, items)).encode()


def _relation(relation: Relation) -> Xml:
    attributes = {"Id": relation.id, "Type": relation.type, "Target": relation.target}
    if relation.is_external:
        attributes["TargetMode"] = "External"
    return element("Relationship", attributes)


def content_types_part(types: Mapping[str, str]) -> bytes:
    """The part that says what each of the others is."""
    default = {"Extension": "rels", "ContentType": "application/vnd.openxmlformats-package.relationships+xml"}
    named = [element("Override", {"PartName": f"/{name}", "ContentType": type}) for name, type in sorted(types.items())]
    uri = "http://schemas.openxmlformats.org/package/2006/content-types"
    return (_DECLARATION + element("Types", {"xmlns": uri}, element("Default", default), *named)).encode()
