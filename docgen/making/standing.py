"""Why documents have to be made: what has changed since the last build."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from msgspec import Struct

from docgen.making.record import DocumentRecord, Record
from docgen.making.store import Store
from docgen.wording import listed

_MOST_NAMED = 3


class Now(Struct, frozen=True):
    """What the documents of a programme depend on, as it is now."""

    circumstances: Mapping[str, str]
    files: Mapping[str, str]


def is_unchanged(record: Record | None, now: Now, ids: Collection[str], store: Store) -> bool:
    """Whether a build would make again what is there: of all documents, or of those with these ids."""
    if record is None or changed_circumstances(record, now) or changed_files(record, now):
        return False
    meant = [document for document in record.documents if not ids or document.id in ids]
    known = {document.id for document in record.documents}
    return known.issuperset(ids) and all(document.is_current and not any(faults(document, store)) for document in meant)


def changed_circumstances(record: Record, now: Now) -> list[str]:
    """What has changed beside the files."""
    names = [*now.circumstances, *(name for name in record.circumstances if name not in now.circumstances)]
    return [name for name in names if record.circumstances.get(name) != now.circumstances.get(name)]


def changed_files(record: Record, now: Now) -> list[str]:
    """The files that have changed, are new or are gone, sorted."""
    if record.files == now.files:
        return []
    paths = {*record.files, *now.files}
    return sorted(path for path in paths if record.files.get(path) != now.files.get(path))


def faults(document: DocumentRecord, store: Store) -> Iterator[str]:
    """What is wrong with the outputs of a document: `banes/eoi.docx is missing`."""
    for suffix, known in document.outputs.items():
        name = f"{document.id}.{suffix}"
        fault = store.fault(name, known)
        if fault:
            yield f"{name} {fault}"


def reason(record: Record | None, id_: str, now: Now, reads: Collection[str], store: Store) -> str:
    """Why a document is made, whose words come from the files `reads`; `what it says has changed` at the least."""
    if store.makes_all:
        return "everything is to be made anew"
    if record is None:
        return "no record of an earlier build"
    document = record.document(id_)
    if document is None:
        return "not built before"
    circumstances = changed_circumstances(record, now)
    if circumstances:
        return f"{listed(circumstances)} changed"
    paths = [path for path in changed_files(record, now) if path in reads or path in document.reads]
    if paths:
        return _changed(paths)
    if not document.is_current:
        return "left out of an earlier build"
    return next(faults(document, store), "what it says has changed")


def _changed(paths: Sequence[str]) -> str:
    if len(paths) > _MOST_NAMED:
        return f"{', '.join(paths[:_MOST_NAMED])} and {len(paths) - _MOST_NAMED} other files changed"
    return f"{listed(paths)} changed"
