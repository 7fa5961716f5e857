"""Every document type has a page that says what `type.yaml`, the schema and the examples say, with a picture."""

from __future__ import annotations

import re
import struct
from pathlib import Path

import pytest

from docgen.cli.main import SUBCOMMANDS
from tests.pages import anchors_of, links_of
from tests.type_pages import COMMAND, PAGES, PICTURES, examples_of, overview, page_of, types

WRITTEN = {f"{name}.md": name for name in types()}
LARGEST = 80_000
"""Bytes of a picture: it is looked at in a page, not read."""


@pytest.mark.parametrize("name", types())
def test_a_page_says_what_the_type_says(name: str, request: pytest.FixtureRequest) -> None:
    file = PAGES / f"{name}.md"
    if request.config.getoption("--update-goldens"):
        file.write_text(page_of(name), encoding="utf-8", newline="\n")
    assert file.is_file(), f"run {COMMAND}"
    assert file.read_text("utf-8") == page_of(name), f"run {COMMAND}"


def test_the_overview_names_every_type(request: pytest.FixtureRequest) -> None:
    file = PAGES / "README.md"
    if request.config.getoption("--update-goldens"):
        file.write_text(overview(), encoding="utf-8", newline="\n")
    assert file.read_text("utf-8") == overview(), f"run {COMMAND}"
    assert all(f"({page})" in overview() for page in WRITTEN)


def test_an_example_programme_asks_for_each_type() -> None:
    assert [name for name in types() if not examples_of(name)] == []


def test_there_is_a_page_for_each_type_and_no_other() -> None:
    assert sorted(file.name for file in PAGES.iterdir()) == sorted([*WRITTEN, "README.md"])


@pytest.mark.parametrize("name", [name for name in types() if examples_of(name)])
def test_a_page_shows_the_first_page_of_its_example(name: str) -> None:
    picture = PICTURES / f"{name}.png"
    assert f"../pictures/types/{name}.png" in (PAGES / f"{name}.md").read_text("utf-8")
    assert picture.is_file(), f"run {COMMAND}"
    data = picture.read_bytes()
    width, height = struct.unpack(">II", data[16:24])
    assert len(data) <= LARGEST
    assert {width, height} & set(range(340, 360)), f"{width} by {height}"
    assert {width, height} & set(range(470, 640)), f"{width} by {height}"


def test_there_is_no_picture_of_anything_else() -> None:
    assert {file.stem for file in PICTURES.iterdir()} <= {name for name in types() if examples_of(name)}


@pytest.mark.parametrize("page", sorted(PAGES.glob("*.md")), ids=lambda page: page.name)
def test_the_links_and_commands_of_a_page_are_there(page: Path) -> None:
    for link in links_of(page):
        path, _, anchor = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        assert target.is_file(), link
        assert not anchor or anchor in anchors_of(target), link
    commands = re.findall(r"`docgen ([a-z]+)", page.read_text("utf-8"))
    assert set(commands) <= set(SUBCOMMANDS)
