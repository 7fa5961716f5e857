"""The last change of each file, as git remembers it, and what has changed since."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from docgen.diagnostic import Findings
from docgen.load.changes import Changes, last_changes
from docgen.load.repository import take_snapshot
from tests.test_load_history import Repo

VISION = "content/x/vision.md"
FACTS = "content/x/facts.yaml"


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    """Three commits, of which two are about the vision."""
    made = Repo(tmp_path / "repo")
    made.write("First words.\n", VISION)
    made.write("people: 3\n", FACTS)
    made.commit("Begin", "2014-06-01T12:00:00+0100", "Ann")
    made.write("Other words.\n", VISION)
    made.commit("Change\tthe vision", "2014-06-03T12:00:00+0100", "Bob")
    made.write("# Nothing here\n", "README.md")
    made.commit("Elsewhere", "2014-06-04T12:00:00+0100", "Cy")
    return made


def changes(root: Path) -> Changes:
    return last_changes(take_snapshot(root, root / "none", Findings()), root)


def told(found: Changes) -> dict[str, tuple[str, str, str]]:
    return {path: (each.day, each.author, each.subject) for path, each in sorted(found.last.items())}


def test_each_file_has_the_commit_that_changed_it_last(repo: Repo) -> None:
    found = changes(repo.root)
    assert told(found) == {
        FACTS: ("2014-06-01", "Ann", "Begin"),
        VISION: ("2014-06-03", "Bob", "Change\tthe vision"),
    }
    assert (set(found.committed), found.unknown) == ({VISION, FACTS}, "")
    assert found.last[VISION].order < found.last[FACTS].order


def test_what_has_changed_since_and_what_is_new_is_not_committed(repo: Repo) -> None:
    repo.write("Still other words.\n", VISION)
    repo.write("New.\n", "content/x/new.md")
    found = changes(repo.root)
    assert found.committed == {FACTS}
    assert "content/x/new.md" not in found.last


def test_line_ends_of_windows_are_no_change(repo: Repo) -> None:
    (repo.root / VISION).write_bytes(b"Other words.\r\n")
    assert VISION in changes(repo.root).committed


def test_a_repository_below_the_top_of_gits_and_names_with_accents_and_spaces(tmp_path: Path) -> None:
    repo = Repo(tmp_path / "repo")
    names = ["content/x/a b.md", "content/x/é.md", 'content/x/"quoted".md' if os.name != "nt" else "content/x/q.md"]
    for name in names:
        repo.write("Words.\n", f"papers/{name}")
    repo.commit("All", author="Zoë \x1b[31m")
    found = changes(repo.root / "papers")
    assert set(found.last) == set(names)
    assert {each.author for each in found.last.values()} == {"Zoë \N{REPLACEMENT CHARACTER}[31m"}
    assert set(names) - found.committed == {name for name in names if '"' in name}


def test_the_last_of_two_branches_that_were_merged_counts(repo: Repo) -> None:
    repo.git("checkout", "--quiet", "-b", "other")
    repo.write("people: 4\n", FACTS)
    repo.commit("Recount", "2014-06-05T12:00:00+0100", "Di")
    repo.git("checkout", "--quiet", "main")
    repo.write("Main words.\n", VISION)
    repo.commit("Reword", "2014-06-06T12:00:00+0100", "Ed")
    repo.git("merge", "--quiet", "--no-edit", "other")
    assert {path: subject for path, (_, _, subject) in told(changes(repo.root)).items()} == {
        FACTS: "Recount",
        VISION: "Reword",
    }


def test_without_the_whole_history_nothing_is_told(repo: Repo, tmp_path: Path) -> None:
    repo.git("clone", "--quiet", "--depth", "1", repo.root.as_uri(), str(tmp_path / "shallow"))
    found = changes(tmp_path / "shallow")
    assert found == Changes(unknown="this copy of the repository holds only the end of the history")


def test_without_git_or_commits_the_reason_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "plain").mkdir()
    assert changes(tmp_path / "plain").unknown == "the folder is not in a git repository"
    empty = Repo(tmp_path / "empty")
    empty.write("Words.\n", VISION)
    assert changes(empty.root).unknown == "the repository has no commits yet"
    monkeypatch.setattr("docgen.load.git.shutil.which", lambda _: None)
    assert changes(empty.root).unknown == "git is not installed"
