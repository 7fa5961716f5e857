"""Words pydantic's errors as docgen does: what is wrong, where, and what to do next."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from docgen.codes import values
from docgen.diagnostic import Diagnostic
from docgen.schema.links import at
from docgen.schema.registry import headings
from docgen.schema.shape import Shape
from docgen.source import Path, Sourced
from docgen.suggest import did_you_mean

_KEY = "[key]"
"""What pydantic puts at the end of the path of a mapping's key."""

_LONGEST = 60
"""Of a value that a message repeats, in characters."""

_Fault = Callable[[ErrorDetails, type[BaseModel], Sourced], Diagnostic]


def diagnose(fault: ErrorDetails, model: type[BaseModel], loaded: Sourced) -> Diagnostic:
    """The diagnostic for one of the errors that pydantic found when it read `loaded` as `model`."""
    return _BY_TYPE.get(fault["type"], _wrong_kind)(fault, model, loaded)


def _unknown_field(fault: ErrorDetails, model: type[BaseModel], loaded: Sourced) -> Diagnostic:
    path, name = fault["loc"], str(fault["loc"][-1])
    around = _model_at(model, path[:-1])
    accepted = headings(around) if around else {}
    meant = accepted.get(name.strip().casefold(), "")
    remedy = f"did you mean '{meant}'?" if meant else did_you_mean(name, around.model_fields if around else ())
    if at(loaded.data, path) is None and not name.isidentifier():
        # `{value: 84,300}` says `value: 84` and then a field `300` without a value.
        remedy = "a comma ends a value between { and }: put the whole value in quotation marks"
    what = "part" if model.__name__ == "Content" and len(path) == 1 else "field"
    return values.UNKNOWN_FIELD.at(loaded.sources.key(path), f"unknown {what} '{name}'", remedy)


def _missing(fault: ErrorDetails, model: type[BaseModel], loaded: Sourced) -> Diagnostic:
    path, name = fault["loc"], str(fault["loc"][-1])
    if path in loaded.sources.keys:
        return _empty(fault, model, loaded)
    place = loaded.sources.value(path[:-1])
    if model.__name__ == "Content" and len(path) == 1:
        return values.MISSING_FIELD.at(place, f"missing part '{name}'", f"add the file '{name}.yaml'")
    return values.MISSING_FIELD.at(place, f"missing field '{name}'", f"add '{name}'{_about(model, path)}")


def _empty(fault: ErrorDetails, model: type[BaseModel], loaded: Sourced) -> Diagnostic:
    path, name = fault["loc"], _name(fault["loc"])
    place = loaded.sources.key(path)
    if path and isinstance(path[-1], int):
        return values.MISSING_FIELD.at(place, f"item {path[-1] + 1} of '{name}' is empty", "fill it in, or delete it")
    return values.MISSING_FIELD.at(place, f"'{name}' is empty", f"fill in '{name}'{_about(model, path)}")


def _no_words(fault: ErrorDetails, model: type[BaseModel], loaded: Sourced) -> Diagnostic:
    place = loaded.sources.value(fault["loc"])
    return values.MISSING_FIELD.at(place, "there is no text below the front matter", "write it, or delete the file")


def _wrong_kind(fault: ErrorDetails, model: type[BaseModel], loaded: Sourced) -> Diagnostic:
    if fault["input"] is None:
        return _empty(fault, model, loaded)
    path = fault["loc"]
    wanted, remedy = _WANTED.get(fault["type"], ("one value", "write one value"))
    message = f"'{_name(path)}' must be {wanted}, not {_kind(fault['input'])}"
    return values.WRONG_KIND.at(loaded.sources.value(path), message, remedy)


def _unreadable(fault: ErrorDetails, model: type[BaseModel], loaded: Sourced) -> Diagnostic:
    path, wanted, remedy = _written(fault["loc"], loaded), fault["ctx"]["wanted"], fault["ctx"]["remedy"]
    written = f", not '{_shortened(str(fault['input']))}'" if wanted.startswith("must be ") else ""
    code = values.QUORUM_NOT_UNDERSTOOD if path[-1] == "quorum" else values.UNREADABLE_VALUE
    return code.at(loaded.sources.value(path), f"'{_name(path)}' {wanted}{written}", remedy)


def _not_an_id(fault: ErrorDetails, model: type[BaseModel], loaded: Sourced) -> Diagnostic:
    path, written = fault["loc"], str(fault["input"])
    is_file = path[0] == "narratives"
    what, instead = ("the name of a narrative", "rename the file, with") if is_file else ("an id", "use")
    slug = "-".join(re.findall(r"[a-z0-9]+", written.lower()))
    remedy = f"{instead} small letters, digits and hyphens" + (f": '{slug}'" if slug else "")
    place = loaded.sources.key(path[:-1]) if path[-1] == _KEY else loaded.sources.value(path)
    return values.NOT_AN_ID.at(place, f"'{_shortened(written)}' cannot be {what}", remedy)


_BY_TYPE: Mapping[str, _Fault] = {
    "extra_forbidden": _unknown_field,
    "missing": _missing,
    "string_too_short": _empty,
    "too_short": _empty,
    "no_words": _no_words,
    "unreadable": _unreadable,
    "string_pattern_mismatch": _not_an_id,
}

_WANTED: Mapping[str, tuple[str, str]] = {
    "list_type": ("a list", "write each item on a line of its own, after '- '"),
    "dict_type": ("named entries", "write each entry on a line of its own, indented, as 'name: value'"),
    "model_type": ("named fields", "write each field on a line of its own, indented, as 'name: value'"),
}


def _written(path: Path, loaded: Sourced) -> Path:
    """The path of a value as the author wrote it: `go_live: May` is short for a date inside `go_live`."""
    return path[:-1] if path[:-1] in loaded.sources.values and path not in loaded.sources.values else path


def _name(path: Path) -> str:
    """The field on the way to a value: of `risks[1]` it is `risks`."""
    return next((key for key in reversed(path) if isinstance(key, str) and key != _KEY), "content")


def _kind(written: object) -> str:
    kinds = {str: "text", list: "a list", dict: "named fields", bool: "yes or no"}
    return kinds.get(type(written), "a number")


def _shortened(written: str) -> str:
    line = " ".join(written.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"


def _about(model: type[BaseModel], path: Path) -> str:
    """What a field is for: `: who approves, and when they did`."""
    around = _model_at(model, path[:-1])
    field = around.model_fields.get(str(path[-1])) if around and path else None
    description = field.description if field else None
    return f": {description[:1].lower()}{description[1:]}" if description else ""


def _model_at(model: type[BaseModel], path: Path) -> type[BaseModel] | None:
    shape: Shape | None = Shape(model)
    for key in path:
        shape = shape.step(key) if shape else None
    return shape.model if shape else None
