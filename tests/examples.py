"""Runs the examples of the documentation.

A fenced block whose info string names a file is laid out in a temporary repository; `console` blocks are run there,
`text` blocks hold what a document says, `diff` blocks change a file. In a table, the heading of the first column
says what its cells are, and that of the last what docgen makes of them.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from shutil import copytree
from typing import Annotated, Any

import pytest
from msgspec.structs import replace
from pydantic import TypeAdapter, ValidationError

from docgen import pipeline
from docgen.cli.main import run
from docgen.diagnostic import Findings
from docgen.load.repository import shipped_templates, take_snapshot
from docgen.load.yaml import read_yaml
from docgen.parse.parse import parse
from docgen.render.names import role_names, template_names
from docgen.render.render import render
from docgen.render.views import Views, scalar
from docgen.resolve.resolve import resolve
from docgen.schema.facts import Fact
from docgen.schema.quorum import Quorum, QuorumRule
from docgen.schema.types import Moment, Number, Pounds, Whole, YesNo
from docgen.snapshot import Snapshot
from docgen.source import NOWHERE, Source
from docgen.tree.document import Document, Numbering, Properties
from docgen.value import Prose, Value
from tests.pages import ROOT, Fence, Section, rewrite, sections_of
from tests.plain_document import plain_document
from tests.trees import png

CONTENT_PAGE = ROOT / "docs" / "writing-content.md"
TEMPLATE_PAGE = ROOT / "docs" / "writing-templates.md"
SMALL_PROGRAMME = "A small programme"
"""The section whose files every example of the pages below `docs/` begins with."""
FIRST_TYPE = "A document type, step by step"
"""The section whose files the examples of templates begin with as well."""

BEGUN_FROM_NOTHING = ("Begin your own papers", "A repository, a programme, a paper")
"""Sections whose commands are run in an empty folder."""

PICTURE = "content/example/map.png"
"""A picture that examples can name."""

LEFT_OUT = "…"
"""Stands, on a line of its own, for any lines of an output."""

TEMPLATE = "templates/briefing/template.md.j2"
"""What messages call the template that a cell of a table stands in."""

AFTER = """

(section-scope)=
# Scope

