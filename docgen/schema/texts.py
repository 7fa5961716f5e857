"""All narrative of a programme: that of the files of its own, and the introductions to parts."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.schema.content import Content
from docgen.schema.narrative import Introduced, Narrative
from docgen.source import Path


def narratives_of(content: Content) -> Iterator[tuple[Path, Narrative]]:
    """Every narrative with its path in the content."""
    for name, narrative in content.narratives.items():
        yield ("narratives", name), narrative
    for part in type(content).model_fields:
        value = getattr(content, part)
        if isinstance(value, Introduced) and value.introduction is not None:
            yield (part, "introduction"), value.introduction
