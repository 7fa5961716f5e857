"""The documentation is true: its examples run, it leaves nothing out, and its links lead somewhere."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from docgen.cli.document_type import labels_of
from docgen.cli.main import SUBCOMMANDS
from docgen.diagnostic import Findings
from docgen.load.document_type import read_document_type, template_path, template_texts
from docgen.parse.directives.registry import DIRECTIVES
from docgen.parse.roles.registry import ROLES
from docgen.render.budget import CHARACTERS, LOOP_TURNS
from docgen.render.registry import FILTERS, GLOBALS, TESTS
from docgen.schema.registry import PART_FILES, TABLES
from docgen.tree.walk import walk
from tests.builds import example
from tests.examples import (
    CONTENT_PAGE,
    RESULTS,
    TEMPLATE_PAGE,
    Workplace,
    bare,
    file_of,
    is_run,
    readings,
    run_section,
    worked,
)
from tests.field_tables import example_faults, field_table, marked_tables, models
from tests.pages import ROOT, Section, Table, anchors_of, links_of, rewrite, sections_of, table_of
from tests.printed import headings_above, marked_document, print_table

README = ROOT / "README.md"
PAGES = (
    README,
    *(ROOT / f"{name}.md" for name in ("CONTRIBUTING", "CHANGELOG", "SECURITY")),
    *sorted((ROOT / "docs").glob("*.md")),
)
MADE = {"rules.md"}
"""Pages that a command writes, with examples that stand in the rules' own files."""
SECTIONS = [section for page in PAGES if page.name not in MADE for section in sections_of(page)]
EXAMPLES = [section for section in SECTIONS if any(is_run(fence) for fence in section.fences)]
TABLES_OF_EXAMPLES = [
    pytest.param(section, table, id=f"{section.name}, line {table.line}")
    for section in SECTIONS
    for table in section.tables
    if table.head[-1] in RESULTS
]
FIELD_TABLES = marked_tables()

ELSEWHERE = {"sh", "powershell"}
"""Blocks that CI runs, or that only Windows can."""
SHOWN = {"", "text"}
"""Blocks that only show something, such as a listing of folders."""


