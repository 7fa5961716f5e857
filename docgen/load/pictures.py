"""The picture files that documents may show."""

from __future__ import annotations

from collections.abc import Mapping

from docgen.snapshot import Snapshot

ENDINGS = (".png", ".jpg", ".jpeg", ".svg")


def pictures_in(snapshot: Snapshot) -> Mapping[str, bytes]:
    """Picture files of the snapshot by their path."""
    return {path: data for path, data in snapshot.files.items() if path.lower().endswith(ENDINGS)}
