"""A browser opens the page, wide and narrow, light and dark, and axe-core looks for barriers."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from docgen.diagnostic import Findings
from docgen.write.html.document import write_html
from tests.rich_document import every_kind

NODE = Path(__file__).parent / "node"
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome", "msedge")


def browser() -> str | None:
    """The first browser of the right kind on this machine."""
    return next((path for name in BROWSERS if (path := shutil.which(name))), None)


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("node") is None, reason="node is not installed")
@pytest.mark.skipif(not (NODE / "node_modules").is_dir(), reason="run 'npm ci' in tests/node")
@pytest.mark.skipif(browser() is None, reason="no Chromium, Chrome or Edge is installed")
def test_nobody_meets_a_barrier(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_bytes(write_html(every_kind(), Findings()))
    command = ["node", str(NODE / "audit.mjs"), str(browser()), str(page)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    clean = {"violations": [], "overflow": 0, "requests": [], "complaints": []}
    assert json.loads(done.stdout) == {way: clean for way in ("wide", "wide, dark", "narrow", "narrow, dark")}


def test_the_lock_names_no_registry() -> None:
    assert "resolved" not in (NODE / "package-lock.json").read_text(encoding="utf-8")
