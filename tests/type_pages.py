"""Writes the pages of document types in `docs/types/` with their pictures: `python -m tests.type_pages --update`.

A page is made from the type's `type.yaml`, from the schema, and from the example programmes that ask for the type. A
test compares it with what it should be. The pictures show the first pages of the examples' PDF files. They are not
compared: programs that draw pages draw them a little differently from version to version. `--texts` leaves them alone.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from docgen import pipeline
from docgen.cli.document_type import labels_of
from docgen.cli.type_use import made_of
from docgen.diagnostic import Findings
from docgen.load.document_type import (
    document_types,
    form_path,
    has_form,
    read_document_type,
    template_path,
    template_texts,
)
from docgen.load.repository import programmes
from docgen.load.yaml import read_yaml
from docgen.pipeline import Programme
from docgen.plan.jobs import Job
from docgen.schema.content import Content
from docgen.schema.document_type import DocumentType, Numbering, PageShape, Paragraphs
from docgen.schema.registry import PART_FILES, PARTS, TABLES
from docgen.schema.settings import BuildSettings
from docgen.schema.shape import fields
from docgen.snapshot import Snapshot
from docgen.wording import listed
from docgen.write.suited import SLIDES
from tests.builds import ROOT, build, examples
from tests.field_tables import marked_tables
from tests.pages import anchor, table_of
from tests.printed import MARK, headings_above

PAGES = ROOT / "docs" / "types"
PICTURES = ROOT / "docs" / "pictures" / "types"
COMMAND = "python -m tests.type_pages --update"
_MADE = f"<!-- Made by `{COMMAND}` from type.yaml, the schema and the examples. -->"
_DOTS_PER_INCH = "42"
_NUMBERS = {
    Numbering.NONE: "have no numbers",
    Numbering.DECIMAL: "are numbered 1, 1.1, 1.1.1",
    Numbering.LETTERED: "are numbered A, I, a",
}


@dataclass(frozen=True)
class Example:
    """A document of a type in one of the example programmes."""

    programme: Programme
    job: Job


def types() -> tuple[str, ...]:
    """Every document type that comes with docgen."""
    return document_types(examples())


def kind_of(name: str) -> DocumentType:
    """What `type.yaml` says."""
    kind = read_document_type(examples(), name, Findings())
    assert kind, f"the type.yaml of '{name}' has faults"
    return kind


@cache
def examples_of(name: str) -> tuple[Example, ...]:
    """The documents of a type that the example programmes ask for."""
    loaded = [pipeline.load(examples(), programme) for programme in programmes(examples())]
    return tuple(Example(each, job) for each in loaded for job in pipeline.jobs(examples(), each) if job.type == name)


def page_of(name: str) -> str:
    """The page of a document type."""
    return "\n".join([*_head(name), *_request(name), *_takes(name), *_form(name), *_labels(name)]).rstrip("\n") + "\n"


def overview() -> str:
    """The page that leads to all others."""
    rows = [
        (f"[{kind.title}]({name}.md)", f"`{name}`", kind.about, made_of(kind))
        for name, kind in ((name, kind_of(name)) for name in types())
    ]
    table = table_of(("Document", "Type", "What it is for", "How many"), rows)
    words = "The papers that docgen makes. `docgen list` lists them too, with those of your own repository."
    return f"# Document types\n\n{_MADE}\n\n{words}\n\n{table}"


def _head(name: str) -> Iterator[str]:
    kind = kind_of(name)
    yield f"# {kind.title}\n\n{_MADE}\n\n{kind.about}.\n"
    if examples_of(name):
        shown = examples_of(name)[0]
        alt = f"The first page of {shown.job.id}, a document of the type {name}"
        yield f"![{alt}](../pictures/types/{name}.png)\n"
    yield from (f"* {line}" for line in _facts(name, kind))
    yield ""


def _facts(name: str, kind: DocumentType) -> Iterator[str]:
    called = f"`{kind.file}`" if made_of(kind) == "one document" else f"`{kind.file}-` and the id of its committee"
    yield f"There is {made_of(kind)}, called {called}."
    if has_form(examples(), name):
        yield f"It fills in a [Word form](../forms.md), `{form_path(name)}`, and is written as Word file."
    else:
        usual = [chosen.value for chosen in BuildSettings().formats if chosen.value != SLIDES]
        formats = listed([*usual, SLIDES] if kind.slides else usual)
        yield f"It is written as {formats}, unless [settings](../writing-content.md#settings-docgentoml) say otherwise."
        yield f"{_numbers(kind)}{'; pages stand on their long side' if kind.page is PageShape.LANDSCAPE else ''}."
    found = [f"`{each.job.id}`" for each in examples_of(name)]
    yield f"Built from `content/` as {listed(found)}." if found else "No example programme asks for it."


def _numbers(kind: DocumentType) -> str:
    if kind.paragraphs is Paragraphs.NUMBERED:
        return "Headings of the first level are numbered 1, 2, and the paragraphs below them 1.1, 1.2"
    return f"Headings {_NUMBERS[kind.numbering]}"


def _request(name: str) -> Iterator[str]:
    """How a programme asks for it, and the commands for it."""
    asked = yaml.safe_dump([_as_written(name)], sort_keys=False, allow_unicode=True)
    entry = "".join(f"  {line}\n" for line in asked.splitlines())
    yield f"## Asking for it\n\nIn `programme.yaml` of the programme:\n\n```yaml\ndocuments:\n{entry}```\n"
    id = examples_of(name)[0].job.id if examples_of(name) else f"PROGRAMME/{kind_of(name).file}"
    rows = [
        (f"`docgen new document {name}`", "begins the files that it needs, in which every field is explained"),
        (f"`docgen build {id}`", "builds it"),
        (f"`docgen status {id}`", "tells what is missing before it can be final"),
        (f"`docgen list {name}`", "tells what it takes, and what your programmes lack"),
    ]
    yield table_of(("Command", "Does"), rows)


def _as_written(name: str) -> dict[str, object]:
    """The entry of the first example, as it is written there."""
    if not examples_of(name):
        return {"type": name}
    found = examples_of(name)[0]
    path = f"content/{found.programme.name}/programme.yaml"
    read = read_yaml(examples().read(path).decode(), path, Findings())
    assert read
    assert isinstance(read.data, dict)
    documents = read.data["documents"]
    assert isinstance(documents, list)
    entry = documents[found.job.request]
    assert isinstance(entry, dict)
    return dict(entry)


def _takes(name: str) -> Iterator[str]:
    kind = kind_of(name)
    headings = _headings(name, (*kind.needs, *kind.uses))
    for title, names in (("What it needs", kind.needs), ("What it uses, where it is there", kind.uses)):
        if names:
            rows = [(f"`{each}`", _file(each), _holds(each, headings)) for each in names]
            yield f"## {title}\n\n{table_of(('Name', 'File', 'What it holds'), rows)}"


def _file(name: str) -> str:
    part = PART_FILES.get(name)
    if part is None:
        return f"`{name}.md`"
    tables = [table.name for table in TABLES if table.path[0] == part]
    own = f"`{name}.yaml`, `.csv` or `.xlsx`" if name in tables else f"`{name}.yaml`"
    others = [f"`{table}`" for table in tables if table != name]
    return f"{own}; {listed(others)} also as `.csv` or `.xlsx`" if others else own


def _holds(name: str, headings: dict[str, str]) -> str:
    """Of a part what the schema says, with its fields; of a narrative, the heading under which it stands."""
    part = PART_FILES.get(name)
    above = f"stands under “{headings[name]}”" if headings.get(name) else ""
    if part is None:
        return f"Text; {above}" if above else "Text"
    description = Content.model_fields[part].description or ""
    introduced = f". Its introduction, `{name}.md`, {above}" if above else ""
    return f"{description}{_fields(part)}{introduced}"


def _fields(part: str) -> str:
    """A link to the section of writing-content.md that describes a part."""
    titles = {name: section.title for section, _, name in marked_tables()}
    model = PARTS[part]
    inner = next(iter(fields(model).values())).inner if "root" in model.model_fields else None
    described = inner.model if inner and inner.model else model
    title = titles.get(described.__name__)
    return f" ([fields](../writing-content.md#{anchor(title)}))" if title else ""


def _headings(name: str, names: Sequence[str]) -> dict[str, str]:
    """The heading above each narrative and each introduction, where an example shows it."""
    if not examples_of(name) or has_form(examples(), name):
        return {}
    folder = f"content/{examples_of(name)[0].programme.name}"
    texts = [each for each in names if each not in PART_FILES or "introduction" in PARTS[PART_FILES[each]].model_fields]
    present = [each for each in texts if each not in PART_FILES or _is_there(folder, each)]
    stems = {f"{each}.md" for each in present}
    kept = {path: data for path, data in examples().files.items() if not _is_text(path, folder, stems)}
    marked = {f"{folder}/{each}.md": f"{MARK}{each}\n".encode() for each in present}
    snapshot = Snapshot(dict(sorted({**kept, **marked}.items())))
    programme = pipeline.load(snapshot, examples_of(name)[0].programme.name)
    job = next((job for job in pipeline.jobs(snapshot, programme) if job.type == name), None)
    document = pipeline.document_tree(snapshot, programme, job, Findings()) if job else None
    assert document, f"the example of '{name}' cannot be made with marks in the place of its texts"
    return headings_above(document)


def _is_text(path: str, folder: str, names: set[str]) -> bool:
    return path.startswith(f"{folder}/") and path.rpartition("/")[2] in names


def _is_there(folder: str, part: str) -> bool:
    """Whether an example has a part, so that an introduction to it is printed."""
    names = [part, *(table.name for table in TABLES if table.path[0] == PART_FILES[part])]
    files = {path.rpartition("/")[2] for path in examples().below(folder)}
    return any(f"{name}{suffix}" in files for name in names for suffix in (".yaml", ".csv", ".xlsx"))


def _form(name: str) -> Iterator[str]:
    """What the boxes of a form take."""
    kind = kind_of(name)
    if kind.limits:
        rows = [(f"`{tag}`", str(limit)) for tag, limit in kind.limits.items()]
        yield f"## What its boxes take\n\n{table_of(('Printed', 'At most'), rows)}"


def _labels(name: str) -> Iterator[str]:
    """What texts can refer to."""
    labels = labels_of(template_texts(examples(), name, Findings()), template_path(name))
    if labels:
        words = f"With `ref`, where their text is there: {', '.join(f'`{label}`' for label in labels)}."
        yield f"## What texts can refer to\n\n{textwrap.fill(words, 120, break_on_hyphens=False)}\n"


def draw(name: str) -> None:
    """The picture of the first page of a type's first example."""
    shown = examples_of(name)[0]
    suffix = "docx" if has_form(examples(), name) else "pdf"
    made = build(examples(), shown.programme, shown.job, (suffix,))
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / f"paper.{suffix}"
        file.write_bytes(made.outputs[suffix])
        if suffix == "docx":
            settings = f"-env:UserInstallation=file://{folder}/settings"
            _run("soffice", settings, "--headless", "--convert-to", "pdf", "--outdir", folder, str(file))
        page = ("-f", "1", "-l", "1", "-singlefile")
        PICTURES.mkdir(parents=True, exist_ok=True)
        _run("pdftoppm", "-r", _DOTS_PER_INCH, *page, "-png", str(file.with_suffix(".pdf")), str(PICTURES / name))


def _run(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True)


def update(with_pictures: bool = True) -> None:
    """Write all pages, and all pictures; remove those of types that are no more."""
    PAGES.mkdir(parents=True, exist_ok=True)
    known = {"README", *types()}
    for file in [*PAGES.glob("*.md"), *PICTURES.glob("*.png")]:
        if file.stem not in known:
            file.unlink()
    for name in types():
        (PAGES / f"{name}.md").write_text(page_of(name), encoding="utf-8", newline="\n")
        if with_pictures and examples_of(name):
            draw(name)
    (PAGES / "README.md").write_text(overview(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    if sys.argv[1:] not in (["--update"], ["--texts"]):
        sys.exit(f"usage: {COMMAND}, or --texts for the pages without their pictures")
    update(with_pictures=sys.argv[1] == "--update")
