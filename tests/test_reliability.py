"""The trials of `python -m tests.reliability`, at a size for every day, and that each of them can fail."""

from __future__ import annotations

import io
import zipfile
from base64 import b64encode
from pathlib import Path

import pikepdf
import pytest
from click.testing import CliRunner

from docgen.diagnostic import Findings
from docgen.errors import DocgenError
from tests.html_pages import looked_at, needs_browser, needs_node, needs_packages
from tests.reliability import __main__ as command
from tests.reliability.at_once import side_by_side
from tests.reliability.edited import after_edits
from tests.reliability.encodings import saved_in_every_way, with_conflicts
from tests.reliability.files import refused_at_once
from tests.reliability.formulas import begins_like_a_formula, formulas_in, none_is_run
from tests.reliability.fuzz import TARGETS, Target, fuzzed, read, sound
from tests.reliability.killed import killed_at_operations, killed_at_random
from tests.reliability.machines import machines, on_all_machines
from tests.reliability.names import of_odd_files_and_folders, of_synchronised_folders
from tests.reliability.pages import in_a_browser, raw
from tests.reliability.paths import that_lead_out
from tests.reliability.records import with_damaged_records
from tests.reliability.refused import refused_at_operations
from tests.reliability.table import TRIALS
from tests.reliability.templates import bombs, ways_out
from tests.reliability.traces import NAME, in_outputs, traces
from tests.reliability.trial import Trial, place
from tests.test_load_xlsx import workbook
from tests.test_write_pictures import jpeg
from tests.word_files import unsound

pytestmark = pytest.mark.slow


class TestTheDisk:
    def test_killed_at_each_operation(self) -> None:
        trial = killed_at_operations()
        assert trial.tried > 20
        assert trial.faults == ()

    def test_killed_at_random_moments(self) -> None:
        assert killed_at_random(5, programmes=4).faults == ()

    def test_every_operation_refused_in_every_way(self) -> None:
        trial = refused_at_operations()
        assert trial.tried > 60
        assert trial.faults == ()

    def test_eight_builds_at_once(self) -> None:
        assert side_by_side(2).faults == ()

    def test_damaged_records(self) -> None:
        assert with_damaged_records(10).faults == ()

    def test_edits_upon_edits(self) -> None:
        assert after_edits(12).faults == ()

    def test_what_killed_builds_left_behind_is_swept_away(self) -> None:
        with place() as each:
            each.run("build")
            (each.root / "build/banes/.docgen-0123abcd.tmp").write_bytes(b"half of")
            each.write("content/banes/vision.md", "Another vision.\n")
            each.run("build")
            assert sorted(each.outputs()) == sorted(each.clean())


class TestFilesAndMachines:
    def test_no_difference_between_machines_changes_a_byte(self) -> None:
        assert on_all_machines(6).faults == ()

    def test_the_first_machines_differ_in_everything(self) -> None:
        first = machines()[:6]
        names = ("zone", "locale", "seed", "jobs", "days", "folder", "umask")
        assert [name for name in names if len({getattr(machine, name) for machine in first}) < 2] == []

    def test_files_saved_in_every_way_are_read_or_told_with_their_place(self) -> None:
        assert saved_in_every_way().faults == ()

    def test_a_merge_that_nobody_resolved_is_told_in_every_kind_of_file(self) -> None:
        assert with_conflicts().faults == ()

    def test_copies_are_never_read_and_locks_are_passed_over(self) -> None:
        assert of_synchronised_folders().faults == ()

    def test_odd_names_work_or_are_refused(self) -> None:
        assert of_odd_files_and_folders().faults == ()


class TestFuzz:
    @pytest.mark.parametrize("name", TARGETS)
    def test_damaged_files_are_read_or_refused(self, name: str) -> None:
        assert fuzzed(name, 60).faults == ()
        unsound()  # what a damaged reference document says of spaces is carried over: the linter is not asked

    @pytest.mark.parametrize("name", TARGETS)
    def test_some_of_the_files_are_sound_before_they_are_damaged(self, name: str) -> None:
        assert any(sound(name))

    def test_a_traceback_and_a_message_without_words_are_seen(self) -> None:
        def divide(data: bytes) -> Findings:
            raise ZeroDivisionError(data)

        def mumble(data: bytes) -> Findings:
            raise DocgenError("", "")

        assert "ZeroDivisionError" in read(Target(tuple, divide), b"")[1]
        assert read(Target(tuple, mumble), b"")[1] == "said: ''"


