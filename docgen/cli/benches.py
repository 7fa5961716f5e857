"""Where the work is done: in this process, in several, or on a cluster."""

from __future__ import annotations

from dataclasses import dataclass

from docgen.errors import DocgenError
from docgen.making.workshop import Bench, OwnBench, Workshop


@dataclass(frozen=True, slots=True)
class Place:
    """What the command line says of it."""

    jobs: int | None = None
    """How many processes; None for as many as help."""
    dask: str | None = None
    """Address of a Dask scheduler."""


HERE = Place(jobs=1)


def bench_at(place: Place, workshop: Workshop, documents: int) -> Bench:
    """The bench for so many documents; raises `DocgenError` for one that cannot be had."""
    if place.dask is not None and place.jobs is not None:
        raise DocgenError("'--dask' and '--jobs' contradict one another", "leave one of them out")
    if place.dask is not None:
        from docgen.making.cluster import Cluster

        return Cluster(place.dask, workshop)
    from docgen.making.workers import Workers, processes  # imported late, like the other: one process needs neither

    width = processes(place.jobs, documents)
    return Workers(workshop, width) if width > 1 else OwnBench(workshop)
