"""The ways to a PDF that are measured, one row each: docgen's own first, with which the others are compared.

Other programs begin with a file that docgen has written before: what that takes is not counted.
"""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from tests.benchmarks.paper import READY

Command = Callable[[Path, Path], list[str]]
"""The command line for a repository that writes below the folder given."""

TYPST = "typst"
"""The command that pandoc asks for a PDF. It stands beside the repositories."""
TYPST_COMMAND = f"""#!{sys.executable}
import sys, typst
*_, source, target = sys.argv
typst.compile(source, output=target, root="/")
"""
"""`typst compile`, by the wheel. pandoc puts pictures into a folder for passing things and names them from the root."""
_TAGGED = {"PDFUACompliance": {"type": "boolean", "value": "true"}}


@dataclass(frozen=True, slots=True)
class Way:
    """A program that makes a PDF of the paper."""

    name: str
    begins: str
    """What it is given."""
    missing: str
    """What is not installed; empty where it can run."""
    command: Command | None = None
    """Of a process that is started for each paper."""
    work: str = ""
    """What a process does that stays, one of `worker.WORKS`."""

    @property
    def is_warm(self) -> bool:
        """Whether its process stays from paper to paper."""
        return self.command is None


def ways() -> tuple[Way, ...]:
    """All ways, those that cannot run here as well."""
    weasyprint = "" if find_spec("weasyprint") else "WeasyPrint"
    soffice = "" if shutil.which("soffice") else "LibreOffice"
    no_pandoc = "" if find_spec("pypandoc") and pandoc() else "pandoc"
    return (
        Way("docgen", "content", "", _docgen),
        Way("WeasyPrint", "page", weasyprint, _weasyprint),
        Way("LibreOffice", "Word file", soffice, _libreoffice),
        Way("pandoc and Typst", "Markdown", no_pandoc, _pandoc_and_typst),
        Way("docgen", "content", "", work="build"),
        Way("docgen, writing alone", "tree", "", work="write"),
        Way("WeasyPrint", "page", weasyprint, work="weasyprint"),
    )


def _docgen(folder: Path, out: Path) -> list[str]:
    return [sys.executable, "-m", "docgen", "build", "--format", "pdf", "--out", str(out)]


def _weasyprint(folder: Path, out: Path) -> list[str]:
    options = ["--pdf-variant", "pdf/ua-1"]
    return [sys.executable, "-m", "weasyprint", *options, f"{folder / READY}.html", str(out / "paper.pdf")]


def _libreoffice(folder: Path, out: Path) -> list[str]:
    profile = f"-env:UserInstallation={(folder.parent / 'profile').as_uri()}"
    target = ["--convert-to", f"pdf:writer_pdf_Export:{json.dumps(_TAGGED)}", "--outdir", str(out)]
    return ["soffice", profile, "--headless", *target, f"{folder / READY}.docx"]


def _pandoc_and_typst(folder: Path, out: Path) -> list[str]:
    """From the folder of the Markdown file, since pictures are looked for from there."""
    source = [f"{folder / READY}.md", "--from=gfm+yaml_metadata_block"]
    return [pandoc(), *source, f"--pdf-engine={folder.parent / TYPST}", "--output", str(out / "paper.pdf")]


def pandoc() -> str:
    import pypandoc

    try:
        return str(pypandoc.get_pandoc_path())
    except OSError:
        return ""