class TestSafety:
    def test_no_way_out_of_the_sandbox(self) -> None:
        assert ways_out().faults == ()

    def test_bombs_end_soon_at_a_line_of_a_template(self) -> None:
        assert bombs().faults == ()

    def test_files_that_may_do_harm_are_refused_at_once(self) -> None:
        assert refused_at_once(most_seconds=3.0).faults == (), "the command holds it to one second"

    def test_no_path_leads_out(self) -> None:
        assert that_lead_out().faults == ()

    def test_exported_tables_hold_no_formulas(self) -> None:
        assert none_is_run().faults == ()

    def test_a_formula_is_seen(self) -> None:
        assert formulas_in(workbook([["x"], ["=1+1"]]), "Functions") == ["=1+1"]
        assert [cell for cell in ("=1", " +a", "-5", "+1.5%", "a=b") if begins_like_a_formula(cell)] == ["=1", " +a"]

    @needs_node
    @needs_packages
    @needs_browser
    def test_no_page_opens_a_dialog_or_asks_the_network(self) -> None:
        assert in_a_browser(controls=10).faults == ()

    @needs_node
    @needs_packages
    @needs_browser
    def test_the_browser_sees_a_dialog_a_question_and_a_way_out(self, tmp_path: Path) -> None:
        texts = ("<script>alert(1)</script>", "<img src=https://example.org/x>", "<a href=javascript:alert(1)>x</a>")
        told = looked_at("hostile.mjs", [], {text: raw(text) for text in texts}, tmp_path)
        assert [bool(told[texts[0]]["dialogs"]), told[texts[1]]["requests"]] == [True, ["https://example.org/x"]]
        assert told[texts[2]]["markup"] == ["a href=javascript:alert(1)"]


class TestTraces:
    def test_outputs_tell_nothing_of_the_machine(self) -> None:
        assert in_outputs(1).faults == ()

    def test_a_trace_is_found_wherever_it_is_packed_away(self) -> None:
        name = f"/home/{NAME}/x".encode()
        encoded = b'<img src="data:image/jpeg;base64,' + b64encode(jpeg()) + b'">'
        files = {".docx": zipped("a.xml", zipped("b", name)), ".pdf": _pdf(name), ".html": encoded, ".md": name}
        assert [suffix for suffix, data in files.items() if not list(traces(suffix, data))] == []
        assert list(traces(".docx", zipped("word/document.xml", b'<w:p w:rsidR="00AB"/>')))
        assert list(traces(".docx", zipped("word/document.xml", b"<w:t>Riverside</w:t>"))) == []


def zipped(name: str, content: bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr(name, content)
    return target.getvalue()


def _pdf(content: bytes) -> bytes:
    target = io.BytesIO()
    with pikepdf.new() as file:
        file.Root.Secret = pikepdf.Stream(file, content)
        file.save(target, compress_streams=True)
    return target.getvalue()


class TestTheCommand:
    def test_it_prints_a_row_for_each_trial_and_fails_where_one_did(self, monkeypatch: pytest.MonkeyPatch) -> None:
        good, bad = Trial(1200, (), "longest 1 s"), Trial(3, ("it fell over",))
        planned = [type(TRIALS[0])("a", "sound", lambda _: good), type(TRIALS[0])("b", "broken", lambda _: bad, 6)]
        monkeypatch.setattr(command, "TRIALS", planned)
        told = CliRunner().invoke(command.main, ["--share", "0.5"])
        assert told.exit_code == 1
        assert "| a | sound | full | 1,200 | 0 | longest 1 s | 0 s |" in told.output
        assert "| b | broken | 50.0% | 3 | 1 |  | 0 s |" in told.output
        assert "it fell over" in told.output
        assert CliRunner().invoke(command.main, ["a"]).exit_code == 0
        assert CliRunner().invoke(command.main, ["nothing"]).exit_code == 2
