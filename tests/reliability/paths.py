"""Paths that lead out: in an include, a picture, the name of an output, a setting."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from docgen.errors import DocgenError
from docgen.write.disk import write_output
from tests.reliability.trial import Place, Trial, is_a_traceback, place
from tests.trees import png

SECRET = "THE-SECRET-OF-ANOTHER"

PATHS = (
    *("../{0}", "../../{0}", "../../../{0}", "../../../../{0}", "../../../../../../../../etc/passwd"),
    *("{1}/{0}", "/etc/passwd", "//etc/passwd", "///etc/passwd", "/", "//", "/proc/self/environ", "/dev/stdin"),
    *("file://{1}/{0}", "file:///etc/passwd", "FILE:///etc/passwd", "file:{0}", "http://127.0.0.1:9/{0}"),
    *("https://example.org/{0}", "//example.org/share/{0}", "ftp://example.org/{0}", "smb://example.org/share/{0}"),
    *("\\\\example.org\\share\\{0}", "\\\\?\\C:\\{0}", "\\\\.\\C:\\{0}", "\\\\?\\UNC\\example.org\\share\\{0}"),
    *("..\\{0}", "..\\..\\..\\{0}", "a\\..\\..\\{0}", "\\{0}", "C:\\{0}", "C:/{0}", "C:{0}", "c:..\\{0}"),
    *("a/../../../../{0}", "./../../../{0}", "a/./../.././../../{0}", "....//....//{0}", "..;/..;/{0}"),
    *("..%2f..%2f..%2f{0}", "%2e%2e/%2e%2e/{0}", "..%5c..%5c{0}", "..%c0%af..%c0%af{0}", "%252e%252e/{0}"),
    *("~/{0}", "~root/{0}", "$HOME/{0}", "%USERPROFILE%\\{0}", "a:b", "NUL", "CON", "{0}:stream", "aux.md"),
    *("..", "../", "../..", "a\x00/../../{0}", "{0}\n", "\u2025/{0}", "\uff0e\uff0e/\uff0e\uff0e/{0}", "..\u2215{0}"),
)
"""`{0}` is the name of a file outside the repository, `{1}` the absolute path of its folder."""


def paths(root: Path, name: str) -> list[str]:
    """The strings, for a file beside the repository's root."""
    return [path.replace("{0}", name).replace("{1}", root.parent.as_posix()) for path in PATHS]


def that_lead_out() -> Trial:
    """Each string as an include, as a picture, as an output and as a reference document."""
    with place() as each:
        (each.root.parent / "secret.md").write_text(SECRET)
        (each.root.parent / "secret.png").write_bytes(png(9, 9))
        (each.root.parent / "secret.docx").write_bytes(SECRET.encode())
        before = _around(each.root)
        faults = [*_as_includes(each), *_as_pictures(each), *_as_outputs(each), *_as_names(each), *_as_references(each)]
        faults += [f"written: {path}" for path in sorted(_around(each.root) - before)]
    return Trial(5 * len(PATHS), tuple(faults))


def _around(root: Path) -> set[Path]:
    """Every file beside the repository."""
    return {path for path in root.parent.rglob("*") if path.is_file() and not path.is_relative_to(root)}


def _as_includes(each: Place) -> Iterator[str]:
    """A document type for each: one error in each template, and no document."""
    kinds = [f"p{number:02}" for number in range(len(PATHS))]
    for kind, path in zip(kinds, paths(each.root, "secret.md"), strict=True):
        each.write(f"templates/{kind}/type.yaml", f"title: T\nabout: T\nfile: {kind}\n")
        quoted = path.replace("\\", "\\\\").replace("\x00", "\\x00").replace("\n", "\\n")
        each.write(f"templates/{kind}/template.md.j2", f'# One\n\n{{% include "{quoted}" %}}\n')
    for some in (kinds[:40], kinds[40:]):
        _ask_for(each, some)
        code, printed = each.run("build", "banes", "--no-cache", "--format", "md")
        yield from _unless_told(printed, [f"templates/{kind}/template.md.j2" for kind in some])
        yield from _leaks(each, code, printed)


def _ask_for(each: Place, kinds: list[str]) -> None:
    text = (each.root / "content/wessex/programme.yaml").read_text()
    wanted = ", ".join(f"{{type: {kind}}}" for kind in kinds)
    each.write("content/banes/programme.yaml", text.replace("{type: note}, {type: letter}", wanted))


def _as_pictures(each: Place) -> Iterator[str]:
    """A narrative with all of them: an error on each line."""
    _ask_for(each, ["note"])
    found = [path.replace("\n", "").replace("\x00", "&#0;") for path in paths(each.root, "secret.png")]
    each.write("content/banes/vision.md", "".join(f"![A picture](<{path}>)\n\n" for path in found))
    code, printed = each.run("build", "banes", "--no-cache", "--format", "html,docx")
    yield from _unless_told(printed, [f"content/banes/vision.md:{2 * number + 1}\n" for number in range(len(found))])
    yield from _leaks(each, code, printed)
    each.write("content/banes/vision.md", "Words.\n")


def _as_names(each: Place) -> Iterator[str]:
    """The output of a document type is called so."""
    _ask_for(each, ["note"])
    sound = (each.root / "templates/note/type.yaml").read_text()
    for path in paths(each.root, "secret.md"):
        quoted = path.replace("\\", "\\\\").replace("\x00", "\\x00").replace("\n", "\\n")
        each.write("templates/note/type.yaml", sound.replace("file: note", f'file: "{quoted}"'))
        code, printed = each.run("build", "banes", "--no-cache")
        yield from _unless_told(printed, ["templates/note/type.yaml"])
        yield from _leaks(each, code, printed)
    each.write("templates/note/type.yaml", sound)


def _as_outputs(each: Place) -> Iterator[str]:
    """Past all checks before: the one function that writes."""
    for path in paths(each.root, "secret.md"):
        try:
            write_output(each.root / "out", path, b"written")
        except DocgenError:
            continue
        inside = {found.relative_to(each.root / "out").as_posix() for found in (each.root / "out").rglob("*")}
        if path.replace("//", "/").removeprefix("./") not in inside:
            yield f"{path!r} was taken as the name of an output"


def _as_references(each: Place) -> Iterator[str]:
    """The settings name a reference document."""
    for path in paths(each.root, "secret.docx"):
        quoted = path.replace("\\", "\\\\").replace("\x00", "\\u0000").replace("\n", "\\n")
        each.write("docgen.toml", f'[build]\nformats = ["docx"]\n[style]\nreference = "{quoted}"\n')
        code, printed = each.run("build", "wessex", "--no-cache")
        yield from _unless_told(printed, ["docgen.toml"])
        yield from _leaks(each, code, printed)


def _unless_told(printed: str, places: list[str]) -> Iterator[str]:
    yield from (f"nothing is told of {path}" for path in places if f"--> {path}" not in printed)
    if is_a_traceback(printed):
        yield printed


def _leaks(each: Place, code: int, printed: str) -> Iterator[str]:
    """What was read from outside, or built in spite of all."""
    built = [path for path in (each.root / "build").rglob("*") if path.is_file() and path.suffix in {".md", ".html"}]
    if SECRET in printed or "root:" in printed or any(SECRET in path.read_text() for path in built):
        yield "the secret was told"
    if code != 1:
        yield f"exit code {code}: {printed[-300:]}"
