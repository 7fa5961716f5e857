"""R10 and R11: names that synchronising programs give to files, and names that some systems cannot hold."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.reliability.trial import Place, Trial, is_a_traceback, place
from tests.trees import png

OF_A_COPY = (
    "{}-LAPTOP1",
    "{}-DESKTOP-4F2K9",
    "{}-Janes-MacBook-Pro",
    "{} (1)",
    "{} - Copy",
    "{} - Copy (2)",
    "{} copy",
    "{} 2",
    "Copy of {}",
    "{} (conflicted copy 2018-08-06 143000)",
    "{} (Jane's conflicted copy 2018-08-06)",
    "{} (Case Conflict)",
    "{}.sync-conflict-20180806-143000-ABCDEF7",
)
"""What OneDrive, Windows, browsers, macOS, Dropbox, Nextcloud and Syncthing make of a name."""

ORIGINALS: Mapping[str, str] = {
    "content/banes/programme.yaml": "title: A second programme\n",
    "content/banes/vision.md": "SECOND VERSION\n",
    "content/banes/scope.csv": "Function,In scope?\nSECOND VERSION,no\n",
    "templates/note/template.md.j2": "SECOND VERSION\n",
}
"""Files, and what stands in their copies."""

LEFT_BEHIND = (
    *("~$eoi.docx", "~$scope.xlsx", ".~lock.eoi.docx#", ".~lock.scope.csv#", ".vision.md.swp", ".#vision.md"),
    *("Thumbs.db", "desktop.ini", ".DS_Store", "._vision.md"),
)
"""What Word, Excel, LibreOffice, editors and systems leave beside a file."""


def of_synchronised_folders() -> Trial:
    """A copy of each kind beside a file of each kind is an error and never read; what programs leave is passed over."""
    left = [f"{folder}/{name}" for folder in ("content/banes", "content", "templates/note") for name in LEFT_BEHIND]
    copies = [(path, form, text) for path, text in ORIGINALS.items() for form in OF_A_COPY]
    with place() as each:
        each.write("content/banes/scope.csv", "Function,In scope?\nA&E,yes\n")
        good = each.clean()
        faults = [fault for copy in copies for fault in _with_a_copy(each, *copy)]
        for path in left:
            each.write(path, b"\x00\xff")
        code, printed = each.run("build", "--no-cache", "--out", "again")
        faults += [printed] if code or each.outputs("again") != good else []
    return Trial(len(copies) + len(left), tuple(faults))


def _with_a_copy(each: Place, path: str, form: str, text: str) -> Iterator[str]:
    original = Path(path)
    copy = original.with_name(form.format(original.stem) + original.suffix).as_posix()
    each.write(copy, text)
    code, printed = each.run("build", "--no-cache", "--format", "md", "--out", "copied")
    made = "".join(found.read_text() for found in (each.root / "copied").rglob("*.md"))
    if code != 1 or f"--> {copy}" not in printed or "conflict of two changes" not in printed or "SECOND" in made:
        yield f"{copy}: exit code {code}: {printed}"
    (each.root / copy).unlink()


PICTURES = (
    "größe",
    "é" * 40,
    "\u0434\u043e\u0433\u043e\u0432\u043e\u0440",
    "本文",
    "a b",
    "it's",
    "100%",
    "a&b",
    "a#b",
    "{x}",
    "[x]",
    "$x",
    "-x",
)
"""Names that every system can hold."""

UNHOLDABLE = (
    *("CON.md", "con.md", "NUL.yaml", "aux.csv", "COM1.md", "lpt9.md", "PRN", "CONIN$", "COM¹.md"),
    *("a.md.", "a.md ", "a:b.md", "a?.md", "a*.md", 'a".md', "a<b>.md", "a|b.md", "a\\b.md", "a\nb.md", "a\tb.md"),
    *("x./a.md", "x /a.md", "aux/a.md", "a" * 190 + ".md", "long/" * 40 + "a.md"),
)
"""Names that Windows cannot hold, or that it makes others of; refused on each system alike."""

TWINS = (
    ("Vision.md", "vision.md"),
    ("VISION.MD", "vision.md"),
    ("Parts/a.md", "parts/b.md"),
    (unicodedata.normalize("NFD", "é.md"), unicodedata.normalize("NFC", "é.md")),
)
"""Names that are one on another system."""

ROOTS = (
    "größe",
    "本文",
    "a b",
    "it's",
    '"a"',
    "100%",
    "a#b?c",
    "$HOME",
    "{x}",
    "[x]",
    "-x",
    "e\u0301",
    "/".join(["a" * 99] * 4),
)
"""Folders in which a repository may stand; the last makes paths of more than 400 characters."""


def of_odd_files_and_folders() -> Trial:
    """Odd names of pictures, of folders around the repository, of devices, and pairs that are one elsewhere."""
    faults = [*_in_odd_folders(), *_with_odd_names(), *_with_twins()]
    return Trial(len(ROOTS) + len(PICTURES) + len(UNHOLDABLE) + len(TWINS), tuple(faults))


def _in_odd_folders() -> Iterator[str]:
    with place() as each:
        good = each.clean()
    for name in ROOTS:
        with TemporaryDirectory(prefix="docgen-") as folder:
            there = Place(Path(folder) / name)
            code, printed = there.run("build")
            is_good = code == 0 and there.outputs() == good
        yield from [] if is_good else [f"in {name}: exit code {code}: {printed}"]


def _with_odd_names() -> Iterator[str]:
    with place() as each:
        for name in PICTURES:
            each.write(f"content/banes/{name}.png", png(9, 9))
        each.write("content/banes/vision.md", "".join(f"![A square](<{name}.png>)\n\n" for name in PICTURES))
        code, printed = each.run("build")
        found = (each.root / "build/banes/note.html").read_text().count("<img") if not code else 0
        if found != len(PICTURES):
            yield f"{found} pictures: exit code {code}: {printed}"
    for name in UNHOLDABLE:
        with place() as each:
            each.write(f"content/banes/{name}", "SECOND\n")
            yield from _unless_refused(each, name, ("DG022", "DG023"))


def _with_twins() -> Iterator[str]:
    for first, second in TWINS:
        with place() as each:
            each.write(f"content/banes/{first}", "One.\n")
            each.write(f"content/banes/{second}", "Another.\n")
            both = {first.partition("/")[0], second.partition("/")[0]}
            are_two = both <= set(os.listdir(each.root / "content/banes"))  # else this system takes them for one
            yield from _unless_refused(each, first, ("DG021",)) if are_two else ()


def _unless_refused(each: Place, name: str, codes: tuple[str, ...]) -> Iterator[str]:
    code, printed = each.run("build")
    if code != 1 or not any(f"[{known}]" in printed for known in codes) or is_a_traceback(printed):
        yield f"{name!r}: exit code {code}: {printed}"
