"""Loads the programmes that a command line means, and finds the documents among theirs."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from docgen import pipeline
from docgen.cli.repository import Repository
from docgen.cli.targets import meant
from docgen.errors import DocgenError
from docgen.making.order import Selected
from docgen.suggest import did_you_mean


def select(repository: Repository, arguments: Sequence[str]) -> list[Selected]:
    """Load the programmes that are meant, all without arguments; raises `DocgenError` for what nothing is called."""
    return [selected(repository, name, documents) for name, documents in meant(arguments, repository).items()]


def selected(repository: Repository, name: str, documents: Collection[str]) -> Selected:
    """A programme, and those of its documents whose ids are given; all where none is."""
    programme = pipeline.load(repository.snapshot, name)
    known = jobs = pipeline.jobs(repository.snapshot, programme)
    if programme.content is not None:
        require_known(documents, [job.id for job in jobs])
    if documents:
        jobs = tuple(job for job in jobs if job.id in documents)
    return Selected(programme, jobs, known)


def require_known(documents: Iterable[str], known: Sequence[str]) -> None:
    """Raise `DocgenError` for a document that no programme has."""
    for document in sorted(documents):
        if document not in known:
            raise DocgenError(f"no document is called '{document}'", did_you_mean(document, known))
