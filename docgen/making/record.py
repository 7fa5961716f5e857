"""What a build leaves behind beside its outputs: of which programme they are, from what they were made, what was told.

Records are plain text with a digest of their own. A damaged one is as good as none, and nothing in it is ever run.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from msgspec import Struct, ValidationError, convert, field, to_builtins
from msgspec.structs import replace

from docgen.diagnostic import Diagnostic
from docgen.making.fingerprint import digest

FORMAT = 2
"""Counted up whenever records of an older docgen would be read wrong."""


class DocumentRecord(Struct, frozen=True):
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


class Record(Struct, frozen=True):
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
    documents = tuple(_document_to_keep(document) for document in record.documents)
    kept = replace(record, findings=_to_keep(record.findings), documents=documents)
    body = json.dumps({"format": FORMAT, **to_builtins(kept)}, ensure_ascii=True, indent=0).encode()
    return f"{digest(body)}\n".encode() + body


def _document_to_keep(document: DocumentRecord) -> DocumentRecord:
    return replace(document, findings=_to_keep(document.findings), by_writers=_to_keep(document.by_writers))


def _to_keep(findings: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Without the explanations of their codes: only `docgen explain` prints them, and it knows them."""
    return tuple(replace(found, code=replace(found.code, explanation="")) for found in findings)


def from_bytes(data: bytes) -> Record | None:
    """The record that `to_bytes` wrote; None where anything is amiss."""
    stated, _, body = data.partition(b"\n")
    if stated.decode("ascii", "replace") != digest(body):
        return None
    try:
        read = json.loads(body)
        return convert(read, Record) if read["format"] == FORMAT else None
    except (ValueError, TypeError, LookupError, RecursionError, ValidationError):
        return None
