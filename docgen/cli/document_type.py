"""What `docgen list eoi` says: which parts and narratives a document type prints, and the labels of its template."""

from __future__ import annotations

import posixpath
import re
import textwrap
from collections.abc import Iterator, Mapping, Sequence

from docgen.cli.repository import Repository
from docgen.cli.terminal import Terminal
from docgen.cli.type_use import formats_of_type, made_of, told_programmes
from docgen.diagnostic import Findings
from docgen.load.document_type import FOLDER, form_path, has_form, read_document_type, template_path, template_texts
from docgen.schema.content import Content
from docgen.schema.document_type import DocumentType
from docgen.schema.registry import PART_FILES, TABLES
from docgen.start.printed import whole_template
from docgen.wording import listed

_KINDS = len("narrative  ")
_COMMENT = re.compile(r"\{#.*?#\}", re.DOTALL)
_INCLUDE = re.compile(r"\{%-?\s*include\s+[\"']([^\"']+)[\"']")
_LABEL = re.compile(
    r"^\(([\w-]+)\)=\s*$"  # before a heading
    r"|^:label:\s*([\w-]+)\s*$"  # of a directive
    r"|\{\{-?\s*\w+\(\s*[\"']((?:section|table|figure)-[\w-]+)[\"']",  # given to a macro that prints it
    re.MULTILINE,
)


def described_type(name: str, repository: Repository, findings: Findings, terminal: Terminal) -> Iterator[str]:
    """The lines about one document type; faults of its `type.yaml` and of its templates' encoding are reported."""
    kind = read_document_type(repository.snapshot, name, findings)
    if kind is None:
        return
    yield f"{terminal.paint(name)}  {kind.title}"
    yield f"  {kind.about}"
    if has_form(repository.snapshot, name):
        yield f"  fills the form {form_path(name)}"
    yield f"  {made_of(kind)}, as {listed(formats_of_type(name, repository))}"
    texts = template_texts(repository.snapshot, name, findings)
    yield from _contents(kind, whole_template(texts, template_path(name)), terminal)
    labels = labels_of(texts, template_path(name))
    if labels:
        yield f"\n{terminal.paint('labels')} for {{ref}}, where their text is there"
        yield textwrap.fill(", ".join(labels), 100, initial_indent="  ", subsequent_indent="  ", break_on_hyphens=False)
    yield from told_programmes(name, kind, repository, terminal)
    yield ""


def _contents(kind: DocumentType, template: str, terminal: Terminal) -> Iterator[str]:
    """What the type needs, and what it uses."""
    width = max((len(name) for name in (*kind.needs, *kind.uses)), default=0)
    for word, rest, names in (("needs", "", kind.needs), ("uses", ", where they are there", kind.uses)):
        if names:
            yield f"\n{terminal.paint(word)}{rest}"
        for name in names:
            yield from _line(f"  {name:<{width}}  ", f"{held_by(name, template)}{_described(name)}", terminal)


def _line(start: str, words: str, terminal: Terminal) -> list[str]:
    """A line that goes on below its words where the terminal ends, with its gaps as they are."""
    kind, file = words[:_KINDS], words[_KINDS:]
    below = " " * len(start + kind)
    return textwrap.wrap(
        file, terminal.width, initial_indent=start + kind, subsequent_indent=below, break_on_hyphens=False
    )


def _described(name: str) -> str:
    """What a part holds, in the words of the schema; a narrative's file says it by its name."""
    field = Content.model_fields.get(PART_FILES.get(name, ""))
    words = field.description if field else ""
    return f": {words[:1].lower()}{words[1:]}" if words else ""


def held_by(name: str, template: str) -> str:
    """Where an author writes what a type calls by a name: `narrative  vision.md`, `part  scope.yaml, .csv or .xlsx`.

    A part may have a text of its own, which the template then prints as its introduction.
    """
    part = PART_FILES.get(name)
    if part is None:
        return f"narrative  {name}.md"
    text = f", with text in {name}.md" if f"{part}.introduction" in template else ""
    tables = [table.name for table in TABLES if table.path[0] == part]
    if name in tables:
        return f"part       {name}.yaml, .csv or .xlsx{text}"
    also = f"; {listed(tables, 'and')} also as .csv or .xlsx" if tables else ""
    return f"part       {name}.yaml{text}{also}"


def labels_of(texts: Mapping[str, str], path: str) -> Sequence[str]:
    """The labels that a template and what it includes define, in order, as far as they are written out."""
    return list(dict.fromkeys(_labels(texts, path, ())))


def _labels(texts: Mapping[str, str], path: str, above: tuple[str, ...]) -> Iterator[str]:
    """`above` are the templates on the way here: one that includes itself is a fault that building reports."""
    if path not in texts or path in above:
        return
    text = _COMMENT.sub("", texts[path])
    for found in sorted([*_LABEL.finditer(text), *_INCLUDE.finditer(text)], key=lambda match: match.start()):
        if found.re is _LABEL:
            yield next(filter(None, found.groups()))
        else:
            beside = posixpath.join(posixpath.dirname(path), found[1])
            yield from _labels(texts, beside if beside in texts else f"{FOLDER}/{found[1]}", (*above, path))
