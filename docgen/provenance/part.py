"""The part of a Word file that holds the record: XML of docgen's own, kept by Word and LibreOffice as it is."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from lxml import etree

from docgen.provenance.record import Given, Passage, Record
from docgen.source import Source

Element = etree._Element

NAMESPACE = "urn:docgen:provenance:1"
"""The number changes when an older docgen could no longer read the part."""
ITEM_ID = "{8D0C9E52-3B7A-4F6E-9A41-D0C6E4000001}"
"""What Word knows the part by, the same in all files."""
_NUMBER = re.compile("[0-9]{1,9}")
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"


class NotARecord(Exception):
    """The part does not say what a record says."""


def written_record(record: Record) -> bytes:
    """The bytes of the part."""
    ids = {path: f"f{number}" for number, path in enumerate(_paths(record.passages), start=1)}
    files = [f'<file id="{id}" path="{_quoted(path)}"{_hash(path, record.files)}/>\n' for path, id in ids.items()]
    passages = [_passage(passage, ids) for passage in record.passages]
    content = "".join(["\n", *files, *passages])
    return f'{_DECLARATION}<provenance xmlns="{NAMESPACE}">{content}</provenance>\n'.encode()


def written_properties() -> bytes:
    """The bytes of the part beside it, which names it."""
    root = etree.Element(f"{{{_PROPERTIES}}}datastoreItem", nsmap={"ds": _PROPERTIES})
    root.set(f"{{{_PROPERTIES}}}itemID", ITEM_ID)
    schemas = etree.SubElement(root, f"{{{_PROPERTIES}}}schemaRefs")
    etree.SubElement(schemas, f"{{{_PROPERTIES}}}schemaRef").set(f"{{{_PROPERTIES}}}uri", NAMESPACE)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def read_record(root: Element) -> Record:
    """What a part says. Anybody may have edited it: raises `NotARecord` for what docgen never writes."""
    files = {_said(element, "id"): element for element in root.iterchildren(_name("file"))}
    paths = {id: _said(element, "path") for id, element in files.items()}
    passages = tuple(_read_passage(element, paths) for element in root.iterchildren(_name("passage")))
    hashes = {_said(element, "path"): element.get("sha256", "") for element in files.values()}
    return Record(passages, {path: hash for path, hash in hashes.items() if hash})


def is_record(root: Element) -> bool:
    """Whether an XML part is a record of this kind."""
    return root.tag == _name("provenance")


def _paths(passages: Sequence[Passage]) -> list[str]:
    paths = {passage.source.path for passage in passages}
    return sorted(paths.union([given.source.path for passage in passages for given in passage.given]))


def _hash(path: str, files: Mapping[str, str]) -> str:
    return f' sha256="{_quoted(files[path])}"' if path in files else ""


def _passage(passage: Passage, ids: Mapping[str, str]) -> str:
    """Each element on a line of its own, so that the part can be read by people and compared."""
    part = ' part="yes"' if passage.is_part else ""
    said = f'name="{passage.bookmark}"{_place(passage.source, ids)} hash="{passage.hash}"{part}'
    words = "".join([_words(given, ids) for given in passage.given])
    return f"<passage {said}>\n{words}</passage>\n" if words else f"<passage {said}/>\n"


def _words(given: Given, ids: Mapping[str, str]) -> str:
    worded = "" if given.verbatim else ' worded="yes"'
    return f"<words{_place(given.source, ids)}{worded}>{_escaped(given.words)}</words>\n"


def _place(source: Source, ids: Mapping[str, str]) -> str:
    line = f' line="{source.line}"' if source.line else ""
    column = f' column="{source.column}"' if source.column else ""
    elsewhere = _elsewhere(source) if source.sheet or source.passage else ""
    return f' file="{ids[source.path]}"{line}{column}{elsewhere}'


def _elsewhere(source: Source) -> str:
    """For a place in a workbook or in a Word file."""
    said = (("sheet", source.sheet), ("cell", source.cell), ("passage", source.passage))
    return "".join([f' {name}="{_quoted(words)}"' for name, words in said if words])


def _escaped(words: str) -> str:
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\r", "&#13;")


def _quoted(words: str) -> str:
    return _escaped(words).replace('"', "&quot;").replace("\t", "&#9;").replace("\n", "&#10;")


def _read_passage(element: Element, paths: Mapping[str, str]) -> Passage:
    given = tuple(
        Given(child.text or "", _read_place(child, paths), not child.get("worded"))
        for child in element.iterchildren(_name("words"))
    )
    is_part = bool(element.get("part"))
    return Passage(_said(element, "name"), _read_place(element, paths), element.get("hash", ""), given, is_part)


def _read_place(element: Element, paths: Mapping[str, str]) -> Source:
    line, column = (_number(element.get(name, "0")) for name in ("line", "column"))
    words = (element.get(name, "") for name in ("sheet", "cell", "passage"))
    file = _said(element, "file")
    if file not in paths:
        raise NotARecord(f"a passage comes from a file that is not listed, '{file[:40]}'")
    return Source(paths[file], line, column, *words)


def _number(written: str) -> int:
    if not _NUMBER.fullmatch(written):
        raise NotARecord(f"'{written[:40]}' is no place in a file")
    return int(written)


def _said(element: Element, attribute: str) -> str:
    value = element.get(attribute)
    if not value:
        raise NotARecord(f"an element of it has no '{attribute}'")
    return value


def _name(tag: str) -> str:
    return f"{{{NAMESPACE}}}{tag}"
