"""What a programme lacks for a document: the files to begin, and what has to be said in its `programme.yaml`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from docgen.diagnostic import Findings
from docgen.errors import DocgenError
from docgen.load.content import load_content
from docgen.load.document_type import document_types, has_form, read_document_type, template_path, template_texts
from docgen.load.repository import CONTENT
from docgen.schema.registry import PART_FILES
from docgen.snapshot import Snapshot
from docgen.source import Sourced
from docgen.start.document import ContentFile, Type, day_of, files_for, known_in
from docgen.start.printed import whole_template
from docgen.start.yaml_text import with_item
from docgen.suggest import did_you_mean


class Addition(Struct, frozen=True):
    """What adding a document comes to."""

    files: tuple[ContentFile, ...]
    """The files that it needs, also those that are there."""
    programme: bytes | None
    """`programme.yaml` with the document in it; None where it asks for the document already."""

    @property
    def new(self) -> Mapping[str, bytes]:
        """The files to write, by their path."""
        return {file.path: file.text.encode() for file in self.files if file.text}


def programme_path(programme: str) -> str:
    """Where a programme says what it is."""
    return f"{CONTENT}/{programme}/programme.yaml"


def require_type(snapshot: Snapshot, name: str) -> str:
    """The name of a document type; raises `DocgenError` for what no type is called."""
    known = document_types(snapshot)
    if name not in known:
        raise DocgenError(f"no document type is called '{name}'", did_you_mean(name, known))
    return name


def addition(
    snapshot: Snapshot, programme: str, type_name: str, also: Sequence[str], findings: Findings
) -> Addition | None:
    """What it takes to add a document of a type; None where the programme or the type cannot be read.

    `also` names parts and narratives that the type uses where they are there; all of them where it is `("all",)`.
    """
    type_ = _type(snapshot, type_name, findings)
    loaded = load_content(snapshot, programme, findings)
    if type_ is None or loaded is None or findings.has_errors:
        return None
    dated = day_of(loaded.data)
    if not dated:
        message = f"'{programme_path(programme)}' gives no day for 'dated'"
        raise DocgenError(message, "write one, such as 2026-05-01: dates of new files begin with it")
    files = files_for(
        type_, [*_boxes(snapshot, type_), *_wanted(type_, also)], programme, loaded, known_in(loaded.data, dated)
    )
    return Addition(tuple(files), _asking_for(snapshot, programme, type_name, loaded))


def with_files(snapshot: Snapshot, files: Mapping[str, bytes]) -> Snapshot:
    """The repository as it will be."""
    return replace(snapshot, files=dict(sorted({**snapshot.files, **files}.items())))


def _type(snapshot: Snapshot, name: str, findings: Findings) -> Type | None:
    kind = read_document_type(snapshot, name, findings)
    texts = template_texts(snapshot, name, findings)
    return Type(name, kind, whole_template(texts, template_path(name))) if kind else None


def _boxes(snapshot: Snapshot, type_: Type) -> Sequence[str]:
    """The narratives that a form of others has a box for: an empty box is a question without an answer."""
    return [name for name in type_.kind.uses if name not in PART_FILES] if has_form(snapshot, type_.id) else []


def _wanted(type_: Type, also: Sequence[str]) -> Sequence[str]:
    """The names in `also`, each known to the type. Raises `DocgenError` for others."""
    if tuple(also) == ("all",):
        return type_.kind.uses
    known = {*type_.kind.needs, *type_.kind.uses}
    for name in also:
        if name not in known and name not in PART_FILES:
            raise DocgenError(f"'{type_.id}' does not print '{name}'", did_you_mean(name, known))
    return also


def _asking_for(snapshot: Snapshot, programme: str, type_name: str, loaded: Sourced) -> bytes | None:
    """`programme.yaml` with one more document."""
    fields = loaded.data["programme"] if isinstance(loaded.data, dict) else None
    documents = fields.get("documents") if isinstance(fields, dict) else None
    asked = [item.get("type") for item in documents if isinstance(item, dict)] if isinstance(documents, list) else []
    if type_name in asked:
        return None
    path = programme_path(programme)
    return with_item(snapshot.read(path), path, ("documents",), {"type": type_name})