@pytest.fixture
def workplace(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    request: pytest.FixtureRequest,
) -> Workplace:
    """An empty repository to work in."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    return Workplace(tmp_path, capsys, bool(request.config.getoption("--update-goldens")))


@pytest.mark.parametrize("section", EXAMPLES, ids=lambda section: section.name)
def test_the_examples_of_a_section_do_what_it_says(section: Section, workplace: Workplace) -> None:
    workplace.begin(section)
    run_section(section, workplace)


@pytest.mark.parametrize(("section", "table"), TABLES_OF_EXAMPLES)
def test_the_examples_of_a_table_read_as_it_says(
    section: Section, table: Table, request: pytest.FixtureRequest
) -> None:
    read = readings()[table.head[0]]
    found = [(row[0], read(bare(row[0]))) for row in table.rows]
    wanted = [(row[0], bare(row[-1])) for row in table.rows]
    if found != wanted and request.config.getoption("--update-goldens"):
        rows = [(*row[:-1], new) for row, (_, new) in zip(table.rows, found, strict=True)]
        rewrite(section.page, table.written, table_of(table.head, rows))
    else:
        assert found == wanted


@pytest.mark.parametrize(("section", "table", "name"), FIELD_TABLES, ids=[name for _, _, name in FIELD_TABLES])
def test_a_table_of_fields_is_that_of_its_model(
    section: Section, table: Table, name: str, request: pytest.FixtureRequest
) -> None:
    wanted = field_table(name, table)
    if table.written != wanted and request.config.getoption("--update-goldens"):
        rewrite(section.page, table.written, wanted)
    else:
        assert table.written == wanted, "run with --update-goldens to write it anew"
    assert example_faults(name, table, worked) == []


def test_every_field_of_every_model_is_described_once() -> None:
    assert sorted(name for _, _, name in FIELD_TABLES) == sorted(models())


@pytest.mark.parametrize("type_name", ["eoi", "eoi-report"])
def test_the_table_of_what_a_paper_prints_is_that_of_its_template(
    type_name: str, request: pytest.FixtureRequest
) -> None:
    table = next(table for section in SECTIONS for table in section.tables if table.mark == f"prints: {type_name}")
    wanted = print_table(type_name)
    if table.written != wanted and request.config.getoption("--update-goldens"):
        rewrite(CONTENT_PAGE, table.written, wanted)
    else:
        assert table.written == wanted, "run with --update-goldens to write it anew"


def test_every_narrative_that_a_shipped_type_takes_is_printed() -> None:
    for type_name in ("eoi", "eoi-report"):
        text = print_table(type_name)
        named = [name for name in example_names(type_name) if name not in PART_FILES]
        assert [name for name in named if f"`{name}.md`" not in text] == []
    assert headings_above(marked_document("terms-of-reference", ["scope", "governance"])) == {}


@pytest.mark.parametrize("type_name", ["eoi", "eoi-report", "terms-of-reference", "delegation-agreement-schedule"])
def test_the_labels_that_are_listed_are_those_of_the_document(type_name: str) -> None:
    listed = labels_of(template_texts(example(), type_name, Findings()), template_path(type_name))
    nodes = walk(marked_document(type_name, [name for name in example_names(type_name) if name not in PART_FILES]))
    found = [label for node in nodes if (label := getattr(node, "label", ""))]
    assert [label for label in found if label not in listed] == []


def example_names(type_name: str) -> list[str]:
    kind = read_document_type(example(), type_name, Findings())
    return [*kind.needs, *kind.uses] if kind else []


def test_every_part_and_every_table_is_described() -> None:
    text = CONTENT_PAGE.read_text(encoding="utf-8")
    assert [name for name in PART_FILES if f"`{name}.yaml`" not in text] == []
    assert [table.name for table in TABLES if f"`{table.name}`" not in text and f"`{table.name}." not in text] == []


def test_every_role_is_shown_by_an_example() -> None:
    written = cells("In a narrative")
    assert [role for role in ROLES if f"{{{role}}}`" not in written] == []


def test_every_filter_is_shown_by_an_example() -> None:
    written = cells("In a template")
    assert [name for name in FILTERS if not re.search(rf"\| {name}\b", written)] == []


def test_every_directive_and_every_option_is_shown_by_an_example() -> None:
    shown = "".join(fence.text for section in EXAMPLES for fence in section.fences if file_of(fence))
    missing = [name for name in DIRECTIVES if f":::{{{name}}}" not in shown]
    for name, spec in DIRECTIVES.items():
        bodies = "".join(re.findall(rf"^:::+\{{{name}\}}.*?^:::", shown, re.MULTILINE | re.DOTALL))
        missing += [f"{name} {option}" for option in spec.options.split() if f"\n:{option}:" not in bodies]
    assert missing == []


def test_the_page_of_templates_names_every_test_function_and_limit() -> None:
    text = TEMPLATE_PAGE.read_text(encoding="utf-8")
    assert [name for name in (*TESTS, *GLOBALS) if name.isalpha() and f"`{name}`" not in text] == []
    assert f"{LOOP_TURNS:,} turns" in text
    assert f"{CHARACTERS:,} characters" in text


def cells(heading: str) -> str:
    """The first cells of all tables of examples of a kind, one on a line."""
    found = [table for section in SECTIONS for table in section.tables if table.head[0] == heading]
    return "\n".join(bare(row[0]) for table in found for row in table.rows)


def test_every_fenced_block_is_run_or_known_not_to_be() -> None:
    unknown = [
        f"{section.page.name}:{fence.line} {fence.info}"
        for section in SECTIONS
        for fence in section.fences
        if not is_run(fence) and fence.info not in ELSEWHERE | SHOWN
    ]
    assert unknown == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_between_the_pages_lead_somewhere(page: Path) -> None:
    for link in links_of(page):
        if link.startswith("https://"):
            continue
        path, _, name = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        assert target.exists(), link
        assert not name or name in anchors_of(target), link


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_names_no_command_that_does_not_exist(page: Path) -> None:
    named = re.findall(r"`docgen ([a-z][a-z-]*)", page.read_text(encoding="utf-8"))
    assert [name for name in named if name not in SUBCOMMANDS] == []


def test_the_readme_names_every_command() -> None:
    text = README.read_text(encoding="utf-8")
    assert [name for name in SUBCOMMANDS if f"`docgen {name}" not in text] == []


def test_the_page_of_the_architecture_names_every_folder_and_the_layers_in_force() -> None:
    page = ROOT / "docs" / "architecture.md"
    text = page.read_text(encoding="utf-8")
    folders = [path.parent.name for path in (ROOT / "docgen").glob("*/__init__.py")]
    assert [name for name in folders if f"`{name}/" not in text] == []
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    layers = project["tool"]["importlinter"]["contracts"][0]["layers"]
    shown = next(fence.text for section in sections_of(page) for fence in section.fences if section.title == "Layers")
    wanted = [layer.replace(" | (figures)", "") for layer in layers if layer != "__main__"]
    assert shown.splitlines() == wanted
