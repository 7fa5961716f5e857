"""Where everything stands, as JSON for other programs. `docs/status.md` describes it, and it only ever grows."""

from __future__ import annotations

import json
from typing import Any

from docgen import __version__
from docgen.load.changes import Change
from docgen.standing.standing import DocumentStanding, FileStanding, Gap, ProgrammeStanding, Standing

FORMAT = 1
"""Raised when a field changes its meaning or goes; not when one is added."""


def standing_json(standing: Standing) -> str:
    """All of it. What nobody has stated is null."""
    report = {
        "format": FORMAT,
        "docgen": __version__,
        "counts": standing.found.by_level(),
        "last_changes_unknown": standing.unknown or None,
        "programmes": [_programme(programme) for programme in standing.programmes],
    }
    return json.dumps(report, indent=2, ensure_ascii=False)


def _programme(programme: ProgrammeStanding) -> dict[str, Any]:
    return {
        "name": programme.name,
        "title": programme.title or None,
        "readable": programme.is_read,
        "counts": programme.found.by_level(),
        "documents": [_document(document) for document in programme.documents],
        "files": [_file(file) for file in _files(programme)],
    }


def _files(programme: ProgrammeStanding) -> list[FileStanding]:
    """Every file of its documents, once, by path."""
    found = {file.path: file for document in programme.documents for file in (*document.files, *document.named)}
    return [found[path] for path in sorted(found)]


def _document(document: DocumentStanding) -> dict[str, Any]:
    about, last = document.about, document.last
    return {
        "id": document.id,
        "type": document.type,
        "title": about.title,
        "state": document.state.value,
        "status": about.status or None,
        "version": about.version or None,
        "dated": about.dated.isoformat() if about.dated else None,
        "owner": about.owner or None,
        "goes_to": about.approved_by or None,
        "goes_on": about.approved_on or None,
        "words": sum(file.words for file in document.texts),
        "counts": document.found.by_level(),
        "last_change": _change(last) if last else None,
        "missing": [_gap(gap) for gap in document.gaps],
        "sections": [
            {"title": section.title, "level": section.level, "files": [file.path for file in section.files]}
            for section in document.sections
        ],
        "only_named": [file.path for file in document.named],
        "boxes": {path: {"most": limit.most, "unit": limit.unit} for path, limit in document.boxes},
    }


def _gap(gap: Gap) -> dict[str, Any]:
    return {"kind": gap.lack.value, "words": gap.words, "place": str(gap.source), "path": gap.source.path}


def _file(file: FileStanding) -> dict[str, Any]:
    return {
        "path": file.path,
        "kind": "narrative" if file.is_narrative else "part",
        "title": file.title or None,
        "owner": file.owner or None,
        "status": file.status or None,
        "words": file.words if file.is_narrative else None,
        "word_limit": file.limit,
        "counts": file.found.by_level(),
        "last_change": _change(file.last) if file.last else None,
        "committed": file.is_committed,
    }


def _change(change: Change) -> dict[str, str]:
    return {"day": change.day, "author": change.author, "subject": change.subject}
