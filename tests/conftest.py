"""Options and fixtures of all tests."""

from __future__ import annotations

import pytest

pytest.register_assert_rewrite("tests.casefile")


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
