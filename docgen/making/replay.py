"""A build with nothing to do: tells again what the last one found, without reading what the files say."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from docgen.making.fingerprint import SETTINGS, circumstances, file_digests
from docgen.making.outcome import Outcome
from docgen.making.record import Record
from docgen.making.standing import Now, is_unchanged
from docgen.making.store import Store
from docgen.snapshot import Snapshot

AS_IT_WAS = "as it was: nothing has changed"
_HISTORY = re.compile(rb"^(?!\s*#).*git_history", re.MULTILINE)
"""The setting, in use: new settings name it in a comment. One too many found here costs a little time, no more."""


def as_it_was(
    snapshot: Snapshot, meant: Mapping[str, Collection[str]], asked: Mapping[str, str], store: Store
) -> Outcome | None:
    """How the last build of these documents went, where a build would do it all again; None where it would not.

    `meant` has the ids of documents by programme; none for all of a programme.
    """
    if not meant or store.makes_all:
        return None
    outcome = Outcome()
    for programme, ids in meant.items():
        record = store.record(programme)
        now = Now(circumstances(snapshot, programme, asked), file_digests(snapshot, programme))
        if record is None or not is_unchanged(record, now, ids, store):
            return None
        _tell(record, ids, outcome)
    return outcome


def _tell(record: Record, ids: Collection[str], outcome: Outcome) -> None:
    outcome.found(record.findings)
    for document in record.documents:
        if not ids or document.id in ids:
            outcome.found(document.findings)
            (outcome.failed if document.is_stopped else outcome.done).append(document.id)
            outcome.reasons[document.id] = AS_IT_WAS


def needs_git(snapshot: Snapshot, is_asked: bool) -> bool:
    """Whether the history in git may reach the documents: then only git can tell whether that has changed."""
    return is_asked or (SETTINGS in snapshot and bool(_HISTORY.search(snapshot.read(SETTINGS))))
