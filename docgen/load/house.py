"""Finds the house's reference document among the files of a repository."""

from __future__ import annotations

from pathlib import PurePosixPath

from docgen.codes import word_files
from docgen.diagnostic import Findings
from docgen.schema.settings import Settings
from docgen.snapshot import Snapshot
from docgen.source import Source
from docgen.suggest import did_you_mean

REFERENCE = "templates/styles/reference.docx"
"""Where the reference document stands unless the settings say otherwise."""

_FOLDER = "templates/"
_ENDINGS = (".docx", ".dotx")
_OLD, _WITH_MACROS = (".doc", ".dot"), (".docm", ".dotm")
_AS_DOCX = "save it in Word as 'Word Document (.docx)', and name that file"


def reference_path(settings: Settings, snapshot: Snapshot) -> str:
    """The reference document's path; empty where papers look as docgen makes them."""
    path = settings.style.reference or REFERENCE
    return path if path in snapshot or path in snapshot.refused else ""


def check_reference(settings: Settings, snapshot: Snapshot, source: Source, findings: Findings) -> None:
    """Report a setting that names no reference document. `source` is its place."""
    path = settings.style.reference
    if not path or path in snapshot.refused:
        return
    message, help = _fault(path, snapshot)
    if message:
        findings.add(word_files.REFERENCE_NOT_FOUND.at(source, message, help))


def _fault(path: str, snapshot: Snapshot) -> tuple[str, str]:
    """What is wrong with a path, and what to do; nothing where a reference document can stand there."""
    ending = PurePosixPath(path).suffix.lower()
    if _leads_out(path):
        return f"'{path}' leads out of the repository", f"copy the file to '{REFERENCE}', and name that"
    if "\\" in path:
        slashed = path.replace("\\", "/")
        return f"'{path}' is written with '\\'", f"write '{slashed}'"
    if ending in _OLD:
        return f"'{path}' is a document of Word's old versions", _AS_DOCX
    if ending in _WITH_MACROS:
        return f"'{path}' may hold macros, which papers must not carry", _AS_DOCX
    if snapshot.below(path):
        return f"'{path}' is a folder", "name the .docx file inside it"
    if ending not in _ENDINGS:
        return f"'{path}' is not a Word document", _AS_DOCX
    if not path.startswith(_FOLDER):
        return f"'{path}' stands outside of 'templates'", f"move the file to '{REFERENCE}', and name that"
    return ("", "") if path in snapshot else (f"there is no file '{path}'", _meant(path, snapshot))


def _leads_out(path: str) -> bool:
    return path.startswith(("/", "\\")) or ".." in path.replace("\\", "/").split("/") or path[1:2] == ":"


def _meant(path: str, snapshot: Snapshot) -> str:
    there = [known for known in snapshot.below(_FOLDER) if known.lower().endswith(_ENDINGS) and not _is_form(known)]
    hint = did_you_mean(path, there)
    return hint if there else f"run 'docgen reference --out {path}', or put the file there"


def _is_form(path: str) -> bool:
    """Whether a Word document is the form of a type of paper, which nobody means here."""
    return PurePosixPath(path).name == "template.docx"
