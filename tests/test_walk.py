"""Ways through a tree: every node once, in the order of reading, and a changed copy that shares what did not change."""

from __future__ import annotations

from itertools import count
from types import ModuleType
from typing import Any, get_args

import pytest
from msgspec import Struct
from msgspec.structs import replace

from docgen.source import Source
from docgen.tree import block, document, inline
from docgen.tree.block import (
    Block,
    BulletList,
    Callout,
    Cell,
    Column,
    Contents,
    ContentsEntry,
    Definition,
    DefinitionList,
    Figure,
    Heading,
    Landscape,
    ListItem,
    Paragraph,
    Quote,
    Row,
    RowGroup,
    Table,
    Title,
)
from docgen.tree.document import Document, Footnote, Properties
from docgen.tree.inline import (
    Abbreviation,
    Code,
    CrossReference,
    Emphasis,
    FootnoteReference,
    Inline,
    Inlines,
    LineBreak,
    Link,
    Picture,
    ReferenceForm,
    Strong,
    Text,
)
from docgen.tree.order import in_order
from docgen.tree.walk import Node, holds, plain_text, rewrite, rewrite_each, walk

HERE = Source("text.md", 1)


def words(text: str) -> Inlines:
    return (Text(text, HERE),)


def paragraph(text: str) -> Paragraph:
    return Paragraph(words(text), HERE)


PARAGRAPH = paragraph("twice")
TABLE = Table(
    caption=words("3 caption"),
    columns=(Column(words("4 column"), HERE),),
    groups=(RowGroup((Row((Cell((paragraph("6 cell"),), HERE),), HERE),), HERE, words("5 group")),),
    source=HERE,
)
EVERYTHING = Document(
    Properties("A paper", "The CCG"),
    (
        Title(words("1 title"), HERE, words("2 subtitle")),
        TABLE,
        Callout("note", words("7 callout"), (paragraph("8 inside"),), HERE),
        DefinitionList((Definition(words("9 term"), (paragraph("10 explained"),), HERE),), HERE),
        Contents(2, HERE, words("11 contents"), (ContentsEntry(1, "", words("12 entry"), "a", HERE),)),
        Figure(Picture("map.png", "", HERE), HERE, words("13 figure")),
        Landscape((Quote((BulletList((ListItem((paragraph("14 deep"),), HERE),), HERE),), HERE),), HERE),
        Paragraph((Emphasis((Strong((Link("x", words("15 link"), HERE, "title"),), HERE),), HERE),), HERE),
        Heading(1, words("16 heading"), HERE),
    ),
    HERE,
    (Footnote("n", (paragraph("17 note"),), HERE),),
)


def texts(node: Node) -> list[str]:
    return [inner.text for inner in walk(node) if isinstance(inner, Text)]


def test_every_text_is_met_once_in_the_order_of_reading() -> None:
    assert [int(text.split()[0]) for text in texts(EVERYTHING)] == list(range(1, 18))


def test_a_node_comes_before_what_is_inside_it() -> None:
    kinds = [type(node).__name__ for node in walk(TABLE)]
    assert kinds[:3] == ["Table", "Text", "Column"]
    assert kinds[-4:] == ["Row", "Cell", "Paragraph", "Text"]


def test_a_rewrite_that_changes_nothing_is_the_same_tree() -> None:
    assert rewrite(EVERYTHING, lambda node: node) is EVERYTHING


def test_a_rewrite_changes_every_text_and_shares_the_rest() -> None:
    def change(node: object) -> object:
        return replace(node, text="new") if isinstance(node, Text) and node.text[:2] == "14" else node

    changed = rewrite(EVERYTHING, change)
    assert [text for text in texts(changed) if text != "new"] == [
        text for text in texts(EVERYTHING) if "14" not in text
    ]
    assert all(after is before for after, before in zip(changed.blocks[:6], EVERYTHING.blocks[:6], strict=True))
    assert changed.blocks[6] is not EVERYTHING.blocks[6]


def test_a_rewrite_sees_inner_nodes_first_and_neighbours_in_order() -> None:
    seen: list[str] = []

    def note(node: object) -> object:
        seen.append(node.text if isinstance(node, Text) else type(node).__name__)
        return node

    rewrite(TABLE, note)
    assert seen == [
        *["3 caption", "4 column", "Column", "5 group", "6 cell"],
        *["Paragraph", "Cell", "Row", "RowGroup", "Table"],
    ]


