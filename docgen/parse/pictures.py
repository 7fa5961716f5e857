"""Finds the file of a picture among those of the repository."""

from __future__ import annotations

import html
import posixpath
import re

from docgen.codes import markup as codes
from docgen.parse.reader import Reader
from docgen.source import Source
from docgen.suggest import did_you_mean
from docgen.tree.inline import Picture

_SIGNATURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")
_BEGINNING = 100_000
_TITLE = re.compile(r"<title[^<>]*>([^<>]{1,200})</title>")


def picture_at(target: str, alt: str, source: Source, reader: Reader) -> Picture | None:
    """The picture that `target` names, beside the file that names it or from the repository's root.

    None, with a diagnostic, where there is none, it is not a picture, or it has no text alternative.
    """
    path = _found(target, source, reader)
    if path is None:
        hint = _how_to_bring(target) or did_you_mean(target, reader.pictures) or _PUT_BESIDE
        reader.findings.add(codes.PICTURE_MISSING.at(source, f"there is no picture '{target}'", hint))
        return None
    if not _is_picture(reader.pictures[path]):
        reader.findings.add(codes.NOT_A_PICTURE.at(source, f"'{path}' is not a picture", "save it as PNG, JPEG or SVG"))
        return None
    if not alt.strip():
        title = _title(reader.pictures[path])
        named = f"; the drawing calls itself '{title}'" if title else ""
        hint = f"say what it shows, in words, for those who do not see it{named}"
        reader.findings.add(codes.NO_ALTERNATIVE.at(source, f"the picture '{target}' has no text alternative", hint))
    reader.used_pictures[path] = reader.pictures[path]
    return Picture(path, alt.strip(), source)


_PUT_BESIDE = "put the picture into the programme's folder"
_OTHER_KINDS = (".gif", ".bmp", ".webp", ".tif", ".tiff", ".emf", ".wmf", ".heic", ".eps", ".pdf")


def _how_to_bring(target: str) -> str:
    """What to do with a picture that may well be there, but that docgen does not take; empty for others."""
    if target.lower().startswith(("http://", "https://")):
        return f"nothing is fetched from the web: save it, and {_PUT_BESIDE}"
    return "save it as PNG, JPEG or SVG" if target.lower().endswith(_OTHER_KINDS) else ""


def _found(target: str, source: Source, reader: Reader) -> str | None:
    beside = posixpath.normpath(posixpath.join(posixpath.dirname(source.path), target))
    return next((path for path in (beside, posixpath.normpath(target)) if path in reader.pictures), None)


def _is_picture(data: bytes) -> bool:
    """By what its beginning says; the writers read it whole. Zeros are letters of UTF-16."""
    return data.startswith(_SIGNATURES) or b"<svg" in data[:_BEGINNING].replace(b"\0", b"")


def _title(data: bytes) -> str:
    """What an SVG drawing says that it is called: a hint for its text alternative."""
    text = data[:_BEGINNING].replace(b"\0", b"").decode("utf-8", "ignore")
    found = _TITLE.search(text) if "<svg" in text else None
    return " ".join(html.unescape(found[1]).split()) if found else ""
