"""The content files that a document type needs, as far as a programme does not have them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace
from pydantic import BaseModel, RootModel

from docgen.load.repository import CONTENT
from docgen.schema.content import Content
from docgen.schema.document_type import DocumentType, Per
from docgen.schema.links import targets
from docgen.schema.narrative import Introduced
from docgen.schema.registry import PART_FILES, PARTS
from docgen.schema.types import read_day
from docgen.source import Data, Sourced
from docgen.start.content_file import content_file
from docgen.start.narrative_file import narrative_file
from docgen.start.printed import headings_in
from docgen.start.unwritten import Known, begun_part, is_collection, written_fields

_KINDS = ("organisation", "committee", "body", "document", "function", "consultee", "reference")
_FOLDER_OF_NARRATIVES = "narrative"


class Type(Struct, frozen=True):
    """A document type, with the text of its template and of what that includes."""

    id: str
    kind: DocumentType
    templates: str


class ContentFile(Struct, frozen=True):
    """A content file that a document needs."""

    path: str
    about: str
    """What it holds, in a few words."""
    text: str = ""
    """What it begins with; empty where the programme has it already."""


def files_for(type_: Type, also: Sequence[str], programme: str, loaded: Sourced, known: Known) -> list[ContentFile]:
    """A file for each part and narrative that the type needs, and for those in `also`, in the type's order."""
    names = [name for name in dict.fromkeys((*type_.kind.needs, *also)) if name != "programme"]
    files = ((_file(name, type_, programme, loaded, known), *_words(name, type_, programme, loaded)) for name in names)
    return [file for pair in files for file in pair]


def known_in(data: Data, dated: str) -> Known:
    """What new files may name in a programme that is there."""
    return Known(dated, {kind: tuple(targets(data, kind, ())) for kind in _KINDS})


def day_of(data: Data) -> str:
    """The day of a programme's papers, as it is written; a key date may be named."""
    programme = data.get("programme") if isinstance(data, dict) else None
    fields: Mapping[str, Data] = programme if isinstance(programme, dict) else {}
    dates, dated = fields.get("dates"), fields.get("dated")
    named = dates.get(dated) if isinstance(dates, dict) and isinstance(dated, str) else None
    day = named.get("date") if isinstance(named, dict) else named or dated
    return day if isinstance(day, str) and read_day(day) else ""


def _file(name: str, type_: Type, programme: str, loaded: Sourced, known: Known) -> ContentFile:
    part = PART_FILES.get(name)
    about = (Content.model_fields[part].description or "") if part else f"narrative: {name.replace('-', ' ')}"
    place = _place(name, part, loaded)
    if place:
        return ContentFile(place, about)
    if part:
        model = PARTS[part]
        data = begun_part(model, dict.fromkeys(_first_list(part, model, type_)), known)
        return ContentFile(f"{CONTENT}/{programme}/{name}.yaml", about, content_file(name, about, model, data, known))
    return replace(_narrative(name, type_, programme, loaded), about=about)


def _words(name: str, type_: Type, programme: str, loaded: Sourced) -> Iterator[ContentFile]:
    """The narrative of a part that says little without one, such as the words of a letter."""
    part = PART_FILES.get(name)
    model = PARTS[part] if part else None
    if part is None or model is None or not issubclass(model, Introduced) or not model.needs_words:
        return
    about = f"narrative: words of the {name.replace('-', ' ')}"
    held = loaded.data.get(part) if isinstance(loaded.data, dict) else None
    if isinstance(held, dict) and "introduction" in held:
        yield ContentFile(loaded.sources.value((part, "introduction")).path, about)
    else:
        text = narrative_file(name, "", type_.kind.title, None)
        yield ContentFile(f"{CONTENT}/{programme}/{_folder(programme, loaded)}{name}.md", about, text)


def _narrative(name: str, type_: Type, programme: str, loaded: Sourced) -> ContentFile:
    limit = type_.kind.limits.get(name.replace("-", "_"))
    most = limit.most if limit and limit.unit == "words" else None
    text = narrative_file(name, headings_in(type_.templates).get(name, ""), type_.kind.title, most)
    return ContentFile(f"{CONTENT}/{programme}/{_folder(programme, loaded)}{name}.md", "", text)


def _folder(programme: str, loaded: Sourced) -> str:
    """Narratives join those that are there, where these have a folder of their own."""
    start = f"{CONTENT}/{programme}/{_FOLDER_OF_NARRATIVES}/"
    has_folder = any(place.path.startswith(start) for place in loaded.sources.values.values())
    return f"{_FOLDER_OF_NARRATIVES}/" if has_folder else ""


def _place(name: str, part: str | None, loaded: Sourced) -> str:
    """The file in which a programme has a part or narrative; empty where it has none."""
    data: Mapping[str, Data] = loaded.data if isinstance(loaded.data, dict) else {}
    if part is None:
        texts = data.get("narratives")
        has_it = isinstance(texts, dict) and name in texts
        return loaded.sources.value(("narratives", name)).path if has_it else ""
    held = data.get(part)
    fields = [field for field in held if field != "introduction"] if isinstance(held, dict) else []
    return loaded.sources.value((part, fields[0])).path if fields else ""


def _first_list(part: str, model: type[BaseModel], type_: Type) -> Iterator[str]:
    """The list of a part that a document begins with: the first that its template names, if it names any.

    A part that cannot be without some of its fields has enough to begin with.
    """
    if issubclass(model, RootModel) or any(info.is_required() for _, info, _ in written_fields(model)):
        return
    lists = [name for name, _, shape in written_fields(model) if is_collection(shape)]
    if type_.kind.per is Per.COMMITTEE and part == "governance":
        lists = ["committees"]
    places = {name: type_.templates.find(f"{part}.{name}") for name in lists}
    printed = [name for name in sorted(lists, key=lambda name: places[name]) if places[name] >= 0]
    yield from (printed or lists)[:1]
