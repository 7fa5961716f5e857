"""Changes single values in the text of a YAML file, and leaves every other character of it as it is.

A change is proved: the new text is read again, and must give the old data with nothing but the change in it.
"""

from __future__ import annotations

import codecs
import copy
import re
from collections.abc import Iterator, Mapping
from typing import Any

import yaml
from msgspec import Struct

from docgen.diagnostic import Findings
from docgen.errors import CannotWrite
from docgen.load.yaml import read_yaml
from docgen.load.yaml_events import LOADER
from docgen.source import Data, Path
from docgen.start.scalars import flow


class _Splice(Struct, frozen=True):
    """A stretch of the text, and what takes its place."""

    start: int
    end: int
    text: str


def with_item(content: bytes, file: str, path: Path, item: Mapping[str, str]) -> bytes:
    """The file with one more item in the list at `path`. Raises `CannotWrite` where it cannot be put there safely."""
    text, mark = _decoded(content)
    row: Data = dict(item)
    spliced = _apply(text, [_appended(text, _steps(_root(text), path)[2], row)])
    wanted = _read(text)
    _list_at(wanted, path).append(row)
    _require(_read(spliced) == wanted, file, f"add this below '{path[-1]}': {flow(row)}")
    return mark + spliced.encode()


def with_values(content: bytes, file: str, values: Mapping[Path, Data]) -> bytes:
    """The file with other values at some paths; None leaves a field empty. Raises `CannotWrite` as above."""
    text, mark = _decoded(content)
    root = _root(text)
    spliced = _apply(text, [_replaced(text, _steps(root, path), value) for path, value in values.items()])
    wanted = _read(text)
    for path, value in values.items():
        _put(wanted, path, value)
    _require(_read(spliced) == wanted, file, f"write the values of {', '.join(str(path[-1]) for path in values)} anew")
    return mark + spliced.encode()


def _decoded(content: bytes) -> tuple[str, bytes]:
    """The text, and the byte-order mark before it, where there is one."""
    mark = codecs.BOM_UTF8 if content.startswith(codecs.BOM_UTF8) else b""
    return content.removeprefix(mark).decode(), mark


def _read(text: str) -> Any:
    read = read_yaml(text.replace("\r\n", "\n"), "", Findings())
    return copy.deepcopy(read.data) if read else None


def _require(is_sound: bool, file: str, by_hand: str) -> None:
    if not is_sound:
        raise CannotWrite(f"'{file}' is written in a way that cannot be changed safely", f"do it by hand: {by_hand}")


def _list_at(data: Any, path: Path) -> list[Data]:
    for key in path:
        data = data[key]
    assert isinstance(data, list)
    return data


def _put(data: Any, path: Path, value: Data) -> None:
    for key in path[:-1]:
        data = data[key]
    data[path[-1]] = value


def _apply(text: str, splices: list[_Splice]) -> str:
    for splice in sorted(splices, key=lambda splice: splice.start, reverse=True):
        text = text[: splice.start] + splice.text + text[splice.end :]
    return text


def _root(text: str) -> yaml.Node:
    node: yaml.Node | None = yaml.compose(text, Loader=LOADER)
    assert node is not None
    return node


def _pairs(node: yaml.Node) -> Iterator[tuple[str | int, yaml.Node | None, yaml.Node]]:
    """What a mapping or a list holds: the key as data has it, its node, and the node of the value."""
    if isinstance(node, yaml.MappingNode):
        yield from ((str(key.value).strip(), key, value) for key, value in node.value)
    elif isinstance(node, yaml.SequenceNode):
        yield from ((place, None, value) for place, value in enumerate(node.value))


_Steps = tuple[yaml.Node, yaml.Node | None, yaml.Node]
"""The node around a value, the node of its key, and its own."""


def _steps(root: yaml.Node, path: Path) -> _Steps:
    around, key_node, node = root, None, root
    for key in path:
        around = node
        key_node, node = next((name, value) for found, name, value in _pairs(around) if found == key)
    return around, key_node, node


def _end(node: yaml.Node, text: str) -> int:
    """Where the last word of a value ends: the end of a list goes up to what follows it, comments included."""
    inside = [value for _, _, value in _pairs(node)]
    if inside and not _is_flow(node):
        return _end(inside[-1], text)
    start, end = int(node.start_mark.index), int(node.end_mark.index)
    return start + len(text[start:end].rstrip())


def _is_flow(node: yaml.Node) -> bool:
    return isinstance(node, yaml.CollectionNode) and bool(node.flow_style)


def _appended(text: str, node: yaml.Node, row: Data) -> _Splice:
    """One more item behind the last one."""
    assert isinstance(node, yaml.SequenceNode)
    if _is_flow(node):
        place = int(node.value[-1].end_mark.index) if node.value else int(node.start_mark.index) + 1
        return _Splice(place, place, f", {flow(row)}" if node.value else flow(row))
    end = _end(node, text)
    place = _end_of_line(text, end)
    row_text = flow(row)[1:-1] if isinstance(row, dict) and len(row) == 1 else flow(row)
    return _Splice(place, place, f"{_line_end(text)}{' ' * int(node.start_mark.column)}- {row_text}")


def _end_of_line(text: str, place: int) -> int:
    found = re.compile(r"\r?\n|\Z").search(text, place)
    return found.start() if found else len(text)


def _line_end(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"


def _replaced(text: str, steps: _Steps, value: Data) -> _Splice:
    """Another value behind the colon of its key."""
    around, key, node = steps
    assert key is not None
    colon = text.index(":", int(key.end_mark.index)) + 1
    end = max(colon, _end(node, text))
    empty = " null" if _is_flow(around) else ""
    return _Splice(colon, end, empty if value is None else f" {flow(value)}")
