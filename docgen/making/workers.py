"""Several processes at once. One that hangs or dies loses the document that it was working on, and no other."""

from __future__ import annotations

import multiprocessing
import os
import signal
import time
from collections import Counter, deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any

from msgspec import Struct, field

from docgen.collector import search_seldom
from docgen.load.repository import CONTENT
from docgen.making.workshop import FEWEST, Item, Lost, OwnBench, Result, Workshop
from docgen.snapshot import Snapshot

_SECONDS = 30.0
_BYTES_A_SECOND = 10_000
"""docgen reads, checks and writes several times as many, in all formats: slow machines have time enough."""
_UNPACKED = {"png": 0, "jpg": 0, "jpeg": 0, "svg": 0, "xlsx": 8}
"""How many bytes of words a byte of a file stands for, where it is not one."""
PIECES = 60
"""So many pieces are done before a process is replaced: those who set PDFs grow with each."""
_PRELOADED = ["docgen.pipeline", "docgen.write.docx.writer", "docgen.write.html.document", "docgen.write.typst.writer"]


class _Worker(Struct):
    """One process, and what it is doing."""

    process: BaseProcess
    connection: Connection
    place: int | None = None
    """Which item it works on; None where it waits for one."""
    deadline: float = 0.0
    pieces: int = 0


class Workers(Struct):
    """Several processes, each with its own copy of the snapshot. Started when there is work for them."""

    workshop: Workshop
    width: int
    seconds: float
    """The longest that one piece of work may take: `seconds_for` says how long that is in a repository."""
    _workers: list[_Worker] = field(default_factory=list)

    def each(self, step: Callable[[Workshop, Item], Result], items: Sequence[Item]) -> Iterator[Result | Lost]:
        """The results in order; what a step raises is raised here."""
        if len(items) < FEWEST:
            yield from OwnBench(self.workshop).each(step, items)
            return
        waiting, results = deque(range(len(items))), dict[int, Any]()
        for place in range(len(items)):
            while place not in results:
                self._hand_out(step, items, waiting)
                self._collect(results)
            result = results.pop(place)
            if isinstance(result, _Raised):
                raise result.error
            yield result

    def _hand_out(self, step: Callable[..., Any], items: Sequence[Any], waiting: deque[int]) -> None:
        """Give each process that waits an item, and start further ones."""
        while waiting and (worker := self._free()):
            worker.place = waiting.popleft()
            worker.deadline = time.monotonic() + self.seconds
            with suppress(OSError):  # it has died meanwhile: `_collect` finds that out
                worker.connection.send((step, items[worker.place]))

    def _free(self) -> _Worker | None:
        free = next((worker for worker in self._workers if worker.place is None), None)
        if free is None and len(self._workers) < self.width:
            free = _started(self.workshop.snapshot)
            self._workers.append(free)
        return free

    def _collect(self, results: dict[int, Any]) -> None:
        """Wait until a process has something to say, has died, or has worked for too long."""
        busy = [worker for worker in self._workers if worker.place is not None]
        first = min(worker.deadline for worker in busy)
        wait([worker.connection for worker in busy], max(0.0, first - time.monotonic()))
        for worker in busy:
            if worker.connection.poll():
                self._take(worker, results)
            elif time.monotonic() >= worker.deadline:
                self._lose(worker, results, f"it took longer than {self.seconds:g} seconds")

    def _take(self, worker: _Worker, results: dict[int, Any]) -> None:
        try:
            result = worker.connection.recv()
        except (EOFError, OSError):
            worker.process.join()
            self._lose(worker, results, f"the process that worked on it ended ({_ending(worker.process.exitcode)})")
            return
        results[_place(worker)] = result
        worker.place, worker.pieces = None, worker.pieces + 1
        if worker.pieces >= PIECES:
            self._end(worker)

    def _lose(self, worker: _Worker, results: dict[int, Any], why: str) -> None:
        results[_place(worker)] = Lost(why)
        self._end(worker)

    def _end(self, worker: _Worker) -> None:
        self._workers.remove(worker)
        worker.process.kill()
        worker.process.join()
        worker.connection.close()

    def close(self) -> None:
        """End all processes at once, whatever they are doing: they write nothing to the disk."""
        for worker in list(self._workers):
            self._end(worker)


def seconds_for(snapshot: Snapshot, width: int) -> float:
    """How long no piece of work takes unless it hangs: half a minute, and more where a programme has many words.

    `width` processes may have to share fewer processors.
    """
    words: Counter[str] = Counter()
    for path in snapshot.below(CONTENT):
        words[path.split("/")[1]] += len(snapshot.read(path)) * _UNPACKED.get(path.rpartition(".")[2].lower(), 1)
    seconds = _SECONDS + max(words.values(), default=0) // _BYTES_A_SECOND
    return seconds * max(1.0, width / (os.cpu_count() or 1))


def _place(worker: _Worker) -> int:
    assert worker.place is not None
    return worker.place


def _ending(code: int | None) -> str:
    """`signal 9`, `exit code 1`."""
    return f"signal {-code}" if code is not None and code < 0 else f"exit code {code}"


class _Raised(Struct, frozen=True):
    """What a step raised in another process."""

    error: Exception


def _started(snapshot: Snapshot) -> _Worker:
    methods = multiprocessing.get_all_start_methods()
    context = multiprocessing.get_context("forkserver" if "forkserver" in methods else "spawn")
    if "forkserver" in methods:
        context.set_forkserver_preload(_PRELOADED)  # each process is then a copy of one that has imported them
    here, there = context.Pipe()
    process = context.Process(target=_serve, args=(there, snapshot), daemon=True)  # type: ignore[attr-defined]
    process.start()
    there.close()
    return _Worker(process, here)


def _serve(connection: Connection, snapshot: Snapshot) -> None:
    """What a process does: takes steps and items, and answers with results, until nobody asks any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that started it
    search_seldom()
    workshop = Workshop(snapshot)
    with suppress(EOFError, OSError):
        while True:
            step, item = connection.recv()
            _answer(connection, _done(step, workshop, item))


def _answer(connection: Connection, result: Any) -> None:
    """Send a result; of one that cannot be sent, why not."""
    try:
        connection.send(result)
    except (OSError, EOFError):
        raise
    except Exception as error:  # whatever pickling runs into: TypeError, AttributeError, RecursionError …
        told = result.error if isinstance(result, _Raised) else error
        connection.send(_Raised(RuntimeError(f"{type(told).__name__}: {told}")))


def _done(step: Callable[[Workshop, Any], Any], workshop: Workshop, item: Any) -> Any:
    try:
        return step(workshop, item)
    except Exception as error:
        error.__traceback__ = None
        return _Raised(error)
