"""`docgen init` and `docgen new`: from an empty folder to papers, with mistakes on the way."""

from __future__ import annotations

import io
import json
import sys
import tomllib
from pathlib import Path
from shutil import copytree

import pytest
import yaml

from docgen.cli import asking
from docgen.cli.main import run
from docgen.editing.schema_files import FOLDER
from docgen.errors import CannotWrite
from docgen.load.document_type import document_types
from docgen.load.repository import shipped_snapshot, shipped_templates
from docgen.schema.registry import PART_FILES
from docgen.schema.settings import Settings
from docgen.start import placing
from docgen.start.content_file import SCHEMAS
from docgen.start.repository import repository_files
from tests.beginnings import ANSWERS, Beginning, all_used
from tests.test_editing_schemas import faults

TYPES = document_types(shipped_snapshot(shipped_templates()))
MISSING = {"DG402", "DG469", "DG554", "DG555", "DG558", "DG609", "DG754"}
"""Rules that say of something that it is not written yet: a placeholder, a date, a tick."""

QUESTIONS = "increases_discrimination reduces_discrimination is_controversial disadvantages is_in_doubt".split()
FILLED: dict[str, list[tuple[str, str, str]]] = {
    "action-plan": [("timescales.yaml", "due", "2026-05-20")],
    "application-form": [("programme.yaml", "review_date", "2027-05")],
    "cover-report": [
        ("cover-report.yaml", "committee_date", "2026-05-12"),
        ("cover-report.yaml", "produced", "2026-05-01"),
        ("cover-report.yaml", "approved_by", ""),
        ("cover-report.yaml", "purpose", ""),
        ("cover-report.yaml", "affects", ""),
        ("cover-report.yaml", "individuals_at_centre", "yes"),
        *(("cover-report.yaml", name, "no") for name in QUESTIONS),
    ],
    "terms-of-reference": [("governance.yaml", "review_date", "2027-05")],
}
"""Fields that have no room for a placeholder, and that a paper must have all the same."""


