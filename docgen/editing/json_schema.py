"""Makes a JSON schema of draft 07 from a model, in the words that the YAML language server reads right.

A schema takes what docgen takes: short forms, empty values of fields that may be left out, words in capitals. It is
made by docgen and not by pydantic, whose schemas describe values that are read already, in a later draft.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from annotated_types import MinLen
from pydantic import BaseModel, BeforeValidator, RootModel, TypeAdapter, WithJsonSchema
from pydantic.fields import FieldInfo

from docgen.schema.base import Part
from docgen.schema.narrative import Narrative
from docgen.schema.types import Choice
from docgen.schema.written import JsonSchema, any_case

DRAFT = "http://json-schema.org/draft-07/schema#"

_WORDS = ("string", "number", "boolean")
"""What a text is to YAML, where it is not between quotation marks."""

_KINDS = ("string", "number", "boolean", "array", "object", "null")
_SILENT = ("boolean", "null")

Definitions = dict[str, JsonSchema]
"""The models that lists and mappings hold, by name."""


def document_schema(model: type[BaseModel], row: type[BaseModel] | None) -> JsonSchema:
    """The schema of a file that holds a part, or the rows of a table, or the one or the other."""
    definitions: Definitions = {}
    body = _model(model, definitions) if row is not model else {}
    if row is not None:
        body |= {"type": ["object", "array"] if body else "array", "items": _named(row, definitions)}
    head = {"$schema": DRAFT, "description": (model.__doc__ or "").strip()}
    return {**head, **{key: value for key, value in body.items() if key not in head}, "definitions": definitions}


def _model(model: type[BaseModel], definitions: Definitions) -> JsonSchema:
    """Named fields, or whatever else a model is the root of."""
    if issubclass(model, RootModel):
        return _value(model.model_fields["root"].annotation, (), definitions)
    written = {name: field for name, field in model.model_fields.items() if not _is_given_by_file(model, name)}
    schema: JsonSchema = {
        "description": (model.__doc__ or "").strip(),
        "type": "object",
        "properties": {name: _field(field, definitions) for name, field in written.items()},
        "required": [name for name, field in written.items() if field.is_required()],
        "additionalProperties": False,
    }
    return _with_short_form(schema, model, written, definitions)


def _is_given_by_file(model: type[BaseModel], name: str) -> bool:
    """The text of a narrative and the introduction to a part are Markdown files; nobody writes them as fields."""
    annotation = model.model_fields[name].annotation
    return (model is Narrative and name == "body") or Narrative in (annotation, *get_args(annotation))


def _with_short_form(
    schema: JsonSchema, model: type[BaseModel], fields: dict[str, FieldInfo], definitions: Definitions
) -> JsonSchema:
    """`go_live: 2015-04` for `go_live: {date: 2015-04}`."""
    short = model.short_form if issubclass(model, Part) else ""
    if not short:
        return schema
    text = _value(fields[short].annotation, fields[short].metadata, definitions)
    kinds = text.pop("type")
    return quiet({**text, **schema, "type": ["object", *([kinds] if isinstance(kinds, str) else kinds)]})


def _field(field: FieldInfo, definitions: Definitions) -> JsonSchema:
    """What a field takes, with the help that editors show."""
    schema = _value(field.annotation, field.metadata, definitions)
    schema = quiet(schema if field.is_required() else _or_empty(schema))
    told = {"description": field.description, "default": _default(field)}
    return {**{key: value for key, value in told.items() if value is not None}, **_without(schema, "description")}


def _default(field: FieldInfo) -> str | None:
    match field.default:
        case bool() as default:
            return "yes" if default else "no"
        case Enum() as default:
            return str(default.value)
        case _:
            return None


def _or_empty(schema: JsonSchema) -> JsonSchema:
    """A field that may be left out may be left empty as well."""
    if "anyOf" in schema:
        return {**schema, "anyOf": [*schema["anyOf"], {"type": "null"}]}
    kinds = schema.get("type", [])
    return {**schema, "type": [*([kinds] if isinstance(kinds, str) else kinds), "null"]} if kinds else schema


def _value(annotation: Any, marks: Sequence[Any], definitions: Definitions) -> JsonSchema:
    """What stands in a place of this type; `marks` is what `Annotated` said of it."""
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _value(inner[0], (*inner[1:], *marks), definitions)
    if origin in (Union, UnionType):
        return _value(next(part for part in inner if part is not type(None)), marks, definitions)
    if origin is list:
        return _list(inner[0], marks, definitions)
    if origin is dict:
        return _mapping(inner[0], inner[1], definitions)
    return _scalar(annotation, marks, definitions)


def _scalar(kind: Any, marks: Sequence[Any], definitions: Definitions) -> JsonSchema:
    given = [mark.json_schema for mark in marks if isinstance(mark, WithJsonSchema)]
    if given and given[-1]:
        return dict(given[-1])
    if kind is Any:
        return {}
    if kind is str:
        return {"type": list(_WORDS), "pattern": r"\S"}
    if isinstance(kind, type) and issubclass(kind, Choice):
        return _choice(kind)
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return _model(kind, definitions)
    return TypeAdapter(kind).json_schema()


def _choice(choice: type[Choice]) -> JsonSchema:
    """The words first, for completion; then the other ways to write them."""
    words = [str(word.value) for word in choice]
    pattern = "|".join(any_case(word) for word in words)
    meanings = [word.meaning for word in choice]
    return {
        "anyOf": [
            {"enum": words, **({"enumDescriptions": meanings} if any(meanings) else {})},
            {"type": "string", "pattern": rf"^\s*(?:{pattern})\s*$"},
        ]
    }


def _list(inner: Any, marks: Sequence[Any], definitions: Definitions) -> JsonSchema:
    """A list that is read from one text as well takes its lines."""
    takes_text = any(isinstance(mark, BeforeValidator) for mark in marks)
    least = max((mark.min_length for mark in marks if isinstance(mark, MinLen)), default=0)
    schema: JsonSchema = {"type": ["array", *_WORDS] if takes_text else "array", "items": _item(inner, definitions)}
    if least:
        schema |= {"minItems": least, **({"pattern": r"\S"} if takes_text else {})}
    return schema


def _mapping(key: Any, inner: Any, definitions: Definitions) -> JsonSchema:
    pattern = _value(key, (), definitions).get("pattern")
    names = {"propertyNames": {"pattern": pattern}} if pattern else {}
    return {"type": "object", "additionalProperties": _item(inner, definitions), **names}


def _item(annotation: Any, definitions: Definitions) -> JsonSchema:
    """What a list or a mapping holds; a model by its name, since it may stand in several places."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return _named(annotation, definitions)
    return quiet(_value(annotation, (), definitions))


