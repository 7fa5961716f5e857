"""`docgen where`: from the words of a Word file back to the file and line that they came from."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

import pytest

from docgen.cli.main import run
from docgen.write.zip import packed, unpacked
from tests.test_cli_commands import PROGRAMME, Repository

FILES = {
    "content/banes/programme.yaml": PROGRAMME.replace(", {type: letter}", ""),
    "content/banes/facts.yaml": (
        "population:\n  label: People\n  value: 197,040\n  as_of: 2014-04-01\n  source: The register\n"
    ),
    "content/banes/vision.md": (
        "Better care, nearer to home, for {fact}`population` people.\nWe mean “The King's Fund” and others.\n\n"
        "Care for all.\n\n- A first point\n- A second point\n"
    ),
    "templates/note/type.yaml": "title: Note\nabout: A note\nfile: note\nneeds: [vision]\nuses: [facts]\n",
    "templates/note/template.md.j2": "# Our vision\n\n{{ vision }}\n\nMade by {{ organisation.name }} for its board.\n",
}  # fmt: skip


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Repository:
    """A repository with one paper, built."""
    made = Repository(tmp_path / "a folder", capsys)
    for path, text in FILES.items():
        made.write(path, text)
    monkeypatch.chdir(made.root)
    assert made.run("build", "--format", "docx") == 0, made.out
    return made


PAPER = "build/banes/note.docx"


def test_a_paragraph_of_content_is_shown_with_its_line(repository: Repository) -> None:
    assert repository.run("where", PAPER, "Care for all") == 0
    assert repository.out == (
        "found: 'Care for all.'\n"
        " --> content/banes/vision.md:4:1\n"
        "  │\n"
        "4 │ Care for all.\n"
        "  │ ^^^^^^^^^^^^\n"
        "\n"
        "1 passage found\n"
    )


@pytest.mark.parametrize(
    "words",
    ["the king's fund", "THE  KING’S\tFUND", "\"The King's", "“the king‘s", "mean «The King's Fund» and"],
)
def test_capitals_spaces_and_kinds_of_quotation_marks_do_not_count(repository: Repository, words: str) -> None:
    assert repository.run("where", PAPER, words) == 0
    assert "content/banes/vision.md:2:" in repository.out


def test_a_value_in_a_sentence_is_traced_to_its_own_place(repository: Repository) -> None:
    assert repository.run("where", PAPER, "for 197,040 people") == 0
    assert " --> content/banes/vision.md:1:" in repository.out
    assert "note: '197,040' comes from\n --> content/banes/facts.yaml:3:10\n" in repository.out


def test_a_template_that_prints_a_value_is_named_with_it(repository: Repository) -> None:
    assert repository.run("where", PAPER, "by The CCG for") == 0
    assert " --> templates/note/template.md.j2:5" in repository.out
    assert "note: 'The CCG' comes from\n --> content/banes/programme.yaml:4:15\n" in repository.out
    assert repository.run("where", PAPER, "its board") == 0
    assert "programme.yaml" not in repository.out


def test_every_passage_that_holds_the_words_is_shown(repository: Repository) -> None:
    assert repository.run("where", PAPER, "point") == 0
    assert "vision.md:6:11\n" in repository.out
    assert "vision.md:7:12\n" in repository.out
    assert repository.out.endswith("\n2 passages found\n")


def test_words_may_be_written_without_quotation_marks(repository: Repository) -> None:
    assert repository.run("where", PAPER, "Care", "for", "all") == 0
    assert repository.run("where", PAPER, "  ", "") == 2
    assert "no words to look for" in repository.err


def test_what_nothing_holds_is_answered_with_what_is_nearest(repository: Repository) -> None:
    assert repository.run("where", PAPER, "Bettre care neerer home") == 1
    assert "not found: no passage of 'note.docx' holds 'Bettre care neerer home'\n" in repository.out
    assert "help: did you mean 'Better care, nearer to home" in repository.out
    assert "content/banes/vision.md:1" in repository.out
    assert repository.run("where", PAPER, "xylophone") == 1
    assert "look for fewer words" in repository.out


def test_words_that_only_a_reader_wrote_are_told_apart(repository: Repository) -> None:
    edit(repository.root / PAPER, "</w:body>", "<w:p><w:r><w:t>My remark</w:t></w:r></w:p></w:body>", last=True)
    assert repository.run("where", PAPER, "my remark") == 1
    assert "the words stand in the file, but not in a passage that docgen wrote" in repository.out


def test_a_passage_that_was_changed_in_word_says_so(repository: Repository) -> None:
    edit(repository.root / PAPER, "Care for all.", "Care for all of us.")
    assert repository.run("where", PAPER, "care for all of us") == 0
    assert "content/banes/vision.md:4:1\n" in repository.out
    assert "note: the passage was changed in the Word file after docgen wrote it\n" in repository.out


def test_tracked_insertions_count_and_deletions_do_not(repository: Repository) -> None:
    tracked = (
        '</w:t></w:r><w:ins w:id="900" w:author="A"><w:r><w:t>Health </w:t></w:r></w:ins>'
        '<w:del w:id="901" w:author="A"><w:r><w:delText>x</w:delText></w:r></w:del><w:r><w:t>care for all.'
    )
    edit(repository.root / PAPER, "Care for all.", tracked)
    assert repository.run("where", PAPER, "health care for all") == 0


def test_a_file_of_the_repository_that_has_changed_says_so(repository: Repository) -> None:
    text = FILES["content/banes/facts.yaml"].replace("197,040", "198,000")
    repository.write("content/banes/facts.yaml", text)
    assert repository.run("where", PAPER, "197,040") == 0
    assert "note: 'content/banes/facts.yaml' has changed since the Word file was written\n" in repository.out
    assert "vision.md' has changed" not in repository.out
    (repository.root / "content/banes/vision.md").unlink()
    assert repository.run("where", PAPER, "care for all") == 0
    assert "note: 'content/banes/vision.md' is not in this repository\n" in repository.out


def test_outside_of_a_repository_the_places_are_told_without_their_lines(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "sent.docx").write_bytes((repository.root / PAPER).read_bytes())
    monkeypatch.chdir(tmp_path)
    assert repository.run("where", "sent.docx", "Care for all") == 0
    assert repository.out == "found: 'Care for all.'\n --> content/banes/vision.md:4:1\n\n1 passage found\n"
    assert repository.run("where", str(Path("a folder", PAPER)), "Care for all") == 0
    assert "4 │ Care for all." in repository.out


def test_a_clean_file_does_not_tell_its_sources(repository: Repository) -> None:
    assert repository.run("build", "--clean", "--format", "docx") == 0
    assert repository.run("where", PAPER, "Care for all") == 2
    assert "error: 'note.docx' does not tell where its words came from\n" in repository.err
    assert "without --clean" in repository.err


def edit(file: Path, old: str, new: str, part: str = "word/document.xml", last: bool = False) -> None:
    """Replace markup in a Word file."""
    parts = unpacked(file.read_bytes())
    text = parts[part].decode()
    assert last or text.count(old) == 1
    before, _, behind = text.rpartition(old)
    file.write_bytes(packed({**parts, part: f"{before}{new}{behind}".encode()}))


def with_part(part: str, change: Callable[[bytes], bytes]) -> Callable[[bytes], bytes]:
    """Changes one part of a package."""

    def changed(data: bytes) -> bytes:
        parts = unpacked(data)
        return packed({**parts, part: change(parts.get(part, b""))})

    return changed


def without(part: str) -> Callable[[bytes], bytes]:
    """Takes one part out of a package."""
    return lambda data: packed({name: content for name, content in unpacked(data).items() if name != part})


def zipped(**parts: bytes) -> bytes:
    """An archive that is no Word file."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


