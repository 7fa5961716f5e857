"""A page is read with the keyboard alone, without script, as it is and at 200% and 400%."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from docgen.tree.block import Heading
from docgen.tree.walk import plain_text, walk
from tests.builds import example, trees
from tests.html_defects import Defect
from tests.html_keys import obstacles
from tests.html_pages import (
    NODE,
    browser,
    good,
    looked_at,
    needs_browser,
    needs_node,
    needs_packages,
    pages,
)

SIZES = "wide,at 200%,at 400%"
OBSTACLES = {
    "a banner over the text": (
        Defect("</style>", "body::after { content: ''; position: fixed; inset: 0 0 10%; background: red; }</style>"),
        "unseen",
    ),
    "focus that is not shown": (Defect("</style>", "main a:focus-visible { outline: 0; }</style>"), "not outlined"),
    "a box that only the mouse scrolls": (
        Defect('"table columns-12 wide" tabindex="0"', '"table columns-12 wide"'),
        "out of reach",
    ),
    "a link that is passed over": (Defect('<a href="#', '<a tabindex="-1" href="#'), "links"),
    "a skip link that is hidden": (Defect("</style>", ".skip { display: none; }</style>"), "skip link"),
    "a width in pixels": (Defect("</style>", "main p { min-width: 700px; }</style>"), "overflow"),
}
"""What the test below must see, and the word by which it says so."""


@pytest.mark.slow
@needs_node
@needs_packages
@needs_browser
def test_all_pages_of_the_examples_are_read_with_the_keyboard_at_every_size(tmp_path: Path) -> None:
    told = looked_at("keyboard.mjs", [SIZES], pages(), tmp_path)
    assert [name for name in pages() if name not in told] == []
    assert {name: found for name, walks in told.items() if (found := obstacles(walks))} == {}
    scrolling = [box for walks in told.values() for box in walks["at 400%"]["expected"]["boxes"]]
    assert {"div.chart", "div.table columns-6 wide landscape"} <= set(scrolling)


@pytest.mark.slow
@needs_node
@needs_packages
@needs_browser
def test_an_obstacle_is_seen(tmp_path: Path) -> None:
    written = {name: defect.put_into(good()).encode("utf-8") for name, (defect, _) in OBSTACLES.items()}
    told = looked_at("keyboard.mjs", ["at 400%"], written, tmp_path)
    kinds = {name: {obstacle.split(": ")[1] for obstacle in obstacles(told[name])} for name in OBSTACLES}
    assert [name for name, (_, kind) in OBSTACLES.items() if kind not in kinds[name]] == []


@pytest.mark.slow
@needs_node
@needs_packages
@needs_browser
def test_screen_readers_hear_headings_as_they_are_and_of_every_chart_what_it_shows(tmp_path: Path) -> None:
    file = tmp_path / "eoi.html"
    file.write_bytes(pages()["eoi"])
    command = ["node", str(NODE / "spoken.mjs"), str(browser()), str(file)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=120, check=True)
    told = json.loads(done.stdout)
    document = dict(trees(example()))["banes/eoi"]
    headings = [node for node in walk(document) if isinstance(node, Heading)]
    expected = [f"{heading.number} {plain_text(heading.content)}".strip() for heading in headings]
    spoken = [node["name"] for node in told if node["role"] == "heading"]
    assert [name for name in spoken if name in expected] == expected
    charts = [node for node in told if node["role"] == "image"]
    assert [chart["description"] for chart in charts] == [f"Figure\u00a0{number} in words" for number in (1, 2, 3, 4)]
    assert all(len(chart["name"]) > 30 for chart in charts)
