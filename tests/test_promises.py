"""Promises 1, 4 and 6: one fact in one place, the same bytes from the same input, and what was promised of folders."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest

from docgen import pipeline
from docgen.making.store import RECORDS
from docgen.schema.content import Content
from docgen.schema.registry import TABLES, headings
from docgen.snapshot import Snapshot
from docgen.write.edition import Edition
from tests.builds import ROOT, changed, example, outputs_of, snapshot_of, words_of, words_of_outputs
from tests.places import normal
from tests.tables import Rows, csv_file, csv_rows, workbook, yaml_list

FACTS = "content/banes/facts.yaml"
PROGRAMME = "content/banes/programme.yaml"
GOVERNANCE = "content/banes/governance.yaml"
REFERENCES = "content/banes/references.yaml"
CLEAN = Edition(clean=True)
"""A Word file that does not say where its words came from: the same for a table of another form."""
CCG = "NHS Bath and North East Somerset Clinical Commissioning Group"


@cache
def example_words() -> Mapping[str, str]:
    """The words of every output of the example."""
    return {name: normal(words_of(name, data)) for name, data in example_outputs().items()}


@cache
def example_outputs() -> Mapping[str, bytes]:
    """Every output of the example."""
    return outputs_of(example())


@cache
def example_content() -> Content:
    """The example's content."""
    content = pipeline.load(example(), "banes").content
    assert content is not None
    return content


# One fact, one place


@pytest.mark.parametrize(
    ("path", "old", "new", "least"),
    [
        (FACTS, "197,040", "203,117", 2),
        (PROGRAMME, CCG, "NHS Wessex and Mercia Commissioning Group", 6),
        (GOVERNANCE, "Strategic Primary Care Group", "Committee of the Seven Hills", 4),
    ],
)
def test_a_fact_changed_in_its_one_place_changes_in_every_document(path: str, old: str, new: str, least: int) -> None:
    before = {name for name, words in example_words().items() if old in words}
    assert len(before) >= least
    works = example().read(REFERENCES).decode().replace(old, "Whoever wrote it")  # its author keeps an old name
    snapshot = Snapshot({**changed(example(), path, old, new).files, REFERENCES: works.encode()})
    after = {name: normal(words) for name, words in words_of_outputs(snapshot).items()}
    assert {name for name, words in after.items() if new in words} == before
    assert [name for name, words in after.items() if old in words] == []


def test_every_distinctive_fact_changes_in_every_document_that_prints_it() -> None:
    facts = {name: fact for name, fact in example_content().facts.items() if len(fact.value) > 3}
    assert len(facts) > 6
    new = {name: f"9,{number},{number}" for number, name in enumerate(facts, start=100)}
    text = example().read(FACTS).decode()
    for name, fact in facts.items():
        text = text.replace(f"value: {fact.value}", f"value: {new[name]}")
    after = words_of_outputs(Snapshot({**example().files, FACTS: text.encode()}))
    for name, fact in facts.items():
        printed = {output for output, words in example_words().items() if fact.words in words}
        assert printed, name
        assert printed == {output for output, words in after.items() if new[name] in words}, name
        assert [output for output, words in after.items() if fact.words in normal(words)] == [], name


def test_no_text_of_the_example_restates_the_figure_of_a_fact() -> None:
    wanted = {name: figure(fact.words, fact.unit) for name, fact in example_content().facts.items()}
    files = [path for path in example().files if path.startswith("content/") and path != FACTS]
    assert restated(wanted, files) == []


def test_no_narrative_restates_a_date_or_a_name() -> None:
    programme, governance = example_content().programme, example_content().governance
    assert governance is not None
    wanted = {name: str(entry.date) for name, entry in programme.dates.items() if len(str(entry.date)) > 4}
    wanted |= {name: organisation.name for name, organisation in programme.organisations.items()}
    wanted |= {name: committee.name for name, committee in governance.committees.items()}
    wanted |= {name: body.name for name, body in governance.bodies.items()}
    narratives = [path for path in example().files if path.startswith("content/") and path.endswith(".md")]
    assert restated(wanted, narratives) == []


def figure(words: str, unit: str | None) -> str:
    """What would restate a fact: a small number only together with what it counts."""
    return f"{words} {unit}" if words.isdigit() and len(words) < 3 and unit else words


