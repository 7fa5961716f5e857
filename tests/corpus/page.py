"""docs/rules.md: the reference that `docgen rules --markdown` writes, and what the corpus measures."""

from __future__ import annotations

from docgen.cli.rule_pages import rules_markdown
from docgen.cli.rulings import packs_in
from tests.builds import example
from tests.corpus.measures import measured
from tests.pages import ROOT

PAGE = ROOT / "docs" / "rules.md"


def wanted() -> str:
    """The page as it should be now."""
    return f"{rules_markdown(packs_in(example()))}\n{measured()}"


def is_fresh() -> bool:
    """Whether the page says what holds now."""
    return PAGE.is_file() and PAGE.read_text(encoding="utf-8") == wanted()


def write() -> None:
    """Write the page anew."""
    PAGE.write_text(wanted(), encoding="utf-8", newline="\n")
