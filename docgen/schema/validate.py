"""Turns loaded data into models, and every fault into a diagnostic with its place."""

from __future__ import annotations

from typing import TypeVar

from pydantic import BaseModel, ValidationError

from docgen.diagnostic import Findings
from docgen.schema.content import Content
from docgen.schema.faults import diagnose
from docgen.schema.key_dates import with_key_dates
from docgen.schema.links import check_links
from docgen.source import Sourced

Model = TypeVar("Model", bound=BaseModel)


def validate(loaded: Sourced, findings: Findings) -> Content | None:
    """The content of a programme, or None where a fault was found. All faults are reported at once."""
    faults = Findings()
    content = validate_as(Content, with_key_dates(loaded), faults)
    check_links(loaded, faults)
    findings.extend(faults)
    return None if faults.has_errors else content


def validate_as(model: type[Model], loaded: Sourced, findings: Findings) -> Model | None:
    """Data as a model, be it the settings, a document type or the content; None where a fault was found."""
    try:
        return model.model_validate(loaded.data)
    except ValidationError as error:
        findings.extend(diagnose(fault, model, loaded) for fault in error.errors(include_url=False))
        return None