def restated(wanted: Mapping[str, str], files: list[str]) -> list[str]:
    """The places where somebody wrote words that an id stands for."""
    return [
        f"{path}:{line} '{words}' is '{name}'"
        for path in files
        for name, words in wanted.items()
        for line in lines_with(words, body_of(example().read(path).decode()))
    ]


def body_of(text: str) -> str:
    """A text with empty lines in place of its front matter, which no document prints."""
    return re.sub(r"\A---\n.*?\n---\n", lambda found: "\n" * found[0].count("\n"), text, flags=re.DOTALL)


def lines_with(words: str, text: str) -> Iterator[int]:
    """The lines on which words begin, wherever the text breaks its lines."""
    pattern = r"\s+".join(map(re.escape, words.split()))
    for found in re.finditer(rf"(?<![\w£]){pattern}(?![\w%])", text):
        yield text.count("\n", 0, found.start()) + 1


# The same input, the same bytes


@pytest.mark.slow
def test_no_setting_of_the_machine_changes_a_byte(tmp_path: Path) -> None:
    first = build_elsewhere(tmp_path / "one", ROOT, 0o022, PYTHONHASHSEED="0", TZ="UTC", LC_ALL="C")
    second = build_elsewhere(
        tmp_path / "a much longer name, with a comma" / "two",
        ROOT / "content" / "banes",
        0o077,
        PYTHONHASHSEED="4242",
        TZ="Pacific/Kiritimati",
        LC_ALL="tr_TR.UTF-8",
        PYTHONIOENCODING="cp1252",
        COLUMNS="40",
        FORCE_COLOR="1",
    )
    assert len(first) > 60
    assert first == second


