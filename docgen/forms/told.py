"""What a document is filled from, whatever it is filled into."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from docgen.render.views import Views
from docgen.schema.document_type import DocumentType
from docgen.tree.document import Properties
from docgen.value import Value


class Told(Struct, frozen=True):
    """What is known of one document before its template is read."""

    kind: DocumentType
    names: Mapping[str, Value]
    """What the tags of a template can name."""
    roles: Mapping[str, Mapping[str, Value]]
    """For each role of a text that names something, such as `fact`: the things it can name."""
    properties: Properties
    views: Views
    """What makes these values when they are asked for, and keeps them."""
