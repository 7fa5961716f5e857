"""Case files are read, compared and rewritten as their authors expect."""

from __future__ import annotations

from pathlib import Path

import pytest

from docgen.diagnostic import Code, Findings, Severity
from docgen.source import Source
from tests.casefile import CaseFileError, case_parameters, diagnostics_text, expect, read_cases

TWO_CASES = """\
# Tabs

Prose outside the blocks is for people.

## a tab is refused

```yaml content/x/scope.yaml
## not a title
a:\tb
```
```diagnostics
content/x/scope.yaml:2:3 DG103 a tab
```

## a fence inside a block

````markdown content/x/vision.md
```
code
```
````

```diagnostics
```
"""


class Request:
    """As much of pytest's request as `expect` reads."""

    def __init__(self, update: bool) -> None:
        self.config = self
        self.update = update

    def getoption(self, _name: str) -> bool:
        """Whether goldens are to be rewritten."""
        return self.update


@pytest.fixture
def case_file(tmp_path: Path) -> Path:
    path = tmp_path / "tabs.md"
    path.write_bytes(TWO_CASES.encode())
    return path


def check(path: Path, position: int, actual: str, *, info: str = "diagnostics", update: bool = False) -> None:
    expect(read_cases(path)[position], info, actual, Request(update))  # type: ignore[arg-type]


def test_blocks_are_keyed_by_their_info_string_and_end_in_a_line_feed(case_file: Path) -> None:
    first, second = read_cases(case_file)
    assert first.title == "a tab is refused"
    assert list(first.blocks) == ["yaml content/x/scope.yaml", "diagnostics"]
    assert first.files == {"content/x/scope.yaml": "## not a title\na:\tb\n"}
    assert second.files == {"content/x/vision.md": "```\ncode\n```\n"}
    assert second.blocks["diagnostics"] == ""


def test_parameters_are_named_after_file_and_title(case_file: Path) -> None:
    parameters = case_parameters(case_file.parent / "*.md")
    assert [parameter.id for parameter in parameters] == ["tabs: a tab is refused", "tabs: a fence inside a block"]


def test_a_glob_that_matches_nothing_is_an_error() -> None:
    with pytest.raises(CaseFileError, match=r"no case file matches 'cases/nowhere/\*\.md'"):
        case_parameters("cases/nowhere/*.md")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Only prose.\n", "needs cases"),
        ("## one\n\n## one\n", "title of its own"),
        ("```x\n```\n## one\n", "before the first"),
        ("## one\n```x\na\n```\n```x\nb\n```\n", "a second block 'x'"),
        ("## one\n````x\na\n```\n", "never closed"),
    ],
)
def test_a_case_file_that_nobody_can_mean_is_refused(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "bad.md"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(CaseFileError, match=message):
        read_cases(path)


def test_only_line_feeds_end_a_line(tmp_path: Path) -> None:
    path = tmp_path / "breaks.md"
    path.write_bytes("## one\n```x\na\rb\u2028c\x0cd\n```\n".encode())
    assert read_cases(path)[0].blocks["x"] == "a\rb\u2028c\x0cd\n"


def test_a_difference_fails(case_file: Path) -> None:
    check(case_file, 0, "content/x/scope.yaml:2:3 DG103 a tab")
    with pytest.raises(AssertionError, match="differs in its block 'diagnostics'"):
        check(case_file, 0, "")


def test_a_missing_block_fails_and_says_what_to_do(case_file: Path) -> None:
    with pytest.raises(pytest.fail.Exception, match="run with --update-goldens"):
        check(case_file, 0, "x", info="html")


def test_updating_changes_nothing_but_the_one_block(case_file: Path) -> None:
    check(case_file, 0, "first\nsecond\n", update=True)
    old = "content/x/scope.yaml:2:3 DG103 a tab\n"
    assert case_file.read_bytes().decode() == TWO_CASES.replace(old, "first\nsecond\n")


def test_updating_with_the_same_text_writes_nothing(case_file: Path) -> None:
    case_file.chmod(0o444)
    before = case_file.stat().st_mtime_ns
    check(case_file, 1, "", update=True)
    assert case_file.stat().st_mtime_ns == before


def test_updating_finds_blocks_that_an_earlier_update_moved(case_file: Path) -> None:
    first, second = read_cases(case_file)
    expect(first, "diagnostics", "1\n2\n3\n", Request(update=True))  # type: ignore[arg-type]
    expect(second, "diagnostics", "4\n", Request(update=True))  # type: ignore[arg-type]
    assert [case.blocks["diagnostics"] for case in read_cases(case_file)] == ["1\n2\n3\n", "4\n"]


def test_updating_widens_the_fence_where_the_text_holds_one(case_file: Path) -> None:
    check(case_file, 1, "````\n", update=True)
    assert read_cases(case_file)[1].blocks["diagnostics"] == "````\n"
    assert "`````diagnostics\n````\n`````\n" in case_file.read_text(encoding="utf-8")


def test_updating_adds_a_missing_block_after_the_last_one(case_file: Path) -> None:
    check(case_file, 0, "<p>", info="html", update=True)
    assert list(read_cases(case_file)[0].blocks) == ["yaml content/x/scope.yaml", "diagnostics", "html"]


def test_diagnostics_are_printed_with_their_help_below() -> None:
    tab = Code("DG103", Severity.ERROR, "Tab used for indentation", "…")
    findings = Findings()
    findings.add(tab.at(Source("b.yaml", 2), "no help"))
    findings.add(tab.at(Source("a.yaml", 1, 3), "a tab", "write spaces"))
    assert diagnostics_text(findings) == "a.yaml:1:3 DG103 a tab\n  help: write spaces\nb.yaml:2 DG103 no help\n"