def build_elsewhere(out: Path, folder: Path, umask: int, **environment: str) -> dict[str, str]:
    """The SHA-256 of every output of a build in a process of its own."""
    command = [sys.executable, "-m", "docgen", "build", "--out", str(out)]
    made = subprocess.run(
        command,
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        umask=umask,
        capture_output=True,
        timeout=120,
        check=False,
    )
    assert made.returncode == 0, made.stdout + made.stderr
    files = sorted(path for path in out.rglob("*") if path.is_file() and RECORDS not in path.parts)
    return {path.relative_to(out).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def test_building_twice_in_one_process_gives_the_same_bytes() -> None:
    assert outputs_of(Snapshot(dict(sorted(example().files.items(), reverse=True)))) == example_outputs()


@pytest.mark.parametrize(
    ("before", "line_end"), [(b"", b"\r\n"), (b"\xef\xbb\xbf", b"\n"), (b"\xef\xbb\xbf", b"\r\n"), (b"", b"\r")]
)
def test_line_ends_and_byte_order_marks_do_not_show(before: bytes, line_end: bytes) -> None:
    texts = {path: before + data.replace(b"\n", line_end) for path, data in example().files.items() if is_text(path)}
    assert outputs_of(Snapshot({**example().files, **texts})) == example_outputs()


def is_text(path: str) -> bool:
    """Whether an editor may have saved a file with other line ends."""
    return path.endswith((".yaml", ".md", ".csv", ".j2", ".toml"))


# Formats alike

AWKWARD_ROWS: Mapping[str, Rows] = {
    "scope": [
        ["Function", "In scope?", "Sub-functions", "Lead committee", "Comment", "Risks identified"],
        ["A&E; R&D", "yes", "- first\n- second, with a comma", "com", '"quoted" words', "one; two"],
        ["*stars* | _x_", "Partly", "", "com", "# not a heading\n{{ 7*7 }}", "<script>alert(1)</script>"],
        ["007", "no", "1.10", "", "12:30", "£5 < £6"],
    ],
    "actions": [
        ["Month", "Action", "Lead", "Complete by", "Status"],
        ["2014-04", "Consult; then vote", "AB, CD", "30 April 2014", "done"],
        ["May 2014", "Submit", "AB", "", "in progress"],
    ],
    "survey": [
        ["Number", "Response date", "Response text"],
        ["1", "2014-06-01", "I wait, and wait; “for weeks”.\n\nThen I wait again."],
        ["1,002", "", "- fine"],
    ],
}
"""Rows of three tables, as an author would type them."""

SMALL: Mapping[str, str] = {
    "content/x/programme.yaml": """\
title: A programme
organisation: ccg
organisations: {ccg: {name: The CCG}}
model: joint
version: "0.1"
status: draft
dated: 2014-06-20
documents: [{type: tables}]
""",
    "content/x/governance.yaml": "bodies: {com: {name: The committee}}\n",
    "content/x/engagement.yaml": "survey: {question: How long do you wait?, invited: 2000}\n",
    "templates/tables/type.yaml": "title: Tables\nabout: Tables\nfile: tables\n",
    "templates/tables/template.md.j2": """\
# Tables

:::{table} {{ scope.functions }}
:columns: function, in_scope, sub_functions, lead.name, comment, risks
:::

:::{table} {{ timescales.actions }}
:columns: month, action, leads, due, status
:::

:::{table} {{ engagement.survey.responses }}
:columns: number, date, text
:::
""",
}

FORMS = ("commas.csv", "semicolons.csv", "tabs.csv", "xlsx", "yaml")


def in_form(form: str) -> Snapshot:
    """The small programme with its tables in one form."""
    tables = {f"content/x/{name}{suffix_of(form)}": table_in(form, name) for name in AWKWARD_ROWS}
    return snapshot_of({**SMALL, **tables})


def suffix_of(form: str) -> str:
    """`.csv`, `.xlsx`, `.yaml`."""
    return f".{form.rpartition('.')[2]}"


def table_in(form: str, name: str) -> bytes:
    """One table in one form."""
    rows = AWKWARD_ROWS[name]
    row = next(table.row for table in TABLES if table.name == name)
    separators = {"commas.csv": ",", "semicolons.csv": ";", "tabs.csv": "\t"}
    if form in separators:
        return csv_file(rows, separators[form])
    return workbook({name: rows}) if form == "xlsx" else yaml_list(rows, headings(row))


def model_of(snapshot: Snapshot) -> Content:
    """The content of the small programme."""
    programme = pipeline.load(snapshot, "x")
    assert programme.content is not None, list(programme.findings)
    return programme.content


@pytest.mark.parametrize("form", FORMS[1:])
def test_every_form_of_a_table_gives_the_same_model_and_the_same_bytes(form: str) -> None:
    first = in_form(FORMS[0])
    assert model_of(in_form(form)) == model_of(first)
    assert outputs_of(in_form(form), CLEAN) == outputs_of(first, CLEAN)


@pytest.mark.parametrize("form", ["semicolons.csv", "xlsx", "yaml"])
def test_the_scope_of_the_example_may_come_in_any_form(form: str) -> None:
    files = dict(example().files)
    rows = csv_rows(files.pop("content/banes/scope.csv"))
    row = next(table.row for table in TABLES if table.name == "scope")
    forms = {
        "semicolons.csv": csv_file(rows, ";"),
        "xlsx": workbook({"Functions": rows}),
        "yaml": yaml_list(rows, headings(row)),
    }
    files[f"content/banes/scope{suffix_of(form)}"] = forms[form]
    assert outputs_of(Snapshot(files), CLEAN) == outputs_of(example(), CLEAN)


# Document types


def test_a_document_type_is_added_with_no_python() -> None:
    words = words_of_outputs(
        snapshot_of(
            {
                **SMALL,
                "content/x/programme.yaml": SMALL["content/x/programme.yaml"].replace("tables", "briefing-note"),
                "content/x/message.md": "We ask for {name}`com`, *now*.\n",
                "templates/briefing-note/type.yaml": (
                    "title: Briefing note\nabout: Tells the board\nfile: briefing\nneeds: [message]\n"
                ),
                "templates/briefing-note/template.md.j2": (
                    ":::{title} {{ document.title or 'Briefing note' }}\n:::\n\n# The message\n\n{{ message }}\n"
                ),
            }
        )
    )
    assert sorted(words) == ["x/briefing.docx", "x/briefing.html", "x/briefing.md", "x/briefing.pdf"]
    for text in words.values():
        assert "We ask for The committee, now." in normal(text)
        assert "The message" in text


def test_a_repository_may_change_one_file_of_a_shipped_type() -> None:
    own = {"templates/parts/document-control.md.j2": b"# Our own last page {-}\n\nWords.\n"}
    words = words_of_outputs(Snapshot({**example().files, **own}))
    assert all("Our own last page" in text for name, text in words.items() if "application-form" not in name)
