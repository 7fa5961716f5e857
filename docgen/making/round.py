"""One programme on its way through a build: what is written of it, what is left as it is, and the record of both."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct, field
from msgspec.structs import replace

from docgen import pipeline
from docgen.check.run import Checked
from docgen.diagnostic import Diagnostic, Findings
from docgen.making.fingerprint import digest, engine
from docgen.making.order import Order, Selected
from docgen.making.record import DocumentRecord, Record
from docgen.making.standing import Now, faults, reason
from docgen.making.store import Store
from docgen.making.workshop import Sheet
from docgen.pipeline import Built, Prepared
from docgen.snapshot import Snapshot
from docgen.tree.document import Document
from docgen.write.edition import Edition
from docgen.write.suited import suited


class Round(Struct):
    """One programme."""

    selected: Selected
    order: Order
    now: Now
    checked: Checked
    earlier: Record | None
    """What the last build left behind."""
    documents: dict[str, DocumentRecord] = field(default_factory=dict)
    """What is known of each document now."""

    def sheet(self, prepared: Prepared) -> Sheet:
        """A document with all that a writer is told of it."""
        concerning = tuple(self.checked.of(prepared.job.id).diagnostics)
        return Sheet(prepared, concerning, self.order.formats, self.order.edition)

    def there(self, sheet: Sheet, tree: str, store: Store) -> DocumentRecord | None:
        """What an earlier build wrote of it, where a build would write the same bytes again."""
        document = self.earlier.document(sheet.prepared.job.id) if self.earlier else None
        if store.makes_all or document is None or not tree or document.tree != tree:
            return None
        if set(document.outputs) != self._formats(sheet):
            return None
        return None if pipeline.stops(sheet.prepared, sheet.faults) or any(faults(document, store)) else document

    def _formats(self, sheet: Sheet) -> set[str]:
        """The formats that a build would write: few papers make slides, so that not all that are asked for."""
        paper = sheet.prepared.document
        return set(suited(paper, sheet.formats, Findings()) if paper else sheet.formats)

    def why(self, prepared: Prepared, store: Store) -> str:
        """Why a document is made."""
        return reason(self.earlier, prepared.job.id, self.now, self._reads(prepared), store)

    def _reads(self, prepared: Prepared) -> set[str]:
        """The files that a document comes from: all of the programme's where it could not be made."""
        own = {path for path in self.now.files if path.startswith(f"templates/{prepared.job.type}/")}
        return own | set(prepared.tree.hashes if prepared.tree else self.now.files)

    def took(self, sheet: Sheet, tree: str, built: Built) -> None:
        """Remember a document that was written, or stopped."""
        before = {*sheet.prepared.findings.diagnostics, *sheet.faults}
        self.documents[built.job.id] = DocumentRecord(
            id=built.job.id,
            tree="" if built.is_stopped else tree,
            outputs=self._outputs(built),
            findings=tuple(built.findings.diagnostics),
            by_writers=tuple(found for found in built.findings.diagnostics if found not in before),
            reads=tuple(sorted(self._reads(sheet.prepared))),
            is_stopped=built.is_stopped,
        )

    def _outputs(self, built: Built) -> Mapping[str, str]:
        """The digests of what was written; of a document that was stopped, of the last good outputs."""
        earlier = self.earlier.document(built.job.id) if self.earlier else None
        if built.is_stopped:
            return earlier.outputs if earlier else {}
        return {suffix: digest(content) for suffix, content in built.outputs.items()}

    def left(self, sheet: Sheet, document: DocumentRecord) -> tuple[Diagnostic, ...]:
        """Remember a document that was left as it is; answers what is told of it, as if it had been written."""
        told = Findings()
        told.extend(sheet.prepared.findings.diagnostics)
        told.extend(document.by_writers)
        told.extend(sheet.faults)
        reads = tuple(sorted(self._reads(sheet.prepared)))
        findings = tuple(told.diagnostics)
        self.documents[document.id] = replace(document, findings=findings, reads=reads, is_current=True)
        return findings

    def record(self) -> Record:
        """What this build leaves behind. Documents that were not meant stay known as what they were."""
        documents = [self.documents.get(job.id) or self._old(job.id) for job in self.selected.all_jobs]
        known = [document for document in documents if document]
        findings = Findings()
        for found in (self.order.known, self.selected.programme.findings.diagnostics, self.checked.shared.diagnostics):
            findings.extend(found)
        name = self.selected.programme.name
        record = Record(name, self.now.circumstances, self.now.files, tuple(findings.diagnostics), tuple(known))
        earlier = dict(self._not_made_now(record.outputs))
        owned = {known for known in earlier if self._is_owned(known)}
        return replace(
            record,
            left={known: state for known, state in earlier.items() if known not in owned},
            others={known: state for known, state in earlier.items() if known in owned},
        )

    def _is_owned(self, name: str) -> bool:
        """Whether a document is still to be had in this format."""
        id_, _, suffix = name.rpartition(".")
        formats = (*self.order.formats, *self.order.kept_formats)
        return suffix in formats and id_ in {job.id for job in self.selected.all_jobs}

    def _old(self, id_: str) -> DocumentRecord | None:
        document = self.earlier.document(id_) if self.earlier else None
        return replace(document, is_current=False) if document else None

    def _not_made_now(self, outputs: Mapping[str, str]) -> Iterator[tuple[str, str]]:
        """What earlier builds wrote and this one does not know of, with the digests."""
        if self.earlier:
            earlier = {**self.earlier.left, **self.earlier.others, **self.earlier.outputs}
            yield from ((name, known) for name, known in earlier.items() if name not in outputs)


def tree_digest(prepared: Prepared, order: Order, snapshot: Snapshot) -> str:
    """Digest of a resolved tree and of all that its writers are told; empty for a form, which is filled anew."""
    edition = pipeline.in_house_style(order.edition, snapshot)
    if prepared.document is None or edition is None:
        return ""
    told = (_without_pictures(prepared.document), _edition(edition), order.formats, engine())
    return digest(repr(told).encode("utf-8", "surrogatepass"))


def _without_pictures(document: Document) -> tuple[Document, list[tuple[str, str]]]:
    """The tree, and its pictures as digests."""
    pictures = sorted((path, digest(data)) for path, data in document.pictures.items())
    return replace(document, pictures={}), pictures


def _edition(edition: Edition) -> tuple[object, ...]:
    reference = edition.reference
    return (edition.clean, edition.preview, reference and (reference.path, digest(reference.content)))
