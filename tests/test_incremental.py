"""Builds after builds: what has not changed is not made again, and what is made is what a clean build makes."""

from __future__ import annotations

import itertools
import json
import os
import random
import shutil
from pathlib import Path

import pytest

from docgen.making.store import RECORDS
from tests.mutations import damages
from tests.test_cli_commands import PROGRAMME, Repository, repository

__all__ = ["repository"]

REPEATED = "as it was: nothing has changed"
UNTOUCHED = "as it was: nothing that it prints has changed"


@pytest.fixture
def built(repository: Repository) -> Repository:
    """A repository that was built once."""
    repository.run("build")
    return repository


def reasons(repository: Repository, *arguments: str) -> dict[str, str]:
    """What a build says of each document, by its id, without the name of the programme that all have."""
    repository.run("build", "--explain", *arguments)
    lines = [line.split(": ", 1) for line in repository.out.splitlines() if ": " in line]
    return {name: reason for name, reason in lines if "/" in name and " " not in name}


def state(folder: Path) -> dict[str, tuple[int, bytes]]:
    """The time and the bytes of every file."""
    files = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    return {path.relative_to(folder).as_posix(): (path.stat().st_mtime_ns, path.read_bytes()) for path in files}


class TestNothingToDo:
    def test_nothing_is_written_and_the_same_is_told(self, built: Repository) -> None:
        told, before = built.out, state(built.root / "build")
        assert built.run("build") == 0
        assert built.out == told
        assert state(built.root / "build") == before

    def test_no_writer_no_template_and_no_model_is_loaded(
        self, built: Repository, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("docgen.pipeline.load", _not_to_be_called)
        assert built.run("build") == 0

    def test_findings_are_told_again_with_their_places(self, repository: Repository) -> None:
        repository.write("content/banes/vision.md", "The total is TBC.\n\n:::{nonsense}\n:::\n")
        first = repository.run("build")
        told = repository.out
        assert (first, told.count("error")) != (0, 0)
        assert repository.run("build") == first
        assert repository.out == told

    def test_one_document_can_be_asked_for_again(self, built: Repository) -> None:
        built.run("build", "banes/note", "--explain")
        assert built.out == f"1 document built; no problems found\nbanes/note: {REPEATED}\n"

    def test_what_is_unknown_is_told_after_a_build_too(self, built: Repository) -> None:
        assert built.run("build", "banes/nota") == 2
        assert "did you mean 'banes/note'?" in built.err

    def test_settings_as_they_are_begun_do_not_ask_git(self, repository: Repository) -> None:
        repository.write("docgen.toml", "[document]\n# git_history = false\n")
        assert set(reasons(repository).values()) == {"no record of an earlier build"}
        assert set(reasons(repository).values()) == {REPEATED}

    def test_papers_that_make_no_slides_stay_where_slides_are_asked_for(self, repository: Repository) -> None:
        repository.write("docgen.toml", '[build]\nformats = ["html", "pptx"]\n')
        reasons(repository)
        repository.write("content/wessex/facts.yaml", "unused: {label: Never printed, value: 1}\n")
        found = reasons(repository)
        assert {found["wessex/note"], found["wessex/letter"]} == {UNTOUCHED}


class TestWhatHasChanged:
    def test_a_file_of_one_programme_leaves_the_other_alone(self, built: Repository) -> None:
        built.write("content/banes/vision.md", "Better care.\n")
        assert reasons(built) == {
            "banes/note": "content/banes/vision.md changed",
            "banes/letter": "content/banes/vision.md changed",
            "wessex/note": UNTOUCHED,
            "wessex/letter": UNTOUCHED,
        }
        assert b"Better care.<" in (built.root / "build/banes/note.html").read_bytes()

    def test_a_file_that_a_document_does_not_print_leaves_it_alone(self, built: Repository) -> None:
        built.write("templates/note/template.md.j2", "# Our vision\n\n{{ vision }}\n")
        told = reasons(built, "banes")
        assert told == {"banes/note": "templates/note/template.md.j2 changed", "banes/letter": UNTOUCHED}

    @pytest.mark.parametrize(
        ("arguments", "reason"),
        [
            (["--clean"], "what --clean asks for changed"),
            (["--format", "html,md"], "what --format asks for changed"),
            (["--no-cache"], "everything is to be made anew"),
        ],
    )
    def test_what_is_asked_for(self, built: Repository, arguments: list[str], reason: str) -> None:
        assert set(reasons(built, *arguments).values()) <= {reason, UNTOUCHED}
        assert reason in reasons(built, *arguments).values() or "--no-cache" not in arguments

    def test_the_settings(self, built: Repository) -> None:
        built.write("docgen.toml", '[build]\nformats = ["html", "md"]\n')
        assert built.run("build") == 0
        assert "banes/note.md" in built.outputs

    def test_another_version_of_docgen(self, built: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("docgen.making.fingerprint.engine", lambda: "another")
        monkeypatch.setattr("docgen.making.round.engine", lambda: "another")
        assert set(reasons(built).values()) == {"docgen itself changed"}

    def test_an_output_that_was_deleted_or_changed(self, built: Repository) -> None:
        (built.root / "build/banes/note.html").unlink()
        (built.root / "build/banes/letter.html").write_text("edited")
        assert reasons(built, "banes") == {
            "banes/note": "banes/note.html is missing",
            "banes/letter": "banes/letter.html was changed",
        }
        assert "edited" not in (built.root / "build/banes/letter.html").read_text(encoding="utf-8")

    @pytest.mark.parametrize("moment", [0, 4_102_444_800])
    def test_the_content_decides_and_not_the_time(self, built: Repository, moment: int) -> None:
        place = built.root / "content/banes/vision.md"
        before = place.stat()
        text = place.read_text().replace("nearer", "closer")
        place.write_text(text)
        os.utime(place, (before.st_atime, before.st_mtime))
        assert "changed" in reasons(built, "banes")["banes/note"]
        os.utime(place, (moment, moment))
        assert reasons(built, "banes") == {"banes/note": REPEATED, "banes/letter": REPEATED}

    def test_a_build_of_one_leaves_the_others_to_be_built(self, built: Repository) -> None:
        built.write("content/banes/vision.md", "Better care.\n")
        built.run("build", "banes/note")
        assert b"Better care.<" not in (built.root / "build/banes/letter.html").read_bytes()
        assert reasons(built, "banes")["banes/letter"] == "left out of an earlier build"
        assert b"Better care.<" in (built.root / "build/banes/letter.html").read_bytes()

    def test_a_stopped_document_keeps_its_last_good_output_and_is_made_when_mended(self, built: Repository) -> None:
        good = state(built.root / "build")["banes/note.html"]
        sound = (built.root / "content/banes/vision.md").read_text()
        built.write("content/banes/vision.md", "See {ref}`nowhere`.\n")
        assert built.run("build", "banes") == 1
        assert built.run("build", "banes") == 1
        assert state(built.root / "build")["banes/note.html"] == good
        built.write("content/banes/vision.md", sound)
        assert built.run("build", "banes") == 0
        assert state(built.root / "build")["banes/note.html"] == good

    def test_a_rule_that_stops_a_final_document_stops_it_again(self, repository: Repository) -> None:
        final = PROGRAMME.replace("draft", "final").replace('"0.1"', '"1.0"')
        repository.write("content/banes/programme.yaml", final)
        repository.run("build", "banes")
        repository.write("content/banes/vision.md", "In all 43 + 24 = 68 people.\n\nWe had 45 of 40 answers.\n")
        first = repository.run("build", "banes")
        assert repository.run("build", "banes") == first


class TestLeftOver:
    def test_outputs_of_a_document_that_is_not_asked_for_are_named_and_removed(self, built: Repository) -> None:
        built.write("content/banes/programme.yaml", PROGRAMME.replace(", {type: letter}", ""))
        built.run("build")
        assert "1 output belongs to no document any more: banes/letter.html" in built.out
        assert built.run("build") == 0
        assert "banes/letter.html" in built.out
        assert built.run("clean") == 0
        assert built.out == "removed: banes/letter.html\n1 output removed\n"
        built.run("build")
        assert "belong" not in built.out

    def test_a_programme_that_is_gone(self, built: Repository) -> None:
        shutil.rmtree(built.root / "content/wessex")
        built.run("build")
        assert "2 outputs belong to no document any more: wessex/letter.html, wessex/note.html" in built.out
        built.run("clean")
        assert not (built.root / "build/wessex").exists()
        assert built.outputs == ["banes/letter.html", "banes/note.html"]

    def test_a_programme_that_cannot_be_read_keeps_its_outputs(self, built: Repository) -> None:
        (built.root / "content/wessex/programme.yaml").rename(built.root / "content/wessex/programm.yaml")
        assert built.run("build") == 1
        assert "belong" not in built.out
        assert built.run("clean") == 0
        assert built.out == "no outputs removed\n"
        assert (built.root / "build/wessex/note.html").exists()

    def test_of_many_outputs_the_first_are_named(self, built: Repository) -> None:
        built.run("build", "--format", "md,docx,pdf")
        built.run("build")
        assert "12 outputs belong to no document any more: banes/letter.docx, banes/letter.md" in built.out
        assert ", wessex/note.docx and 2 more\n" in built.out

    def test_a_format_that_the_settings_ask_for_no_more(self, built: Repository) -> None:
        built.write("docgen.toml", '[build]\nformats = ["md"]\n')
        built.run("build", "banes")
        assert "banes/letter.html, banes/note.html" in built.out

    def test_a_format_that_is_only_not_asked_for_this_time_is_not_left_over(self, built: Repository) -> None:
        built.run("build", "--format", "md")
        assert "belong" not in built.out
        built.run("build")
        assert "4 outputs belong to no document any more: banes/letter.md" in built.out

    def test_a_build_that_makes_all_anew_forgets_none_of_them(self, built: Repository) -> None:
        built.write("content/banes/programme.yaml", PROGRAMME.replace(", {type: letter}", ""))
        built.run("build", "--no-cache")
        assert "1 output belongs to no document any more: banes/letter.html" in built.out
        built.run("build", "--no-cache", "--format", "md")
        built.run("clean")
        assert "banes/letter.html" not in built.outputs
        assert "banes/note.html" in built.outputs

    def test_what_was_changed_since_stays(self, built: Repository) -> None:
        built.write("content/banes/programme.yaml", PROGRAMME.replace(", {type: letter}", ""))
        built.run("build")
        (built.root / "build/banes/letter.html").write_text("my own notes")
        assert built.run("clean") == 1
        assert "kept, since it was changed: banes/letter.html" in built.out
        assert built.run("clean", "--force") == 0
        assert "banes/letter.html" not in built.outputs

    def test_what_docgen_did_not_write_is_never_touched(self, built: Repository) -> None:
        (built.root / "build/banes/mine.html").write_text("mine")
        assert built.run("clean", "--all") == 0
        assert built.outputs == ["banes/mine.html"]


class TestRecords:
    def test_they_are_plain_text(self, built: Repository) -> None:
        data = (built.root / "build" / RECORDS / "banes.json").read_bytes()
        stated, _, body = data.partition(b"\n")
        assert len(stated) == 64
        assert json.loads(body)["programme"] == "banes"

    def test_500_ways_to_damage_them_change_no_output(self, built: Repository) -> None:
        place = built.root / "build" / RECORDS / "banes.json"
        sound, good = place.read_bytes(), _outputs(built)
        for damage in damages(sound, random.Random(7), 500):
            place.write_bytes(damage)
            assert built.run("build", "banes") == 0
            assert _outputs(built) == good

    def test_a_record_with_a_true_digest_and_false_contents_is_refused(self, built: Repository) -> None:
        from docgen.making.fingerprint import digest
        from docgen.making.record import from_bytes

        for body in (b"[]", b"null", b"{}", b'{"format": 2}', b"7", b'{"format": 99}', b"[" * 100_000):
            assert from_bytes(digest(body).encode() + b"\n" + body) is None

    def test_of_a_record_with_false_contents_nothing_is_believed(self, built: Repository) -> None:
        from docgen.making.fingerprint import digest
        from docgen.making.record import from_bytes

        sound = (built.root / "build" / RECORDS / "banes.json").read_bytes().partition(b"\n")[2]
        assert from_bytes(digest(sound).encode() + b"\n" + sound)
        for name, wrong in itertools.product(json.loads(sound), (7, "x", None, [7], {"x": 7}, [["DG301", "x"]])):
            body = json.dumps({**json.loads(sound), name: wrong}).encode()
            read = from_bytes(digest(body).encode() + b"\n" + body)
            assert read is None or (name == "programme" and wrong == "x")


class TestEdits:
    @pytest.mark.parametrize("seed", range(12))
    def test_after_any_edits_the_outputs_are_those_of_a_clean_build(self, built: Repository, seed: int) -> None:
        chance = random.Random(seed)
        for _ in range(6):
            chance.choice(EDITS)(built, chance)
            built.run("build")
            left = {name for name in _outputs(built)} - set(_clean_outputs(built))
            assert {name: data for name, data in _outputs(built).items() if name not in left} == _clean_outputs(built)
            built.run("clean")
            assert _outputs(built) == _clean_outputs(built)


def _not_to_be_called(*_: object) -> object:
    raise AssertionError("nothing has changed")


def _outputs(repository: Repository) -> dict[str, bytes]:
    return {name: (repository.root / "build" / name).read_bytes() for name in repository.outputs}


def _clean_outputs(repository: Repository) -> dict[str, bytes]:
    folder = repository.root / "elsewhere"
    shutil.rmtree(folder, ignore_errors=True)
    repository.run("build", "--no-cache", "--out", str(folder))
    found = {name: data for name, (_, data) in state(folder).items() if not name.startswith(RECORDS)}
    shutil.rmtree(folder, ignore_errors=True)
    return found


def _edit_text(repository: Repository, chance: random.Random) -> None:
    folders = sorted(path.name for path in (repository.root / "content").iterdir())
    name = chance.choice(folders)
    repository.write(f"content/{name}/vision.md", f"Vision number {chance.randrange(3)}.\n")


def _edit_template(repository: Repository, chance: random.Random) -> None:
    kind = chance.choice(["note", "letter"])
    repository.write(f"templates/{kind}/template.md.j2", f"# Heading {chance.randrange(3)}\n\n{{{{ vision }}}}\n")


def _edit_settings(repository: Repository, chance: random.Random) -> None:
    formats = chance.sample(["html", "md"], chance.randrange(1, 3))
    repository.write("docgen.toml", f"[build]\nformats = {json.dumps(formats)}\n")


def _ask_for_others(repository: Repository, chance: random.Random) -> None:
    kinds = chance.choice(["{type: note}", "{type: note}, {type: letter}", "{type: letter, title: Another}"])
    text = PROGRAMME.replace("{type: note}, {type: letter}", kinds)
    repository.write("content/banes/programme.yaml", text.replace('"0.1"', f'"0.{chance.randrange(1, 4)}"'))


def _rename(repository: Repository, chance: random.Random) -> None:
    here, there = repository.root / "content/wessex", repository.root / "content/mercia"
    (here if here.exists() else there).rename(there if here.exists() else here)


def _break_and_mend(repository: Repository, chance: random.Random) -> None:
    repository.write("content/banes/vision.md", "See {ref}`nowhere`.\n")
    repository.run("build")
    repository.write("content/banes/vision.md", "Sound again.\n")


def _lose_outputs(repository: Repository, chance: random.Random) -> None:
    names = repository.outputs
    for name in chance.sample(names, len(names) // 2):
        (repository.root / "build" / name).unlink()


EDITS = (_edit_text, _edit_template, _edit_settings, _ask_for_others, _rename, _break_and_mend, _lose_outputs)
