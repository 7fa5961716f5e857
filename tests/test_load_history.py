"""The version history completed from git: what git remembers is added, and what it cannot tell is said."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
from msgspec.structs import replace

from docgen.cli.main import run
from docgen.diagnostic import Findings
from docgen.load import git as git_module
from docgen.load.content import load_content
from docgen.load.git import GitFails, git
from docgen.load.history import with_history
from docgen.load.repository import take_snapshot
from docgen.schema.validate import validate
from docgen.snapshot import PastVersion, Snapshot
from tests.casefile import diagnostics_text

PROGRAMME = """\
title: Joint commissioning
organisation: ccg
organisations:
  ccg: {{name: The CCG}}
model: joint
version: "{version}"
status: draft
dated: 2014-06-20
documents: [{{type: note}}]
"""
CONTROL = """\
versions:
  - {version: "0.2", date: 2014-06-02, author: The team, change: Written by hand}
"""
FILE = "content/x/programme.yaml"


class Repo:
    """A git repository whose commits have the dates and authors that a test gives them."""

    def __init__(self, root: Path) -> None:
        self.root = root
        root.mkdir(exist_ok=True)
        self.git("init", "--quiet", "--initial-branch=main")

    def git(self, *arguments: str, given: str = "", **environment: str) -> str:
        """Run git, without any configuration but the repository's own."""
        alone = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", **environment}
        command = ["git", "-c", "user.name=A", "-c", "user.email=a@example.org", *arguments]
        done = subprocess.run(
            command,
            cwd=self.root,
            env={**os.environ, **alone},
            input=given.encode(),
            capture_output=True,
            check=True,
        )
        return done.stdout.decode()

    def sign(self) -> None:
        """Put a signature into the last commit, which git would have a program look at."""
        head, _, message = self.git("cat-file", "commit", "HEAD").partition("\n\n")
        signature = "gpgsig -----BEGIN PGP SIGNATURE-----\n \n x\n -----END PGP SIGNATURE-----"
        signed = self.git("hash-object", "-t", "commit", "-w", "--stdin", given=f"{head}\n{signature}\n\n{message}")
        self.git("update-ref", "HEAD", signed.strip())

    def write(self, text: str, path: str = FILE) -> None:
        """Write a file."""
        place = self.root / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")

    def commit(self, subject: str, date: str = "2014-06-01T12:00:00+0100", author: str = "Ann Author") -> None:
        """Commit everything that is there."""
        self.git("add", "--all")
        dates = {"GIT_AUTHOR_DATE": date, "GIT_COMMITTER_DATE": "2020-01-01T00:00:00+0000", "GIT_AUTHOR_NAME": author}
        self.git("commit", "--quiet", "--allow-empty", "--allow-empty-message", "-m", subject, **dates)

    def version(self, version: str, subject: str, date: str = "2014-06-01T12:00:00+0100", author: str = "Ann") -> None:
        """Commit the programme with a version."""
        self.write(PROGRAMME.format(version=version))
        self.commit(subject, date, author)

    def snapshot(self, findings: Findings | None = None) -> Snapshot:
        """The files, with what git remembers."""
        found = findings if findings is not None else Findings()
        return with_history(take_snapshot(self.root, self.root / "none", found), self.root, found)


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    """An empty repository."""
    return Repo(tmp_path / "repo")


def versions_of(snapshot: Snapshot) -> list[tuple[str, str, str, str]]:
    """The version history as the papers print it."""
    findings = Findings()
    loaded = load_content(snapshot, "x", findings)
    content = validate(loaded, findings) if loaded else None
    assert content, diagnostics_text(findings)
    rows = content.document_control.versions if content.document_control else []
    return [(row.version, row.date.isoformat(), row.author, row.change) for row in rows]


