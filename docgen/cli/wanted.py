"""What the command line of a build asks for."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct


class Place(Struct, frozen=True):
    """Where the work is done."""

    jobs: int | None = None
    """How many processes; None for as many as help."""
    dask: str | None = None
    """Address of a Dask scheduler."""


HERE = Place(jobs=1)


class Wanted(Struct, frozen=True):
    """What is made, and where."""

    formats: str | None = None
    clean: bool = False
    git_history: bool = False
    place: Place = HERE

    @property
    def asked(self) -> Mapping[str, str]:
        """What reaches the bytes, by the words in which `--explain` names it."""
        return {
            "what --format asks for": self.formats or "",
            "what --clean asks for": "clean" if self.clean else "",
        }
