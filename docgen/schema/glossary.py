"""Abbreviations and terms, each explained once."""

from __future__ import annotations

from pydantic import Field

from docgen.schema.narrative import Introduced
from docgen.schema.types import Text


class Glossary(Introduced):
    """`glossary.yaml`."""

    abbreviations: dict[str, Text] = Field(default={}, description="What each abbreviation stands for")
    terms: dict[str, Text] = Field(default={}, description="What each term means")