def test_there_is_a_row_wherever_the_version_changed(repo: Repo) -> None:
    repo.version("0.1", "First draft", "2014-05-27T09:00:00+0100", "Ann Author")
    repo.write("Words.\n", "content/x/vision.md")
    repo.commit("More words")
    repo.write(PROGRAMME.format(version="0.1") + "audience: All\n")
    repo.commit("The same version")
    repo.version("0.2", "Comments taken in: A&E, *stars*, {{ braces }}", "2014-06-16T09:00:00+0100", "Bob")
    assert versions_of(repo.snapshot()) == [
        ("0.1", "2014-05-27", "Ann Author", "First draft"),
        ("0.2", "2014-06-16", "Bob", "Comments taken in: A&E, *stars*, {{ braces }}"),
    ]


def test_the_day_is_the_authors_own(repo: Repo) -> None:
    repo.version("0.1", "Late in Auckland", "2014-06-02T01:30:00+1200")
    repo.version("0.2", "Late in Honolulu", "2014-06-01T23:30:00-1000")
    assert [row[1] for row in versions_of(repo.snapshot())] == ["2014-06-02", "2014-06-01"]


def test_rows_of_the_content_win_and_keep_their_order(repo: Repo) -> None:
    repo.write(CONTROL, "content/x/document-control.yaml")
    repo.version("0.1", "First")
    repo.version("0.2", "Second")
    repo.version("0.10", "Tenth")
    repo.version("0.9", "Ninth, late")
    assert [(row[0], row[3]) for row in versions_of(repo.snapshot())] == [
        ("0.1", "First"),
        ("0.2", "Written by hand"),
        ("0.9", "Ninth, late"),
        ("0.10", "Tenth"),
    ]


def test_rows_of_other_papers_stay_and_count_for_nothing(repo: Repo) -> None:
    repo.write(CONTROL.replace("}", ", documents: note}"), "content/x/document-control.yaml")
    repo.version("0.2", "Second")
    assert [row[3] for row in versions_of(repo.snapshot())] == ["Written by hand", "Second"]


def test_places_of_the_authors_rows_follow_them(repo: Repo) -> None:
    repo.write(CONTROL, "content/x/document-control.yaml")
    repo.version("0.1", "First")
    loaded = load_content(repo.snapshot(), "x", Findings())
    assert loaded
    places = [str(loaded.sources.value(("document_control", "versions", row, "change"))) for row in (0, 1)]
    assert places == ["content/x/programme.yaml", "content/x/document-control.yaml:2:66"]


def test_a_table_of_versions_is_completed_too(repo: Repo) -> None:
    repo.write("Version,Date,Author,Change\n0.2,2 June 2014,The team,In a table\n", "content/x/versions.csv")
    repo.version("0.1", "First")
    assert [row[3] for row in versions_of(repo.snapshot())] == ["First", "In a table"]


def test_a_version_that_comes_back_and_one_that_is_no_number_are_listed_once(repo: Repo) -> None:
    for version in ("0.1", "final draft", "0.1", "0.2", "final draft"):
        repo.version(version, f"To {version}")
    assert [row[0] for row in versions_of(repo.snapshot())] == ["0.1", "final draft", "0.2"]


def test_damaged_and_empty_files_and_odd_words_in_the_history_harm_nobody(repo: Repo) -> None:
    for text in ("version: [", "", "- a list", "version: {a: b}", "version:", "<<<<<<< a\nversion: 9\n>>>>>>> b\n"):
        repo.write(text)
        repo.commit("Damaged")
    repo.version("0.1", "", author="Bell \u0007 and \ue000 private")
    (repo.root / FILE).unlink()
    repo.commit("Removed")
    repo.version("0.2", "Back")
    assert [(row[0], row[2], row[3]) for row in versions_of(repo.snapshot())] == [
        ("0.1", "Bell \ufffd and \ufffd private", "Not stated"),
        ("0.2", "Ann", "Back"),
    ]


def test_a_version_that_a_merge_did_away_with_is_not_told(repo: Repo) -> None:
    repo.version("0.1", "First")
    repo.git("switch", "--quiet", "-c", "side")
    repo.version("0.2", "On the side", "2014-06-05T12:00:00+0100")
    repo.git("switch", "--quiet", "main")
    repo.version("0.3", "In the main", "2014-06-03T12:00:00+0100")
    repo.git("merge", "--quiet", "-X", "ours", "-m", "Merged", "side")
    assert [row[0] for row in versions_of(repo.snapshot())] == ["0.1", "0.3"]


