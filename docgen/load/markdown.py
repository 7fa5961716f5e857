"""Reads Markdown with front matter: the fields between two lines `---`, and the text below them as `body`."""

from __future__ import annotations

from itertools import takewhile

from docgen.codes import content_files
from docgen.diagnostic import Findings
from docgen.load.yaml import read_yaml
from docgen.schema.narrative import Narrative
from docgen.source import Data, Path, Source, Sourced, SourceMap

_FENCE = "---"


def read_markdown(text: str, path: str, findings: Findings) -> Sourced | None:
    """A mapping of the front matter's fields and `body`; None where the front matter has errors.

    The body begins with its first line that is not empty. Its place is that line; the other lines follow it.
    """
    lines = text.split("\n")
    start = next((number for number, line in enumerate(lines) if line.strip()), 0)
    if not _is_fence(lines[start]):
        return _without_front_matter(lines, start, path, findings)
    end = next((number for number, line in enumerate(lines[start + 1 :], start + 1) if _is_fence(line)), None)
    if end is None:
        message = "the front matter that begins here has no end"
        help = "write '---' on a line of its own between the fields and the text"
        findings.add(content_files.UNCLOSED_FRONT_MATTER.at(Source(path, start + 1), message, help))
        return None
    front = _front_matter("\n".join(lines[start + 1 : end]), start + 2, path, findings)
    return front and _with_body(front, lines, end + 1, path)


def _is_fence(line: str) -> bool:
    return line.strip() == _FENCE


def _without_front_matter(lines: list[str], start: int, path: str, findings: Findings) -> Sourced | None:
    """The text alone. Fields above a line `---` are front matter that lost its first line, not a heading."""
    fields = list(takewhile(_is_field, lines[start:]))
    below = lines[start + len(fields)] if start + len(fields) < len(lines) else ""
    if fields and _is_fence(below):
        message = "the front matter has no beginning"
        help = "write '---' on a line of its own above the fields"
        findings.add(content_files.FRONT_MATTER_NOT_BEGUN.at(Source(path, start + 1), message, help))
        return None
    return _with_body(Sourced({}, SourceMap({(): Source(path, 1)})), lines, 0, path)


def _is_field(line: str) -> bool:
    name, colon, _ = line.partition(":")
    return bool(colon) and name.strip() in Narrative.model_fields


def _front_matter(text: str, first_line: int, path: str, findings: Findings) -> Sourced | None:
    front = read_yaml(text, path, findings, first_line=first_line)
    if front is None:
        return None
    if front.data is None:
        return Sourced({}, SourceMap({(): Source(path, 1)}))
    if not isinstance(front.data, dict):
        help = "write one field on each line, such as 'owner: Director of Primary Care'"
        message = "the front matter holds no fields"
        findings.add(content_files.FRONT_MATTER_NOT_FIELDS.at(front.sources.value(()), message, help))
        return None
    if "body" in front.data:
        help = "move the text below the second line '---', and delete the field"
        message = "the front matter has a field 'body'"
        findings.add(content_files.BODY_IN_FRONT_MATTER.at(front.sources.key(("body",)), message, help))
        return None
    return front


def _with_body(front: Sourced, lines: list[str], begin: int, path: str) -> Sourced:
    """The body is what stands from the line at position `begin` on."""
    while begin < len(lines) - 1 and not lines[begin].strip():
        begin += 1
    body = "\n".join(lines[begin:])
    fields: dict[str, Data] = {**front.data, "body": body} if isinstance(front.data, dict) else {"body": body}
    values: dict[Path, Source] = {**front.sources.values, ("body",): Source(path, min(begin, len(lines) - 1) + 1)}
    return Sourced(fields, SourceMap(values, front.sources.keys))
