"""The reference document that docgen brings along, kept as the files of its package, so that changes are reviewed."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from lxml import etree

from docgen.write.docx.xml import PARSER, serialised
from docgen.write.zip import packed


@cache
def builtin_parts() -> Mapping[str, bytes]:
    """Its parts by their names."""
    return _files(files("docgen.write.docx") / "reference", "")


def builtin_document() -> bytes:
    """The whole document, with a sample of each style in its body: for editing in Word."""
    return packed({name: _without_comments(content) for name, content in builtin_parts().items()})


def _without_comments(content: bytes) -> bytes:
    """The comments are for those who work on docgen."""
    root = etree.fromstring(content, PARSER)
    etree.strip_tags(root, etree.Comment)
    return serialised(root)


def _files(folder: Traversable, above: str) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    for entry in folder.iterdir():
        name = f"{above}{entry.name}"
        found |= _files(entry, f"{name}/") if entry.is_dir() else {name: _text(entry)}
    return found


def _text(file: Traversable) -> bytes:
    """The same bytes on every system: git may have given the lines the ends of Windows."""
    return file.read_bytes().replace(b"\r\n", b"\n")
