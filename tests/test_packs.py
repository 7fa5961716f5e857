"""The whole packs pass what the papers of the first example pass: each file of each paper, held against every check."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest

from docgen import pipeline
from docgen.returned.file import read_returned
from docgen.tree.document import Document
from docgen.tree.walk import walk
from tests import html_lint, ooxml_lint, pdf_lint, places, verapdf, word_accessibility
from tests.builds import example, outputs_of, trees
from tests.html_pages import looked_at, needs_browser, needs_node, needs_packages
from tests.test_write_docx_programs import needs_validator, validator_faults

PACKS = ("new-devon", "riverside-icb")
CLEAN: dict[str, object] = {"violations": [], "overflow": 0, "clipped": [], "requests": [], "complaints": []}
LINTS: Mapping[str, tuple[Callable[[bytes], list[str]], ...]] = {
    "docx": (ooxml_lint.faults, word_accessibility.findings),
    "html": (html_lint.faults,),
    "pdf": (pdf_lint.faults_of,),
}

pytestmark = [pytest.mark.slow, pytest.mark.parametrize("pack", PACKS)]


@cache
def files(pack: str) -> Mapping[str, bytes]:
    """Every output of a pack by its name."""
    return outputs_of(example(pack))


def files_in(pack: str, format: str) -> dict[str, bytes]:
    return {name: data for name, data in files(pack).items() if name.endswith(f".{format}")}


def test_every_paper_is_written_in_every_format(pack: str) -> None:
    programme = pipeline.load(example(pack), pack)
    papers = {job.id for job in pipeline.jobs(example(pack), programme)}
    assert {name.rpartition(".")[0] for name in files(pack)} == papers
    for format in ("docx", "html", "pdf", "md"):
        assert len(files_in(pack, format)) == len(papers)
    assert list(files_in(pack, "pptx")) == [f"{pack}/briefing.pptx"]


def test_our_own_checks_find_nothing(pack: str) -> None:
    found = {name: list(_faults(name, data)) for name, data in files(pack).items()}
    assert found == {name: [] for name in files(pack)}


def _faults(name: str, data: bytes) -> Iterator[str]:
    for lint in LINTS.get(name.rpartition(".")[2], ()):
        yield from lint(data)


@needs_node
@needs_packages
@needs_browser
def test_nobody_meets_a_barrier_on_any_page(pack: str, tmp_path: Path) -> None:
    ways = ("wide", "dark", "narrow")
    told = looked_at("audit.mjs", [",".join(ways)], files_in(pack, "html"), tmp_path)
    assert told == {name: dict.fromkeys(ways, CLEAN) for name in files_in(pack, "html")}


@needs_validator
def test_the_formats_are_valid(pack: str, tmp_path: Path) -> None:
    papers = {**files_in(pack, "docx"), **files_in(pack, "pptx")}
    found = {name: validator_faults(data, tmp_path, name.rpartition("/")[2]) for name, data in papers.items()}
    assert found == {name: [] for name in papers}


@pytest.mark.skipif(bool(verapdf.missing()), reason=f"veraPDF cannot run: {verapdf.missing()} is not installed")
def test_verapdf_finds_nothing(pack: str, tmp_path: Path) -> None:
    laid = {tmp_path / name.rpartition("/")[2]: data for name, data in files_in(pack, "pdf").items()}
    for path, data in laid.items():
        path.write_bytes(data)
    assert {path.name: found.faults for path, found in verapdf.verdicts(list(laid)).items() if found.faults} == {}


@cache
def documents(pack: str) -> Mapping[str, Document]:
    """The tree of every paper of a pack."""
    return dict(trees(example(pack)))


def test_every_node_has_a_place_that_exists(pack: str) -> None:
    sources = {
        (name, node.source) for name, document in documents(pack).items() for node in walk(document) if node != document
    }
    assert [f"{name} {source}" for name, source in sources if not places.exists(example(pack), source)] == []


def test_every_passage_of_a_word_file_is_found_and_unchanged(pack: str) -> None:
    for name, data in files_in(pack, "docx").items():
        file = read_returned(data, name)
        assert len(file.passages) > 20, name
        assert file.lost == (), name
        assert [found.words for found in file.passages if found.is_changed] == [], name


def test_another_build_gives_the_same_bytes(pack: str) -> None:
    assert outputs_of(example(pack)) == files(pack)