def _named(model: type[BaseModel], definitions: Definitions) -> JsonSchema:
    if model.__name__ not in definitions:
        definitions[model.__name__] = {}
        definitions[model.__name__] = _model(model, definitions)
    return {"$ref": f"#/definitions/{model.__name__}"}


def quiet(schema: JsonSchema) -> JsonSchema:
    """The same schema, worded so that editors do not offer `true`, `false` and `null` wherever words may stand."""
    if "anyOf" in schema:
        return {**schema, "anyOf": [_quiet_alternative(alternative) for alternative in schema["anyOf"]]}
    kinds = schema.get("type")
    silent = [kind for kind in kinds if kind in _SILENT] if isinstance(kinds, list) else []
    if not silent:
        return schema
    spoken = [kind for kind in schema["type"] if kind not in silent]
    first = {**schema, "type": spoken[0] if len(spoken) == 1 else spoken}
    return {"anyOf": [first, _only(silent)]}


def _quiet_alternative(schema: JsonSchema) -> JsonSchema:
    return _only([schema["type"]]) if schema.get("type") in _SILENT else schema


def _only(kinds: Sequence[str]) -> JsonSchema:
    """What takes values of these kinds, without naming them."""
    return {"not": {"type": [kind for kind in _KINDS if kind not in kinds]}}


def _without(schema: JsonSchema, key: str) -> JsonSchema:
    return {name: value for name, value in schema.items() if name != key}
