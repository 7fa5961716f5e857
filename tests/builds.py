"""Builds repositories that stand in memory, and reads the words of what comes out."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

import lxml.html
import yaml
from lxml import etree

from docgen import pipeline
from docgen.diagnostic import Findings
from docgen.load.document_type import has_form
from docgen.load.repository import programmes, shipped_templates, take_snapshot
from docgen.pipeline import Built
from docgen.plan.jobs import Job
from docgen.snapshot import Snapshot
from docgen.tree.document import Document
from docgen.write.edition import PLAIN_EDITION, Edition
from tests.casefile import diagnostics_text
from tests.markdown_lines import lines_of_markdown
from tests.pdf_lines import lines_of_root
from tests.pdf_structure import read_pdf

ROOT = Path(__file__).parent.parent
FORMATS = ("docx", "html", "pdf", "md")
ALL_FORMATS = (*FORMATS, "pptx")
"""Papers that are no slides are written in the others."""

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_BREAKS = {f"{_A}br", f"{_A}p", f"{_W}br", f"{_W}cr", f"{_W}p", "br", "p", "li", "td", "th", "tr", "div"}
_WORDS = {f"{_W}t", f"{_A}t"}


@cache
def examples() -> Snapshot:
    """This repository: all example content and the shipped templates."""
    findings = Findings()
    snapshot = take_snapshot(ROOT, shipped_templates(), findings)
    assert not list(findings), diagnostics_text(findings)
    return snapshot


@cache
def example(name: str = "banes") -> Snapshot:
    """The repository with one programme of the example content only."""
    own = f"content/{name}/"
    kept = (path for path in examples().files if path.startswith(own) or not path.startswith("content/"))
    return Snapshot({path: examples().files[path] for path in kept})


@cache
def shipped() -> Mapping[str, bytes]:
    """The templates that come with docgen, by path."""
    return {path: data for path, data in example().files.items() if path.startswith("templates/")}


def snapshot_of(files: Mapping[str, str | bytes]) -> Snapshot:
    """A repository of these files, with the shipped templates underneath."""
    own = {path: text.encode() if isinstance(text, str) else text for path, text in files.items()}
    return Snapshot(dict(sorted({**shipped(), **own}.items())))


def changed(snapshot: Snapshot, path: str, old: str, new: str) -> Snapshot:
    """The snapshot with the one place in a file changed where `old` stands."""
    text = snapshot.read(path).decode()
    assert text.count(old) == 1, f"'{old}' stands {text.count(old)} times in {path}"
    return Snapshot({**snapshot.files, path: text.replace(old, new).encode()})


def built(snapshot: Snapshot, edition: Edition = PLAIN_EDITION) -> Iterator[Built]:
    """Every document of every programme, in every format; a fault in any of them is a failure."""
    for programme, job in _jobs(snapshot):
        made = build(snapshot, programme, job, ALL_FORMATS, edition)
        assert made.outputs, diagnostics_text(made.findings)
        yield made


def build(
    snapshot: Snapshot,
    programme: pipeline.Programme,
    job: Job,
    formats: Sequence[str],
    edition: Edition = PLAIN_EDITION,
) -> Built:
    """One document, checked by itself and with its programme."""
    prepared = pipeline.prepare(snapshot, programme, job)
    return pipeline.write(snapshot, prepared, pipeline.check(snapshot, programme, [prepared]), formats, edition)


def outputs_of(snapshot: Snapshot, edition: Edition = PLAIN_EDITION) -> dict[str, bytes]:
    """The bytes of every output by its name, `banes/eoi.docx`."""
    return {
        f"{made.job.id}.{suffix}": data for made in built(snapshot, edition) for suffix, data in made.outputs.items()
    }


def words_of_outputs(snapshot: Snapshot) -> dict[str, str]:
    """The words of every output by its name."""
    return {name: words_of(name, data) for name, data in outputs_of(snapshot).items()}


def trees(snapshot: Snapshot) -> Iterator[tuple[str, Document]]:
    """The resolved tree of every document of every programme, with its name; forms have none."""
    for programme, job in _jobs(snapshot):
        if has_form(snapshot, job.type):
            continue
        findings = Findings()
        document = pipeline.document_tree(snapshot, programme, job, findings)
        assert document, diagnostics_text(findings)
        assert not findings.has_errors, diagnostics_text(findings)
        yield job.id, document


def _jobs(snapshot: Snapshot) -> Iterator[tuple[pipeline.Programme, Job]]:
    for name in programmes(snapshot):
        programme = pipeline.load(snapshot, name)
        jobs = pipeline.jobs(snapshot, programme)
        assert not programme.findings.has_errors, diagnostics_text(programme.findings)
        yield from ((programme, job) for job in jobs)


def words_of(name: str, data: bytes) -> str:
    """The words that a reader of an output sees, a new line for each paragraph and line break, white space as it is."""
    readers = {
        "docx": words_of_docx,
        "html": words_of_html,
        "pdf": words_of_pdf,
        "md": words_of_markdown,
        "pptx": words_of_pptx,
    }
    return readers[name.rpartition(".")[2]](data)


def words_of_docx(data: bytes) -> str:
    """What stands in `w:t`, in every part of the file that holds any: body, footnotes, headers, footers."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = [package.read(name) for name in package.namelist() if re.fullmatch(r"word/\w+\.xml", name)]
    return "\n".join(_words(etree.fromstring(part), _WORDS) for part in parts)


def words_of_html(data: bytes) -> str:
    """The text of the page's body and its title, as an HTML parser reads them."""
    page = lxml.html.document_fromstring(data, parser=lxml.html.HTMLParser(encoding="utf-8"))
    return "\n".join(_words(part, None) for part in page.iter("title", "body"))


def words_of_markdown(data: bytes) -> str:
    """The text as a repository shows it, and what the front matter says of the document."""
    front = yaml.safe_load(data.decode().split("---\n")[1])
    return "\n".join([*(str(words) for words in front.values()), *lines_of_markdown(data)]).replace("¶", " ")


def words_of_pdf(data: bytes) -> str:
    """The text of the structure tree, its title, and what stands in headers and footers."""
    file = read_pdf(data)
    return "\n".join([file.title, *lines_of_root(file.root), *file.artifacts])


def words_of_pptx(data: bytes) -> str:
    """What stands in `a:t`, on every slide and in its notes."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        shown = re.compile(r"ppt/(?:slides|notesSlides)/\w+\.xml")
        parts = [package.read(name) for name in package.namelist() if shown.fullmatch(name)]
    return "\n".join(_words(etree.fromstring(part), _WORDS) for part in parts)


def _words(part: etree._Element, elements: set[str] | None) -> str:
    """The text of some elements, or of all, with line breaks."""
    words: list[str] = []
    for event, element in etree.iterwalk(part, events=("start", "end")):
        if event == "start":
            words += ["\n"] if element.tag in _BREAKS else []
            words += [element.text or ""] if elements is None or element.tag in elements else []
        elif elements is None:
            words.append(element.tail or "")
    return "".join(words)