TYPES = "[Content_Types].xml"
RECORD = "customXml/item1.xml"
PRESENTATION = with_part(TYPES, lambda data: data.replace(b"wordprocessingml.document", b"presentationml.presentation"))
HOSTILE: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "nothing in it": (lambda data: b"", "not a Word document"),
    "text": (lambda data: b"Care for all.", "not a Word document"),
    "an old .doc": (lambda data: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "old '.doc'"),
    "cut short": (lambda data: data[: len(data) // 2], "damaged"),
    "another archive": (lambda data: zipped(a=b"x"), "another archive"),
    "a presentation": (PRESENTATION, "PowerPoint"),
    "no text": (without("word/document.xml"), "main part is missing"),
    "text that is no XML": (with_part("word/document.xml", lambda data: data[:500]), "not XML"),
    "a bomb": (with_part("word/x.xml", lambda data: b"<x>" + b" " * 30_000_000 + b"</x>"), "200 times"),
    "a document type": (with_part("word/x.xml", lambda data: b'<!DOCTYPE x [<!ENTITY a "b">]><x/>'), "document type"),
    "a document type in the record": (with_part(RECORD, lambda data: b"<!DOCTYPE x><x/>"), "document type"),
    "deep nesting": (with_part(RECORD, lambda data: b"<x>" * 9_000 + b"</x>" * 9_000), "more elements"),
    "a record that is no XML": (with_part(RECORD, lambda data: data[:-9]), "not XML"),
    "a record of nonsense": (with_part(RECORD, lambda data: data.replace(b'name="', b'nom="')), "record of sources"),
    "a record of another kind": (with_part(RECORD, lambda data: data.replace(b":1", b":2")), "does not tell"),
    "no record": (without(RECORD), "does not tell"),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_what_cannot_be_read_is_said_in_a_sentence(repository: Repository, name: str) -> None:
    change, said = HOSTILE[name]
    file = repository.root / "build/hostile.docx"
    file.write_bytes(change((repository.root / PAPER).read_bytes()))
    start = perf_counter()
    assert repository.run("where", str(file), "Care for all") == 2
    assert perf_counter() - start < 5
    assert said in repository.err
    assert repository.err.startswith("error: ")
    assert "\nhelp: " in repository.err
    assert len(repository.err.splitlines()) == 2
    assert repository.out == ""


def test_a_missing_file_a_folder_and_a_name_that_cannot_be(repository: Repository) -> None:
    assert repository.run("where", "build/banes/nite.docx", "x") == 2
    assert (
        repository.err
        == f"error: there is no file '{Path('build/banes/nite.docx')}'\nhelp: did you mean 'note.docx'?\n"
    )
    assert repository.run("where", "build", "x") == 2
    assert "'build' is a folder" in repository.err
    assert repository.run("where", "a\0b", "x") == 2
    assert repository.run("where", PAPER) == 2


def test_what_a_hostile_record_names_neither_steers_the_terminal_nor_is_read(repository: Repository) -> None:
    (repository.root / "secret.txt").write_text("password", encoding="utf-8")
    path = b"content/../secret.txt&#x9b;31m\xc2\x9b"
    change = with_part(RECORD, lambda data: data.replace(b"content/banes/vision.md", path))
    file = repository.root / "build/hostile.docx"
    file.write_bytes(change((repository.root / PAPER).read_bytes()))
    assert repository.run("where", str(file), "Care for all") == 0
    assert "content/../secret.txt�31m�:4:1" in repository.out
    assert "password" not in repository.out
    assert "\x9b" not in repository.out


def test_the_help_says_what_it_does(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["where", "--help"]) == 0
    assert "FILE.docx" in capsys.readouterr().out