def test_a_repository_inside_another_folder_is_found(repo: Repo, tmp_path: Path) -> None:
    inner = Repo.__new__(Repo)
    inner.root = repo.root / "papers ü & more"
    inner.version("0.1", "First")
    assert versions_of(inner.snapshot()) == [("0.1", "2014-06-01", "Ann", "First")]


def test_a_programme_that_was_never_committed_has_no_history(repo: Repo) -> None:
    repo.commit("Nothing yet")
    repo.write(PROGRAMME.format(version="0.1"))
    findings = Findings()
    assert versions_of(repo.snapshot(findings)) == []
    assert not list(findings)


def told(repo: Repo) -> str:
    """What is said of a history that cannot be read; the content's own versions stay."""
    findings = Findings()
    snapshot = repo.snapshot(findings)
    assert not snapshot.versions
    assert not findings.has_errors
    return diagnostics_text(findings)


def test_a_shallow_copy_is_not_believed(repo: Repo, tmp_path: Path) -> None:
    repo.version("0.1", "First")
    repo.version("0.2", "Second")
    repo.git("clone", "--quiet", "--depth", "1", f"file://{repo.root}", str(tmp_path / "shallow"))
    shallow = Repo.__new__(Repo)
    shallow.root = tmp_path / "shallow"
    assert told(shallow) == (
        "content DG070 the version history is not completed from git: this copy of the repository holds only the end "
        "of the history\n"
        "  help: build where the whole history is, or write all versions into 'document-control.yaml'\n"
    )


