"""What people wrote in answer to a survey: it stands as they wrote it, and the house does not say it.

The rules that look for numbers and names of persons in answers read them in the content. No other rule has anything to
ask of them: a figure, a spelling or a sentence in an answer is right by being what was written.
"""

from __future__ import annotations

from docgen.schema.content import Content
from docgen.source import Source, SourceMap

_FIELDS = ("number", "date", "text")


def places_of_answers(content: Content, sources: SourceMap) -> frozenset[Source]:
    """Where the answers stand, with their numbers and dates."""
    survey = content.engagement.survey if content.engagement else None
    rows = range(len(survey.responses)) if survey else ()
    return frozenset(
        sources.value(("engagement", "survey", "responses", row, name)) for row in rows for name in _FIELDS
    )
