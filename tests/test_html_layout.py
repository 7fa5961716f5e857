"""Where things stand on a page: beside each other on a wide screen, in boxes on a narrow one, and on paper."""

from __future__ import annotations

import json
import re
import subprocess
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pikepdf
import pytest

from tests.html_pages import NODE, browser, needs_browser, needs_node, needs_packages, pages

pytestmark = [pytest.mark.slow, needs_node, needs_packages, needs_browser]


@cache
def seen() -> tuple[dict[str, Any], list[str], list[tuple[float, float]]]:
    """What `layout.mjs` measures of the largest example; the words of each page that it prints, and its size."""
    with TemporaryDirectory() as folder:
        file, printed = Path(folder) / "eoi.html", Path(folder) / "eoi.pdf"
        file.write_bytes(pages()["eoi"])
        command = ["node", str(NODE / "layout.mjs"), str(browser()), str(file), str(printed)]
        done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=120, check=True)
        words = subprocess.run(["pdftotext", "-layout", str(printed), "-"], capture_output=True, check=True)
        with pikepdf.open(printed) as pdf:
            boxes = [[float(edge) for edge in page.mediabox] for page in pdf.pages]
    return json.loads(done.stdout), words.stdout.decode().split("\f"), [(box[2], box[3]) for box in boxes]


def test_contents_stand_beside_the_text_and_stay_in_sight() -> None:
    wide, narrow = seen()[0]["1300"], seen()[0]["320"]
    assert wide["contents"]["right"] < wide["text"]["left"]
    assert wide["contentsAfter"] == 0
    assert narrow["contents"]["left"] <= narrow["text"]["left"]


def test_a_wide_table_uses_the_room_beside_the_text() -> None:
    measured = seen()[0]
    widths = {width: measured[width]["table"]["right"] - measured[width]["table"]["left"] for width in ("1300", "1900")}
    assert widths["1300"] > 900
    assert widths["1900"] > 1150
    assert measured["1900"]["table"]["right"] <= 1900
    assert measured["1900"]["text"]["right"] - measured["1900"]["text"]["left"] <= 44 * 16


def test_headings_of_a_table_stay_in_sight_as_the_page_scrolls() -> None:
    for width in ("1300", "1900"):
        assert seen()[0][width]["box"] < 0
        assert seen()[0][width]["headings"] == 0


def test_a_table_that_scrolls_by_itself_keeps_its_headings_and_its_scroll_bar_in_sight() -> None:
    assert seen()[0]["boxed"] == {"scrolled": [200, 300], "height": 0.9 * 900, "headings": 0}


def test_a_drawing_keeps_the_size_of_its_letters_on_a_phone() -> None:
    drawing = seen()[0]["320"]["drawing"]
    assert drawing["right"] - drawing["left"] == 40 * 16


def test_a_drawing_stands_on_white_where_readers_force_colours() -> None:
    assert seen()[0]["forced"] == {"card": "rgb(255, 255, 255)", "paper": "rgb(0, 0, 0)"}


def test_on_paper_nothing_is_printed_that_only_leads_somewhere() -> None:
    words = "\n".join(seen()[1])
    assert "Expression of interest" in words
    for sign in ("Skip to", "#", "↩", " in words"):
        assert sign not in words
    assert not re.search(r"^ *Contents$", words, re.MULTILINE)


def test_on_paper_headings_of_tables_are_repeated_and_pages_are_counted() -> None:
    words = seen()[1]
    pages_of_scope = [page for page in words if re.search(r"Function +Sub-functions", page)]
    assert len(pages_of_scope) > 1
    numbers = re.findall(r"Page (\d+) of (\d+)", "\n".join(words))
    assert numbers == [(str(number), str(len(numbers))) for number in range(1, len(numbers) + 1)]


def test_on_paper_wide_tables_stand_on_pages_on_their_long_side() -> None:
    words, sizes = seen()[1], seen()[2]
    turned = [words[number] for number, (width, height) in enumerate(sizes) if width > height]
    assert turned
    assert all(re.search(r"Function +Sub-functions", page) for page in turned)
    assert {(round(short), round(long)) for short, long in map(sorted, sizes)} == {(595, 842)}


def test_nothing_moves() -> None:
    style = pages()["rich"].decode().split("<style>")[1]
    assert not re.search(r"scroll-behavior|transition|animation|@keyframes", style)
