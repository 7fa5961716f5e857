"""Puts the files of a programme together: one nested structure, with the place of every value."""

from __future__ import annotations

import re
from typing import cast

from msgspec import Struct, field

from docgen.codes import content_files
from docgen.diagnostic import Diagnostic, Findings, Related
from docgen.load.names import is_left_behind
from docgen.load.parts import ContentFile, Piece, empty
from docgen.load.past_versions import with_past_versions
from docgen.load.registry import FORMATS, IMAGES, NOTES
from docgen.load.repository import CONTENT, missing_programme, programmes
from docgen.schema.registry import PART_FILES, PARTS
from docgen.snapshot import Snapshot
from docgen.source import Data, Path, Source, Sourced, SourceMap
from docgen.suggest import did_you_mean
from docgen.wording import listed


def load_content(snapshot: Snapshot, programme: str, findings: Findings) -> Sourced | None:
    """Everything that the folder `content/<programme>/` holds.

    None where the programme is unknown or a file of it cannot be read: what other files say would only lead to
    follow-on errors. A file that nothing reads, or a value that two files give, is reported without that.
    """
    if programme not in programmes(snapshot):
        findings.add(missing_programme(snapshot, programme))
        return None
    folder = f"{CONTENT}/{programme}"
    files = [ContentFile(path, snapshot.read(path)) for path in snapshot.below(folder)]
    read = [_read(file, findings) for file in files]
    pieces = [piece for some in read if some is not None for piece in some]
    if None in read:
        return None
    whole = _together(Source(folder), pieces, findings)
    return with_past_versions(whole, snapshot.versions.get(programme, ()), Source(f"{folder}/programme.yaml"))


def _read(file: ContentFile, findings: Findings) -> list[Piece] | None:
    """The pieces that a file gives; None where it should give some and cannot."""
    problem = _not_content(file)
    if problem:
        findings.add(problem)
    if problem or not _is_content(file):
        return []
    if not file.data:
        findings.add(empty(file))
        return None
    return FORMATS[file.suffix].read(file, findings)


def _is_content(file: ContentFile) -> bool:
    return file.suffix in FORMATS and not is_left_behind(file.path)


def _not_content(file: ContentFile) -> Diagnostic | None:
    """What to say of a file that nothing reads, and that is not known to be harmless."""
    if is_left_behind(file.path) or file.suffix in IMAGES or _takes(file.suffix, file.stem):
        return None
    name, known = file.path.rpartition("/")[2], _stems()
    if file.stem in known:
        names = [file.stem + suffix for suffix in FORMATS if _takes(suffix, file.stem)]
        message = f"'{name}' is named after a part of the content, but is not read"
        return content_files.NOT_READ.at(file.whole, message, f"save it as {listed(names, 'or')}, or rename it")
    if file.suffix in NOTES:
        return None
    message = f"nothing reads the file '{name}'"
    if file.suffix not in FORMATS:
        help = "leave it if it is only a note; otherwise move what it says into a part or into a Markdown file"
        return content_files.UNREAD_FILE.at(file.whole, message, help)
    return content_files.UNKNOWN_FILE.at(file.whole, message, _instead(file, known))


def _instead(file: ContentFile, known: set[str]) -> str:
    """What to do with `governance v2.yaml`, `facts_old.yaml`, `goverance.yaml`."""
    words = re.split("[^a-z]+", file.stem.casefold())
    named = [stem for stem in sorted(known) if stem in words and _takes(file.suffix, stem)]
    if named:
        return f"give it the name '{named[0]}{file.suffix}', or move it out of the folder"
    return did_you_mean(file.stem, known)


def _stems() -> set[str]:
    return {stem for format in FORMATS.values() for stem in format.stems or ()}


def _takes(suffix: str, stem: str) -> bool:
    """Whether a file of that name is content."""
    format = FORMATS.get(suffix)
    if format is None:
        return False
    if suffix == ".md" and stem in PART_FILES:
        return "introduction" in PARTS[PART_FILES[stem]].model_fields
    return format.stems is None or stem in format.stems


class _Whole(Struct):
    """The content as far as it is put together."""

    data: dict[str, Data] = field(default_factory=dict)
    values: dict[Path, Source] = field(default_factory=dict)
    keys: dict[Path, Source] = field(default_factory=dict)


def _together(folder: Source, pieces: list[Piece], findings: Findings) -> Sourced:
    """Pieces that hold others come first, so that `scope.csv` finds `scope.yaml` in its place."""
    whole = _Whole(values={(): folder})
    for piece in sorted(pieces, key=lambda piece: len(piece.path)):
        problem = _put(whole, piece)
        if problem:
            findings.add(problem)
    return Sourced(whole.data, SourceMap(whole.values, whole.keys))


def _put(whole: _Whole, piece: Piece) -> Diagnostic | None:
    """Put a piece into its place; where another file has filled that already, say so."""
    source = piece.value.sources.value(())
    around = _around(whole, piece.path, Source(source.path))
    key = str(piece.path[-1])
    if around is None or around.get(key) is not None:
        return _given_twice(whole, piece.path, source)
    around[key] = piece.value.data
    whole.values.update({(*piece.path, *path): place for path, place in piece.value.sources.values.items()})
    whole.keys.update({(*piece.path, *path): place for path, place in piece.value.sources.keys.items()})
    return None


def _around(whole: _Whole, path: Path, source: Source) -> dict[str, Data] | None:
    """The mapping that the value at `path` stands in, made where there is none; None where something else is there."""
    here: Data = whole.data
    for depth in range(1, len(path)):
        if not isinstance(here, dict):
            return None
        key = str(path[depth - 1])
        if here.get(key) is None:
            here[key] = cast(Data, {})
            whole.values[path[:depth]] = source
        here = here[key]
    return here if isinstance(here, dict) else None


def _given_twice(whole: _Whole, path: Path, source: Source) -> Diagnostic:
    first = SourceMap(whole.values).value(path)
    name = ".".join(map(str, path))
    message = f"'{name}' is given by '{source.path}' and by '{first.path}'"
    help = "keep the one that is right, and delete the other"
    return content_files.GIVEN_TWICE.at(source, message, help, Related(first, "the other one"))
