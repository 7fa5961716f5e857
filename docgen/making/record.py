"""What a build leaves behind beside its outputs: of which programme they are, from what they were made, what was told.

Records are plain text with a digest of their own. A damaged one is as good as none, and nothing in it is ever run.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from docgen.diagnostic import Diagnostic
from docgen.making.fingerprint import digest
from docgen.making.told import plain, texts, told_again

FORMAT = 1
"""Counted up whenever records of an older docgen would be read wrong."""


@dataclass(frozen=True, slots=True)
class DocumentRecord:
    """One document."""

    id: str
    """`banes/eoi`."""
    tree: str
    """Digest of what was written, and of all that the writers were told beside it; empty where it always is written."""
    outputs: Mapping[str, str]
    """The digest of each file, by its format; none where the document was stopped."""
    findings: tuple[Diagnostic, ...]
    """All that was told of it."""
    by_writers: tuple[Diagnostic, ...]
    """What the writers alone told."""
    reads: tuple[str, ...]
    """The files that its words come from, sorted."""
    is_stopped: bool
    is_current: bool = True
    """Whether it was made from the files of the record; False for one that a build of others left as it was."""


@dataclass(frozen=True, slots=True)
class Record:
    """One programme."""

    programme: str
    circumstances: Mapping[str, str]
    files: Mapping[str, str]
    findings: tuple[Diagnostic, ...]
    """What was told of the repository's settings, of the content, and of several documents together."""
    documents: tuple[DocumentRecord, ...]
    is_read: bool = True
    """Whether the content had no faults, so that its documents are known."""
    left: Mapping[str, str] = field(default_factory=dict)
    """Outputs of documents or formats that are not asked for any more, with their digests, by their names."""
    others: Mapping[str, str] = field(default_factory=dict)
    """Outputs in formats that the settings ask for, and the last build did not."""

    def document(self, id_: str) -> DocumentRecord | None:
        """The record of a document; None where there is none."""
        return next((document for document in self.documents if document.id == id_), None)

    @property
    def outputs(self) -> Mapping[str, str]:
        """The digests of all outputs of its documents, by their names: `banes/eoi.docx`."""
        return {
            f"{document.id}.{suffix}": known
            for document in self.documents
            for suffix, known in document.outputs.items()
        }


def to_bytes(record: Record) -> bytes:
    """The record as text: a digest on the first line, JSON below it."""
    written = {
        "format": FORMAT,
        "programme": record.programme,
        "circumstances": dict(record.circumstances),
        "files": dict(record.files),
        "findings": plain(record.findings),
        "documents": [_document(document) for document in record.documents],
        "is_read": record.is_read,
        "left": dict(record.left),
        "others": dict(record.others),
    }
    body = json.dumps(written, ensure_ascii=True, indent=0).encode()
    return f"{digest(body)}\n".encode() + body


def _document(document: DocumentRecord) -> dict[str, Any]:
    return {
        "id": document.id,
        "tree": document.tree,
        "outputs": dict(document.outputs),
        "findings": plain(document.findings),
        "by_writers": plain(document.by_writers),
        "reads": list(document.reads),
        "is_stopped": document.is_stopped,
        "is_current": document.is_current,
    }


def from_bytes(data: bytes) -> Record | None:
    """The record that `to_bytes` wrote; None where anything is amiss."""
    stated, _, body = data.partition(b"\n")
    if stated.decode("ascii", "replace") != digest(body):
        return None
    try:
        return _record(json.loads(body))
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError):
        return None


def _record(read: Any) -> Record | None:
    if read["format"] != FORMAT:
        return None
    return Record(
        programme=str(read["programme"]),
        circumstances=texts(read["circumstances"]),
        files=texts(read["files"]),
        findings=told_again(read["findings"]),
        documents=tuple(_read_document(document) for document in read["documents"]),
        is_read=bool(read["is_read"]),
        left=texts(read["left"]),
        others=texts(read["others"]),
    )


def _read_document(read: Any) -> DocumentRecord:
    return DocumentRecord(
        id=str(read["id"]),
        tree=str(read["tree"]),
        outputs=texts(read["outputs"]),
        findings=told_again(read["findings"]),
        by_writers=told_again(read["by_writers"]),
        reads=tuple(str(path) for path in read["reads"]),
        is_stopped=bool(read["is_stopped"]),
        is_current=bool(read["is_current"]),
    )