@pytest.fixture
def beginning(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Beginning:
    """An empty folder with a space in its name, which is the current one."""
    root = tmp_path / "our papers"
    root.mkdir()
    monkeypatch.chdir(root)
    return Beginning(root, capsys)


@pytest.fixture(scope="module")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new repository, to be copied."""
    root = tmp_path_factory.mktemp("made")
    assert run(["init", str(root)]) == 0
    return root


@pytest.fixture
def repository(beginning: Beginning, made_once: Path) -> Beginning:
    """A new repository, which is the current folder."""
    copytree(made_once, beginning.root, dirs_exist_ok=True)
    return beginning


def answer(monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    """Somebody sits at the terminal and types these lines."""
    monkeypatch.setattr(asking, "somebody_answers", lambda: True)
    monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{line}\n" for line in lines)))


# docgen init


def test_init_makes_a_repository_in_the_current_folder(beginning: Beginning) -> None:
    beginning.must("init")
    assert {path for path in beginning.files if not path.startswith(".docgen/")} == set(repository_files())
    assert "next: docgen new programme" in beginning.out
    assert beginning.run("check") == 2
    assert "no programme" in beginning.err


def test_init_makes_the_folder_that_is_named(beginning: Beginning) -> None:
    beginning.must("init", "a new place")
    assert (beginning.root / "a new place" / "docgen.toml").is_file()
    assert 'next: cd "a new place", then docgen new programme' in beginning.out


def test_init_writes_over_nothing_and_says_what_is_there(beginning: Beginning) -> None:
    beginning.write("README.md", "Mine\r\n")
    beginning.write(".vscode/settings.json", "{}")
    beginning.must("init")
    assert beginning.read("README.md") == "Mine\r\n"
    assert beginning.read(".vscode/settings.json") == "{}"
    assert "is there: README.md" in beginning.out
    before = beginning.files
    assert "nothing was missing" in beginning.must("init")
    assert beginning.files == before


def test_every_file_of_init_has_line_feeds_and_is_the_same_each_time(repository: Beginning) -> None:
    for path, content in repository.files.items():
        assert b"\r" not in content, path
        assert content.endswith(b"\n") or path == "content/.gitkeep"
    assert repository_files() == repository_files()


def test_the_files_of_init_are_what_their_programs_read(repository: Beginning) -> None:
    for path in (".pre-commit-config.yaml", ".github/workflows/papers.yml"):
        assert isinstance(yaml.safe_load(repository.read(path)), dict)
    settings = json.loads(repository.read(".vscode/settings.json"))
    assert all((repository.root / schema).is_file() for schema in settings["yaml.schemas"])
    assert len(json.loads(repository.read(".vscode/extensions.json"))["recommendations"]) == 3
    assert SCHEMAS == FOLDER


def test_every_setting_stands_in_the_settings_and_is_taken_when_used(repository: Beginning) -> None:
    text = repository.read("docgen.toml")
    used = tomllib.loads("\n".join(line.removeprefix("# ") if " = " in line else line for line in text.splitlines()))
    assert {group: set(fields) for group, fields in used.items()} == {
        group: set(info.annotation.model_fields) for group, info in Settings.model_fields.items() if info.annotation
    }
    repository.write(
        "docgen.toml", "\n".join(line.removeprefix("# ") if " = " in line else line for line in text.splitlines())
    )
    repository.must("reference")
    repository.must("new", "programme", "north", *ANSWERS, "--document", "risk-register")
    assert not [found for found in repository.found() if found.startswith("error")]


def test_init_refuses_a_file_and_a_folder_inside_a_repository(repository: Beginning) -> None:
    repository.write("notes.txt", "x")
    assert repository.run("init", "notes.txt") == 2
    assert "'notes.txt' is a file" in repository.err
    assert repository.run("init", "inner/deeper") == 2
    assert "lies in a repository already" in repository.err
    assert not (repository.root / "inner").exists()


def test_init_says_where_it_may_not_write(beginning: Beginning, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> bool:
        raise CannotWrite("'README.md' cannot be written: docgen may not write there", "choose another with --out")

    monkeypatch.setattr(placing, "write_output", refuse)
    assert beginning.run("init") == 2
    assert "docgen may not write there\nhelp: mend this and run the command again" in beginning.err
    assert "--out" not in beginning.err


def test_a_file_in_the_place_of_a_folder_is_told(beginning: Beginning) -> None:
    beginning.write("build", "x")
    assert beginning.run("init") == 2
    assert "a file is in the place of its folder" in beginning.err
    assert "writes over nothing" in beginning.err


# docgen new


@pytest.mark.parametrize("type_", TYPES)
def test_a_new_document_of_each_type_lacks_only_what_is_to_be_written(type_: str, repository: Beginning) -> None:
    repository.must("new", "programme", "north", *ANSWERS, "--document", type_)
    found = repository.found("north")
    assert "warning DG609" in found
    assert {each for each in found if each.split()[1] not in MISSING and not each.startswith("note")} == set()
    repository.must("build", "north", "--format", "docx", "--format", "html")


def test_documents_of_all_types_together_lack_only_what_is_to_be_written(repository: Beginning) -> None:
    types = [option for type_ in TYPES for option in ("--document", type_)]
    repository.must("new", "programme", "north", *ANSWERS, *types)
    found = repository.found("north")
    assert {each for each in found if each.split()[1] not in MISSING and not each.startswith("note")} == set()


def test_a_short_name_that_is_still_to_be_written_hides_no_placeholder(repository: Beginning) -> None:
    answers = ("--organisation", "NHS Northvale", "--model", "delegated", "--dated", "2026-05-01")
    repository.must("new", "programme", "north", *answers, "--document", "risk-register")
    assert "    abbreviation: TBC\n" in repository.read("content/north/programme.yaml")
    assert "warning DG609" in repository.found("north")


def test_a_letter_is_begun_with_its_words(repository: Beginning) -> None:
    repository.must("new", "programme", "north", *ANSWERS, "--document", "member-letter")
    assert "Printed in: Letter to members.\n" in repository.read("content/north/letter.md")
    repository.must("new", "document", "member-letter")
    assert "is there: content/north/letter.md" in repository.out


def recommend_in_the_paper(repository: Beginning) -> None:
    """What a cover report asks of the board has to stand in the paper as well."""
    paths = [path for path in repository.content("north") if path.endswith("cover-report.yaml")]
    for path in paths:
        loaded = yaml.safe_load(repository.read(path))
        text = "content/north/report-purpose.md"
        repository.write(
            text, f"{repository.read(text)}\nThe board is asked to agree: {loaded['recommendations'][0]}\n"
        )


@pytest.mark.parametrize("type_", TYPES)
def test_a_document_of_each_type_is_clean_once_it_is_written(type_: str, repository: Beginning) -> None:
    repository.must("new", "programme", "north", *ANSWERS, "--document", type_)
    for file, field, value in FILLED.get(type_, []):
        repository.use(f"content/north/{file}", field, value)
    repository.fill_in("north")
    recommend_in_the_paper(repository)
    assert [each for each in repository.found("north") if not each.startswith("note")] == []
    assert "1 document built" in repository.must("build", "north", "--format", "docx")


@pytest.mark.parametrize("type_", TYPES)
def test_everything_that_a_type_can_print_can_be_begun(type_: str, repository: Beginning) -> None:
    repository.must("new", "programme", "north", *ANSWERS, "--document", type_)
    repository.must("new", "document", type_, "--all")
    for path in [path for path in repository.content("north") if path.endswith(".yaml")]:
        assert faults(Path(path).stem, repository.read(path)) == []
    assert not [found for found in repository.found("north") if found.startswith("error")]
    repository.must("build", "north", "--format", "docx")


def test_every_part_can_be_begun_and_every_field_of_it_be_used(repository: Beginning) -> None:
    repository.must("new", "programme", "north", *ANSWERS, "--document", "eoi")
    parts = [option for name in PART_FILES if name != "programme" for option in ("--with", name)]
    repository.must("new", "document", "eoi", *parts)
    for path in [f"content/north/{name}.yaml" for name in PART_FILES]:
        text = repository.read(path)
        assert text.startswith(f"# yaml-language-server: $schema=../../{SCHEMAS}/{Path(path).stem}.json\n")
        repository.write(path, all_used(text))
    used = repository.read("content/north/governance.yaml")
    assert "\n    secretariat: TBC\n" in used
    assert "\n  body-1:\n    name: TBC  # Full name" in used
    told = {code for code in repository.found("north") if code.startswith("error")}
    assert told <= {"error DG204", "error DG210"}, repository.out


def test_two_documents_share_their_files(repository: Beginning) -> None:
    repository.must("new", "programme", "north", *ANSWERS, "--document", "eoi", "--document", "terms-of-reference")
    assert repository.out.count("governance.yaml") == 1
    assert repository.read("content/north/programme.yaml").count("- type: ") == 2


def test_adding_a_document_keeps_every_character_of_the_programme(repository: Beginning) -> None:
    repository.must("new", "programme", "north", *ANSWERS, "--document", "eoi")
    path = "content/north/programme.yaml"
    text = "\ufeff" + repository.read(path).replace("\n", "\r\n") + "# The end\r\n"
    repository.write(path, text)
    repository.must("new", "document", "risk-register", "--programme", "content\\north\\")
    changed = repository.read(path)
    assert changed.replace("  - type: risk-register\r\n", "") == text
    assert repository.must("new", "document", "risk-register").count("nothing was missing") == 1
    assert repository.read(path) == changed


def test_what_is_there_is_kept_whatever_its_kind(repository: Beginning) -> None:
    repository.must("new", "programme", "north", *ANSWERS, "--document", "risk-register")
    repository.write("content/north/scope.csv", "Function,In scope?\nDesign contracts,yes\n")
    repository.write("content/north/narrative/vision.md", "Better care.\n")
    repository.must("new", "document", "eoi")
    assert "is there: content/north/scope.csv" in repository.out
    assert "is there: content/north/narrative/vision.md" in repository.out
    assert "written:  content/north/narrative/summary.md" in repository.out
    assert "content/north/scope.yaml" not in repository.files


def test_the_text_says_where_it_is_printed(repository: Beginning) -> None:
    repository.must("new", "programme", "north", *ANSWERS, "--document", "eoi")
    assert "Printed in: Expression of interest, under “What is our vision?”.\n" in repository.read(
        "content/north/vision.md"
    )
    repository.must("new", "document", "cover-report")
    assert ", under “Background”.\n" in repository.read("content/north/report-background.md")


def test_the_only_programme_and_the_one_around_the_current_folder_need_not_be_named(
    repository: Beginning, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.must("new", "programme", "north", *ANSWERS, "--document", "risk-register")
    repository.must("new", "document", "decision-log")
    repository.must("new", "programme", "south", *ANSWERS, "--document", "risk-register")
    assert repository.run("new", "document", "eoi") == 2
    assert repository.err.startswith("error: --programme is missing")
    monkeypatch.chdir(repository.root / "content" / "south")
    repository.must("new", "document", "decision-log")
    assert "content/south/decisions.yaml" in repository.files


# Mistakes


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((), "ID is missing"),
        (
            ("North Vale",),
            "'North Vale' cannot be the id of a programme\nhelp: use small letters, digits and hyphens: 'north-vale'",
        ),
        (("con",), "'con' is the name of a device on Windows"),
        (("a" * 300,), "Windows may not open it"),
        (("../x",), "cannot be the id of a programme"),
        (("north", "--organisation", "X"), "--model is missing"),
        (("north", "--organisation", " "), "--organisation: an answer is empty"),
        (("north", "--organisation", "a\x07b"), "no paper can print"),
        (("north", "--organisation", "X", "--model", "jiont"), "--model: 'jiont' must be"),
        (("north", "--organisation", "X", "--model", "joint"), "--dated is missing"),
        (("north", "--organisation", "X", "--model", "joint", "--dated", "1/5/2026"), "write 1 May 2026"),
        (("north", *ANSWERS), "--document is missing"),
        (("north", *ANSWERS, "--document", "eio"), "no document type is called 'eio'\nhelp: did you mean 'eoi'?"),
    ],
)
def test_a_mistake_is_told_and_nothing_is_written(
    arguments: tuple[str, ...], message: str, repository: Beginning
) -> None:
    assert repository.run("new", "programme", *arguments) == 2
    assert message in repository.err
    assert repository.content("") == [] or repository.content("") == ["content/.gitkeep"]


def test_a_programme_that_is_there_is_not_begun_again(repository: Beginning) -> None:
    repository.must("new", "programme", "north", *ANSWERS, "--document", "eoi")
    before = repository.files
    assert repository.run("new", "programme", "north", *ANSWERS, "--document", "eoi") == 2
    assert "there is a programme 'north' already" in repository.err
    assert repository.files == before


def test_names_that_no_document_prints_are_told(repository: Beginning) -> None:
    repository.must("new", "programme", "north", *ANSWERS, "--document", "eoi")
    assert repository.run("new", "document", "eoi", "--with", "visoin") == 2
    assert "'eoi' does not print 'visoin'\nhelp: did you mean 'vision'?" in repository.err


def test_a_programme_with_faults_is_not_added_to(repository: Beginning) -> None:
    repository.must("new", "programme", "north", *ANSWERS, "--document", "eoi")
    path = "content/north/programme.yaml"
    repository.write(path, repository.read(path).replace("status: draft", "status: drafty"))
    before = repository.files
    assert repository.run("new", "document", "risk-register") == 1
    assert "nothing was written: mend this first" in repository.out
    assert repository.files == before


def test_a_list_of_documents_that_cannot_be_changed_safely_is_left_alone(repository: Beginning) -> None:
    repository.must("new", "programme", "north", *ANSWERS, "--document", "eoi")
    path = "content/north/programme.yaml"
    text = repository.read(path).partition("documents:")[0]
    repository.write(path, f"{text}documents: &d\n  - type: eoi\nauthor2: *d\n")
    assert repository.run("new", "document", "risk-register") == 1


def test_a_type_in_the_place_of_a_command_is_understood(repository: Beginning) -> None:
    assert repository.run("new", "eoi") == 2
    assert "write 'docgen new document eoi'" in repository.err


def test_new_outside_a_repository_says_so(beginning: Beginning) -> None:
    assert beginning.run("new", "programme", "north") == 2
    assert "docgen init" in beginning.err


# At a terminal


def test_somebody_at_the_terminal_is_asked_and_mistakes_are_asked_again(
    repository: Beginning, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = (
        "North Vale",
        "north-vale",
        "",
        "NHS Northvale",
        "",
        "jiont",
        "joint",
        "2026-05-01",
        "",
        "eio",
        "eoi, risk-register",
    )
    answer(monkeypatch, *lines)
    repository.must("new", "programme")
    assert "Id of the programme, which names its folder: " in repository.out
    assert "use small letters, digits and hyphens: 'north-vale'" in repository.out
    assert "Title of the programme [North vale]: " in repository.out
    assert "did you mean 'joint'?" in repository.out
    assert "did you mean 'eoi'?" in repository.out
    text = repository.read("content/north-vale/programme.yaml")
    assert "\ntitle: North vale\n" in text
    assert "\nmodel: joint\n" in text
    assert "# effective: " in text
    assert "- type: risk-register" in text


def test_a_closed_terminal_writes_nothing(repository: Beginning, monkeypatch: pytest.MonkeyPatch) -> None:
    answer(monkeypatch, "north")
    assert repository.run("new", "programme") == 130
    assert repository.content("north") == []


def test_yes_takes_defaults_at_a_terminal_without_asking(
    repository: Beginning, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(monkeypatch)
    options = (
        "--organisation",
        "X",
        "--model",
        "joint",
        "--document",
        "risk-register",
        "--yes",
        "--dated",
        "2026-05-01",
    )
    repository.must("new", "programme", "north", *options)
    assert "title: North\n" in repository.read("content/north/programme.yaml")


def test_awkward_words_reach_the_papers_as_they_are(repository: Beginning) -> None:
    words = "A&E: 5 < 6 #1 {x} “it’s” — 'no' ½ *"
    options = ("--organisation", words, "--title", "- yes", "--model", "joint", "--dated", "2026-05-01")
    repository.must("new", "programme", "north", *options, "--document", "risk-register")
    loaded = yaml.safe_load(repository.read("content/north/programme.yaml"))
    assert loaded["title"] == "- yes"
    assert [each["name"] for each in loaded["organisations"].values()] == [words]
    assert not [found for found in repository.found("north") if found.startswith("error")]
