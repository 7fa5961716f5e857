"""What holds for every page: it is well formed, safe, self-contained, the same each time, and quick to write."""

from __future__ import annotations

import re
from base64 import b64decode
from collections.abc import Callable
from hashlib import sha256
from html.parser import HTMLParser
from itertools import pairwise
from time import perf_counter
from typing import Any, get_args

import pytest

from docgen.diagnostic import Findings
from docgen.tree.block import Block
from docgen.tree.document import Document
from docgen.tree.inline import Inline
from docgen.tree.walk import walk
from docgen.write.edition import Edition
from docgen.write.html.document import write_html
from tests.rich_document import AWKWARD, every_kind
from tests.trees import bullets, callout, code, document, figure, heading, paragraph, quote, row, table, title

VOID = {"meta", "br", "hr", "img", "col"}


class Reader(HTMLParser):
    """Reads a page strictly: every element must be closed, in order."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words: dict[str, list[str]] = {}
        self.in_order: list[str] = []
        self.open: list[str] = []
        self.feed(page)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element begins."""
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """It must be the one that was opened last."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Words, by the element around them."""
        around = self.open[-1] if self.open else ""
        self.words.setdefault(around, []).append(data)
        self.in_order += [data] if around != "style" else []

    @property
    def text(self) -> str:
        """All words but those of the style."""
        return "".join(self.in_order)

    def values(self, name: str) -> list[str]:
        """All values of an attribute."""
        return [value for _, attributes in self.elements for key, value in attributes.items() if key == name and value]


def written(document: Document, preview: bool = False) -> str:
    """The page of a document that must have no problems."""
    findings = Findings()
    page = write_html(document, findings, Edition(preview=preview))
    assert list(findings) == []
    return page.decode("utf-8")


def test_the_rich_document_holds_every_kind_of_node() -> None:
    kinds = {type(node) for node in walk(every_kind())}
    assert {*get_args(Block), *get_args(Inline)} <= kinds


def test_a_page_is_well_formed() -> None:
    Reader(written(every_kind()))


def test_no_two_elements_share_an_id_and_every_link_inside_the_page_arrives() -> None:
    page = Reader(written(every_kind()))
    ids = page.values("id")
    assert len(ids) == len(set(ids))
    assert {link[1:] for link in page.values("href") if link.startswith("#")} <= set(ids)
    assert set(page.values("aria-labelledby")) <= set(ids)


def test_a_page_asks_nothing_of_the_network_and_runs_nothing() -> None:
    page = Reader(written(every_kind()))
    assert {"script", "link", "iframe", "object", "form", "base"}.isdisjoint(tag for tag, _ in page.elements)
    assert all(source.startswith("data:image/") for source in page.values("src"))
    assert not any(name.startswith("on") or name == "style" for _, attributes in page.elements for name in attributes)
    style = "".join(page.words["style"])
    assert "url(" not in style
    assert "@import" not in style


def test_the_policy_allows_the_style_of_the_page_and_nothing_else() -> None:
    page = written(every_kind())
    style = page.split("<style>")[1].split("</style>")[0]
    hashed = re.search(r"style-src 'sha256-([^']+)'", page)
    assert hashed is not None
    assert b64decode(hashed[1]) == sha256(style.encode()).digest()
    assert "default-src 'none'" in page


def test_the_same_tree_gives_the_same_bytes_with_line_feeds_only() -> None:
    page = write_html(every_kind(), Findings())
    assert page == write_html(every_kind(), Findings())
    assert b"\r" not in page
    assert page.endswith(b"</html>\n")


def test_a_page_has_one_title_heading_and_no_level_is_skipped() -> None:
    page = Reader(written(every_kind()))
    headings = [(tag, attributes) for tag, attributes in page.elements if re.fullmatch("h[1-6]", tag)]
    levels = [int(attributes.get("aria-level") or tag[1]) for tag, attributes in headings]
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert max(levels) == 7


