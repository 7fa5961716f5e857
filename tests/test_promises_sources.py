"""Promise 2: every word of every example document knows where it came from, and stands there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import pytest

from docgen import pipeline
from docgen.render.views import scalar
from docgen.schema.base import Part
from docgen.schema.facts import Fact
from docgen.schema.quorum_parser import parse_quorum
from docgen.schema.quorum_words import in_words
from docgen.schema.types import read_money, read_when
from docgen.snapshot import Snapshot
from docgen.source import NOWHERE, Source
from docgen.tree.document import Document
from docgen.tree.inline import Abbreviation, Code, CrossReference, FootnoteReference, Text
from docgen.tree.walk import Node, walk
from docgen.wording import grouped
from tests import places
from tests.awkward import awkward_snapshot
from tests.builds import example, trees
from tests.tables import csv_rows, workbook

PUNCTUATION = frozenset({" and ", ", ", " (", ") ", ". ", "."})
"""What docgen sets between the items of a list and the fields of a citation; its place is that of the whole."""

UNITS = (None, "£", "£k", "£m", "£ million", "£ billion", "%", "million", "billion")


@cache
def documents() -> dict[str, Document]:
    """The tree of every example document."""
    return dict(trees(example()))


def nodes() -> Iterator[tuple[str, Node]]:
    """Every node of every example document, without the documents themselves, whose place is a whole template."""
    for name, document in documents().items():
        yield from ((name, node) for node in walk(document) if node is not document)


def place(name: str, source: Source, words: str = "") -> str:
    """How a failure is shown."""
    return f"{name} {source} {words!r}"


def test_the_example_has_every_document_that_it_asks_for() -> None:
    assert list(documents()) == [
        "banes/eoi",
        "banes/terms-of-reference-strategic-group",
        "banes/terms-of-reference-operational-group",
    ]


def test_every_node_has_a_place_that_exists() -> None:
    astray = [place(name, node.source) for name, node in nodes() if not places.exists(example(), node.source)]
    assert astray == []


@pytest.mark.parametrize("kind", [Text, Code])
def test_words_that_say_so_stand_at_their_place(kind: type[Text] | type[Code]) -> None:
    verbatim = [(name, node) for name, node in nodes() if isinstance(node, kind) and getattr(node, "verbatim", True)]
    astray = [
        place(name, node.source, node.text)
        for name, node in verbatim
        if not places.holds(example(), node.source, node.text)
    ]
    assert astray == []


def test_words_of_content_are_verbatim_but_for_values_that_docgen_words() -> None:
    texts = [node for _, node in nodes() if isinstance(node, Text) and node.source.path.startswith("content/")]
    verbatim = [node for node in texts if node.verbatim]
    assert len(verbatim) > 1_000
    assert len(verbatim) / len(texts) > 0.8


def test_words_that_docgen_chose_are_the_wording_of_a_value_at_their_place() -> None:
    worded = [(name, node) for name, node in nodes() if isinstance(node, Text) and not node.verbatim]
    assert len(worded) > 100
    astray = [place(name, node.source, node.text) for name, node in worded if not is_wording(node)]
    assert astray == []


def test_references_and_abbreviations_stand_where_their_roles_stand() -> None:
    for name, node in nodes():
        if isinstance(node, CrossReference | Abbreviation):
            named = node.label if isinstance(node, CrossReference) else node.short
            written = places.written_at(example(), node.source)
            # A line of a template is one place as a whole; in a narrative the role begins at its column.
            find = re.match if node.source.column else re.search
            assert find(rf"\{{\w+\}}`{re.escape(named)}`", written), place(name, node.source, named)
        if isinstance(node, FootnoteReference):
            written = places.written_at(example(), node.source)
            assert re.search(r"\{cite\}`|\[\^", written), place(name, node.source)


def test_the_text_that_a_reader_sees_of_a_reference_was_filled_in() -> None:
    references = [node for _, node in nodes() if isinstance(node, CrossReference | Abbreviation)]
    assert references
    assert all(node.text for node in references)


def test_no_part_of_docgen_makes_words_without_a_place() -> None:
    with pytest.raises(TypeError):
        Text("words")  # type: ignore[call-arg]
    assert all(node.source != NOWHERE for _, node in nodes())


def is_wording(node: Text) -> bool:
    """Whether the value at a text's place, read again by docgen's own readers, is worded as the text is."""
    if node.text in PUNCTUATION:
        return True
    if node.source.path.endswith(".j2"):
        return is_wording_of_expression(node)
    written = places.written_at(example(), node.source)
    return node.text in wordings(written) or node.text in derived_at(node.source) or is_worked_out(node.text, written)


def is_wording_of_expression(node: Text) -> bool:
    """A literal of the template's line, also in the plural, or a figure that the line counts or adds up."""
    is_counted = re.search(r"\|\s*(count|length|number|total)", places.expressions_at(example(), node.source))
    if re.fullmatch(r"[£\d,.%k]+|[a-z]+", node.text) and is_counted:
        return True
    if node.text == "s" and "plural(" in places.expressions_at(example(), node.source):
        return True
    return any(node.text in (literal, f"{literal}s") for literal in places.literals_at(example(), node.source))


