"""What is done to documents, in whatever process: pure functions of a snapshot and of what can be sent anywhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Protocol, TypeVar

from msgspec import Struct, field

from docgen import pipeline
from docgen.check.choice import Choice
from docgen.check.run import Checked
from docgen.diagnostic import Diagnostic
from docgen.pipeline import Built, Prepared, Programme
from docgen.plan.jobs import Job
from docgen.snapshot import Snapshot
from docgen.write.edition import Edition

FEWEST = 3
"""Fewer pieces of work are done sooner in this process than others could be told of them."""


class Together(Struct, frozen=True):
    """The documents of a programme, to be checked together."""

    programme: str
    prepared: tuple[Prepared, ...]
    choice: Choice | None


class Sheet(Struct, frozen=True):
    """One document, to be written."""

    prepared: Prepared
    faults: tuple[Diagnostic, ...]
    """What the rules found that concerns it."""
    formats: tuple[str, ...]
    edition: Edition


class Workshop(Struct):
    """The files of a repository, and the programmes that were loaded from them, each once."""

    snapshot: Snapshot
    _loaded: dict[str, Programme] = field(default_factory=dict)

    def programme(self, name: str) -> Programme:
        """A programme, read and validated."""
        if name not in self._loaded:
            self._loaded[name] = pipeline.load(self.snapshot, name)
        return self._loaded[name]

    def put(self, programme: Programme) -> None:
        """Take in a programme that was loaded already."""
        self._loaded[programme.name] = programme


def prepare(workshop: Workshop, job: Job) -> Prepared:
    """A document as far as its resolved tree."""
    return pipeline.prepare(workshop.snapshot, workshop.programme(job.programme), job)


def check(workshop: Workshop, together: Together) -> Checked:
    """What the rules find in a programme."""
    programme = workshop.programme(together.programme)
    return pipeline.check(workshop.snapshot, programme, together.prepared, together.choice)


def write(workshop: Workshop, sheet: Sheet) -> Built:
    """A document in all formats."""
    checked = Checked()
    checked.shared.extend(sheet.faults)
    return pipeline.write(workshop.snapshot, sheet.prepared, checked, sheet.formats, sheet.edition)


class Lost(Struct, frozen=True):
    """A piece of work that was never finished."""

    why: str
    """`the process that worked on it ended (signal 9)`."""


Item = TypeVar("Item")
Result = TypeVar("Result")


class Bench(Protocol):
    """Where work is done: in this process, in several, or on other machines. The results are the same."""

    width: int
    """How many pieces are worked on at once."""

    def each(self, step: Callable[[Workshop, Item], Result], items: Sequence[Item]) -> Iterator[Result | Lost]:
        """The result of a step for each item, in order."""

    def close(self) -> None:
        """The work is over, or given up."""


class OwnBench(Struct):
    """This process."""

    workshop: Workshop
    width: int = 1

    def each(self, step: Callable[[Workshop, Item], Result], items: Sequence[Item]) -> Iterator[Result | Lost]:
        """One after the other."""
        return (step(self.workshop, item) for item in items)

    def close(self) -> None:
        """There is nothing to end."""
