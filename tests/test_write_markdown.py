"""The Markdown of a paper says what its Word file says, and no word of it is read as markup."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pypandoc
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from docgen.diagnostic import Findings
from docgen.figures.registry import told
from docgen.tree.block import Block, Figure
from docgen.tree.document import Document, Numbering
from docgen.tree.inline import Picture
from docgen.tree.walk import walk
from docgen.write.docx.writer import write_docx
from docgen.write.markdown.escaping import fence_for, slug
from docgen.write.markdown.writer import write_markdown
from tests.awkward import AWKWARD
from tests.builds import example, trees
from tests.generated import COUNT, generated
from tests.markdown_lines import comparable, lines_of_markdown, word_lines
from tests.rich_document import every_kind
from tests.trees import (
    bullets,
    callout,
    code,
    contents,
    definitions,
    document,
    emphasis,
    figure,
    footnote,
    group,
    heading,
    inlines,
    item,
    link,
    note,
    numbers,
    page_break,
    paragraph,
    quote,
    reference,
    row,
    rule,
    strong,
    table,
    title,
)
from tests.word_lines import lines_of_docx, plain

BATCH = 25
AWAY = link("https://a.example/x (y)", "there")
LETTERS = st.characters(exclude_categories=("Cc", "Cs", "Cn", "Co", "Zl", "Zp", "Zs"), exclude_characters="¶")
WORDS = st.text(LETTERS | st.sampled_from(" *_`[]()<>|#-+.!&~$:@/\\1aw"), min_size=1, max_size=24).filter(
    lambda words: words.strip() == words and "  " not in words
)


def markdown_of(paper: Document) -> str:
    """The file, of which nothing is lost."""
    findings = Findings()
    text = write_markdown(paper, findings).decode()
    assert not list(findings)
    return text


def text_of(*blocks: object, **fields: object) -> str:
    """The file of some blocks, without what is said about the document as a whole."""
    return markdown_of(document(*blocks, **fields)).split("---\n\n", 1)[1]  # type: ignore[arg-type]


def said_in_both(paper: Document) -> tuple[list[str], list[str]]:
    """Word's lines and the Markdown's, in order. Contents stand apart in Word's."""
    word = lines_of_docx(write_docx(paper, Findings()))
    word.text = [part for line in word.text for part in _parts(line, paper)]
    listed, said = word_lines(word)
    lines = comparable(lines_of_markdown(write_markdown(paper, Findings())))
    at = next((at for at in range(len(lines)) if lines[at : at + len(listed)] == listed), None)
    assert at is not None, listed
    del lines[at : at + len(listed)]
    return said, lines


def _parts(line: str, paper: Document) -> Iterator[str]:
    """A line of Word; where it is a chart's description, the sentences of which Markdown makes lines."""
    charts = [
        told(node.picture) for node in walk(paper) if isinstance(node, Figure) and not isinstance(node.picture, Picture)
    ]
    found = next((said for said in charts if line == plain(f"[picture: {said.description}]")), None)
    yield from (plain(part) for part in (found.summary, *found.sentences)) if found else [line]


class TestSaysWhatWordSays:
    """Line by line, as a reader of CommonMark with tables and footnotes shows it."""

    def test_in_the_examples(self) -> None:
        for name, paper in trees(example()):
            word, page = said_in_both(paper)
            assert word == page, name

    def test_in_a_paper_of_every_kind_of_node(self) -> None:
        word, page = said_in_both(every_kind())
        assert word == page

    @pytest.mark.slow
    @pytest.mark.parametrize("first", range(0, COUNT, BATCH))
    def test_in_generated_papers(self, first: int) -> None:
        for number in range(first, first + BATCH):
            word, page = said_in_both(generated(number))
            assert word == page, number


