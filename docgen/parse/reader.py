"""What is known while a document is parsed, and the few places that parsing adds to."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from msgspec import Struct, field

from docgen.codes import markup as codes
from docgen.diagnostic import Findings
from docgen.parse.passage import Passage
from docgen.parse.scope import Scope
from docgen.rendered import PLACEHOLDER
from docgen.source import Source
from docgen.tree.block import Blocks
from docgen.tree.document import Footnote
from docgen.tree.inline import Inlines
from docgen.value import Value


class Reader(Struct):
    """One document being parsed."""

    findings: Findings
    values: tuple[Value, ...]
    """What the placeholders stand for."""
    names: Mapping[str, Mapping[str, Value]]
    """For each role that names something, such as `fact`: the things it can name."""
    pictures: Mapping[str, bytes]
    """The picture files of the repository, by path."""
    read_blocks: Callable[[Passage, Reader], Blocks]
    read_inlines: Callable[[str, Source, Reader], Inlines]
    numbers_paragraphs: bool = False
    """Whether paragraphs have numbers, so that they can bear labels."""
    footnotes: list[Footnote] = field(default_factory=list)
    level: int = 0
    """Of the last heading."""
    depth: int = 0
    """Lists, quotes and directives around what is being read."""
    scope: Scope = field(default_factory=Scope)
    """The footnotes and link addresses of the text that is being read."""
    used_pictures: dict[str, bytes] = field(default_factory=dict)

    def text(self, passage: Passage) -> Blocks:
        """The blocks of a text that stands by itself, with footnotes and links of its own."""
        return self._read(passage, Scope())

    def blocks(self, passage: Passage) -> Blocks:
        """The blocks of a directive's body, which may mention the footnotes of the text around it."""
        return self._read(passage, self.scope.inner())

    def _read(self, passage: Passage, scope: Scope) -> Blocks:
        outer, self.scope = self.scope, scope
        try:
            return self.read_blocks(passage, self)
        except RecursionError:
            self.too_deep(passage.source(0))
            return ()
        finally:
            self.scope = outer

    def too_deep(self, source: Source) -> None:
        """Report a text that nests without end."""
        message = "lists, quotes or stressed words are nested too deeply"
        self.findings.add(codes.TOO_DEEP.at(source, message, "put it on fewer levels"))

    def inlines(self, text: str, source: Source) -> Inlines:
        """The inlines of one line of text that stands at `source`."""
        return self.read_inlines(text, source, self)

    def plain(self, text: str) -> str:
        """A text in which each placeholder is replaced by the words of its value: for labels, paths and options."""
        return PLACEHOLDER.sub(lambda found: str(self.values[int(found[1])]), text)

    def only_value(self, text: str) -> Value | None:
        """The value of a text that is one placeholder and nothing else."""
        found = PLACEHOLDER.fullmatch(text.strip())
        return self.values[int(found[1])] if found else None
