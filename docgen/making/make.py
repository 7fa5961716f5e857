"""Goes through programmes: prepares their documents, checks them together, and writes what has changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from msgspec import Struct, field

from docgen import pipeline
from docgen.check.run import Checked
from docgen.codes import outputs as codes
from docgen.diagnostic import Diagnostic, Findings
from docgen.errors import CannotWrite
from docgen.making.fingerprint import circumstances, file_digests
from docgen.making.order import Order, Selected
from docgen.making.outcome import Outcome
from docgen.making.record import DocumentRecord
from docgen.making.round import Round, tree_digest
from docgen.making.standing import Now
from docgen.making.store import Store
from docgen.making.workshop import Bench, Lost, Sheet, Together, Workshop, check, prepare, write
from docgen.pipeline import Built, Prepared
from docgen.plan.jobs import Job
from docgen.source import Source

_DOCUMENTS_AT_ONCE = 4
"""For each piece that a bench works on at once: so many documents are held in memory."""


class Maker(Struct):
    """One run over the documents of a repository."""

    order: Order
    workshop: Workshop
    bench: Bench
    store: Store | None
    """Where outputs go; None where nothing is written."""
    show: Callable[[str], None]
    """Is told the name of each document as it is taken up."""
    outcome: Outcome = field(default_factory=Outcome)

    def make(self, selection: Sequence[Selected]) -> Outcome:
        """Go through all that is meant, some programmes at a time."""
        self.outcome.found(self.order.known)
        for selected in selection:
            self.workshop.put(selected.programme)
            self.outcome.found(selected.programme.findings.diagnostics)
            if selected.programme.content is None:
                self.outcome.unread.append(selected.programme.name)
        for batch in batches([each for each in selection if each.all_jobs], self.bench.width * _DOCUMENTS_AT_ONCE):
            self._make(batch)
        return self.outcome

    def _make(self, batch: Sequence[Selected]) -> None:
        prepared = self._prepared([job for selected in batch for job in selected.all_jobs])
        together = [
            Together(each.programme.name, tuple(prepared[job.id] for job in each.all_jobs), self.order.choice)
            for each in batch
        ]
        rounds = [self._round(*pair) for pair in zip(batch, self._checked(together), strict=True)]
        self._write(rounds, prepared)
        for each in rounds:
            self._save(each)

    def _round(self, selected: Selected, checked: Checked) -> Round:
        self.outcome.found(checked.shared.diagnostics)
        name, snapshot = selected.programme.name, self.workshop.snapshot
        now = Now(circumstances(snapshot, name, self.order.asked), file_digests(snapshot, name))
        return Round(selected, self.order, now, checked, self.store.record(name) if self.store else None)

    def _prepared(self, jobs: Sequence[Job]) -> Mapping[str, Prepared]:
        """Each document by its id. A form cannot be sent to another process, so that it is prepared in this one."""
        forms = [job for job in jobs if pipeline.is_form(self.workshop.snapshot, job)]
        papers = [job for job in jobs if job not in forms]
        found = {job.id: prepare(self.workshop, job) for job in forms}
        for job, result in zip(papers, self.bench.each(prepare, papers), strict=True):
            found[job.id] = Prepared(job, _lost(job, result)) if isinstance(result, Lost) else result
        return found

    def _checked(self, together: Sequence[Together]) -> Iterator[Checked]:
        """What the rules find in each programme; those with forms are checked in this process."""
        here = [any(document.form for document in each.prepared) for each in together]
        elsewhere = self.bench.each(check, [each for each, stays in zip(together, here, strict=True) if not stays])
        for each, stays in zip(together, here, strict=True):
            result = check(self.workshop, each) if stays else next(elsewhere)
            yield Checked(_unchecked(each, result)) if isinstance(result, Lost) else result

    def _write(self, rounds: Sequence[Round], prepared: Mapping[str, Prepared]) -> None:
        """Write the documents that have to be written, and take in those that are there."""
        plans = [self._plan(each, prepared[job.id]) for each in rounds for job in each.selected.jobs]
        built = self._built([plan.sheet for plan in plans if plan.there is None])
        for plan in plans:
            self.show(plan.sheet.prepared.job.id)
            if plan.there:
                self._leave(plan, plan.there)
            else:
                self._take(plan, next(built))

    def _plan(self, each: Round, prepared: Prepared) -> Plan:
        sheet = each.sheet(prepared)
        if self.store is None:
            return Plan(each, sheet, "", None)
        tree = tree_digest(prepared, self.order, self.workshop.snapshot)
        return Plan(each, sheet, tree, each.there(sheet, tree, self.store))

    def _built(self, sheets: Sequence[Sheet]) -> Iterator[Built]:
        elsewhere = self.bench.each(write, [sheet for sheet in sheets if not sheet.prepared.form])
        for sheet in sheets:
            result = write(self.workshop, sheet) if sheet.prepared.form else next(elsewhere)
            job = sheet.prepared.job
            yield Built(job, {}, _lost(job, result), True) if isinstance(result, Lost) else result

    def _leave(self, plan: Plan, document: DocumentRecord) -> None:
        self.outcome.found(plan.round.left(plan.sheet, document))
        self.outcome.done.append(document.id)
        self.outcome.reasons[document.id] = "as it was: nothing that it prints has changed"

    def _take(self, plan: Plan, built: Built) -> None:
        self.outcome.found(built.findings.diagnostics)
        if self.store:
            self.outcome.reasons[built.job.id] = plan.round.why(plan.sheet.prepared, self.store)
        is_kept = built.is_stopped or self._is_kept(built)
        if is_kept and self.store:
            plan.round.took(plan.sheet, plan.tree, built)
        went_well = is_kept and not built.is_stopped
        (self.outcome.done if went_well else self.outcome.failed).append(built.job.id)

    def _is_kept(self, built: Built) -> bool:
        """Whether the outputs were written; a refusal is remembered."""
        try:
            if self.store:
                self.store.keep({f"{built.job.id}.{suffix}": data for suffix, data in built.outputs.items()})
        except CannotWrite as refusal:
            self.outcome.refused.append(refusal)
            return False
        return True

    def _save(self, each: Round) -> None:
        """The record comes last: whatever ends a build before it, the next one finds that something has changed.

        Where outputs were refused, the same is not told again of the record.
        """
        if self.store is None:
            return
        try:
            self.store.save(each.record())
        except CannotWrite as refusal:
            self.outcome.refused += [] if self.outcome.refused else [refusal]


class Plan(Struct, frozen=True):
    """What is to be done with one document."""

    round: Round
    sheet: Sheet
    tree: str
    """Digest of all that its bytes depend on."""
    there: DocumentRecord | None
    """What an earlier build wrote, where that is what this one would write."""


def batches(selection: Sequence[Selected], most: int) -> Iterator[list[Selected]]:
    """Programmes that are worked on at once: together no more than `most` documents, but for one with more."""
    batch: list[Selected] = []
    for selected in selection:
        if batch and sum(len(each.all_jobs) for each in [*batch, selected]) > most:
            yield batch
            batch = []
        batch.append(selected)
    if batch:
        yield batch


def _lost(job: Job, lost: Lost) -> Findings:
    source = Source(f"content/{job.programme}/programme.yaml")
    return _found(codes.WORK_LOST.at(source, f"'{job.id}' could not be made: {lost.why}", _REMEDY))


def _unchecked(each: Together, lost: Lost) -> Findings:
    source = Source(f"content/{each.programme}/programme.yaml")
    return _found(codes.WORK_LOST.at(source, f"'{each.programme}' could not be checked: {lost.why}", _REMEDY))


_REMEDY = "build again with '--jobs 1', and report what docgen says then"


def _found(diagnostic: Diagnostic) -> Findings:
    findings = Findings()
    findings.add(diagnostic)
    return findings
