"""The repository on disk: its root, its snapshot, and the names and links that are refused."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import IO

import pytest

from docgen.codes import repository
from docgen.diagnostic import Code, Findings
from docgen.errors import NotARepository
from docgen.load import repository as on_disk
from docgen.load.names import refused_names
from docgen.load.repository import find_root, programmes, report_strays, shipped_templates, take_snapshot
from docgen.snapshot import Snapshot
from tests.casefile import diagnostics_text


def write(root: Path, files: Mapping[str, str]) -> Path:
    for path, text in files.items():
        place = root / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")
    return root


def taken(root: Path) -> tuple[Snapshot, Findings]:
    findings = Findings()
    return take_snapshot(root, root / "shipped", findings), findings


@pytest.mark.parametrize("mark", ["docgen.toml", "content/x/programme.yaml"])
def test_the_root_is_found_from_a_folder_deep_inside(mark: str, tmp_path: Path) -> None:
    write(tmp_path, {mark: "", "notes/deep/a.txt": ""})
    assert find_root(tmp_path / "notes" / "deep") == tmp_path
    assert find_root(tmp_path) == tmp_path


def test_a_folder_that_is_no_repository_is_refused_with_a_remedy(tmp_path: Path) -> None:
    with pytest.raises(NotARepository) as caught:
        find_root(tmp_path)
    assert "docgen init" in caught.value.remedy


def test_a_snapshot_holds_settings_content_and_templates_sorted(tmp_path: Path) -> None:
    files = {"docgen.toml": "", "content/b/a.md": "1", "content/a/é x.md": "2", "templates/eoi/type.yaml": "own"}
    write(tmp_path, files | {"shipped/eoi/type.yaml": "shipped", "shipped/eoi/template.md.j2": "3", "README.md": "no"})
    snapshot, findings = taken(tmp_path)
    assert not findings
    assert list(snapshot.files) == sorted([*files, "templates/eoi/template.md.j2"])
    assert snapshot.read("templates/eoi/type.yaml") == b"own"
    assert snapshot.read("templates/eoi/template.md.j2") == b"3"


def test_traces_of_other_programs_are_left_out(tmp_path: Path) -> None:
    names = ["~$a.docx", ".~lock.a.xlsx#", "Thumbs.db", "desktop.ini", ".DS_Store", ".git/x", ".vscode/y.json"]
    write(tmp_path, {f"content/x/{name}": "" for name in names} | {"shipped/.DS_Store": ""})
    snapshot, findings = taken(tmp_path)
    assert not snapshot.files
    assert not findings


def test_a_link_inside_the_repository_is_read(tmp_path: Path) -> None:
    write(tmp_path, {"content/x/a.md": "text"})
    (tmp_path / "content/x/b.md").symlink_to("a.md")
    snapshot, findings = taken(tmp_path)
    assert snapshot.read("content/x/b.md") == b"text"
    assert not findings


@pytest.mark.parametrize("target", ["{outside}/secret.md", "{outside}", "..", "missing.md", "self.md", "../../../.."])
def test_a_link_that_leaves_the_repository_or_leads_to_a_folder_is_refused(target: str, tmp_path: Path) -> None:
    outside = write(tmp_path / "outside", {"secret.md": "secret"})
    root = write(tmp_path / "repo", {"content/x/a.md": "text"})
    (root / "content/x/self.md").symlink_to(target.format(outside=outside))
    snapshot, findings = taken(root)
    assert list(snapshot.files) == ["content/x/a.md"]
    assert [diagnostic.code for diagnostic in findings] == [repository.LINK_OUTSIDE]
    assert str(tmp_path) not in diagnostics_text(findings)


def test_content_that_is_itself_a_link_is_refused(tmp_path: Path) -> None:
    write(tmp_path, {"elsewhere/x/a.md": "text", "repo/docgen.toml": ""})
    (tmp_path / "repo/content").symlink_to(tmp_path / "elsewhere")
    snapshot, findings = taken(tmp_path / "repo")
    assert list(snapshot.files) == ["docgen.toml"]
    assert [diagnostic.code for diagnostic in findings] == [repository.LINK_OUTSIDE]


def test_a_repository_that_is_reached_by_a_link_is_read(tmp_path: Path) -> None:
    write(tmp_path, {"real/content/x/a.md": "text"})
    (tmp_path / "link").symlink_to("real")
    assert list(taken(tmp_path / "link")[0].files) == ["content/x/a.md"]


def test_a_file_that_is_too_large_is_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(on_disk, "MOST_BYTES", 3)
    write(tmp_path, {"content/x/a.md": "1234", "content/x/b.md": "123"})
    snapshot, findings = taken(tmp_path)
    assert list(snapshot.files) == ["content/x/b.md"]
    assert [diagnostic.code for diagnostic in findings] == [repository.FILE_TOO_LARGE]


def test_a_file_that_another_program_holds_open_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> IO[bytes]:
        raise PermissionError(13, "Zugriff verweigert")

    write(tmp_path, {"content/x/a.md": "1"})
    monkeypatch.setattr("builtins.open", refuse)
    snapshot, findings = taken(tmp_path)
    assert not snapshot.files
    (diagnostic,) = findings
    assert diagnostic.code is repository.UNREADABLE
    assert "another program holds it open" in diagnostic.message


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_named_pipe_is_not_waited_for(tmp_path: Path) -> None:
    write(tmp_path, {"content/x/a.md": "1"})
    os.mkfifo(tmp_path / "content/x/pipe.md")
    snapshot, findings = taken(tmp_path)
    assert list(snapshot.files) == ["content/x/a.md"]
    assert [diagnostic.code for diagnostic in findings] == [repository.UNREADABLE]


def test_accents_that_are_taken_apart_are_put_together(tmp_path: Path) -> None:
    write(tmp_path, {"content/x/cafe\u0301.md": "text"})
    assert list(taken(tmp_path)[0].files) == ["content/x/caf\u00e9.md"]


def test_two_names_that_differ_only_in_their_accents_are_refused(tmp_path: Path) -> None:
    write(tmp_path, {"content/x/cafe\u0301.md": "1", "content/x/caf\u00e9.md": "2"})
    assert [diagnostic.code for diagnostic in taken(tmp_path)[1]] == [repository.TWIN_NAMES]


@pytest.mark.parametrize(
    "copy",
    [
        "scope-LAPTOP1.csv",
        "scope-DESKTOP-4F2K.csv",
        "scope-Janes-MacBook-Pro.csv",
        "scope (1).csv",
        "scope - Copy.csv",
        "scope - Copy (2).csv",
        "scope copy.csv",
        "scope 2.csv",
        "Copy of scope.csv",
        "scope (conflicted copy 2018-08-06 143000).csv",
        "scope (Jane's conflicted copy 2018-08-06).csv",
        "scope.sync-conflict-20180806-143000-ABCDEF.csv",
        "scope-COPY.csv",
        "scope-copy(2).csv",
        "scope(jane's CONFLICTED-copy).csv",
        "scope-SYNC-CONFLICT-20180806.csv",
        "scope-janes-macbook.csv",
        "scope-A1.csv",
    ],
)
def test_a_conflict_copy_beside_its_original_is_refused_and_never_read(copy: str, tmp_path: Path) -> None:
    write(tmp_path, {"content/x/scope.csv": "1", f"content/x/{copy}": "2"})
    snapshot, findings = taken(tmp_path)
    assert list(snapshot.files) == ["content/x/scope.csv"]
    (diagnostic,) = findings
    assert diagnostic.code is repository.CONFLICT_COPY
    assert str(diagnostic.related[0].source) == "content/x/scope.csv"


@pytest.mark.parametrize("other", ["vision-primary-care.md", "vision-2.md", "phase-2.md", "visions.md", "about (2).md"])
def test_a_name_that_goes_on_is_no_conflict_copy(other: str) -> None:
    assert not list(refused_names(["content/x/vision.md", f"content/x/{other}"]))


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("content/x/CON.yaml", repository.BAD_NAME),
        ("content/x/aux", repository.BAD_NAME),
        ("content/nul.d/a.md", repository.BAD_NAME),
        ("content/x/com1.md", repository.BAD_NAME),
        ("content/x/a.md ", repository.BAD_NAME),
        ("content/x./a.md", repository.BAD_NAME),
        ("content/x/what?.md", repository.BAD_NAME),
        ("content/x/a:b.md", repository.BAD_NAME),
        ("content/x/a\\b.md", repository.BAD_NAME),
        ("content/x/a\nb.md", repository.BAD_NAME),
        ("content/x/\udcff.md", repository.BAD_NAME),
        (f"content/x/{'long/' * 40}a.md", repository.LONG_PATH),
    ],
)
def test_a_name_that_windows_cannot_hold_is_refused_everywhere(path: str, code: Code) -> None:
    ((refused, diagnostic),) = refused_names([path, "content/x/console.md", "content/x/null.md"])
    assert refused == path
    assert diagnostic.code is code
    assert "\n" not in diagnostic.message
    str(diagnostic.source).encode()


@pytest.mark.parametrize("twin", ["content/x/Scope.csv", "content/X/other.csv"])
def test_names_that_differ_only_in_capitals_are_refused(twin: str) -> None:
    found = dict(refused_names(["content/x/scope.csv", twin]))
    assert [diagnostic.code for diagnostic in found.values()] == [repository.TWIN_NAMES]


def test_a_name_of_bytes_that_are_no_text_is_refused(tmp_path: Path) -> None:
    write(tmp_path, {"content/x/a.md": "1"})
    try:
        (tmp_path / os.fsdecode(b"content/x/\xff.md")).write_text("2")
    except OSError:
        return  # this file system takes text only
    snapshot, findings = taken(tmp_path)
    assert list(snapshot.files) == ["content/x/a.md"]
    assert diagnostics_text(findings).startswith("content/x/\\udcff.md DG022")


def test_programmes_are_the_folders_with_a_programme_file() -> None:
    paths = [
        "content/b/programme.yaml",
        "content/a/programme.yaml",
        "content/c/vision.md",
        "content/a/d/programme.yaml",
    ]
    assert programmes(Snapshot(dict.fromkeys(paths, b""))) == ("a", "b")


def test_what_belongs_to_no_programme_is_reported() -> None:
    paths = ["content/a/programme.yaml", "content/c/vision.md", "content/stray.csv"]
    findings = Findings()
    report_strays(Snapshot(dict.fromkeys(paths, b"")), findings)
    assert diagnostics_text(findings) == (
        "content/c DG031 'content/c' holds no 'programme.yaml'\n"
        "  help: write 'programme.yaml' there, or move the folder out of 'content'\n"
        "content/stray.csv DG032 'stray.csv' stands outside the programmes\n"
        "  help: move it into the folder of its programme\n"
    )


def test_the_shipped_templates_stand_beside_the_package_or_inside_it() -> None:
    assert shipped_templates().name == "templates"
