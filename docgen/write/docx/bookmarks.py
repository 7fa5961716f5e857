"""Names the places that references lead to, and marks them."""

from __future__ import annotations

import re

from msgspec import Struct, field

from docgen.write.docx.xml import Xml, bookmark_ends, joined

_LONGEST = 40
"""Word shows no bookmark with a longer name."""
_NOT_IN_NAMES = re.compile(r"[^A-Za-z0-9_]+")


class Bookmarks(Struct):
    """The bookmarks of a document. Their names begin with `_`, which hides them in Word's own list."""

    taken: set[str] = field(default_factory=set)
    """Names, folded to lower case, as Word compares them."""
    count: int = 0

    def claim(self, wanted: str) -> str:
        """A name for a place called `wanted`, unlike all others."""
        stem = f"_Ref_{_NOT_IN_NAMES.sub('_', wanted)}"
        name, number = stem[:_LONGEST], 1
        while name.lower() in self.taken:
            number += 1
            name = f"{stem[: _LONGEST - len(str(number)) - 1]}_{number}"
        self.taken.add(name.lower())
        return name

    def around(self, name: str, content: Xml) -> Xml:
        """The content with a bookmark around it; without a name, the content alone."""
        if not name:
            return content
        start, end = self.ends(name)
        return joined((start, content, end))

    def ends(self, name: str) -> tuple[Xml, Xml]:
        """What stands before and behind the place."""
        self.count += 1
        return bookmark_ends(self.count, name)
