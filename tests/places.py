"""Says what stands at a place of a repository, without the readers of docgen: PyYAML, a scanner of CSV, openpyxl."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from functools import cache
from itertools import accumulate

import openpyxl
import yaml
from lxml import etree

from docgen.snapshot import Snapshot
from docgen.source import Source

_TAG = re.compile(r"\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\}")
_MARKUP = re.compile(r"^(?:#{1,6} |\* - |- |\| |:[a-z-]+: |:::\{title\} )+")
_ROLE = re.compile(r"^\{\w+\}`")
_FRONT_MATTER = re.compile(r"---\n.*?\n---\n", re.DOTALL)


def exists(snapshot: Snapshot, source: Source) -> bool:
    """Whether a source names a place that is there: a line with that column, a cell, or a whole file."""
    if source.path not in snapshot:
        return False
    if source.path.endswith(".xlsx"):
        return _has_cell(snapshot.read(source.path), source)
    if source.path.endswith(".docx"):
        return 1 <= source.line <= len(_paragraphs(snapshot.read(source.path)))
    lines = _text(snapshot, source.path).split("\n")
    empty_cell = source.path.endswith(".csv")  # the last one of a line stands behind it
    return 1 <= source.line <= len(lines) and source.column <= len(lines[source.line - 1]) + empty_cell


def written_at(snapshot: Snapshot, source: Source) -> str:
    """The value that the author wrote at a place: a scalar, a cell, or in Markdown and templates the line."""
    data = snapshot.read(source.path)
    if source.path.endswith(".xlsx"):
        return str(_workbook(data)[source.sheet][source.cell].value)
    if source.path.endswith(".docx"):
        return _paragraphs(data)[source.line - 1]
    text = _text(snapshot, source.path)
    if source.path.endswith(".csv"):
        return _csv_cell(text, source)
    if source.path.endswith(".yaml") or source.line <= _front_matter_lines(text):
        return _yaml_scalar(text, source)
    line = text.split("\n")[source.line - 1]
    return line if source.path.endswith(".j2") else line[max(source.column - 1, 0) :]


def holds(snapshot: Snapshot, source: Source, words: str) -> bool:
    """Whether words stand at a place as they are, white space aside."""
    written, wanted = normal(written_at(snapshot, source)), normal(words)
    if source.path.endswith((".j2", ".docx")):
        parts = [normal(part) for part in _TAG.split(_MARKUP.sub("", written))]
        return wanted in literals_at(snapshot, source) or _is_joined_from(wanted, parts)
    return _ROLE.sub("", written).startswith(wanted) if _is_exact(snapshot, source) else wanted in written


def expressions_at(snapshot: Snapshot, source: Source) -> str:
    """The tags and printed expressions of a template's line."""
    return " ".join(_TAG.findall(written_at(snapshot, source)))


def literals_at(snapshot: Snapshot, source: Source) -> list[str]:
    """The texts in quotation marks among the expressions of a template's line."""
    return [normal(words) for words in re.findall(r'"([^"]*)"', expressions_at(snapshot, source))]


def normal(words: str) -> str:
    """White space as single spaces."""
    return " ".join(words.split())


def _is_exact(snapshot: Snapshot, source: Source) -> bool:
    """Whether the words begin at the place: in narrative they do where a column is told, or with a role around them."""
    is_narrative = source.path.endswith(".md") and source.line > _front_matter_lines(_text(snapshot, source.path))
    return is_narrative and source.column > 0


def _is_joined_from(wanted: str, parts: list[str]) -> bool:
    """Whether words stand in one part of a template's line, or in several that its tags join."""
    optional = "".join(f"(?:{re.escape(part)})? ?" for part in parts if part)
    return any(wanted in part for part in parts) or re.fullmatch(optional, wanted) is not None


@cache
def _decoded(data: bytes) -> str:
    return data.decode("utf-8-sig").replace("\r\n", "\n")


def _text(snapshot: Snapshot, path: str) -> str:
    return _decoded(snapshot.read(path))


def _front_matter_lines(text: str) -> int:
    found = _FRONT_MATTER.match(text)
    return found[0].count("\n") if found else 0


@cache
def _yaml_scalar(text: str, source: Source) -> str:
    """The key or value whose span holds the place; empty where a list or mapping begins there."""
    here = (source.line - 1, source.column - 1)
    spans = [span for span in _scalars(text) if span[0] <= here <= span[1]]
    return spans[-1][2] if spans else ""


@cache
def _scalars(text: str) -> list[tuple[tuple[int, int], tuple[int, int], str]]:
    """Every key and value of a YAML text, with its begin and end."""
    front = _FRONT_MATTER.match(text)
    root = yaml.compose(front[0].removesuffix("---\n") if front else text, yaml.BaseLoader)
    return [
        ((node.start_mark.line, node.start_mark.column), (node.end_mark.line, node.end_mark.column), str(node.value))
        for node in (_nodes(root) if root else ())
        if isinstance(node, yaml.ScalarNode)
    ]


def _nodes(node: yaml.Node) -> Iterator[yaml.Node]:
    yield node
    for child in node.value if isinstance(node, yaml.CollectionNode) else ():
        for part in child if isinstance(child, tuple) else (child,):
            yield from _nodes(part)


def _csv_cell(text: str, source: Source) -> str:
    """The cell whose span holds the place, without its quotation marks."""
    separator = max(",;\t", key=text.split("\n", 1)[0].count)
    cells = re.compile(rf'"((?:[^"]|"")*)"|([^{separator}\n]*)')
    starts = list(accumulate((len(line) + 1 for line in text.split("\n")), initial=0))
    here = starts[source.line - 1] + source.column - 1
    position = 0
    while position <= len(text):
        cell = cells.match(text, position)
        assert cell is not None
        if cell.start() <= here <= cell.end():
            return (cell[2] or "") if cell[1] is None else cell[1].replace('""', '"')
        position = cell.end() + 1
    raise AssertionError(f"no cell stands at {source}")


@cache
def _workbook(data: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(data))


@cache
def _paragraphs(data: bytes) -> list[str]:
    """The words of each paragraph of a form, its tags too."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        root = etree.fromstring(package.read("word/document.xml"))
    return ["".join(str(text) for text in paragraph.itertext("{*}t")) for paragraph in root.iter("{*}p")]


def _has_cell(data: bytes, source: Source) -> bool:
    workbook = _workbook(data)
    return source.sheet in workbook.sheetnames and workbook[source.sheet][source.cell].value is not None