def is_worked_out(words: str, written: str) -> bool:
    """A share of a count, or a sum of amounts of which the first stands here."""
    if words.endswith("%"):
        return written.isdigit()
    return read_money(words) is not None and read_money(written) is not None


def wordings(written: str) -> set[str]:
    """Every way in which docgen words a value that is written so."""
    if not written:  # a yes or no that the author left out stands at the place of its record
        return {"no", "No"}
    value = example_dates().get(written, written)
    words = {written, *(Fact(value=written, unit=unit).words for unit in UNITS)}
    when, money = read_when(value), read_money(value)
    words |= {when.words} if when else set()
    words |= {money.words} if money else set()
    words |= {grouped(int(value))} if value.isdigit() else set()
    words |= {"yes", "no"} & {written.lower()}
    words |= quorums(written)
    return words | {changed for word in words for changed in (word[:1].upper() + word[1:], word[:1].lower() + word[1:])}


@cache
def example_content() -> pipeline.Programme:
    """The example, validated."""
    programme = pipeline.load(example(), "banes")
    assert programme.content is not None
    return programme


def example_dates() -> dict[str, str]:
    """What is written for each date that other parts name by its id."""
    assert example_content().content is not None
    return {name: str(entry.date) for name, entry in example_content().content.programme.dates.items()}  # type: ignore[union-attr]


def quorums(written: str) -> set[str]:
    """The words of a quorum, for each committee whose members it may name."""
    governance = example_content().content.governance  # type: ignore[union-attr]
    if governance is None or "member" not in written:
        return set()
    roles = [{member.id: member.role for member in committee.members} for committee in governance.committees.values()]
    try:
        rule = parse_quorum(written)
    except ValueError:
        return set()
    return {in_words(rule, known) for known in roles}


def derived_at(source: Source) -> set[str]:
    """What the models of which a part stands here work out of their fields."""
    return derived().get(source, set())


@cache
def derived() -> dict[Source, set[str]]:
    """For the place of each model of the example, the words of what it works out."""
    found: dict[Source, set[str]] = {}
    programme = example_content()
    stack: list[tuple[object, tuple[str | int, ...]]] = [(programme.content, ())]
    while stack:
        value, path = stack.pop()
        if isinstance(value, Part):
            words = {scalar(getattr(value, name), NOWHERE).text for name in value.derived if getattr(value, name)}
            found.setdefault(programme.sources.value(path), set()).update(words)
            stack += [(getattr(value, name), (*path, name)) for name in type(value).model_fields]
        elif isinstance(value, dict):
            stack += [(item, (*path, key)) for key, item in value.items()]
        elif isinstance(value, list):
            stack += [(item, (*path, position)) for position, item in enumerate(value)]
    return found


@pytest.mark.slow
def test_awkward_words_of_every_field_stand_at_their_place() -> None:
    snapshot = awkward_snapshot()
    found = [node for _, document in trees(snapshot) for node in walk(document) if isinstance(node, Text)]
    verbatim = [node for node in found if node.verbatim and node.source.path.startswith("content/")]
    assert len(verbatim) > 10_000
    assert [str(node.source) for node in found if not places.exists(snapshot, node.source)] == []
    assert [str(node.source) for node in verbatim if not places.holds(snapshot, node.source, node.text)] == []


def test_a_workbook_gives_its_words_their_cells() -> None:
    snapshot = with_scope_as_workbook()
    cells = [
        node
        for _, document in trees(snapshot)
        for node in walk(document)
        if isinstance(node, Text) and node.verbatim and node.source.path.endswith("scope.xlsx")
    ]
    assert len(cells) > 70
    assert [node for node in cells if not places.exists(snapshot, node.source)] == []
    assert [node for node in cells if not places.holds(snapshot, node.source, node.text)] == []


def with_scope_as_workbook() -> Snapshot:
    """The example with its scope as XLSX."""
    files = dict(example().files)
    files["content/banes/scope.xlsx"] = workbook({"Functions": csv_rows(files.pop("content/banes/scope.csv"))})
    return Snapshot(files)