PLACES: dict[str, tuple[int, Callable[[str], Document]]] = {
    "title": (2, lambda words: document(title(words, words), paragraph("x"))),
    "heading": (2, lambda words: document(heading(1, words, number="1"), heading(2, "b", "2"), heading(2, "c", "3"))),
    "text": (4, lambda words: document(paragraph(words), bullets(words), quote(words), code(words))),
    "callout": (2, lambda words: document(callout("note", words, words))),
    "table": (4, lambda words: document(table([words, "b"], row(words, words), caption=words, number=1))),
    "table without caption": (3, lambda words: document(table([words, "b"], row(words, words)))),
    "properties": (
        11,
        lambda words: document(
            title=words, organisation=words, version=words, status=words, author=words, marking=words
        ),
    ),
}
"""Where words may stand, and how often the page then shows them."""


@pytest.mark.parametrize("place", PLACES)
def test_awkward_text_reaches_every_place_unchanged(place: str) -> None:
    times, build = PLACES[place]
    page, plain = Reader(written(build(AWKWARD))), Reader(written(build("x")))
    assert page.text.count(AWKWARD) == times
    around_long_words = {"span"}
    tags, plain_tags = ({tag for tag, _ in each.elements} - around_long_words for each in (page, plain))
    assert tags == plain_tags


def test_words_that_would_end_the_style_cannot() -> None:
    page = written(document(title='</style><script>"; } body { display: none', marking="\\22 } </style>"))
    assert page.count("</style>") == 1
    assert Reader(page).words["h1"] == ['</style><script>"; } body { display: none']


def test_in_the_preview_every_block_tells_its_source() -> None:
    whole = every_kind()
    told = set(Reader(written(whole, preview=True)).values("data-source"))
    blocks = [node for node in walk(whole) if isinstance(node, Block)]
    inside = {str(node.blocks[0].source) for node in walk(whole) if _holds_one_bare_paragraph(node)}  # type: ignore[union-attr]
    assert {str(block.source) for block in blocks} - told <= inside
    assert "data-source" not in written(whole)


def _holds_one_bare_paragraph(node: Any) -> bool:
    """Its paragraph has no element of its own: the item or cell around it tells the source."""
    return "blocks" in node.__struct_fields__ and bool(node.blocks)


def test_a_picture_that_is_named_twice_and_missing_is_reported_at_both_places() -> None:
    findings = Findings()
    write_html(document(figure("x.png", "One"), figure("x.png", "Two")), findings)
    assert [diagnostic.code.id for diagnostic in findings] == ["DG950", "DG950"]


def test_a_table_of_5000_rows_is_written_in_well_under_a_second() -> None:
    rows = [
        row("Function & more", "Yes", "A comment of some words that runs on for a while", "£1,000") for _ in range(5000)
    ]
    large = document(table(["Function", "In scope", "Comment", "Cost"], *rows, caption="Large", number=1))
    start = perf_counter()
    page = write_html(large, Findings())
    assert perf_counter() - start < 1.5
    assert page.count(b"<tr>") == 5001


def _colours(block: str) -> dict[str, str]:
    return dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", block))


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_all_words_stand_out_at_4_5_to_1(scheme: str) -> None:
    style = written(document())
    light, dark = (_colours(block) for block in re.findall(r":root \{(.*?)\}", style, re.DOTALL))
    colours = light if scheme == "light" else {**light, **dark}
    on_paper = [
        (words, paper) for words in ("ink", "quiet", "link", "link-seen") for paper in ("paper", "tint", "tint-strong")
    ]
    pairs = [*on_paper, ("on-band", "band"), ("on-focus", "focus"), ("accent", "paper")]
    for words, paper in pairs:
        first, second = sorted((_luminance(colours[words]), _luminance(colours[paper])), reverse=True)
        assert (first + 0.05) / (second + 0.05) >= 4.5, f"{words} on {paper}"
