"""The footnotes and link addresses that a text gives, for itself and for the directives in it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec import Struct, field


class Scope(Struct):
    """What can be named in one text."""

    notes: set[str] = field(default_factory=set)
    """The names of the footnotes: `1` for `[^1]`."""
    links: dict[str, Any] = field(default_factory=dict)
    """The link addresses by their names, as markdown-it notes them."""
    used: set[str] = field(default_factory=set)
    """The names of the link addresses that a link has used, here or in a directive."""

    def inner(self) -> Scope:
        """The scope of a directive's body: what it gives itself is seen in it alone."""
        return Scope(set(self.notes), dict(self.links), self.used)

    def environment(self) -> dict[str, Any]:
        """The scope as markdown-it reads it, and adds to it."""
        refs = {f":{name}": -1 for name in sorted(self.notes)}
        return {"references": dict(self.links), "footnotes": {"refs": refs, "list": {}}}

    def add(self, environment: Mapping[str, Any]) -> dict[str, Any]:
        """Take in what a text gives, after markdown-it has read it; the link addresses that are new."""
        self.notes |= {name[1:] for name in environment["footnotes"]["refs"]}
        new = {name: link for name, link in environment["references"].items() if name not in self.links}
        self.links |= new
        return new