def test_a_history_too_large_to_be_read_is_told(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    repo.version("0.1", "First")
    repo.version("0.2", "Second")
    monkeypatch.setattr("docgen.load.history.MOST_IN_ALL", 100)
    assert "the history of a programme is larger than" in told(repo)


def test_a_programme_whose_name_has_two_lines_has_no_history(repo: Repo) -> None:
    repo.version("0.1", "First")
    snapshot = Snapshot({"content/a\nb/programme.yaml": b""})
    assert with_history(snapshot, repo.root, Findings()).versions == {"a\nb": ()}


def test_a_folder_without_git_a_repository_without_commits_and_a_missing_git_are_told(
    repo: Repo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    repo.write(PROGRAMME.format(version="0.1"))
    assert "the repository has no commits yet" in told(repo)
    plain = Repo.__new__(Repo)
    plain.root = tmp_path / "plain"
    plain.write(PROGRAMME.format(version="0.1"))
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    assert "the folder is not in a git repository" in told(plain)
    monkeypatch.setattr("docgen.load.git.shutil.which", lambda name: None)
    assert "git is not installed" in told(repo)


def test_a_git_in_the_repository_itself_is_not_run(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    repo.version("0.1", "First")
    monkeypatch.setattr("docgen.load.git.shutil.which", lambda name: str(repo.root / "git.exe"))
    assert "git is not installed" in told(repo)


def test_an_answer_that_does_not_come_is_not_waited_for(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    repo.version("0.1", "First")
    monkeypatch.setattr(git_module, "LONGEST", 0.0)
    assert "git has given no answer within 0 seconds" in told(repo)


HOSTILE = {
    "core.fsmonitor": "{program}",
    "core.hooksPath": "{hooks}",
    "core.pager": "{program}",
    "core.sshCommand": "{program}",
    "core.alternateRefsCommand": "{program}",
    "log.showSignature": "true",
    "gpg.program": "{program}",
    "diff.external": "{program}",
    "diff.x.textconv": "{program}",
    "filter.x.smudge": "{program}",
    "filter.x.clean": "{program}",
    "alias.log": "!{program}",
    "alias.cat-file": "!{program}",
    "pager.log": "{program}",
    "log.mailmap": "true",
    "log.date": "relative",
    "format.pretty": "oneline",
    "color.ui": "always",
    "log.decorate": "full",
    "i18n.logOutputEncoding": "UTF-16",
    "extensions.partialClone": "origin",
    "remote.origin.url": "ext::{program}",
    "remote.origin.promisor": "true",
}
"""Settings that name programs, or change what git prints."""


def test_no_setting_of_a_foreign_repository_starts_a_program_or_changes_the_answer(repo: Repo, tmp_path: Path) -> None:
    program, mark = tmp_path / "program", tmp_path / "was-here"
    program.write_text(f"#!/bin/sh\ntouch '{mark}'\n")
    program.chmod(0o755)
    repo.write("* diff=x filter=x\n", ".gitattributes")
    repo.git("add", "--all")
    repo.version("0.1", "First")
    repo.sign()
    hooks = repo.root / "hooks"
    hooks.mkdir()
    for name in ("post-index-change", "reference-transaction", "post-checkout", "pre-auto-gc"):
        (hooks / name).write_text(program.read_text())
        (hooks / name).chmod(0o755)
    for name, value in HOSTILE.items():
        repo.git("config", name, value.format(program=program, hooks=hooks))
    assert versions_of(repo.snapshot()) == [("0.1", "2014-06-01", "Ann", "First")]
    assert not mark.exists()


def test_missing_files_of_a_partial_copy_are_not_fetched(repo: Repo, tmp_path: Path) -> None:
    repo.version("0.1", "First")
    id = repo.git("rev-parse", f"HEAD:{FILE}").strip()
    (repo.root / ".git" / "objects" / id[:2] / id[2:]).unlink()
    mark = tmp_path / "was-here"
    for setting, value in (
        ("core.repositoryFormatVersion", "1"),
        ("extensions.partialClone", "origin"),
        ("remote.origin.url", f"ext::touch {mark}"),
        ("remote.origin.promisor", "true"),
        ("protocol.ext.allow", "always"),
    ):
        repo.git("config", setting, value)
    assert not repo.snapshot().versions.get("x")
    assert not mark.exists()


def test_the_users_variables_do_not_lead_git_astray(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    repo.version("0.1", "First")
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_EXTERNAL_DIFF", "GIT_CONFIG_COUNT", "GIT_SSH_COMMAND"):
        monkeypatch.setenv(name, "/nowhere")
    assert versions_of(repo.snapshot()) == [("0.1", "2014-06-01", "Ann", "First")]


def test_a_command_that_git_refuses_is_told_without_naming_folders(repo: Repo) -> None:
    with pytest.raises(GitFails) as failure:
        git(repo.root, "cat-file", "-p", "nothing")
    assert str(failure.value) == "git cannot read the repository"


def test_a_snapshot_with_past_versions_needs_no_git() -> None:
    files = {FILE: PROGRAMME.format(version="0.1").encode()}
    past = {"x": (PastVersion("0.1", "2014-06-01", "Ann", "First"),)}
    assert versions_of(replace(Snapshot(files), versions=past)) == [("0.1", "2014-06-01", "Ann", "First")]


TEMPLATE = "{% for row in document.versions %}\n- {{ row.version }} by {{ row.author }}\n{% endfor %}\n"


@pytest.mark.parametrize(("settings", "option"), [("", "--git-history"), ("[document]\ngit_history = true\n", "")])
def test_the_option_and_the_setting_ask_for_it(
    repo: Repo, monkeypatch: pytest.MonkeyPatch, settings: str, option: str
) -> None:
    repo.write(settings, "docgen.toml")
    repo.write("title: Note\nabout: A note\nfile: note\nuses: [document-control]\n", "templates/note/type.yaml")
    repo.write(TEMPLATE, "templates/note/template.md.j2")
    repo.version("0.1", "First", author="Ann & Bob")
    monkeypatch.chdir(repo.root)
    assert run(["build", "--format", "html", *([option] if option else [])]) == 0
    assert "0.1 by Ann &amp; Bob" in (repo.root / "build/x/note.html").read_text(encoding="utf-8")


def test_without_being_asked_for_git_is_not_asked(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    repo.write("title: Note\nabout: A note\nfile: note\n", "templates/note/type.yaml")
    repo.write("Words.\n", "templates/note/template.md.j2")
    repo.version("0.1", "First")
    monkeypatch.chdir(repo.root)
    monkeypatch.setattr("docgen.load.git.subprocess.run", None)
    assert run(["build", "--format", "html"]) == 0
