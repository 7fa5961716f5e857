"""Options and fixtures of all tests, and what holds in all of them: a Word file that docgen writes has no faults."""

from __future__ import annotations

from collections.abc import Generator

import pytest

from tests.word_files import unsound, watch

pytest.register_assert_rewrite("tests.casefile")
watch()


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--update-goldens`."""
    parser.addoption(
        "--update-goldens",
        action="store_true",
        help="rewrite the expected blocks of case files and the golden files; review the diff before committing it",
    )


def pytest_configure(config: pytest.Config) -> None:
    """Refuse to rewrite files from several processes at once."""
    if config.getoption("--update-goldens") and config.getoption("numprocesses", None):
        raise pytest.UsageError("--update-goldens rewrites files: leave out -n")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call() -> Generator[None, object, object]:
    """A test fails that made docgen write a Word file which Word would not open without a word."""
    result = yield
    found = unsound()
    assert not found, "a Word file that this test wrote has faults:\n" + "\n".join(found)
    return result
