"""Where the work is done: in this process, in several, or on a cluster."""

from __future__ import annotations

import os

from docgen.cli.wanted import Place
from docgen.errors import DocgenError
from docgen.making.workshop import FEWEST, Bench, OwnBench, Workshop

ALONE = 60
"""So many documents may be made in this process. It grows with each, while others are replaced on the way."""


def bench_at(place: Place, workshop: Workshop, documents: int) -> Bench:
    """The bench for so many documents; raises `DocgenError` for one that cannot be had."""
    if place.dask is not None and place.jobs is not None:
        raise DocgenError("'--dask' and '--jobs' contradict one another", "leave one of them out")
    if place.dask is not None:
        from docgen.making.cluster import Cluster

        return Cluster(place.dask, workshop)
    width = processes(place.jobs, documents)
    if width == 1 and documents <= ALONE:
        return OwnBench(workshop)
    from docgen.making.workers import Workers, seconds_for  # imported late, like the other: one process needs neither

    return Workers(workshop, width, seconds_for(workshop.snapshot, width))


def processes(jobs: int | None, documents: int) -> int:
    """How many processes to work in: as many as asked for; else as many as help."""
    if jobs is not None:
        return jobs
    return min(os.cpu_count() or 1, max(1, documents // FEWEST))
