"""The pages that tests look at, and what it takes to look at them in a browser."""

from __future__ import annotations

import json
import shutil
import subprocess
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from docgen.diagnostic import Findings
from docgen.tree.block import Block
from docgen.tree.document import Document
from docgen.write.html.document import write_html
from tests.builds import example, trees
from tests.numbered_paper import paper
from tests.rich_document import every_kind
from tests.trees import bullets, callout, code, definitions, document, heading, link, paragraph, pull_quote, row, table

NODE = Path(__file__).parent / "node"
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome", "msedge")
LONG_WORDS = (
    "Wirtschaftsprüfungsgesellschaften",
    "https://www.example.org/a/path/that/goes/on/and/on?and=never&seems=to#end",
    "Telecommunication",
)


def browser() -> str | None:
    """The first browser of the right kind on this machine."""
    return next((path for name in BROWSERS if (path := shutil.which(name))), None)


needs_node = pytest.mark.skipif(shutil.which("node") is None, reason="node is not installed")
needs_packages = pytest.mark.skipif(not (NODE / "node_modules").is_dir(), reason="run 'npm ci' in tests/node")
needs_browser = pytest.mark.skipif(browser() is None, reason="no Chromium, Chrome or Edge is installed")


@cache
def pages() -> dict[str, bytes]:
    """Every page of the examples, and others: every kind of node, numbered paragraphs, words too long for a phone."""
    numbered = paper(numbers_paragraphs=True)
    made = {"rich": every_kind(), "numbered": numbered, "long words": long_words()}
    documents = {**dict(trees(example())), **made}
    return {name.rpartition("/")[2]: write_html(document, Findings()) for name, document in documents.items()}


def long_words() -> Document:
    """Tables of 1 to 12 columns, headings, lists and code, of words that break where they must."""
    cells = [LONG_WORDS[number % len(LONG_WORDS)] for number in range(12)]
    tables = [table(cells[:count], row(*cells[:count]), caption=LONG_WORDS[0], number=count) for count in range(1, 13)]
    linked = heading(1, [LONG_WORDS[1], " ", link("https://example.org", LONG_WORDS[0])], anchor="linked")
    items: list[Block] = [bullets(*LONG_WORDS), code(LONG_WORDS[1] * 5), definitions((LONG_WORDS[0], LONG_WORDS[1]))]
    boxes: list[Block] = [callout("note", LONG_WORDS[0], *items), pull_quote(LONG_WORDS[1], LONG_WORDS[0])]
    return document(linked, paragraph(" ".join(LONG_WORDS), "12.10"), *items, *boxes, *tables)


def good() -> str:
    """The page into which defects are put."""
    return pages()["rich"].decode("utf-8")


def looked_at(script: str, arguments: list[str], written: dict[str, bytes], folder: Path) -> dict[str, Any]:
    """What a script of `tests/node` tells of each page, by the page's name."""
    files = {folder / f"{number}.html": name for number, name in enumerate(written)}
    for file, name in files.items():
        file.write_bytes(written[name])
    command = ["node", str(NODE / script), str(browser()), *arguments, *map(str, files)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=300, check=False)
    assert done.returncode == 0, done.stderr
    return {files[Path(file)]: told for file, told in json.loads(done.stdout).items()}
