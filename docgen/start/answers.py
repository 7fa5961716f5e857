"""What a command line, or somebody at a terminal, says of a new programme, read by the types of the schema."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from msgspec import Struct
from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from docgen.errors import DocgenError
from docgen.load.names import refused_names
from docgen.load.repository import CONTENT
from docgen.schema.programme import CommissioningModel
from docgen.schema.types import Day, Id, Moment, Text
from docgen.start.scalars import scalar

Reader = Callable[[str], str]
"""Gives back what somebody wrote, without the blanks around it; raises `DocgenError` where it cannot be taken."""


class NewProgramme(Struct, frozen=True):
    """All that is asked before a programme is begun."""

    id: str
    title: str
    organisation: str
    """Full name of the organisation that issues the papers."""
    abbreviation: str
    """Its short name; empty where it has none."""
    model: str
    dated: str
    effective: str
    """When the arrangement takes effect; empty where that is not known yet."""
    types: tuple[str, ...]
    packs: tuple[str, ...]

    @property
    def organisation_id(self) -> str:
        """What other files call the organisation."""
        return slug(self.abbreviation) or slug(self.organisation) or "organisation-1"


def slug(words: str) -> str:
    """An id made of words: `northvale-icb`."""
    return "-".join(re.findall(r"[a-z0-9]+", words.lower()))


def read_words(written: str) -> tuple[str, ...]:
    """Names with blanks or commas between them, each once."""
    return tuple(dict.fromkeys(written.replace(",", " ").split()))


def read_id(written: str) -> str:
    """The id of a programme. Its folder may be written as a path, with either slash."""
    name = written.strip().replace("\\", "/").rstrip("/").removeprefix(f"{CONTENT}/")
    try:
        TypeAdapter(Id).validate_python(name)
    except ValidationError:
        instead = f": '{slug(name)}'" if slug(name) else ""
        message = f"'{written}' cannot be the id of a programme"
        raise DocgenError(message, f"use small letters, digits and hyphens{instead}") from None
    for _, problem in refused_names([f"{CONTENT}/{name}/programme.yaml"]):
        raise DocgenError(problem.message, "choose another id")
    return name


def read_text(written: str) -> str:
    """Words that a paper can print."""
    words = _taken(Text, written)
    if not words.isprintable() or any(0xE000 <= ord(character) <= 0xF8FF for character in words):
        raise DocgenError(f"{scalar(words)} holds characters that no paper can print", "write it in plain letters")
    return words


def read_optional(reader: Reader) -> Reader:
    """Reads nothing as nothing."""
    return lambda written: reader(written) if written.strip() else ""


def read_model(written: str) -> str:
    """A commissioning model, worded as the schema words it."""
    return str(TypeAdapter(CommissioningModel).validate_python(_taken(CommissioningModel, written)))


def read_day(written: str) -> str:
    """A day."""
    return _taken(Day, written)


def read_moment(written: str) -> str:
    """A day, a month or a year."""
    return _taken(Moment, written)


def _taken(kind: Any, written: str) -> str:
    words = written.strip()
    try:
        TypeAdapter(kind).validate_python(words)
    except ValidationError as error:
        raise _refusal(error.errors()[0], words) from None
    return words


def _refusal(fault: ErrorDetails, words: str) -> DocgenError:
    context = fault.get("ctx", {})
    if not words or "wanted" not in context:
        return DocgenError("an answer is empty", "write at least one word")
    remedy = str(context["remedy"]).partition(" or the id of")[0]
    return DocgenError(f"'{words}' {context['wanted']}", remedy)