class TestLooksAsPeopleWriteIt:
    """Plain, and steady under change: a paragraph is a line."""

    def test_the_facts_of_the_paper_are_its_front_matter(self) -> None:
        front = markdown_of(document(paragraph("x"), version="1.0", author='A "B": C')).split("---\n")[1]
        said = {
            "title": "Expression of Interest",
            "organisation": "Example CCG",
            "version": "1.0",
            "author": 'A "B": C',
        }
        assert yaml.safe_load(front) == said

    def test_blocks(self) -> None:
        assert text_of(
            title("Title", "Below it"),
            heading(1, "One", "A"),
            paragraph(inlines(["Some ", strong("bold"), " and ", emphasis("stressed"), " words."])),
            bullets("a", item("b", bullets("c"))),
            numbers("x", "y", start=3),
            quote("Said."),
            callout("decision", "Agree", "Please."),
            code("a  b\n"),
            rule(),
            page_break(),
            definitions(("Term", "Explained.")),
            numbering=Numbering.LETTERED,
        ) == (
            "# Title\n\nBelow it\n\n## A. One\n\nSome **bold** and *stressed* words.\n\n"
            "- a\n- b\n\n  - c\n\n<!-- -->\n\n"
            "3. x\n4. y\n\n> Said.\n\n> **Decision: Agree**\n>\n> Please.\n\n```\na  b\n```\n\n---\n\n"
            "- **Term**\n\n  Explained.\n"
        )

    def test_tables(self) -> None:
        grid = table(
            ["Name", "Words"],
            group(row("A|B", (bullets("one", "two"), paragraph("three"))), heading="Group"),
            caption="What",
            number=2,
        )
        assert text_of(grid) == (
            "**Table\u00a02:** What\n\n| Name | Words |\n| --- | --- |\n| **Group** |  |\n"
            "| A\\|B | • one<br>• two<br>three |\n"
        )

    def test_notes_links_and_references(self) -> None:
        words = inlines(["See ", reference("x", "section 1"), note("n", 1), " or ", AWAY, "."])
        paper = document(
            heading(1, "One & two", "1", label="x", anchor="one"),
            paragraph(words),
            footnotes=[footnote("n", 1, "Said.")],
        )
        assert markdown_of(paper).split("---\n\n", 1)[1] == (
            "## 1 One & two\n\nSee [section 1](#1-one--two)[^1] or [there](<https://a.example/x%20(y)>).\n\n"
            "[^1]: Said.\n"
        )

    def test_contents_lead_to_the_anchors_that_repositories_give(self) -> None:
        one, two = heading(1, "Aims", "A", anchor="aims"), heading(2, "Aims", "I", anchor="aims-2")
        text = text_of(contents(one, two), one, two, numbering=Numbering.LETTERED)
        assert text.startswith("**Contents**\n\n- [A. Aims](#a-aims)\n  - [I. Aims](#i-aims)\n")
        assert slug("A. What's new? (2014)") == "a-whats-new-2014"

    def test_a_table_in_a_cell_is_told(self) -> None:
        findings = Findings()
        inner = table(["Inner"], row("deep"))
        data = write_markdown(document(table(["Outer"], row([inner]))), findings)
        assert [found.code.id for found in findings] == ["DG921"]
        assert "| **Inner**<br>deep |" in data.decode()

    def test_nothing_of_what_stands_in_a_cell_is_lost(self) -> None:
        inner = table(["Inner"], group(row("deep"), heading="Group"), caption="Said", number=2)
        listed = contents(heading(1, "Listed", number="3"), title="Inside")
        cell: list[Block] = [
            title("Name", "below"),
            heading(1, "Head", number="4"),
            inner,
            figure("a.png", "Alt", "Shown", number=5),
            listed,
        ]
        text = write_markdown(document(table(["Outer"], row(cell))), Findings()).decode()
        for words in (
            "**Name**<br>below",
            "**4 Head**",
            "**Table\u00a02:** Said",
            "**Inner**",
            "**Group**",
            "**Figure\u00a05:** Shown",
        ):
            assert words in text
        assert "**Inside**<br>3 Listed" in text

    def test_titles_and_terms_keep_their_links_and_notes(self) -> None:
        said = footnote("a", 1, "The note")
        text = write_markdown(document(title((*inlines("Name"), note("a", 1))), footnotes=[said]), Findings()).decode()
        assert "# Name[^1]" in text
        terms = definitions(((link("https://example.org", "site"),), "said"))
        text = write_markdown(document(terms), Findings()).decode()
        assert "[site](<https://example.org>)" in text

    def test_two_lists_stay_two(self) -> None:
        lines = lines_of_markdown(write_markdown(document(numbers("a"), numbers("b")), Findings()))
        assert lines == ["a", "b"]
        assert text_of(numbers("a"), numbers("b")).count("1.") == 2


class TestTextIsText:
    """No word of a paper is read as markup, by two readers."""

    @pytest.mark.parametrize("words", AWKWARD)
    def test_awkward_words_everywhere(self, words: str) -> None:
        self.check(words)

    @settings(max_examples=300, deadline=None, derandomize=True)
    @given(WORDS)
    def test_any_words_everywhere(self, words: str) -> None:
        self.check(words)

    def check(self, words: str) -> None:
        paper = document(
            heading(1, words),
            paragraph(words),
            paragraph(inlines(["a ", strong(words), "b", emphasis(words), "c"])),
            bullets(words),
            quote(words),
            table([words], row(words)),
        )
        lines = lines_of_markdown(write_markdown(paper, Findings()))
        said = [plain(line) for line in (words, f"a {words}b{words}c", words, words)]
        assert lines[0] == plain(f"# {words}")
        assert [plain(line.replace("¶", "")) for line in lines[1:5]] == said
        assert lines[5:] == [plain(f"| {words}")] * 2

    def test_pandoc_reads_the_same(self) -> None:
        paper = document(*(paragraph(words) for words in AWKWARD), table(["Words"], *(row(words) for words in AWKWARD)))
        blocks = json.loads(pypandoc.convert_text(markdown_of(paper), "json", "gfm"))["blocks"]
        read = [said for block in blocks for said in _paragraphs(block)]
        assert [_squeezed(words) for words in read] == [_squeezed(words) for words in (*AWKWARD, "Words", *AWKWARD)]

    def test_a_fence_is_longer_than_any_inside(self) -> None:
        assert fence_for("a ```` b") == "`````"


def _paragraphs(node: object) -> list[str]:
    """The words of each paragraph in pandoc's own tree."""
    if isinstance(node, dict) and node.get("t") in ("Para", "Plain"):
        return [_said(node["c"])]
    inner = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
    return [words for child in inner for words in _paragraphs(child)]


def _said(node: object) -> str:
    if isinstance(node, dict):
        match node["t"]:
            case "Str":
                return str(node["c"])
            case "Space" | "SoftBreak" | "LineBreak":
                return " "
            case "Link":
                return _said(node["c"][1])
            case _:
                return _said(node.get("c", []))
    return "".join(map(_said, node)) if isinstance(node, list) else ""


def _squeezed(words: str) -> str:
    return "".join(words.split())


def test_two_runs_give_the_same_bytes() -> None:
    assert write_markdown(every_kind(), Findings()) == write_markdown(every_kind(), Findings())
