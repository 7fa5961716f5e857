"""Faults of the package around the markup of a Word file: entries, relationships, kinds of content, custom parts."""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Iterable, Iterator

from tests.ooxml_file import NAMES, Element, R, WordFile

MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def twice(values: Iterable[str]) -> list[str]:
    """What is there more than once."""
    return sorted(value for value, count in Counter(values).items() if count > 1)


def entries(file: WordFile) -> Iterator[str]:
    yield from (f"{name} is packed twice" for name in twice(name.lower() for name in file.names))
    yield from (f"{name} is no name for one" for name in file.names if "\\" in name or name.startswith("/"))


def relationships(file: WordFile) -> Iterator[str]:
    """Each id that a part uses must be defined once, each target be there, and each part be used."""
    reached = {"[Content_Types].xml"}
    for name in [name for name in file.names if name.endswith(".rels")]:
        items = file.parts[name].findall("rel:Relationship", NAMES)
        folder, _, stem = name.partition("_rels/")
        paths = {_path(folder, item) for item in items if item.get("TargetMode") != "External"}
        yield from (f"{name} leads to {path}, which is not there" for path in sorted(paths - set(file.names)))
        yield from (f"{name} has two {id}" for id in twice(item.get("Id", "") for item in items))
        yield from _drawn_in(name, items)
        reached |= paths | {name}
        known = {item.get("Id", "") for item in items}
        source = file.parts.get(f"{folder}{stem.removesuffix('.rels')}")
        yield from (f"{name} has no {id}" for id in sorted(set(_ids(source)) - known))
    for story, part in file.stories().items():
        relations = f"word/_rels/{posixpath.basename(story)}.rels"
        if relations not in file.names:
            yield from (f"{relations} is not there, but {id} is used" for id in _ids(part))
    yield from (f"nothing leads to {name}" for name in sorted(set(file.names) - reached))


def _path(folder: str, item: Element) -> str:
    return posixpath.normpath(posixpath.join("/", folder, item.get("Target", ""))).lstrip("/")


def _drawn_in(name: str, items: list[Element]) -> Iterator[str]:
    """Only links may lead out: anything else would be fetched when the file is opened."""
    for item in items:
        if item.get("TargetMode") == "External" and not item.get("Type", "").endswith("/hyperlink"):
            yield f"{name} draws in {item.get('Target')}"


def _ids(part: Element | None) -> list[str]:
    if part is None:
        return []
    names = [f"{{{R}}}{name}" for name in ("id", "embed", "link", "pict")]
    return [element.get(name, "") for element in part.iter("{*}*") for name in names if element.get(name)]


def content_types(file: WordFile) -> Iterator[str]:
    types = file.parts["[Content_Types].xml"]
    endings = [item.get("Extension", "").lower() for item in types.findall("ct:Default", NAMES)]
    overrides = types.findall("ct:Override", NAMES)
    named = {item.get("PartName", "").lstrip("/"): item.get("ContentType", "") for item in overrides}
    yield from (f"{name} is not there" for name in sorted(set(named) - set(file.names)))
    yield from (f"two for {name}" for name in twice([*endings, *[item.get("PartName", "") for item in overrides]]))
    if named.get("word/document.xml") != MAIN:
        yield f"the document is said to be {named.get('word/document.xml')}"
    for name in file.names:
        if name not in named and name != "[Content_Types].xml" and name.rpartition(".")[2].lower() not in endings:
            yield f"{name} has none"


def custom_parts(file: WordFile) -> Iterator[str]:
    """One at most, with properties of its own: a second one breaks what finds the first."""
    items = [name for name in file.names if name.startswith("customXml/item") and "Props" not in name]
    if len(items) > 1:
        yield f"{len(items)} of them"
    stores = [part.get(f"{{{NAMES['ds']}}}itemID", "") for name, part in file.parts.items() if "itemProps" in name]
    if len(stores) != len(items) or not all(stores):
        yield f"{len(items)} with {len(stores)} sets of properties"
    yield from (f"two are called {store}" for store in twice(stores))


def prompts(file: WordFile) -> Iterator[str]:
    """Word must not ask anything on opening the file, nor learn whose machine made it."""
    text = b"".join(data for name, data in file.data.items() if name.endswith((".xml", ".rels")))
    yield from (f"'{word}'" for word in _UNWANTED if word.encode() in text)


_UNWANTED = ("updateFields", "w:dirty", "w:rsid", "python-docx", "thumbnail", "attachedTemplate", "vbaProject")
