"""Versions, reviewers and approvals reach the papers that they concern, and no others."""

from __future__ import annotations

import pytest

from docgen import pipeline
from docgen.diagnostic import Findings
from docgen.load.content import load_content
from docgen.schema.content import Content
from docgen.schema.document_control import order_of
from docgen.schema.validate import validate
from docgen.snapshot import Snapshot
from tests.builds import example, snapshot_of, words_of_outputs
from tests.casefile import diagnostics_text
from tests.tables import workbook

PROGRAMME = """\
title: Joint commissioning
organisation: ccg
organisations: {ccg: {name: The CCG}, partner: {name: The partner}}
model: joint
version: "1.0"
status: draft
dated: 2014-06-20
committee: ccg
committee_date: 2014-07-01
documents:
  - {type: note}
  - {type: letter, version: "0.3", committee: partner}
  - {type: memo, version: "1.0"}
"""
CONTROL = """\
owner: Secretary
versions:
  - {version: "0.3", date: 2014-06-01, author: Ann, change: For the letter alone, documents: letter}
  - {version: "1.0", date: 2014-06-20, author: Ann, change: For the programme}
  - {version: "1.0", date: 2014-06-20, author: Ann, change: For both, documents: [note, letter]}
approvals:
  - {by: Chair, decision: Approved}
reviewers:
  - {name: Board, documents: [letter]}
"""
TEMPLATE = """\
{% for row in document.versions %}
* {{ row.change }}
{% endfor %}

{% for row in document.approvals %}
* {{ row.by }}: {{ row.decision }}
{% endfor %}

{% if document.reviewers %}
Read by {{ document.reviewers }}
{% endif %}

For {{ document.committee }}{% if document.committee_date %} on {{ document.committee_date }}{% endif %}
"""


def repository(control: str = CONTROL) -> Snapshot:
    """Three types of paper that print what concerns them."""
    files: dict[str, str] = {"content/x/programme.yaml": PROGRAMME, "content/x/document-control.yaml": control}
    for name in ("note", "letter", "memo"):
        files[f"templates/{name}/type.yaml"] = f"title: {name}\nabout: x\nfile: {name}\nuses: [document-control]\n"
        files[f"templates/{name}/template.md.j2"] = TEMPLATE
    return snapshot_of(files)


def test_a_row_concerns_the_papers_that_it_names_or_those_with_the_programmes_version() -> None:
    words = words_of_outputs(repository())
    printed = {
        name: [change for change in ("For the letter alone", "For the programme", "For both") if change in text]
        for name, text in words.items()
        if name.endswith("html")
    }
    assert printed == {
        "x/note.html": ["For the programme", "For both"],
        "x/letter.html": ["For the letter alone", "For both"],
        "x/memo.html": ["For the programme"],
    }
    assert "Chair: Approved" in words["x/note.html"]
    assert "Chair" not in words["x/letter.html"]
    assert "Read by Board" in words["x/letter.html"]


def test_a_committee_of_the_papers_own_does_not_meet_when_the_programmes_meets() -> None:
    words = words_of_outputs(repository())
    assert "For The CCG on 1 July 2014" in words["x/note.html"]
    assert "For The partner\n" in words["x/letter.html"]


def test_papers_without_document_control_are_built_too() -> None:
    files = {path: data for path, data in repository().files.items() if "document-control.yaml" not in path}
    assert "For The CCG" in words_of_outputs(Snapshot(files))["x/note.html"]


def test_a_type_may_need_document_control() -> None:
    files = dict(repository().files)
    del files["content/x/document-control.yaml"]
    files["templates/note/type.yaml"] = b"title: Note\nabout: x\nfile: note\nneeds: [document-control]\n"
    snapshot, findings = Snapshot(files), Findings()
    programme = pipeline.load(snapshot, "x")
    pipeline.document_tree(snapshot, programme, pipeline.jobs(snapshot, programme)[0], findings)
    told = diagnostics_text(findings)
    assert "the document 'note' needs 'document-control', which the programme does not have" in told
    assert "help: write content/x/document-control.yaml" in told


def content_of(**files: bytes) -> Content:
    """The content of files named after the arguments, with `_` for `-` and `__` before the ending."""
    named = {f"content/x/{name.replace('__', '.').replace('_', '-')}": data for name, data in files.items()}
    findings = Findings()
    loaded = load_content(Snapshot({"content/x/programme.yaml": PROGRAMME.encode(), **named}), "x", findings)
    content = validate(loaded, findings) if loaded else None
    assert content, diagnostics_text(findings)
    return content


def test_tables_of_document_control_stand_in_files_of_their_own_or_in_one_workbook() -> None:
    rows = [["Version", "Date", "Author", "Summary of changes"], ["1.0", "20 June 2014", "Ann", "Submitted"]]
    sent = [["Sent to", "How"], ["The board", "By e-mail"]]
    csv = "\n".join(",".join(row) for row in rows).encode()
    apart = content_of(versions__csv=csv, distribution__xlsx=workbook({"distribution": sent}))
    together = content_of(document_control__xlsx=workbook({"versions": rows, "distribution": sent}))
    assert apart.document_control == together.document_control
    assert together.document_control
    assert [row.change for row in together.document_control.versions] == ["Submitted"]
    assert [row.to for row in together.document_control.distribution] == ["The board"]


@pytest.mark.parametrize(
    ("version", "order"),
    [
        ("0.9", (0, 9)),
        ("0.10", (0, 10)),
        ("v1.0", (1, 0)),
        ("2", (2,)),
        ("1.0 final", ()),
        ("\u0661.\u0662", ()),
        ("", ()),
        ("1.", ()),
        ("9" * 5000, ()),
    ],
)
def test_versions_are_put_in_order_by_their_numbers(version: str, order: tuple[int, ...]) -> None:
    assert order_of(version) == order


def test_the_example_prints_each_papers_own_history() -> None:
    words = words_of_outputs(example())
    for suffix in ("docx", "html"):
        eoi, terms = words[f"banes/eoi.{suffix}"], words[f"banes/terms-of-reference-strategic-group.{suffix}"]
        assert "Comments taken in; submitted" in eoi
        assert "Comments taken in; submitted" not in terms
        assert "First draft, sent with the expression of interest" in terms
        assert "First draft, sent with the expression of interest" not in eoi
