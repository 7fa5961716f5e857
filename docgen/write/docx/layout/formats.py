"""What styles and direct formatting say about a paragraph and about its words, as far as it moves them."""

from __future__ import annotations

from msgspec import Struct

from docgen.write.docx.layout.fonts import Font


class Edge(Struct, frozen=True):
    """A border at one side of a paragraph, or its absence. Twips."""

    width: int = 0
    space: int = 0
    """Between the border and the words."""
    look: tuple[str, ...] = ()
    """All that is said about it: paragraphs with the same borders share one box."""

    @property
    def room(self) -> int:
        """How much higher the border makes the paragraph."""
        return self.width + self.space


NO_EDGE = Edge()


class TabStop(Struct, frozen=True):
    """Where a tab leads, in twips from the margin."""

    position: int
    kind: str = "left"


class ParagraphFormat(Struct, frozen=True):
    """How a paragraph stands. Distances are in twips."""

    style: str
    before: int = 0
    after: int = 0
    contextual: bool = False
    """Whether there is no distance between paragraphs of the same style."""
    line: int = 240
    """The height of lines: in 240ths of a line where the rule is `auto`, else in twips."""
    rule: str = "auto"
    left: int = 0
    right: int = 0
    first: int = 0
    """How much further to the right the first line begins."""
    keep_next: bool = False
    keep_lines: bool = False
    begins_page: bool = False
    widows: bool = True
    """Whether no single line may stand alone on a page."""
    numbering: tuple[str, int] | None = None
    """The list and the level in it."""
    tabs: tuple[TabStop, ...] = ()
    top: Edge = NO_EDGE
    bottom: Edge = NO_EDGE
    sides: tuple[Edge, ...] = ()
    floats: bool = False
    """Whether it stands in a frame, outside the flow of the text."""
    justified: bool = False

    def height(self, ascent: int, descent: int) -> int:
        """The height of a line whose words reach that far up and down."""
        natural = ascent + descent
        if self.rule == "exact":
            return self.line
        if self.rule == "atLeast":
            return max(natural, self.line)
        share = self.line * 100 // 240
        return natural + natural * (share - 100) // 100 if share > 100 else natural * share // 100


class RunFormat(Struct, frozen=True):
    """How words look."""

    font: Font
    capitals: bool = False
    hidden: bool = False
    kerned: bool = False
    """Whether some pairs of letters stand closer: their widths are not known."""
