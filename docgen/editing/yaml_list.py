"""Changes the rows of a list in a YAML file, and leaves all other lines as their author wrote them.

Rows that stay the same keep their lines, with the comments in them. A row that changes is written anew.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

import yaml
from msgspec import Struct

from docgen.editing.rows import Row
from docgen.editing.yaml_text import yaml_row, yaml_rows
from docgen.load.yaml_events import LOADER
from docgen.source import Path

_COMMENT = re.compile(r"(?:^|(?<=\s))#.*")


class Written(Struct, frozen=True):
    """A row as it should stand in the file."""

    row: Row
    before: int | None = None
    """The row of the file that it comes from; None for a new one."""
    is_changed: bool = True


class Rewritten(Struct, frozen=True):
    """A file with other rows."""

    text: str
    lost: tuple[str, ...]
    """The comments that stood in rows which are written anew or no more."""


def with_rows(text: str, path: Path, rows: Sequence[Written]) -> Rewritten:
    """The file with these rows in the list at `path`, or in the list that the file is.

    Raises `LookupError` where no list can stand there, or where a row repeats another one by its anchor.
    """
    root = yaml.compose(text, Loader=LOADER)
    node = _at(root, path if isinstance(root, yaml.MappingNode) else ())
    if isinstance(node, yaml.SequenceNode) and not node.flow_style and node.value:
        return _in_block(text, node, rows, is_inside=node is not root)
    indent = 0 if node is root else _indent_below(text, node)
    return _in_place(text, node, rows, indent)


def _at(node: yaml.Node | None, path: Path) -> yaml.Node:
    for key in path:
        pairs = node.value if isinstance(node, yaml.MappingNode) else []
        node = next((value for name, value in pairs if name.value == key), None)
    if node is None:
        raise LookupError(path)
    return node


class _Chunk(Struct, frozen=True):
    """The lines of one row: from `lead`, where its comments begin, to `end`, which is not its own any more."""

    lead: int
    begin: int
    end: int


def _in_block(text: str, node: yaml.SequenceNode, rows: Sequence[Written], is_inside: bool) -> Rewritten:
    lines = text.split("\n")
    chunks = _chunks(lines, node, is_inside)
    written = [line for row in rows for line in _lines(lines, chunks, row, node)]
    before, after = lines[: chunks[0].lead], lines[chunks[-1].end :]
    if not written:
        before = _with_empty_list(before)
    stay = {row.before for row in rows if row.before is not None and not row.is_changed}
    lead = {row.before for row in rows if row.before is not None}
    lost = [
        comment
        for number, chunk in enumerate(chunks)
        if number not in stay
        for comment in _comments(node.value[number], lines, chunk, number in lead)
    ]
    return Rewritten("\n".join([*before, *written, *after]), tuple(lost))


def _lines(lines: Sequence[str], chunks: Sequence[_Chunk], row: Written, node: yaml.SequenceNode) -> list[str]:
    chunk = chunks[row.before] if row.before is not None else None
    if chunk and not row.is_changed:
        return list(lines[chunk.lead : chunk.end])
    lead = lines[chunk.lead : chunk.begin] if chunk else []
    in_order = _in_order(row.row, node.value[row.before or 0])
    return [*lead, *yaml_row(in_order, _mark(node.start_mark).column).removesuffix("\n").split("\n")]


def _in_order(row: Row, like: yaml.Node) -> Row:
    """The fields as they stand in another row, those that it does not have last."""
    names = [name.value for name, _ in like.value] if isinstance(like, yaml.MappingNode) else []
    return {field: row[field] for field in [*(name for name in names if name in row), *row]}


def _chunks(lines: Sequence[str], node: yaml.SequenceNode, is_inside: bool) -> list[_Chunk]:
    """Comments above a row are its own; at the head of a file that is nothing but rows, they are the file's."""
    column = _mark(node.start_mark).column
    chunks: list[_Chunk] = []
    for item in node.value:
        begin = _begin(lines, item, column, chunks[-1].end if chunks else 0)
        first = _lead(lines, begin, column) if is_inside else begin
        chunks.append(_Chunk(chunks[-1].end if chunks else first, begin, _end(item)))
    return chunks


