"""What outputs tell of the machine and the people at it: nothing."""

from __future__ import annotations

import io
import os
import re
import shutil
import socket
import subprocess
import sys
import zipfile
from base64 import b64decode
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pikepdf

from tests.builds import ROOT
from tests.reliability.trial import RECORDS, Trial
from tests.test_bad_input import SOUND
from tests.test_write_pictures import SECRETIVE_PNG, jpeg

NAME = "quillfeather"
"""In the name of the user, of the home, of the machine and of every folder above the repository."""

SOMEBODY = f"""
import getpass, os, platform, socket, sys
socket.gethostname = socket.getfqdn = platform.node = lambda *_: "machine-of-{NAME}"
getpass.getuser = os.getlogin = lambda: "{NAME}"
os.environ.update(USER="{NAME}", LOGNAME="{NAME}", USERNAME="{NAME}", HOSTNAME="machine-of-{NAME}", NAME="{NAME}")
os.environ.update(COMPUTERNAME="machine-of-{NAME}", EMAIL="{NAME}@example.org", GIT_AUTHOR_NAME="{NAME}")
from docgen.cli.main import main
main()
"""

FORMATS = ("docx", "html", "pdf", "md", "pptx")

PHOTOGRAPHS: Mapping[str, bytes] = {"a.jpg": jpeg(), "b.jpg": jpeg(6), "c.png": SECRETIVE_PNG}
"""Pictures in which the word SECRET stands as a camera, an editor or a person puts it there."""


def in_outputs(programmes: int) -> Trial:
    """Every output of so many programmes of content/, and a paper with photographs, built by somebody with a name."""
    with TemporaryDirectory(prefix="docgen-") as folder:
        root = Path(folder) / f"folders-of-{NAME}" / "repository"
        _lay_out(root, programmes)
        failed = _built(root, Path(folder) / f"home-of-{NAME}")
        outputs = {path: path.read_bytes() for path in sorted((root / "build").rglob("*")) if _is_output(path)}
        faults = [f"{path.name}: {trace}" for path, data in outputs.items() for trace in traces(path.suffix, data)]
    kinds = sorted({path.suffix.removeprefix(".") for path in outputs})
    faults += failed + ([] if len(outputs) > 4 * programmes else [f"{len(outputs)} outputs only"])
    return Trial(len(outputs), tuple(faults), f"in {', '.join(kinds)}")


def _lay_out(root: Path, programmes: int) -> None:
    for source in sorted((ROOT / "content").iterdir())[:programmes]:
        shutil.copytree(source, root / "content" / source.name)
    for path, text in SOUND.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text)
    shown = "".join(f"![A photograph]({name})\n\n" for name in PHOTOGRAPHS)
    (root / "content/x/vision.md").write_text(f"Better care.\n\n{shown}")
    (root / "docgen.toml").write_text(f"[build]\nformats = [{', '.join(map(repr, FORMATS))}]\n")
    for name, data in PHOTOGRAPHS.items():
        (root / "content/x" / name).write_bytes(data)


def _built(root: Path, home: Path) -> list[str]:
    home.mkdir(parents=True)
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "HOME": str(home), "TMPDIR": str(home)}
    command = [sys.executable, "-c", SOMEBODY, "build", "--jobs", "2"]
    done = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)
    return [] if done.returncode == 0 else [done.stdout + done.stderr]


def _is_output(path: Path) -> bool:
    return path.is_file() and RECORDS not in path.parts


def traces(suffix: str, data: bytes) -> Iterator[str]:
    """What a file tells, wherever it is packed away in it."""
    for place, part in opened(suffix, data):
        yield from (f"{place}: {found[0][:60]!r}" for pattern in _PATTERNS for found in pattern.finditer(part))


def _patterns() -> list[re.Pattern[bytes]]:
    """The name, this machine's own, sessions of Word, marks of cameras, and today."""
    days = [date.today() + timedelta(number) for number in (-1, 0, 1)]
    own = [str(ROOT), str(Path.home()), sys.prefix, *([socket.gethostname()] if len(socket.gethostname()) > 5 else [])]
    words = [NAME, *own, *(f"{day:%Y-%m-%d}" for day in days), *(f"D:{day:%Y%m%d}" for day in days)]
    word_by_word = [re.compile(rb"(?<![\w/-])" + re.escape(word.encode()) + rb"(?![\w-])") for word in words[1:]]
    return [
        re.compile(NAME.encode(), re.IGNORECASE),
        *word_by_word,
        re.compile(rb"\brsid|Exif\0\0|SECRET|ns\.adobe\.com/xap/1\.0/\0"),
    ]


_PATTERNS = _patterns()


def opened(suffix: str, data: bytes) -> Iterator[tuple[str, bytes]]:
    """A file and all that is packed in it."""
    yield "the file itself", data
    if data.startswith(b"PK"):
        yield from _zipped(data)
    if suffix == ".pdf":
        yield from _objects(data)
    for number, found in enumerate(re.finditer(rb"data:[\w/+.-]+;base64,([A-Za-z0-9+/=]+)", data)):
        yield f"data {number}", b64decode(found[1])


def _zipped(data: bytes) -> Iterator[tuple[str, bytes]]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        yield "the comment of the archive", package.comment
        for entry in package.infolist():
            yield f"{entry.filename}, its entry", entry.filename.encode() + entry.comment + entry.extra
            content = package.read(entry)
            yield entry.filename, content
            yield from _zipped(content) if content.startswith(b"PK") else ()


def _objects(data: bytes) -> Iterator[tuple[str, bytes]]:
    with pikepdf.open(io.BytesIO(data)) as file:
        yield "what the file says of itself", repr(dict(file.trailer.get("/Info", {}))).encode()
        for number, entry in enumerate(file.objects):
            yield f"object {number}", repr(entry)[:100_000].encode()
            yield f"stream {number}", _unpacked(entry) if isinstance(entry, pikepdf.Stream) else b""


def _unpacked(stream: pikepdf.Stream) -> bytes:
    try:
        return stream.read_bytes()
    except pikepdf.PdfError:  # a JPEG stays as it is
        return stream.read_raw_bytes()
