"""The README shows what the example papers look like today."""

from __future__ import annotations

import re

from tests.builds import ROOT
from tests.readme_pictures import PICTURES, committee_drawing


def test_the_drawing_is_that_of_the_example() -> None:
    drawn = (PICTURES / "committees.svg").read_bytes()
    assert drawn == committee_drawing(), "run python -m tests.readme_pictures"


def test_every_picture_is_shown_and_described() -> None:
    shown = re.findall(r"!\[([^\]]{20,})\]\((docs/pictures/[^)]+)\)", (ROOT / "README.md").read_text("utf-8"))
    drawn = sorted(f"docs/pictures/{file.name}" for file in PICTURES.iterdir() if file.is_file())
    assert sorted(path for _, path in shown) == drawn
