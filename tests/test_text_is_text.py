"""Text is never markup by accident: what a value says stands in the tree as it is, wherever a template prints it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docgen.source import Source
from docgen.tree.block import CodeBlock, Heading, Paragraph
from docgen.tree.document import Document
from docgen.tree.inline import Abbreviation, Code, CrossReference, LineBreak, Link, Picture, Text
from docgen.tree.walk import holds, walk
from docgen.value import Items, Phrase, Prose, Record, Scalar, Value
from tests.casefile import diagnostics_text
from tests.papers import TEMPLATE, Paper

WORDS = (
    *("# x", "#", "## {-}", "x {-}", "- a", "-", "* a", "+ a", "1. a", "7) a", "> q", "    four spaces", "\ttab"),
    *("***", "---", "===", "___", "*a*", "**a**", "_a_", "~~a~~", "`a`", "```", "~~~", "````{callout}"),
    *(":::", ":::{table}", "::::{callout} x", ":caption: x", ": x", "(label)=", "% x", "+++"),
    *("| a |", "a | b", "|", "\\|", "| - | - |", "--|--", "a \\| b"),
    *("<b>", "</p>", "<!-- a -->", "<!--", "-->", "<script>alert(1)</script>", "<https://example.org>", "&amp;"),
    *("{{ x }}", "{{", "}}", "{% raw %}", "{% endif %}", "{#", "#}", "{fact}`population`", "{ref}`x`", "{-}", "{}"),
    *("[a](b)", "![a](b)", "[a]", "[a]: b", "[^1]", "[^1]: x", "[x][y]", "]", "[", "](", "\\", "\\\\", "a\\", "\\*"),
    *("two  ", "two  \\", " lead", "trail ", "A&E", "R&D", "5 < 6", "£5", "100%", "https://example.org", "&#42;"),
    *("a\u00a0b", "🏥", "שלום", "e\u0301", "a\u200bb", '"quoted"', "it's", "--", "...", "(c)", "$x$", "^a^", "H~2~O"),
    *("%EE%80%800%EE%80%81", "&#xE000;0&#xE001;", "\\ue0000\\ue001", "a@example.org"),
)
"""What someone may write into a cell of a spreadsheet."""

PLACES = (
    "{{ words }}",
    "{{ words }} after",
    "before {{ words }}",
    "before {{ words }} after",
    "before{{ words }}after",
    "one\n{{ words }}\nthree",
    "{{ words }}\n{{ words }}",
    "# {{ words }}",
    "# before {{ words }}",
    "{{ words }}\n===",
    "- {{ words }}",
    "- one\n  {{ words }}",
    "1. {{ words }} after",
    "> {{ words }}",
    "*before {{ words }} after*",
    "**{{ words }}**",
    "[{{ words }}](https://example.org)",
    "Term\n: {{ words }}",
    "{{ words }}\n: explained",
    "| A |\n| - |\n| {{ words }} |",
    "| A |\n| - |\n| x {{ words }} |",
    "| {{ words }} |\n| - |\n| x |",
    ":::{list-table}\n:caption: {{ words }}\n* - A\n* - b\n:::",
    ":::{list-table}\n* - {{ words }}\n* - b\n:::",
    ":::{list-table}\n* - A\n* - {{ words }}\n:::",
    ":::{callout} {{ words }}\nx\n:::",
    ":::{callout} Title\n{{ words }}\n:::",
    ":::{table} {{ rows }}\n:columns: words\n:::",
    ':::{table} {{ rows }}\n:columns: words "{{ words }}"\n:group-by: words\n:::',
    ":::{title} {{ words }}\n:subtitle: {{ words }}\n:::",
    "x[^1]\n\n[^1]: {{ words }}",
    "{% set x = words %}\n{{ x }}",
    "{% set x %}{{ words }}{% endset %}\n{{ x }}",
    "{% macro m(a) %}{{ a }}{% endmacro %}\n{{ m(words) }}",
    "{{ words ~ words }}",
    '{{ [words, "and more"] | join }}',
    "{{ [words] }}",
    "{{ record }}",
    "{{ phrase }}",
)


def document_of(template: str, words: str) -> Document:
    """The tree of a template that prints `words`."""
    scalar = Scalar(words, Source("content/x/cells.csv", 2, 3), words)
    record = Record("record", ("words",), scalar.source, lambda name: scalar, shown="words")
    rows, phrase = Items((record,), scalar.source), Phrase((scalar,))
    values: dict[str, Value] = {"words": scalar, "record": record, "rows": rows, "phrase": phrase}
    paper = Paper({TEMPLATE: f"{template}\n"}, values)
    document = paper.resolved()
    assert document, diagnostics_text(paper.findings)
    assert not paper.findings, diagnostics_text(paper.findings)
    return document


def printed(document: Document) -> Iterator[str]:
    """The texts that come from the value."""
    for node in walk(document):
        if isinstance(node, Text) and node.source.path.endswith(".csv"):
            yield node.text


@pytest.mark.parametrize("template", PLACES)
def test_words_stand_as_they_are_in_every_place_of_a_template(template: str) -> None:
    plain = document_of(template, "plain")
    expected = [type(node) for node in walk(plain)]
    for words in WORDS:
        document = document_of(template, words)
        if words.strip(" \t"):
            assert set(printed(document)) == {words}
            assert [type(node) for node in walk(document)] == expected


@pytest.mark.parametrize("words", WORDS)
def test_words_stand_as_they_are_in_code_links_and_blocks_of_code(words: str) -> None:
    document = document_of("`a {{ words }} b` [x](https://example.org/ 'a{{ words }}b')\n\n    {{ words }}\n", words)
    codes = [node.text for node in walk(document) if isinstance(node, Code)]
    titles = [node.title for node in walk(document) if isinstance(node, Link)]
    blocks = [node.text for node in walk(document) if isinstance(node, CodeBlock)]
    assert (codes, titles, blocks) == ([f"a {words} b"], [f"a{words}b"], [words])


PLAIN = st.characters(exclude_categories=["Cs", "Co", "Cc"], exclude_characters="\u2028\u2029\ufeff\ufffe\uffff")
"""What loading lets through, but for line ends."""
LINES = st.text(PLAIN, min_size=1).filter(lambda words: bool(words.strip()))
SIGNS = st.lists(st.sampled_from([*WORDS, "\n", "\n\n", " ", "    ", "a", "words", "\t"]), max_size=30).map("".join)
"""Texts full of markup."""
TEXTS = st.one_of(st.text(st.one_of(PLAIN, st.just("\n"))), SIGNS)
OFTEN = settings(derandomize=True, max_examples=300, deadline=None)


@OFTEN
@given(LINES, st.sampled_from(PLACES))
def test_any_line_stands_as_it_is(words: str, template: str) -> None:
    assert set(printed(document_of(template, words))) == {words}


@OFTEN
@given(TEXTS)
def test_a_text_of_many_lines_loses_no_words(words: str) -> None:
    document = document_of("{{ words }}\n\nx {{ words }} x\n", words)
    first = [block for block in document.blocks if isinstance(block, Paragraph)][:-1]
    lines = ["".join(inline.text if isinstance(inline, Text) else "\n" for inline in block.content) for block in first]
    assert [line for line in "\n".join(lines).split("\n") if line.strip(" \t")] == [
        line for line in words.split("\n") if line.strip(" \t")
    ]
    last = document.blocks[-1]
    assert isinstance(last, Paragraph)
    inside = "".join("\n" if isinstance(inline, LineBreak) else getattr(inline, "text", "") for inline in last.content)
    assert inside == f"x {words.strip(chr(10))} x"


@OFTEN
@given(TEXTS)
def test_any_text_is_a_narrative(words: str) -> None:
    paper = Paper({TEMPLATE: "# Heading\n\n{{ story }}\n"}, {"story": Prose(words, Source("content/x/story.md", 1))})
    assert paper.resolved(), diagnostics_text(paper.findings)
    for found in paper.findings:
        assert found.source.path == "content/x/story.md"
        assert 1 <= found.source.line <= words.count("\n") + 1
        assert "\n" not in found.message + found.help


@OFTEN
@given(SIGNS)
def test_every_place_in_a_narrative_is_where_the_words_stand(words: str) -> None:
    paper = Paper({TEMPLATE: "# Heading\n\n{{ story }}\n"}, {"story": Prose(words, Source("content/x/story.md", 1))})
    document = paper.parsed()
    assert document
    lines = words.split("\n")
    for node in walk(document):
        source = node.source
        if isinstance(node, Text | Code) and source.path == "content/x/story.md" and source.column:
            start = source.column - 1
            assert lines[source.line - 1][start : start + len(node.text)] == node.text


@OFTEN
@given(SIGNS)
def test_any_text_is_a_template_or_has_faults(words: str) -> None:
    paper = Paper({TEMPLATE: words}, {"x": Scalar("A&E", Source("content/x/cells.csv", 1), "A&E")})
    document = paper.resolved()
    assert document or len(paper.findings) == 1
    for found in paper.findings:
        assert found.source.path == TEMPLATE


def test_a_narrative_has_markup() -> None:
    story = "{fact}`population` *a* {abbr}`LMC` ![A map](map.png) {ref}`x`\n\n(x)=\n# One\n"
    paper = Paper({TEMPLATE: "{{ story }}\n"}, {"story": Prose(story, Source("content/x/story.md", 1))})
    document = paper.parsed()
    assert document
    assert all(holds(document, kind) for kind in (Abbreviation, Picture, CrossReference, Heading))