:::{table} {{ scope.functions }}
:label: table-scope
:caption: Functions in and out of scope
:columns: function, in_scope
:::
"""
"""What follows the cell of a table, so that cross-references have something to lead to."""


def file_of(fence: Fence) -> str:
    """The path that a fenced block names: `content/example/facts.yaml` of `yaml content/example/facts.yaml`."""
    words = fence.info.split()
    return words[1] if len(words) == 2 and words[0] not in ("diff", "text") else ""


def is_run(fence: Fence) -> bool:
    """Whether a fenced block is an example."""
    words = fence.info.split()
    return bool(file_of(fence)) or words == ["console"] or words[:-1] in (["diff"], ["text"])


@cache
def small_programme() -> Mapping[str, str]:
    """The files of the example programme, by path."""
    section = next(section for section in sections_of(CONTENT_PAGE) if section.title == SMALL_PROGRAMME)
    return {file_of(fence): fence.text for fence in section.fences if file_of(fence)}


class Workplace:
    """A temporary repository in which the examples of one section run."""

    def __init__(self, root: Path, capsys: pytest.CaptureFixture[str], is_updating: bool) -> None:
        self.root, self.capsys, self.is_updating = root, capsys, is_updating

    def begin(self, section: Section) -> None:
        """What a section begins with: the real programme, or the small one, a picture and the first document type."""
        if section.title in BEGUN_FROM_NOTHING:
            return
        if section.page == ROOT / "README.md":
            copytree(ROOT / "content", self.root / "content")
        elif section.title != SMALL_PROGRAMME:
            self.lay_out(small_programme())
            (self.root / PICTURE).write_bytes(png())
        if section.page == TEMPLATE_PAGE and section.title != FIRST_TYPE:
            first = next(other for other in sections_of(TEMPLATE_PAGE) if other.title == FIRST_TYPE)
            for fence in first.fences:
                _lay_out(fence, self)

    def lay_out(self, files: Mapping[str, str]) -> None:
        for path, text in files.items():
            (self.root / path).parent.mkdir(parents=True, exist_ok=True)
            (self.root / path).write_text(text, encoding="utf-8")

    def change(self, path: str, diff: str) -> None:
        """Apply a block of lines with `-`, `+` or a space before them; what it takes away must stand there once."""
        before = "".join(f"{line[1:]}\n" for line in diff.splitlines() if line[:1] != "+")
        after = "".join(f"{line[1:]}\n" for line in diff.splitlines() if line[:1] != "-")
        text = (self.root / path).read_text(encoding="utf-8")
        assert text.count(before) == 1, f"{path} should hold once:\n{before}"
        self.lay_out({path: text.replace(before, after)})

    def console(self, section: Section, fence: Fence) -> None:
        """Run the commands of a block and compare what they print."""
        parts = re.split(r"^\$ (.*)\n", fence.text, flags=re.MULTILINE)[1:]
        shown = [(command, self.printed(command)) for command in parts[::2]]
        pattern = "".join(_pattern(f"$ {command}\n{output}") for command, output in _pairs(parts))
        self.compare(section, fence, "".join(f"$ {command}\n{output}" for command, output in shown), pattern)

    def printed(self, command: str) -> str:
        program, *arguments = shlex.split(command)
        assert program == "docgen", f"only docgen is run, not '{command}'"
        self.capsys.readouterr()
        run(arguments)
        return "".join(self.capsys.readouterr())

    def text(self, section: Section, fence: Fence, document: str) -> None:
        """Compare what a document says."""
        findings = Findings()
        snapshot = take_snapshot(self.root, shipped_templates(), findings)
        programme = pipeline.load(snapshot, document.split("/")[0])
        jobs = {job.id: job for job in pipeline.jobs(snapshot, programme)}
        assert document in jobs, [*jobs, *messages(programme.findings)]
        found = pipeline.document_tree(snapshot, programme, jobs[document], findings)
        assert found, messages(findings)
        self.compare(section, fence, plain_document(found), _pattern(fence.text))

    def compare(self, section: Section, fence: Fence, actual: str, pattern: str) -> None:
        if re.fullmatch(pattern, actual):
            return
        if not self.is_updating:
            assert actual == fence.text, f"{section.page.name}:{fence.line} shows something else"
        old, new = (f"```{fence.info}\n{text}```\n" for text in (fence.text, actual))
        rewrite(section.page, old, new)


def _pairs(parts: list[str]) -> list[tuple[str, str]]:
    return list(zip(parts[::2], parts[1::2], strict=True))


def _pattern(text: str) -> str:
    """A regular expression for a text in which a line `…` stands for any lines."""
    lines = text.splitlines(keepends=True)
    return "".join("(?:.*\n)*?" if line.strip() == LEFT_OUT else re.escape(line) for line in lines)


def messages(findings: Findings) -> list[str]:
    """`DG702 unknown name 'x'; did you mean 'y'?` for each problem, and `; ` before its help."""
    return [f"{found.code.id} {found.message}{f'; {found.help}' if found.help else ''}" for found in findings]


def run_section(section: Section, workplace: Workplace) -> None:
    """Lay out, run and compare the blocks of a section in their order.

    Without a command, its files have no faults; there may be notes, since an example changes one thing of many.
    """
    for fence in section.fences:
        _run(fence, section, workplace)
    commands = [fence for fence in section.fences if fence.info == "console"]
    if not commands and any(file_of(fence) for fence in section.fences):
        printed = workplace.printed("docgen check")
        assert re.search(r"; (?:no problems found|\d+ notes?)$", printed.rstrip()), printed


def _run(fence: Fence, section: Section, workplace: Workplace) -> None:
    match fence.info.split():
        case ["console"]:
            workplace.console(section, fence)
        case ["text", document]:
            workplace.text(section, fence, document)
        case _:
            _lay_out(fence, workplace)


def _lay_out(fence: Fence, workplace: Workplace) -> None:
    kind, _, path = fence.info.partition(" ")
    if kind == "diff":
        workplace.change(path, fence.text)
    elif file_of(fence):
        workplace.lay_out({path: fence.text})


class Bench:
    """The small programme, loaded once, against which the cells of tables are read."""

    def __init__(self) -> None:
        findings = Findings()
        snapshot = Snapshot({path: text.encode() for path, text in small_programme().items()})
        programme = pipeline.load(snapshot, "example")
        assert programme.content, messages(programme.findings)
        assert not messages(findings)
        self.views = Views(programme.content, programme.sources)
        self.content = programme.content

    def template(self, text: str) -> str:
        """What a template prints, or what docgen says of it."""
        names = template_names(self.views, 0, next(iter(self._committees())), ["background"])
        return self._read(text, names)

    def narrative(self, text: str) -> str:
        """What a narrative reads, or what docgen says of it."""
        prose: Value = Prose(text, Source("content/example/vision.md", 1))
        return self._read("{{ text }}", {"text": prose, "scope": self.views.part("scope")})

    def _committees(self) -> Mapping[str, Any]:
        return self.content.governance.committees if self.content.governance else {}

    def _read(self, text: str, names: Mapping[str, Value]) -> str:
        findings = Findings()
        rendered = render({TEMPLATE: text + AFTER}, TEMPLATE, names, findings)
        if rendered is None:
            return "; ".join(messages(findings))
        properties = Properties("Title", "Organisation", numbering=Numbering.DECIMAL)
        document = resolve(parse(rendered, properties, role_names(self.views), {}, findings), findings)
        return "; ".join(messages(findings)) or self._words(document)

    def _words(self, document: Document) -> str:
        """Everything before what `AFTER` adds, and the footnotes, in one line."""
        shown = plain_document(replace(document, blocks=document.blocks[:-2]))
        return " ".join(shown.split())

    def quorum(self, text: str) -> str:
        """A quorum of the first committee, in words."""

        def worded(rule: QuorumRule) -> str:
            roles = {member.id: member.role for member in next(iter(self._committees().values())).members}
            return str(rule.of_members(roles, has_vice_chair=True))

        return _typed(Quorum, text, worded)


def _typed(kind: Any, text: str, worded: Callable[[Any], str]) -> str:
    """What a field of a kind reads from a text, or what docgen says of it."""
    try:
        return worded(TypeAdapter(kind).validate_python(text))
    except ValidationError as error:
        context = error.errors()[0]["ctx"]
        return f"{context['wanted']}; {context['remedy']}"
    except Exception as error:  # pydantic's own error, raised where the members are known
        return str(error)


def _scalar(found: Any) -> str:
    return scalar(found, NOWHERE).text


def _fact(text: str) -> str:
    loaded = read_yaml(f"{{{text}}}", "facts.yaml", Findings())
    assert loaded, text
    return Fact.model_validate(loaded.data).words


@cache
def readings() -> Mapping[str, Callable[[str], str]]:
    """What a cell is, by the heading of its column, and how docgen reads it."""
    bench = Bench()
    return {
        "In a narrative": bench.narrative,
        "In a template": bench.template,
        "A quorum": bench.quorum,
        "A fact": _fact,
        "A date": lambda text: _typed(Moment, text, _scalar),
        "An amount": lambda text: _typed(Pounds, text, _scalar),
        "A number": lambda text: _typed(Number, text, _scalar),
        "A whole number": lambda text: _typed(Whole, text, _scalar),
        "A yes or no": lambda text: _typed(YesNo, text, _scalar),
    }


RESULTS = ("Reads", "docgen says")
"""Headings of a last column that holds what docgen makes of the first."""


def bare(cell: str) -> str:
    """The words of a cell without the backticks around them; two backticks may stand around one."""
    found = re.fullmatch(r"(`+) ?(.*?) ?\1", cell)
    return found[2] if found else cell


def worked(annotation: Any, metadata: list[Any], example: str) -> str:
    """Why a field does not take an example; empty where it does."""
    loaded = read_yaml(example, "example.yaml", Findings())
    if loaded is None:
        return "not YAML"
    try:
        TypeAdapter(Annotated[(annotation, *metadata)] if metadata else annotation).validate_python(loaded.data)
    except ValidationError as error:
        return str(error)
    return ""
