"""Reads packs of rules: `templates/packs/<name>.yaml`, those that come with docgen and the repository's own."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePosixPath

from docgen.codes import checking, content_files
from docgen.diagnostic import Findings
from docgen.load.decode import decode
from docgen.load.yaml import read_yaml
from docgen.schema.pack import LoadedPack, Pack
from docgen.schema.validate import validate_as
from docgen.snapshot import Snapshot
from docgen.source import Source
from docgen.suggest import did_you_mean

FOLDER = "templates/packs"
USUAL = ("house-style", "accessibility")
"""The packs of a programme that names none, in a repository that names none."""


def pack_names(snapshot: Snapshot) -> tuple[str, ...]:
    """The names of all packs, sorted."""
    paths = map(PurePosixPath, snapshot.below(FOLDER))
    return tuple(sorted(path.stem for path in paths if path.suffix == ".yaml" and str(path.parent) == FOLDER))


def read_packs(snapshot: Snapshot, wanted: Iterable[tuple[str, Source]], findings: Findings) -> list[LoadedPack]:
    """The packs of these names, each with the place that names it; faults are reported, and their packs left out."""
    known = pack_names(snapshot)
    packs: list[LoadedPack] = []
    for name, source in wanted:
        if name not in known:
            help = did_you_mean(name, known)
            findings.add(checking.UNKNOWN_PACK.at(source, f"no pack of rules is called '{name}'", help))
            continue
        packs += _read(snapshot, name, findings)
    return packs


def _read(snapshot: Snapshot, name: str, findings: Findings) -> list[LoadedPack]:
    path = f"{FOLDER}/{name}.yaml"
    text = decode(snapshot.read(path), path, findings)
    loaded = read_yaml(text, path, findings) if text is not None else None
    if loaded and not isinstance(loaded.data, dict):
        help = "write 'title: …', 'about: …' and 'rules: …' into it"
        findings.add(content_files.WRONG_SHAPE.at(Source(path), f"the pack '{name}' holds no fields", help))
        return []
    pack = validate_as(Pack, loaded, findings) if loaded else None
    return [LoadedPack(name, pack, loaded.sources)] if loaded and pack else []
