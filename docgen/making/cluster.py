"""A Dask cluster. The snapshot is sent once; a piece of work whose machine is lost is done again on another."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import CancelledError, Executor
from typing import Any

import docgen
from docgen.errors import DocgenError
from docgen.making.fingerprint import digest
from docgen.making.workshop import Item, Lost, Result, Workshop
from docgen.snapshot import Snapshot

_CONNECTED_IN = "20s"
_HOW_TO_INSTALL = "install it with: pip install 'docgen[dask]'"

_ADDRESS = re.compile(r"(?:(?:tcp|tls|ucx|wss?)://)?[^/\s]+:\d{1,5}/?", re.ASCII)

_WORKSHOPS: dict[str, Workshop] = {}
"""On a worker: the workshop of the snapshot that it was sent last, so that a programme is loaded once."""


class Cluster:
    """The workers of a scheduler."""

    def __init__(self, address: str, workshop: Workshop) -> None:
        """Connect; raises `DocgenError` where nobody answers, or where the workers run another docgen."""
        self._client = _client(address)
        self.width = max(1, len(self._client.scheduler_info(n_workers=-1)["workers"]))
        self._require_same_docgen(address)
        self._key = _key(workshop.snapshot)
        self._snapshot = self._client.scatter(workshop.snapshot, broadcast=True, hash=False)
        self._executor: Executor = self._client.get_executor()

    def each(self, step: Callable[[Workshop, Item], Result], items: Sequence[Item]) -> Iterator[Result | Lost]:
        """The results in order."""
        futures = [self._executor.submit(piece, self._snapshot, self._key, step, item) for item in items]
        return (_result(future.result) for future in futures)

    def close(self) -> None:
        """Leave the cluster; it goes on without us."""
        self._executor.shutdown(wait=False)
        self._client.close()

    def _require_same_docgen(self, address: str) -> None:
        versions = _versions(self._client, address)
        others = sorted({str(each) for each in versions.values() if each != docgen.__version__})
        if others:
            message = f"workers of '{address}' have docgen {', '.join(others)}, and this is {docgen.__version__}"
            raise DocgenError(message, "install the same docgen everywhere: another one may make other bytes")


def _versions(client: Any, address: str) -> Mapping[str, Any]:
    """That of each worker; raises `DocgenError` where there is none, or one that has no docgen."""
    try:
        versions: Mapping[str, Any] = client.run(version)
    except Exception as error:  # what the worker raised: ImportError, and what its own Python makes of it
        words = str(error).partition("\n")[0]
        raise DocgenError(f"workers of '{address}' cannot run docgen: {words}", "install docgen on each") from error
    if not versions:
        raise DocgenError(f"the cluster at '{address}' has no workers", f"start some, as in: dask worker {address}")
    return versions


def version() -> str:
    """That of docgen, on a worker."""
    return docgen.__version__


def piece(snapshot: Snapshot, key: str, step: Callable[[Workshop, Any], Any], item: Any) -> Any:
    """One piece of work, on a worker. `key` tells the snapshot from others."""
    if key not in _WORKSHOPS:
        _WORKSHOPS.clear()
        _WORKSHOPS[key] = Workshop(snapshot)
    return step(_WORKSHOPS[key], item)


def _key(snapshot: Snapshot) -> str:
    files = sorted((path, digest(data)) for path, data in snapshot.files.items())
    return digest(repr((files, sorted(snapshot.refused), snapshot.versions)).encode("utf-8", "surrogatepass"))


def _client(address: str) -> Any:
    if not _ADDRESS.fullmatch(address):  # distributed tries for a minute, and ends with a traceback
        raise _nobody_answers(address)
    try:
        from distributed import Client
    except ImportError as error:
        raise DocgenError("'--dask' needs the package 'distributed'", _HOW_TO_INSTALL) from error
    try:
        connect: Any = Client  # its types are not complete
        return connect(address, timeout=_CONNECTED_IN, set_as_default=False)
    except (OSError, ValueError) as error:
        raise _nobody_answers(address) from error


def _nobody_answers(address: str) -> DocgenError:
    remedy = "write its address as the scheduler prints it: tcp://10.0.0.1:8786"
    return DocgenError(f"no scheduler answers at '{address}'", remedy)


def _result(wait: Callable[[], Any]) -> Any:
    from distributed import KilledWorker

    try:
        return wait()
    except KilledWorker:
        return Lost("every worker that took it up was lost")
    except CancelledError as error:
        raise DocgenError("the cluster went away during the build", "see whether its scheduler runs") from error
