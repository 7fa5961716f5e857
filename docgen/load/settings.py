"""Reads the settings of a repository, `docgen.toml`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from typing import Any

from docgen.codes import repository
from docgen.diagnostic import Findings
from docgen.load.decode import decode
from docgen.load.house import check_reference
from docgen.schema.settings import Settings
from docgen.schema.validate import validate_as
from docgen.snapshot import Snapshot
from docgen.source import Data, Path, Source, Sourced, SourceMap

SETTINGS = "docgen.toml"

_TABLE = re.compile(r"\s*\[\s*([\w.-]+)\s*\]")
_SETTING = re.compile(r"\s*([\w.-]+)\s*=\s*")
_AS_SETTINGS = "write settings as in '[build]' and below it 'formats = [\"docx\", \"html\"]'"
_USE_SLASHES = "write paths with '/', on Windows too: 'templates/styles/board.docx'"
_PLACE_IN_MESSAGE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")


def read_settings(snapshot: Snapshot, findings: Findings) -> Settings:
    """What `docgen.toml` says; the defaults where there is none, or where it has faults, which are reported."""
    if SETTINGS not in snapshot:
        return Settings()
    text = decode(snapshot.read(SETTINGS), SETTINGS, findings)
    data = None if text is None else _parsed(text, findings)
    if text is None or data is None:
        return Settings()
    places = _places(text)
    settings = validate_as(Settings, Sourced(_as_text(data), places), findings) or Settings()
    check_reference(settings, snapshot, places.value(("style", "reference")), findings)
    return settings


def setting_places(snapshot: Snapshot) -> SourceMap:
    """Where the settings stand; the place of the file for those that are left out."""
    text = snapshot.read(SETTINGS).decode("utf-8-sig", errors="replace") if SETTINGS in snapshot else ""
    return _places(text)


def _parsed(text: str, findings: Findings) -> dict[str, Any] | None:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = _PLACE_IN_MESSAGE.search(str(error))
        line, column = (int(number or 0) for number in found.groups()) if found else (0, 0)
        reason = _PLACE_IN_MESSAGE.sub("", str(error))
        message = f"the settings cannot be read: {reason[:1].lower()}{reason[1:]}"
        help = _USE_SLASHES if "\\" in _line(text, line) else _AS_SETTINGS
        findings.add(repository.SETTINGS_NOT_TOML.at(Source(SETTINGS, line, column), message, help))
        return None


def _line(text: str, number: int) -> str:
    """A line by its number, from 1; empty where there is none."""
    lines = text.splitlines()
    return lines[number - 1] if 0 < number <= len(lines) else ""


def _as_text(value: Any) -> Data:
    """Every scalar as text, as the readers of content give it."""
    if isinstance(value, dict):
        return {key: _as_text(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_as_text(item) for item in value]
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)


def _places(text: str) -> SourceMap:
    """Where each table and each setting stands, as far as they are written one on a line."""
    keys: dict[Path, Source] = {}
    values: dict[Path, Source] = {(): Source(SETTINGS)}
    for path, line, key_column, value_column in _settings(text):
        keys.setdefault(path, Source(SETTINGS, line, key_column))
        values.setdefault(path, Source(SETTINGS, line, value_column))
    return SourceMap(values, keys)


def _settings(text: str) -> Iterator[tuple[Path, int, int, int]]:
    """The path of each setting, its line, and the columns of its key and of its value."""
    table: Path = ()
    for number, line in enumerate(text.split("\n"), start=1):
        heading, setting = _TABLE.match(line), _SETTING.match(line)
        if heading:
            table = tuple(heading[1].split("."))
            yield table, number, heading.start(1) + 1, heading.start(1) + 1
        elif setting:
            yield (*table, *setting[1].split(".")), number, setting.start(1) + 1, setting.end() + 1
