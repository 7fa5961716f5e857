"""The read-only values that templates see and directives lay out. Each knows its place.

    Value
    ├── Scalar   a word, a figure, a date, a yes or no
    ├── Phrase   scalars joined in a template by `~` or `join`
    ├── Prose    Markdown written by an author
    ├── Items    a list; also a mapping, whose values it lists and whose keys it knows
    ├── Record   named fields: a committee, a function, a fact
    └── Absent   an optional field that the author left out

No Python attribute of these objects can be reached from a template: it sees fields and list positions only.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from msgspec import Struct, field

from docgen.source import Source
from docgen.wording import listed

Raw = str | int | Decimal | date | bool


class Scalar(Struct, frozen=True, eq=False, gc=False):
    """One value that is printed as words. Compares and sorts by `raw`."""

    text: str
    """As printed."""
    source: Source
    raw: Raw
    """For comparisons and sums in templates."""
    verbatim: bool = True
    """Whether `text` stands at `source` as it is, or is docgen's wording of what stands there."""
    is_choice: bool = False
    """Whether it is one of a few fixed words; these begin with a capital letter in a table cell."""

    def __str__(self) -> str:
        return self.text

    def __bool__(self) -> bool:
        return bool(self.raw)

    def __eq__(self, other: object) -> bool:
        return bool(self.raw == raw(other))

    def __ne__(self, other: object) -> bool:
        return not self == other  # a Struct brings one of its own, that knows nothing of the above

    def __hash__(self) -> int:
        return hash(self.raw)

    def __lt__(self, other: Any) -> bool:
        return _is_below(self, other)

    def __le__(self, other: Any) -> bool:
        return self == other or _is_below(self, other)

    def __gt__(self, other: Any) -> bool:
        return _is_below(other, self)

    def __ge__(self, other: Any) -> bool:
        return self == other or _is_below(other, self)

    def __len__(self) -> int:
        return len(self.text)

    def __contains__(self, part: object) -> bool:
        return str(part) in self.text


def raw(value: object) -> Any:
    """What a scalar stands for, and the words of a phrase; anything else as it is."""
    if isinstance(value, Phrase):
        return str(value)
    return value.raw if isinstance(value, Scalar) else value


def _is_below(lower: object, higher: object) -> bool:
    """Whether one value comes before another. Raises `ValueError` where they have no order, as a date and a text."""
    for value in (lower, higher):
        if isinstance(value, Absent):
            raise ValueError(f"there is no {value.name}, so it cannot be put in order")
    try:
        return bool(raw(lower) < raw(higher))
    except TypeError:
        raise ValueError(f"'{lower}' and '{higher}' cannot be put in order") from None


class Phrase(Struct, frozen=True, eq=False):
    """Scalars in a row, each with its own place. Compares by its words."""

    parts: tuple[Scalar, ...]

    def __str__(self) -> str:
        return "".join(part.text for part in self.parts)

    def __bool__(self) -> bool:
        return any(part.text for part in self.parts)

    def __eq__(self, other: object) -> bool:
        return bool(str(self) == raw(other))

    def __ne__(self, other: object) -> bool:
        return not self == other  # a Struct brings one of its own, that knows nothing of the above

    def __hash__(self) -> int:
        return hash(str(self))

    def __lt__(self, other: object) -> bool:
        return _is_below(self, other)

    def __gt__(self, other: object) -> bool:
        return _is_below(other, self)

    def __len__(self) -> int:
        return len(str(self))

    def __contains__(self, part: object) -> bool:
        return str(part) in str(self)


class Prose(Struct, frozen=True):
    """Markdown with roles and directives."""

    markdown: str
    source: Source
    """The place of its first line; the other lines follow it in the same file."""

    def __str__(self) -> str:
        return self.markdown

    def __bool__(self) -> bool:
        return bool(self.markdown.strip())

    def __contains__(self, part: object) -> bool:
        return str(part) in self.markdown


class Items(Struct, frozen=True):
    """A list of values. Where it was a mapping, `keys` gives each key's position."""

    items: tuple[Value, ...]
    source: Source
    keys: Mapping[str, int] = field(default_factory=dict)

    def __str__(self) -> str:
        return listed([str(item) for item in self.items])

    def __iter__(self) -> Iterator[Value]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)

    def __getitem__(self, position: int) -> Value:
        return self.items[position]


class Record(Struct, frozen=True, eq=False):
    """Named fields, made when asked for, so that records may refer to one another."""

    name: str
    """What it is, for messages: `committee 'strategic-group'`."""
    fields: tuple[str, ...]
    source: Source
    lookup: Callable[[str], Value]
    """The value of one of `fields`."""
    shown: str = ""
    """The field that is printed where the record itself is printed; empty where none is."""

    def __str__(self) -> str:
        return str(self.lookup(self.shown)) if self.shown else self.name

    def __bool__(self) -> bool:
        return True

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Record) and (self.name, self.source) == (other.name, other.source)

    def __ne__(self, other: object) -> bool:
        return not self == other  # a Struct brings one of its own, that knows nothing of the above

    def __hash__(self) -> int:
        return hash((self.name, self.source))


class Absent(Struct, frozen=True):
    """Nothing was written here. It is false, it is empty, and to print it is an error."""

    name: str
    """What is absent: `vice_chair of committee 'strategic-group'`."""
    source: Source
    """The nearest place around it."""

    def __str__(self) -> str:
        return ""

    def __bool__(self) -> bool:
        return False

    def __len__(self) -> int:
        return 0

    def __iter__(self) -> Iterator[Value]:
        return iter(())

    def __lt__(self, other: object) -> bool:
        return _is_below(self, other)

    def __gt__(self, other: object) -> bool:
        return _is_below(other, self)


Value = Scalar | Phrase | Prose | Items | Record | Absent
