"""Takes the parts out of a package, once its list of parts is known to be harmless.

Everything here is refused by what the file holds, never by its name. Reading is bounded: the sizes are added up before
anything is unpacked, and a part never unpacks to more than it says.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

from docgen.ooxml.unfit import FileKind, UnfitPackage

MOST_PARTS = 2_000
MOST_RATIO = 200
SMALL = 1_000_000
"""Parts below this size may be packed as tightly as they like: a sheet of empty rows is."""

CONTENT_TYPES = "[Content_Types].xml"

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MACROS = ("vbaproject", "vbadata", "macrosheets/", "activex/")
_DOCTYPES = tuple("<!DOCTYPE".encode(encoding) for encoding in ("ascii", "utf-16-le", "utf-16-be"))


def parts(data: bytes, kind: FileKind) -> Iterator[tuple[str, bytes]]:
    """Each part by its name, one after the other. Raises `UnfitPackage`."""
    if data.startswith(_OLE):
        raise kind.damaged(f"the file is encrypted, or an old '{kind.old}' {kind.name}")
    if not data.startswith(b"PK"):
        raise kind.damaged(f"the file is not {kind.program_file}")
    try:
        yield from _parts(data, kind)
    except (UnfitPackage, MemoryError):
        raise
    except Exception as error:  # zipfile and its decompressors raise a dozen kinds for damaged files
        raise kind.damaged(f"the {kind.name} is damaged") from error


def is_markup(name: str) -> bool:
    """Whether a part is XML by its name."""
    return name.lower().endswith((".xml", ".rels"))


def shown(name: str, most: int = 60) -> str:
    """A name of the file's author, as a message shows it: on one line, and not too long."""
    words = " ".join(name.split())
    return words if len(words) <= most else f"{words[: most - 1]}…"


def _parts(data: bytes, kind: FileKind) -> Iterator[tuple[str, bytes]]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        _refuse_directory(package.infolist(), kind)
        for part in package.infolist():
            content = package.read(part)
            _refuse_content(part.filename, content, kind)
            yield part.filename, content


def _refuse_directory(directory: list[zipfile.ZipInfo], kind: FileKind) -> None:
    """What the list of parts gives away before any of them is unpacked."""
    if len(directory) > MOST_PARTS:
        raise kind.unsafe(f"it holds more than {MOST_PARTS:,} parts")
    if len({part.filename.lower() for part in directory}) < len(directory):
        raise kind.unsafe("it holds two parts of the same name")
    if sum(part.file_size for part in directory) > kind.most_unpacked:
        raise kind.unsafe(f"it unpacks to more than {kind.most_unpacked // 1_000_000} MB")
    for part in directory:
        _refuse_part(part, kind)


def _refuse_part(part: zipfile.ZipInfo, kind: FileKind) -> None:
    if part.flag_bits & 1:
        raise kind.damaged(f"the {kind.name} is encrypted")
    if part.file_size > max(SMALL, MOST_RATIO * part.compress_size):
        raise kind.unsafe(f"its part '{shown(part.filename)}' unpacks to more than {MOST_RATIO} times its size")
    if _leads_out(part.filename):
        raise kind.unsafe(f"its part '{shown(part.filename)}' leads out of the file")
    if any(word in part.filename.lower() for word in _MACROS):
        raise kind.unsafe("it holds macros")


def _leads_out(name: str) -> bool:
    """Whether a name would be a place outside of the folder that the package is unpacked into."""
    path = name.replace("\\", "/")
    return path.startswith("/") or ".." in path.split("/") or path[1:2] == ":"


def _refuse_content(name: str, content: bytes, kind: FileKind) -> None:
    types = content.lower() if name.lower() == CONTENT_TYPES.lower() else b""
    if b"macroenabled" in types or b"vbaproject" in types:
        raise kind.unsafe("it holds macros")
    if not is_markup(name) and any(doctype in content for doctype in _DOCTYPES):
        raise kind.unsafe(f"its part '{shown(name)}' declares a document type")