def _begin(lines: Sequence[str], item: yaml.Node, column: int, least: int) -> int:
    """The line of a row's hyphen. A row that only repeats another one (`*row`) stands somewhere else."""
    upwards = range(_mark(item.start_mark).line, least - 1, -1)
    hyphen = f"{' ' * column}-"
    found = next((number for number in upwards if lines[number].startswith(hyphen)), None)
    if found is None:
        raise LookupError(hyphen)
    return found


def _lead(lines: Sequence[str], begin: int, column: int) -> int:
    """Where the comments directly above the first row begin."""
    while begin and lines[begin - 1].startswith(f"{' ' * column}#"):
        begin -= 1
    return begin


def _end(node: yaml.Node) -> int:
    """The line after the last one that says something. To YAML, a block ends only where the next thing begins."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        parts = last if isinstance(last, tuple) else (last,)
        return max(_end(part) for part in parts)
    mark = _mark(node.end_mark)
    return int(mark.line) + (1 if mark.column else 0)


def _comments(node: yaml.Node, lines: Sequence[str], chunk: _Chunk, keeps_lead: bool) -> Iterator[str]:
    """The comments of a row that are lost when it is written anew, or, without its lead, taken away."""
    if not keeps_lead:
        yield from (line.strip() for line in lines[chunk.lead : chunk.begin] if line.strip().startswith("#"))
    for number in range(chunk.begin, chunk.end):
        yield from (found[0].strip() for found in _COMMENT.finditer(_without_scalars(lines[number], number, node)))


def _without_scalars(line: str, number: int, node: yaml.Node) -> str:
    """A line with signs in the place of texts, which may hold what looks like a comment."""
    for scalar in _scalars(node):
        begin, end = _mark(scalar.start_mark), _mark(scalar.end_mark)
        first = begin.column if begin.line == number else 0 if begin.line < number else len(line)
        last = end.column if end.line == number else len(line) if end.line > number else 0
        line = line[:first] + "x" * max(last - first, 0) + line[max(first, last) :]
    return line


def _scalars(node: yaml.Node) -> Iterator[yaml.Node]:
    if isinstance(node, yaml.ScalarNode):
        yield node
        return
    for item in node.value:
        for part in item if isinstance(item, tuple) else (item,):
            yield from _scalars(part)


def _with_empty_list(before: list[str]) -> list[str]:
    """`functions:` without rows below it is `functions: []`; a file that was nothing but rows is `[]`."""
    key = next((n for n in range(len(before) - 1, -1, -1) if _says_something(before[n])), None)
    if key is None:
        return [*before, "[]"]
    found = re.fullmatch(r"(.*?:)(\s+#.*|\s*)", before[key])
    if found is None:
        return [*before, "[]"]
    return [*before[:key], f"{found[1]} []{found[2].rstrip()}", *before[key + 1 :]]


def _says_something(line: str) -> bool:
    return bool(line.strip()) and not line.strip().startswith("#")


def _in_place(text: str, node: yaml.Node, rows: Sequence[Written], indent: int) -> Rewritten:
    """In the place of `[…]`, or of nothing."""
    begin, end = _mark(node.start_mark).index, _mark(node.end_mark).index
    comments = [found[0] for line in text[begin:end].split("\n") for found in _COMMENT.finditer(line)]
    before, after = text[:begin].rstrip(" "), text[end:]
    written = yaml_rows((row.row for row in rows), indent) or ("[]\n" if not indent and not before.strip() else " []\n")
    is_below = bool(rows) and before and not before.endswith("\n")
    rest = after.lstrip(" ")
    rest = rest[1:] if rest.startswith("\n") else rest
    return Rewritten(f"{before}{chr(10) if is_below else ''}{written}{rest}", tuple(comments))


def _indent_below(text: str, node: yaml.Node) -> int:
    """Two spaces more than the line that the key stands on."""
    line = text.split("\n")[_mark(node.start_mark).line]
    return len(line) - len(line.lstrip(" ")) + 2


def _mark(mark: Any) -> Any:
    """A place of PyYAML, whose types say less than there is."""
    return mark
