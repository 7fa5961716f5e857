"""What a document is filled from, whatever it is filled into."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from docgen.schema.document_type import DocumentType
from docgen.tree.document import Properties
from docgen.value import Value


@dataclass(frozen=True, slots=True)
class Told:
    """What is known of one document before its template is read."""

    kind: DocumentType
    names: Mapping[str, Value]
    """What the tags of a template can name."""
    roles: Mapping[str, Mapping[str, Value]]
    """For each role of a text that names something, such as `fact`: the things it can name."""
    properties: Properties
