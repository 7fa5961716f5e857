"""Several processes, a cluster, locks and watching: the same bytes as one process makes, and nobody in the way."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from docgen.cli.benches import bench_at, processes
from docgen.cli.wanted import Place
from docgen.cli.watch import is_of_interest
from docgen.errors import DocgenError
from docgen.making.lock import building_alone, lock_folder
from docgen.making.make import batches
from docgen.making.order import Selected
from docgen.making.workers import PIECES, Workers, seconds_for
from docgen.making.workshop import FEWEST, Lost, OwnBench, Workshop
from docgen.pipeline import Programme
from docgen.plan.jobs import Job
from docgen.snapshot import Snapshot
from docgen.source import SourceMap
from docgen.typesetting import trial
from tests.test_cli_commands import Repository, repository
from tests.test_incremental import state

__all__ = ["repository"]

LOG = "log.txt"
SNAPSHOT = Snapshot({"a": b"1"})


def read(workshop: Workshop, number: int) -> tuple[bytes, int]:
    """A step: a file of the snapshot, and the number."""
    return workshop.snapshot.read("a"), number


def die(workshop: Workshop, number: int) -> int:
    """A step that ends its process at the number 3."""
    if number == 3:
        os.kill(os.getpid(), 9)
    return number


def hang(workshop: Workshop, number: int) -> int:
    """A step that never ends at the number 1."""
    while number == 1:
        time.sleep(0.05)
    return number


def fail(workshop: Workshop, number: int) -> int:
    """A step that raises at the number 2."""
    if number == 2:
        raise ValueError("number 2")
    return number


class Unsendable(Exception):
    """What no process can send to another."""

    def __init__(self) -> None:
        super().__init__("unsendable")
        self.lock = threading.Lock()


def raise_unsendable(workshop: Workshop, number: int) -> int:
    """A step that raises what cannot be sent."""
    raise Unsendable


def whoami(workshop: Workshop, number: int) -> int:
    """A step that tells its process."""
    return os.getpid()


@pytest.fixture
def workers() -> Iterator[Callable[..., Workers]]:
    """Makes workers that are ended after the test."""
    made: list[Workers] = []

    def make(width: int, seconds: float = 60.0) -> Workers:
        made.append(Workers(Workshop(SNAPSHOT), width, seconds))
        return made[-1]

    yield make
    for each in made:
        each.close()


@pytest.mark.slow
class TestWorkers:
    def test_results_come_in_order(self, workers: Callable[..., Workers]) -> None:
        assert list(workers(3).each(read, list(range(40)))) == [(b"1", number) for number in range(40)]

    def test_one_that_dies_loses_its_own_piece_only(self, workers: Callable[..., Workers]) -> None:
        ending = Lost("the process that worked on it ended (signal 9)")
        assert list(workers(2).each(die, list(range(6)))) == [0, 1, 2, ending, 4, 5]

    def test_one_that_hangs_loses_its_own_piece_only(self, workers: Callable[..., Workers]) -> None:
        lost = Lost("it took longer than 1.5 seconds")
        assert list(workers(2, 1.5).each(hang, list(range(5)))) == [0, lost, 2, 3, 4]

    def test_the_time_allowed_follows_the_words_of_the_largest_programme(self) -> None:
        files = {"content/a/x.md": b"x" * 250_000, "content/b/x.md": b"x" * 90_000, "content/a/map.png": b"x" * 10**6}
        cores = os.cpu_count() or 1
        assert seconds_for(Snapshot(files), cores) == 55
        assert seconds_for(Snapshot({**files, "content/b/x.xlsx": b"x" * 50_000}), cores) == 79
        assert seconds_for(Snapshot({"docgen.toml": b"x" * 10**6}), 1) == 30
        assert seconds_for(Snapshot({}), 8 * cores) == 240

    def test_a_drawing_that_hangs_is_ended_before_the_worker_that_waits_for_it(self) -> None:
        assert seconds_for(Snapshot({}), 1) > trial.SECONDS

    def test_what_a_step_raises_is_raised(self, workers: Callable[..., Workers]) -> None:
        with pytest.raises(ValueError, match="number 2"):
            list(workers(2).each(fail, list(range(5))))

    def test_what_cannot_be_sent_is_told_all_the_same(self, workers: Callable[..., Workers]) -> None:
        with pytest.raises(RuntimeError, match="Unsendable: unsendable"):
            list(workers(2).each(raise_unsendable, list(range(5))))

    def test_few_pieces_are_done_in_this_process(self, workers: Callable[..., Workers]) -> None:
        assert set(workers(2).each(whoami, list(range(FEWEST - 1)))) == {os.getpid()}

    def test_processes_are_replaced_after_some_time(self, workers: Callable[..., Workers]) -> None:
        assert len(set(workers(1).each(whoami, list(range(PIECES + 5))))) == 2

    def test_they_are_gone_when_closed(self, workers: Callable[..., Workers]) -> None:
        some = workers(2)
        numbers = set(some.each(whoami, list(range(8))))
        some.close()
        assert not any(_is_running(number) for number in numbers if isinstance(number, int))


class TestHowMany:
    def test_as_many_as_asked_for(self) -> None:
        assert processes(8, 1) == 8

    def test_as_many_as_help(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(os, "cpu_count", lambda: 4)
        assert [processes(None, documents) for documents in (0, 1, 5, 6, 12, 200)] == [1, 1, 1, 2, 4, 4]

    def test_one_process_is_this_one(self) -> None:
        assert isinstance(bench_at(Place(jobs=1), Workshop(SNAPSHOT), 60), OwnBench)

    def test_many_documents_are_made_in_processes_that_are_replaced(self) -> None:
        assert isinstance(bench_at(Place(jobs=1), Workshop(SNAPSHOT), 61), Workers)

    def test_a_cluster_and_processes_contradict_one_another(self) -> None:
        with pytest.raises(DocgenError, match="contradict"):
            bench_at(Place(2, "tcp://127.0.0.1:1"), Workshop(SNAPSHOT), 1)

    def test_programmes_are_taken_together_up_to_a_number_of_documents(self) -> None:
        selection = [_with_documents(number) for number in (1, 2, 3, 9, 1, 1)]
        numbers = [[len(each.all_jobs) for each in batch] for batch in batches(selection, 4)]
        assert numbers == [[1, 2], [3], [9], [1, 1]]


def _with_documents(number: int) -> Selected:
    jobs = tuple(Job("x", str(each), "note") for each in range(number))
    return Selected(Programme("x", None, SourceMap()), jobs, jobs)


@pytest.mark.slow
@pytest.mark.parametrize("jobs", ["2", "8"])
def test_the_same_bytes_whatever_the_number_of_processes(repository: Repository, jobs: str) -> None:
    repository.write("docgen.toml", '[build]\nformats = ["docx", "html", "pdf", "md"]\n')
    repository.run("build", "--jobs", "1", "--out", str(repository.root / "one"))
    assert repository.run("build", "--jobs", jobs, "--out", str(repository.root / "many")) == 0
    assert _bytes(repository.root / "one") == _bytes(repository.root / "many")


@pytest.mark.slow
def test_what_several_processes_find_is_what_one_finds(repository: Repository) -> None:
    repository.write("content/banes/vision.md", "The total is TBC.\n\nSee {ref}`nowhere`.\n")
    repository.run("build", "--jobs", "1", "--no-cache")
    told = repository.out
    assert repository.run("build", "--jobs", "4", "--no-cache") == 1
    assert repository.out == told


@pytest.mark.slow
class TestInterrupted:
    def test_ctrl_c_leaves_nothing_behind(self, repository: Repository) -> None:
        _many(repository, 40)
        building = _start(repository, "build", "--jobs", "2")
        _until(lambda: any((repository.root / "build").rglob("*.html")) or building.poll() is not None)
        building.send_signal(signal.SIGINT)
        assert building.wait(30) in (0, 130)
        assert not [path for path in (repository.root / "build").rglob("*") if path.suffix == ".tmp"]
        assert not _children_of(building.pid)
        assert repository.run("build") == 0
        assert _bytes(repository.root / "build") == _clean(repository)

    @pytest.mark.parametrize("moment", [0.2, 0.5, 0.8, 1.1, 1.4, 1.7])
    def test_the_build_after_sigkill_is_a_clean_one(self, repository: Repository, moment: float) -> None:
        _many(repository, 12)
        building = _start(repository, "build", "--jobs", "1")
        time.sleep(moment)
        building.kill()
        building.wait(30)
        assert repository.run("build") == 0
        assert _bytes(repository.root / "build") == _clean(repository)


class TestTheLock:
    def test_two_builds_take_turns(self, tmp_path: Path) -> None:
        told: list[str] = []
        inside: list[str] = []

        def second() -> None:
            with building_alone(tmp_path / "build", told.append, locks=tmp_path):
                inside.append("second")

        with building_alone(tmp_path / "build", told.append, locks=tmp_path):
            other = threading.Thread(target=second)
            other.start()
            _until(lambda: bool(told))
            assert inside == []
        other.join(30)
        assert inside == ["second"]
        assert told == ["another docgen is building into 'build'; this one goes on when that is done"]

    def test_one_that_waits_for_too_long_says_so(self, tmp_path: Path) -> None:
        with (
            building_alone(tmp_path / "build", print, locks=tmp_path),
            pytest.raises(DocgenError, match=r"another docgen has been building into 'build' for 0\.1 seconds"),
            building_alone(tmp_path / "build", print, seconds=0.1, locks=tmp_path),
        ):
            pass

    def test_other_folders_have_other_locks(self, tmp_path: Path) -> None:
        with (
            building_alone(tmp_path / "one", print, locks=tmp_path),
            building_alone(tmp_path / "two", print, seconds=0, locks=tmp_path),
        ):
            pass

    @pytest.mark.slow
    def test_the_lock_of_a_killed_process_is_free(self, tmp_path: Path) -> None:
        code = (
            "import sys, time; from pathlib import Path; from docgen.making.lock import building_alone\n"
            f"with building_alone(Path({str(tmp_path / 'build')!r}), print, locks=Path({str(tmp_path)!r})):\n"
            "    print('held', flush=True); time.sleep(60)"
        )
        holder = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE)
        assert holder.stdout is not None
        assert holder.stdout.readline().strip() == b"held"
        holder.kill()
        holder.wait(30)
        holder.stdout.close()
        with building_alone(tmp_path / "build", print, seconds=5, locks=tmp_path):
            pass

    def test_it_is_in_a_folder_of_the_user(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
        monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "state"))
        assert lock_folder().is_relative_to(tmp_path / "state")

    def test_a_home_that_cannot_be_written_is_no_hindrance(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (tmp_path / "file").write_text("")
        monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file"))
        monkeypatch.setattr("docgen.making.lock.tempfile.gettempdir", lambda: str(tmp_path))
        assert lock_folder().parent == tmp_path


@pytest.mark.slow
def test_eight_builds_at_once_leave_what_one_leaves(repository: Repository) -> None:
    for _ in range(3):
        builds = [_start(repository, "build", "--jobs", "1") for _ in range(8)]
        assert [build.wait(120) for build in builds] == [0] * 8
        assert _bytes(repository.root / "build") == _clean(repository)
        repository.write("content/banes/vision.md", f"Better care, number {len(builds)}.\n")


@pytest.mark.slow
class TestWatching:
    def test_a_saved_file_is_built_and_a_touched_one_is_not(self, repository: Repository) -> None:
        watching = _start(repository, "watch", "banes", "--poll")
        note, summary = repository.root / "build/banes/note.html", "2 documents built; no problems found"
        try:
            _until(note.exists)
            before = note.stat().st_mtime_ns
            os.utime(repository.root / "content/banes/vision.md")
            repository.write("content/banes/vision.md", "Saved just now.\n")
            _until(lambda: b"Saved just now." in note.read_bytes())
            assert note.stat().st_mtime_ns != before
            _until(lambda: (repository.root / LOG).read_text().count(summary) == 2)
        finally:
            watching.send_signal(signal.SIGINT)
        assert _ended(watching, 30) == 0
        out = (repository.root / LOG).read_text()
        assert out.count(summary) == 2
        assert out.endswith("watching has ended\n")

    def test_a_format_that_docgen_does_not_know_is_not_waited_for(self, repository: Repository) -> None:
        assert repository.run("watch", "--format", "htm") == 2
        assert repository.err.startswith("error: no format is called 'htm'")

    @pytest.mark.parametrize("name", ["~$eoi.docx", ".~lock.scope.xlsx#", ".vision.md.swp", "Thumbs.db"])
    def test_what_programs_leave_beside_open_files_starts_nothing(self, name: str) -> None:
        assert not is_of_interest(f"/r/content/x/{name}")


@pytest.mark.slow
class TestTheCluster:
    def test_the_same_bytes_though_a_worker_is_killed(self, repository: Repository) -> None:
        distributed = pytest.importorskip("distributed")
        _many(repository, 30)
        cluster = distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None)
        try:
            victim = cluster.workers[0].process.process.pid
            building = _start(repository, "build", "--dask", cluster.scheduler_address)
            _until(lambda: any((repository.root / "build").rglob("*.html")) or building.poll() is not None)
            os.kill(victim, signal.SIGKILL)
            assert _ended(building, 120) == 0, (repository.root / LOG).read_text()
        finally:
            cluster.close()
        assert _bytes(repository.root / "build") == _clean(repository)

    def test_a_cluster_without_workers(self, repository: Repository) -> None:
        distributed = pytest.importorskip("distributed")
        with distributed.LocalCluster(n_workers=0, dashboard_address=None) as cluster:
            assert repository.run("build", "--dask", cluster.scheduler_address) == 2
        assert "has no workers" in repository.err

    def test_an_address_where_nobody_answers(self, repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("docgen.making.cluster._CONNECTED_IN", "1s")
        assert repository.run("build", "--dask", "tcp://127.0.0.1:9") == 2
        assert "no scheduler answers at 'tcp://127.0.0.1:9'" in repository.err

    @pytest.mark.parametrize("address", ["", "tcp://", "nonsense", "127.0.0.1", "http://127.0.0.1:9"])
    def test_what_is_no_address_is_told_at_once(self, repository: Repository, address: str) -> None:
        assert repository.run("build", "--dask", address) == 2
        assert repository.err.startswith(f"error: no scheduler answers at '{address}'")

    def test_without_the_package_the_remedy_is_named(
        self, repository: Repository, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setitem(sys.modules, "distributed", None)
        assert repository.run("build", "--dask", "tcp://127.0.0.1:9") == 2
        assert "pip install 'docgen[dask]'" in repository.err


def _many(repository: Repository, number: int) -> None:
    """Programmes enough that a build takes some time."""
    for each in range(number):
        for name in ("programme.yaml", "vision.md"):
            text = (repository.root / "content/banes" / name).read_text()
            repository.write(f"content/p{each:03}/{name}", text)


def _start(repository: Repository, *arguments: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "docgen", *arguments]
    with (repository.root / LOG).open("wb") as log:
        return subprocess.Popen(command, cwd=repository.root, stdout=log, stderr=subprocess.STDOUT)


def _ended(process: subprocess.Popen[bytes], seconds: float) -> int:
    """Its exit code; one that does not end is ended, so that nothing goes on after the test."""
    try:
        return process.wait(seconds)
    finally:
        process.kill()


def _clean(repository: Repository) -> dict[str, bytes]:
    repository.run("build", "--no-cache", "--jobs", "1", "--out", str(repository.root / "clean"))
    return _bytes(repository.root / "clean")


def _bytes(folder: Path) -> dict[str, bytes]:
    return {name: data for name, (_, data) in state(folder).items() if not name.startswith(".docgen")}


def _until(happens: Callable[[], bool], seconds: float = 60.0) -> None:
    end = time.monotonic() + seconds
    while not happens():
        assert time.monotonic() < end, "it never happened"
        time.sleep(0.02)


def _is_running(number: int) -> bool:
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    return True


def _children_of(number: int) -> list[str]:
    found = subprocess.run(["ps", "-o", "pid=,stat=", "--ppid", str(number)], capture_output=True, text=True)
    return [line for line in found.stdout.splitlines() if " Z" not in line]
