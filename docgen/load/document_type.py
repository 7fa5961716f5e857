"""Reads document types: folders of `templates/` with a `type.yaml` and a template, or a form, in them."""

from __future__ import annotations

from pathlib import PurePosixPath

from docgen.codes import content_files, forms
from docgen.diagnostic import Findings
from docgen.load.decode import decode
from docgen.load.yaml import read_yaml
from docgen.schema.document_type import DocumentType
from docgen.schema.validate import validate_as
from docgen.snapshot import Snapshot
from docgen.source import Source

FOLDER = "templates"
DESCRIPTION = "type.yaml"
TEMPLATE = "template.md.j2"
FORM = "template.docx"
"""Stands in the place of the template where another organisation's form is filled."""


def document_types(snapshot: Snapshot) -> tuple[str, ...]:
    """The ids of all document types, sorted: the names of their folders."""
    paths = (PurePosixPath(path).parts for path in snapshot.below(FOLDER))
    return tuple(sorted(parts[1] for parts in paths if len(parts) == 3 and parts[2] == DESCRIPTION))


def read_document_type(snapshot: Snapshot, name: str, findings: Findings) -> DocumentType | None:
    """The document type of a folder; None, with diagnostics, where its `type.yaml` has faults."""
    path = f"{FOLDER}/{name}/{DESCRIPTION}"
    text = decode(snapshot.read(path), path, findings)
    loaded = read_yaml(text, path, findings) if text is not None else None
    if loaded and not isinstance(loaded.data, dict):
        help = "write 'title: …', 'about: …' and 'file: …' into it"
        findings.add(content_files.WRONG_SHAPE.at(Source(path), f"'{DESCRIPTION}' holds no fields", help))
        return None
    if has_form(snapshot, name) and template_path(name) in snapshot:
        message = f"the folder '{name}' holds both '{TEMPLATE}' and '{FORM}'"
        findings.add(forms.TWO_TEMPLATES.at(Source(path), message, "make a document type of its own for the form"))
        return None
    return validate_as(DocumentType, loaded, findings) if loaded else None


def template_path(name: str) -> str:
    """Where the template of a document type stands."""
    return f"{FOLDER}/{name}/{TEMPLATE}"


def form_path(name: str) -> str:
    """Where the form of a document type stands."""
    return f"{FOLDER}/{name}/{FORM}"


def has_form(snapshot: Snapshot, name: str) -> bool:
    """Whether documents of a type are a form that is filled."""
    return form_path(name) in snapshot


def template_texts(snapshot: Snapshot, name: str, findings: Findings) -> dict[str, str]:
    """The templates that a document of a type may use: those of its own folder, and those of no type, by path."""
    types = document_types(snapshot)
    texts: dict[str, str] = {}
    for path in snapshot.below(FOLDER):
        owner = PurePosixPath(path).parts[1]
        text = decode(snapshot.read(path), path, findings) if _may_use(path, owner, name, types) else None
        if text is not None:
            texts[path] = text
    return texts


def has_all_templates(snapshot: Snapshot, name: str) -> bool:
    """Whether all that a document of a type may use could be read."""
    types = document_types(snapshot)
    owners = {PurePosixPath(path).parts[1] for path in snapshot.refused if path.startswith(f"{FOLDER}/")}
    return not any(owner == name or owner not in types for owner in owners)


def _may_use(path: str, owner: str, name: str, types: tuple[str, ...]) -> bool:
    return path.endswith(".j2") and (owner == name or owner not in types)
