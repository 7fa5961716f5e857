"""The commands, from arguments to what is printed, written and answered."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from docgen import pipeline
from docgen.cli.main import SUBCOMMANDS, docgen, run
from docgen.errors import OutputIsOpen
from docgen.making.store import RECORDS
from docgen.write.disk import write_output

PROGRAMME = """\
title: Joint commissioning
organisation: ccg
organisations:
  ccg: {name: The CCG}
model: joint
version: "0.1"
status: draft
dated: 2014-06-20
documents: [{type: note}, {type: letter}]
"""
FILES = {
    "docgen.toml": '[build]\nformats = ["html"]\n',
    "content/banes/programme.yaml": PROGRAMME,
    "content/banes/vision.md": "Better care, nearer to home.\n",
    "content/wessex/programme.yaml": PROGRAMME,
    "content/wessex/vision.md": "Better care in Wessex.\n",
    "templates/note/type.yaml": "title: Note\nabout: A note\nfile: note\nneeds: [vision]\nuses: [timescales]\n",
    "templates/note/template.md.j2": "# Vision\n\n{{ vision }}\n\n{% if timescales %}In phases.{% endif %}\n",
    "templates/letter/type.yaml": "title: Letter\nabout: A letter\nfile: letter\nneeds: [vision]\n",
    "templates/letter/template.md.j2": "# Letter\n\n{{ vision }}\n",
}


class Repository:
    """A repository on the disk, the command line in it, and what was printed."""

    def __init__(self, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.root, self.capsys = root, capsys
        self.out = self.err = ""

    def write(self, path: str, text: str) -> None:
        (self.root / path).parent.mkdir(parents=True, exist_ok=True)
        (self.root / path).write_text(text, encoding="utf-8")

    def run(self, *arguments: str) -> int:
        self.capsys.readouterr()
        code = run(arguments)
        self.out, self.err = self.capsys.readouterr()
        assert "Traceback" not in self.out + self.err
        return code

    @property
    def outputs(self) -> list[str]:
        """Names below `build/`."""
        folder = self.root / "build"
        files = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
        return sorted(path.as_posix() for path in files if RECORDS not in path.parts)


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Repository:
    """Two programmes with two documents each, and the current folder in their repository."""
    made = Repository(tmp_path / "a folder", capsys)
    for path, text in FILES.items():
        made.write(path, text)
    monkeypatch.chdir(made.root)
    return made


ALL = ["banes/letter.html", "banes/note.html", "wessex/letter.html", "wessex/note.html"]


def test_build_writes_every_document(repository: Repository) -> None:
    assert repository.run("build") == 0
    assert repository.outputs == ALL
    assert (repository.out, repository.err) == ("4 documents built; no problems found\n", "")


@pytest.mark.parametrize(
    ("target", "outputs"),
    [
        ("banes", ALL[:2]),
        ("banes/note", ["banes/note.html"]),
        ("content/banes", ALL[:2]),
        ("content/banes/", ALL[:2]),
        ("./content/banes/vision.md", ALL[:2]),
        ("content\\banes\\vision.md", ALL[:2]),
        ("content/banes/no-such-file.md", ALL[:2]),
    ],
)
def test_build_takes_names_and_paths(repository: Repository, target: str, outputs: list[str]) -> None:
    assert repository.run("build", target) == 0
    assert repository.outputs == outputs


def test_several_targets_are_added_up(repository: Repository) -> None:
    assert repository.run("build", "wessex/letter", "banes/note", "banes/note") == 0
    assert repository.outputs == ["banes/note.html", "wessex/letter.html"]


def test_paths_may_be_absolute_or_relative_to_a_folder_inside(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert repository.run("build", str(repository.root / "content/wessex/vision.md")) == 0
    monkeypatch.chdir(repository.root / "content/banes")
    assert repository.run("build", "vision.md") == 0
    assert repository.outputs == ALL


def test_formats_and_the_output_folder_can_be_chosen(repository: Repository, tmp_path: Path) -> None:
    assert repository.run("build", "banes/note", "--format", "docx, HTML", "--out", str(tmp_path / "there")) == 0
    assert repository.outputs == []
    assert sorted(path.name for path in (tmp_path / "there/banes").iterdir()) == ["note.docx", "note.html"]


def test_formats_may_be_named_one_by_one(repository: Repository) -> None:
    assert repository.run("build", "banes/note", "--format", "md", "--format", "docx,md") == 0
    assert sorted(path.name for path in (repository.root / "build/banes").iterdir()) == ["note.docx", "note.md"]


@pytest.mark.parametrize(
    ("arguments", "message", "help"),
    [
        (["build", "bane"], "unknown programme 'bane'", "did you mean 'banes'?"),
        (["build", "content/bane/x.md"], "unknown programme 'bane'", "did you mean 'banes'?"),
        (["build", "banes/nota"], "no document is called 'banes/nota'", "did you mean 'banes/note'?"),
        (["check", "somewhere/else"], "unknown programme 'somewhere'", "known: banes, wessex"),
        (["list", "/etc/passwd"], "'/etc/passwd' is neither a programme nor a file of one", "known: banes, wessex"),
        (["list", "../x"], "'../x' is neither a programme nor a file of one", "known: banes, wessex"),
        (["list", "lettr"], "'lettr' is neither a programme nor a document type", "did you mean 'letter'?"),
        (["list", "bane"], "'bane' is neither a programme nor a document type", "did you mean 'banes'?"),
        (["list", ""], "'' is neither a programme nor a file of one", "known: banes, wessex"),
        (["build", "--format", "word"], "no format is called 'word'", "known: docx, html"),
        (["build", "--format", "htm"], "no format is called 'htm'", "did you mean 'html'?"),
        (["build", "--format", ","], "'--format' names no format", "write one or more of docx, html"),
        (["explain", "DG3001"], "no code is called 'DG3001'", "did you mean"),
        (["bild"], "no command is called 'bild'; did you mean 'build'?", ""),
        (["build", "--fromat", "docx"], "--fromat", ""),
    ],
)
def test_what_nothing_is_called_gets_a_hint(
    repository: Repository, arguments: list[str], message: str, help: str
) -> None:
    assert repository.run(*arguments) == 2
    assert message in repository.err
    assert help in repository.err
    assert repository.out == ""


def test_a_document_with_errors_is_not_written_and_the_others_are(repository: Repository) -> None:
    repository.run("build")
    before = (repository.root / "build/banes/note.html").read_bytes()
    repository.write("templates/note/template.md.j2", "# Vision\n\n{{ visoin }}\n")
    repository.write("content/banes/vision.md", "Better care tomorrow.\n")
    assert repository.run("build", "banes") == 1
    assert (repository.root / "build/banes/note.html").read_bytes() == before
    assert "tomorrow" in (repository.root / "build/banes/letter.html").read_text("utf-8")
    assert "error[DG" in repository.out
    assert "--> templates/note/template.md.j2:3" in repository.out
    assert repository.out.endswith("\nnot built: banes/note\n1 document built, 1 not built; 1 error\n")


def test_content_that_cannot_be_read_keeps_its_programme_from_being_written(repository: Repository) -> None:
    repository.write("content/banes/vision.md", "---\nowner: [\n---\nBetter care.\n")
    assert repository.run("build") == 1
    assert repository.outputs == ALL[2:]
    assert repository.out.endswith("1 error\n")


def test_a_draft_is_written_in_spite_of_a_broken_rule(repository: Repository) -> None:
    repository.write("content/banes/timescales.yaml", "phases: [{name: Shadow, begins: '2015', ends: '2014'}]\n")
    assert repository.run("build") == 1
    assert repository.outputs == ALL
    assert "error[DG401]" in repository.out
    assert repository.out.endswith("4 documents built; 1 error\n")


def test_a_broken_rule_keeps_a_final_document_from_being_written(repository: Repository) -> None:
    repository.write("content/banes/timescales.yaml", "phases: [{name: Shadow, begins: '2015', ends: '2014'}]\n")
    repository.write("content/banes/programme.yaml", PROGRAMME.replace("status: draft", "status: final"))
    assert repository.run("build") == 1
    assert repository.outputs == ALL[2:]
    assert "error[DG401]" in repository.out
    assert repository.out.endswith("2 documents built, 2 not built; 1 error\n")


def test_warnings_keep_nothing_from_being_written(repository: Repository) -> None:
    repository.write("content/banes/vision.md", "---\nword_limit: 2\n---\nBetter care, nearer to home.\n")
    assert repository.run("build", "banes") == 0
    assert repository.outputs == ALL[:2]
    assert repository.out.endswith("2 documents built; 1 warning\n")


def test_an_output_open_in_word_is_named_and_the_others_are_written(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(folder: Path, name: str, content: bytes) -> bool:
        if name == "banes/note.html":
            raise OutputIsOpen("'note.html' is open in Word", "close it and build again")
        return write_output(folder, name, content)

    monkeypatch.setattr("docgen.making.store.write_output", refuse)
    assert repository.run("build") == 2
    assert repository.outputs == [name for name in ALL if name != "banes/note.html"]
    assert repository.err == "error: 'note.html' is open in Word\nhelp: close it and build again\n"
    assert repository.out.endswith("3 documents built, 1 not built; no problems found\n")


def test_check_finds_the_same_and_writes_nothing(repository: Repository) -> None:
    assert repository.run("check") == 0
    assert repository.out == "4 documents passed; no problems found\n"
    repository.write("templates/note/template.md.j2", "{{ visoin }}\n")
    assert repository.run("check", "banes/note") == 1
    assert repository.out.endswith("no documents passed, 1 not passed; 1 error\n")
    assert repository.outputs == []


def test_list_names_documents_outputs_and_types(repository: Repository) -> None:
    assert repository.run("list") == 0
    assert "banes  Joint commissioning\n  banes/note    build/banes/note.html\n" in repository.out
    types = repository.out.partition("document types\n")[2]
    assert "  letter  Letter: A letter\n    one document, as html; needs vision; banes and wessex ask for it\n" in types
    assert (
        "    one document for each committee, as html; needs programme and governance; no programme asks for it"
        in types
    )
    assert "    one document, as docx; needs programme, scope," in types


def test_list_of_a_type_says_what_it_takes_and_which_labels_it_has(repository: Repository) -> None:
    macro = '{% from "parts/section.md.j2" import section %}\n{{ section("section-aims", "Aims", vision) }}\n'
    text = "{#\n(section-gone)=\n#}\n(section-vision)=\n# Vision\n\n{{ vision }}\n\n:::{table}\n:label: table-x\n"
    repository.write("templates/note/template.md.j2", f'{text}:::\n{macro}{{% include "end.md.j2" %}}\n')
    repository.write("templates/note/end.md.j2", '(section-end)=\n# End\n{% include "note/template.md.j2" %}\n')
    assert repository.run("list", "note") == 0
    head, _, labels = repository.out.partition("\nlabels for {ref}, where their text is there\n")
    assert head.startswith(
        "note  Note\n  A note\n  one document, as html\n\nneeds\n  vision      narrative  vision.md\n"
    )
    assert (
        "\n\nuses, where they are there\n  timescales  part       timescales.yaml; phases, milestones, meetings,"
        in head
    )
    assert labels.startswith("  section-vision, table-x, section-aims, section-end\n\nprogrammes\n")


def test_list_of_a_type_says_which_programmes_make_it_and_what_the_others_lack(repository: Repository) -> None:
    repository.write(
        "templates/note/type.yaml", "title: Note\nabout: A note\nfile: note\nneeds: [vision, scope, aims]\n"
    )
    repository.write("content/wessex/programme.yaml", PROGRAMME.replace("{type: note}, ", ""))
    repository.write("content/other/programme.yaml", "title: Other\n")
    assert repository.run("list", "note") == 0
    assert repository.out.partition("programmes\n")[2].splitlines() == [
        "  banes   asks for it, and lacks scope.yaml and aims.md",
        "  other   cannot be read: 'docgen check other' says why",
        "  wessex  does not ask for it; it would need scope.yaml and aims.md",
        "",
    ]
    repository.run("list", "letter")
    assert "  banes   makes banes/letter\n" in repository.out


def test_list_takes_programmes_and_types_together_and_a_programme_goes_before_a_type(repository: Repository) -> None:
    assert repository.run("list", "letter", "wessex") == 0
    assert "wessex/note" in repository.out
    assert "letter  Letter\n" in repository.out
    repository.write("content/note/programme.yaml", PROGRAMME)
    assert repository.run("list", "note") == 0
    assert repository.out.startswith("note  Joint commissioning\n")


def test_list_of_a_type_with_faults_shows_them(repository: Repository) -> None:
    repository.write("templates/note/type.yaml", "titel: Note\nabout: A note\nfile: note\n")
    assert repository.run("list", "note") == 1
    assert "did you mean 'title'?" in repository.out


def test_list_says_which_programme_has_errors(repository: Repository) -> None:
    repository.write("content/banes/programme.yaml", "title: Joint commissioning\n")
    assert repository.run("list") == 1
    assert "'docgen check banes' shows them" in repository.out
    assert "wessex/note" in repository.out


def test_explain_prints_what_a_code_means(repository: Repository) -> None:
    for written in ("DG301", "dg301", "301"):
        assert repository.run("explain", written) == 0
        assert repository.out.startswith("DG301 Total differs (error)\n\nThe posts of `resources` do not add up")


@pytest.mark.parametrize("written", ["DG3", "dg3", "3"])
def test_explain_lists_the_codes_that_begin_so(repository: Repository, written: str) -> None:
    assert repository.run("explain", written) == 0
    ids = [line.split()[0] for line in repository.out.splitlines()]
    assert ids == sorted(ids)
    assert {"DG301", "DG320"} <= set(ids)
    assert all(id_.startswith("DG3") for id_ in ids)


def test_explain_without_a_code_lists_them_all_in_order(repository: Repository) -> None:
    assert repository.run("explain") == 0
    ids = [line.split()[0] for line in repository.out.splitlines()]
    assert ids == sorted(ids)
    assert {"DG050", "DG301", "DG652"} <= set(ids)


def test_a_folder_without_a_repository_is_told_how_to_start(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert repository.run("build") == 2
    assert repository.err.startswith("error: this folder, and every folder above it, holds neither")
    assert "\nhelp: " in repository.err


def test_a_repository_without_programmes_is_told_so(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "new/content").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "new")
    assert repository.run("build") == 2
    assert repository.err.startswith("error: there is no programme in 'content'\nhelp: ")


def test_a_folder_that_is_no_programme_is_reported(repository: Repository) -> None:
    repository.write("content/stray/vision.md", "Better care.\n")
    assert repository.run("build") == 1
    assert "error[DG031]" in repository.out
    assert repository.outputs == ALL


@pytest.mark.parametrize(
    ("settings", "place", "message"),
    [
        ("[build\n", "docgen.toml:1:7", "error[DG050]: the settings cannot be read: expected ']'"),
        ('[build]\nformats = ["word"]\n', "docgen.toml:2:11", "'word'"),
        ('[build]\nformat = ["docx"]\n', "docgen.toml:2:1", "unknown field 'format'"),
        ("colour = true\n", "docgen.toml:1:1", "unknown field 'colour'"),
    ],
)
def test_settings_with_faults_are_reported_at_their_place(
    repository: Repository, settings: str, place: str, message: str
) -> None:
    repository.write("docgen.toml", settings)
    assert repository.run("check", "banes/note") == 1
    assert message in repository.out
    assert f"--> {place}\n" in repository.out


def fail_with(fault: BaseException) -> Callable[..., None]:
    def fail(*_: object) -> None:
        raise fault

    return fail


def test_a_fault_of_docgen_is_told_in_two_lines(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "write", fail_with(ZeroDivisionError("by nought\nand more")))
    assert repository.run("build") == 2
    error, help = repository.err.splitlines()
    assert error.startswith("error: this is a fault of docgen, please report it: ZeroDivisionError: by nought (docgen/")
    assert help.startswith("help: ")


def test_a_fault_of_docgen_shows_its_traceback_to_those_who_ask(
    repository: Repository, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(pipeline, "write", fail_with(ZeroDivisionError("by nought")))
    assert run(["--debug", "build"]) == 2
    assert "Traceback" in capsys.readouterr().err
    monkeypatch.setenv("DOCGEN_DEBUG", "1")
    assert run(["build"]) == 2
    assert "Traceback" in capsys.readouterr().err


def test_an_interruption_ends_quietly(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "write", fail_with(KeyboardInterrupt()))
    assert repository.run("build") == 130
    assert (repository.out, repository.err.strip()) == ("", "")


@pytest.mark.parametrize("name", SUBCOMMANDS)
def test_every_command_of_the_table_is_there_and_explains_itself(repository: Repository, name: str) -> None:
    assert repository.run(name, "--help") == 0
    assert repository.out.startswith(f"Usage: docgen {name} ")
    assert docgen.get_command(None, name).name == name  # type: ignore[arg-type, union-attr]


def test_a_file_in_the_place_of_the_output_folder_is_told(repository: Repository) -> None:
    repository.write("build", "not a folder")
    assert repository.run("build", "banes/note") == 2
    assert "error: 'banes/note.html' cannot be written: a file is in the place of its folder\n" in repository.err
