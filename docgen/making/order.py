"""What a command asks for: which documents, in what formats, held against which rules."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from docgen.check.choice import Choice
from docgen.diagnostic import Diagnostic
from docgen.pipeline import Programme
from docgen.plan.jobs import Job
from docgen.write.edition import PLAIN_EDITION, Edition


class Selected(Struct, frozen=True):
    """A loaded programme, and those of its documents that are meant."""

    programme: Programme
    jobs: tuple[Job, ...]
    """Those that are meant; none where the programme could not be read."""
    all_jobs: tuple[Job, ...]
    """All documents of the programme, which are compared with one another."""


class Order(Struct, frozen=True):
    """What is made of the documents."""

    formats: tuple[str, ...] = ()
    """What is written of each document; nothing where they are only checked."""
    edition: Edition = PLAIN_EDITION
    choice: Choice | None = None
    """The rules that the command line chooses; None for those of the settings."""
    asked: Mapping[str, str] = field(default_factory=dict)
    """What the command line asked for, by the words in which messages name it."""
    known: tuple[Diagnostic, ...] = ()
    """What was found in the settings, which is told with each programme."""
    kept_formats: tuple[str, ...] = ()
    """The formats that the settings ask for: their outputs belong to their documents, though others are written."""