def test_the_nodes_of_a_document_are_listed_in_the_order_of_reading() -> None:
    assert EVERYTHING.nodes.every == list(in_order(EVERYTHING))[1:]
    assert [node.text for node in EVERYTHING.nodes.of(Text)] == texts(EVERYTHING)
    kinds = (Heading, Table, Figure, Paragraph)
    assert EVERYTHING.nodes.of(*kinds) == [node for node in walk(EVERYTHING) if isinstance(node, kinds)]
    assert EVERYTHING.nodes.of(Abbreviation) == []


def test_a_document_says_something_else_with_the_nodes_that_it_has() -> None:
    other = EVERYTHING.about(hashes={"text.md": "0"})
    assert other.nodes is EVERYTHING.nodes
    assert other == replace(EVERYTHING, hashes={"text.md": "0"})


@pytest.mark.parametrize("kinds", [(Text,), (Text, Row, Cell), (Heading,), (Abbreviation,), (Link, Footnote)])
def test_a_rewrite_of_some_kinds_is_that_of_all_which_leaves_the_others(kinds: tuple[type[Any], ...]) -> None:
    seen: list[object] = []

    def change(node: Any) -> Any:
        seen.append(node)
        return replace(node, source=Source("other.md", len(seen)))

    changed = rewrite_each(EVERYTHING, change, *kinds)
    some, seen = seen, []
    assert changed == rewrite(EVERYTHING, lambda node: change(node) if isinstance(node, kinds) else node)
    assert seen == some
    assert changed.nodes.every == list(in_order(changed))[1:]


def test_a_rewrite_that_adds_nodes_has_them_listed() -> None:
    changed = rewrite_each(EVERYTHING, lambda title: replace(title, subtitle=(*words("a"), *words("b"))), Title)
    assert texts(changed)[:3] == ["1 title", "a", "b"]
    assert [node.text for node in changed.nodes.of(Text)] == texts(changed)


def test_a_node_that_stands_in_two_places_may_become_two_nodes() -> None:
    twice = replace(EVERYTHING, blocks=(PARAGRAPH, PARAGRAPH), footnotes=())
    counted = count()
    changed = rewrite_each(twice, lambda text: replace(text, text=str(next(counted))), Text)
    assert texts(changed) == ["0", "1"]
    assert [node.text for node in changed.nodes.of(Text)] == ["0", "1"]


def test_holds_looks_inside() -> None:
    assert holds(EVERYTHING, Link)
    assert not holds(EVERYTHING, Abbreviation, CrossReference)


@pytest.mark.parametrize(
    ("content", "read"),
    [
        (words("a"), "a"),
        ((Emphasis((Strong(words("a"), HERE), Code("b", HERE)), HERE), LineBreak(HERE)), "ab "),
        ((Link("https://example.org", words("a"), HERE, "title"), Picture("p.png", "alt", HERE)), "aalt"),
        ((Abbreviation("LMC", "Local …", HERE), Abbreviation("LMC", "Local …", HERE, "Local (LMC)")), "LMCLocal (LMC)"),
        ((CrossReference("a", ReferenceForm.FULL, HERE, "Table 1"), FootnoteReference("n", HERE, 1)), "Table 1"),
    ],
)
def test_plain_text_is_what_a_reader_sees(content: Inlines, read: str) -> None:
    assert plain_text(content) == read


NODES = {kind.__name__ for kind in (*get_args(Block), *get_args(Inline))} | {"Block", "Blocks", "Inline", "Inlines"}

PLAIN = {"Properties", "Numbering", "AppendixNumbering", "Align", "ContentsKind"}
"""What nodes have beside nodes."""


def node_fields(module: ModuleType) -> list[tuple[type[Any], str]]:
    """Every field of a node class whose annotation names nodes."""
    kinds = [kind for kind in vars(module).values() if isinstance(kind, type) and kind.__module__ == module.__name__]
    nodes = NODES | {kind.__name__ for kind in kinds if kind.__name__ not in PLAIN}
    return [
        (kind, name)
        for kind in kinds
        if issubclass(kind, Struct)
        for name, written in kind.__annotations__.items()
        if any(part in nodes for part in written.replace("[", " ").replace(",", " ").replace("]", " ").split())
        and "Orientation" not in written
        and "ReferenceForm" not in written
    ]


@pytest.mark.parametrize(("kind", "name"), [*node_fields(block), *node_fields(inline), *node_fields(document)])
def test_no_field_that_holds_nodes_is_left_out(kind: type[Any], name: str) -> None:
    marker = Text("found", HERE)
    empty = dict.fromkeys(kind.__struct_fields__, ())
    node = kind(**{**empty, name: (marker,)})
    assert marker in list(walk(node))
    assert getattr(rewrite(node, lambda inner: inner), name) == (marker,)
