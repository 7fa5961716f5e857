"""`docgen reference` and the setting that names the reference document."""

from __future__ import annotations

import pytest

from docgen.pipeline import in_house_style
from docgen.snapshot import Snapshot
from docgen.write.docx.house.builtin import builtin_document
from docgen.write.edition import PLAIN_EDITION, Edition, Reference
from docgen.write.zip import packed, unpacked
from tests.house_documents import by_pandoc
from tests.ooxml_file import WordFile, val, w
from tests.ooxml_lint import faults
from tests.test_bad_input import Repository, repository
from tests.test_bad_outputs import outputs
from tests.test_write_docx_programs import needs_validator, validator_faults

__all__ = ["repository"]

REFERENCE = "templates/styles/reference.docx"
NOTE = "build/x/note.docx"


def red(document: bytes) -> bytes:
    """The reference document with red headings, as somebody might make them in Word."""
    parts = unpacked(document)
    return packed({**parts, "word/styles.xml": parts["word/styles.xml"].replace(b"005EB8", b"8B0000")})


def test_it_writes_a_document_for_editing_that_papers_then_look_like(repository: Repository) -> None:
    assert repository.run("build") == 0
    before = outputs(repository)
    assert repository.run("reference") == 0
    assert repository.out == (
        f"written: {REFERENCE}\nedit its styles in Word, save it, and run 'docgen build': papers take over its look\n"
    )
    assert repository.run("build") == 0
    assert outputs(repository) == before, "as long as it is not changed, it changes nothing"
    repository.put(REFERENCE, red((repository.root / REFERENCE).read_bytes()))
    assert repository.run("build") == 0
    assert b"8B0000" in WordFile(outputs(repository)[NOTE]).data["word/styles.xml"]


def test_it_does_not_write_over_somebodys_work(repository: Repository) -> None:
    repository.put(REFERENCE, b"work")
    assert repository.told(repository.run("reference")) == (
        "error: 'reference.docx' is there already, and may hold somebody's work\n"
        "help: name another file with --out, or write over it with --force\n"
        "exit code 2\n"
    )
    assert (repository.root / REFERENCE).read_bytes() == b"work"
    assert repository.run("reference", "--force") == 0
    assert (repository.root / REFERENCE).read_bytes() == builtin_document()


def test_elsewhere_it_says_how_the_document_comes_to_be_used(repository: Repository) -> None:
    assert repository.run("reference", "--out", "house.docx") == 0
    assert repository.out == (
        "written: house.docx\n"
        f"to use it, put it into the repository, as '{REFERENCE}'; under another name, say so in docgen.toml:\n\n"
        '[style]\nreference = "templates/styles/house.docx"\n\n'
    )
    assert repository.run("reference", "--out", "house.pdf") == 2
    assert "let the name end in '.docx'" in repository.err


def test_the_document_is_sound_and_shows_every_style() -> None:
    document = builtin_document()
    assert faults(document) == []
    assert document == builtin_document()
    file = WordFile(document)
    used = {
        val(style)
        for _, part in file.stories().items()
        for tag in ("p", "r", "tbl")
        for style in part.iter(w(f"w:{tag}Style"))
    }
    plain = {"Normal", "DefaultParagraphFont", "TableNormal", "NoList"}
    assert {style.get(w("w:styleId")) for style in file.part("styles").iter(w("w:style"))} - used == plain


@pytest.mark.slow
@needs_validator
def test_the_document_is_valid(tmp_path: object) -> None:
    assert validator_faults(builtin_document(), tmp_path) == []  # type: ignore[arg-type]


def test_the_setting_names_it_and_goes_before_the_usual_place() -> None:
    files = {REFERENCE: b"a", "templates/styles/board.dotx": b"b"}
    assert in_house_style(PLAIN_EDITION, Snapshot(files)) == Edition(Reference(REFERENCE, b"a"))
    named = Snapshot({**files, "docgen.toml": b'[style]\nreference = "templates/styles/board.dotx"\n'})
    assert in_house_style(PLAIN_EDITION, named) == Edition(Reference("templates/styles/board.dotx", b"b"))
    assert in_house_style(PLAIN_EDITION, Snapshot({})) == PLAIN_EDITION


def test_a_reference_document_that_could_not_be_read_stops_papers() -> None:
    assert in_house_style(PLAIN_EDITION, Snapshot({}, frozenset({REFERENCE}))) is None


def test_a_note_about_lacking_styles_does_not_stop_a_paper(repository: Repository) -> None:
    repository.put(REFERENCE, by_pandoc())
    assert repository.run("build") == 0
    assert {found.code.id for found in repository.findings} == {"DG064"}
