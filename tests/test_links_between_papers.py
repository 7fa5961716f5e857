"""A link to another paper of the pack leads to it, in the format of the paper that holds the link."""

from __future__ import annotations

import io
import re
import zipfile

import pytest

from docgen import pipeline
from docgen.diagnostic import Findings
from docgen.snapshot import Snapshot
from tests.builds import FORMATS, build, example, snapshot_of
from tests.casefile import diagnostics_text

FORM = "templates/application-form/template.docx"
LINKS = "[plan](document:action-plan) [terms](document:terms-of-reference/group) [form](document:a-form)"


def pack(text: str) -> Snapshot:
    """A paper that prints a text, and the papers to which it may lead."""
    return snapshot_of(
        {
            "content/x/programme.yaml": """\
title: A programme
organisation: ccg
organisations: {ccg: {name: The CCG}}
model: other
packs: []
version: "0.1"
status: draft
dated: 2014-06-20
documents: [{type: paper}, {type: action-plan}, {type: terms-of-reference}, {type: a-form}]
""",
            "content/x/timescales.yaml": "milestones: [{name: It begins, date: 2015}]\n",
            "content/x/governance.yaml": """\
committees:
  group:
    name: Joint Group
    kind: joint committee
    purpose: It decides.
    members: [{id: chair, role: Chair, voting: yes}]
    chair: chair
    meets: monthly
""",
            "content/x/words.md": text,
            "templates/paper/type.yaml": "title: Paper\nabout: Prints a text\nfile: paper\nneeds: [words]\n",
            "templates/paper/template.md.j2": "{{ words }}\n",
            "templates/a-form/type.yaml": "title: A form\nabout: A form of others\nfile: form-of-others\n",
            "templates/a-form/template.docx": example().read(FORM),
        }
    )


def written(text: str, format_: str) -> bytes:
    """The paper in one format."""
    snapshot = pack(text)
    programme = pipeline.load(snapshot, "x")
    made = build(snapshot, programme, pipeline.jobs(snapshot, programme)[0], [format_])
    assert made.outputs, diagnostics_text(made.findings)
    return made.outputs[format_]


def told(text: str) -> str:
    """What is found in the paper before it is written."""
    snapshot, findings = pack(text), Findings()
    programme = pipeline.load(snapshot, "x")
    pipeline.document_tree(snapshot, programme, pipeline.jobs(snapshot, programme)[0], findings)
    return diagnostics_text(findings)


def addresses(data: bytes, format_: str) -> list[str]:
    """The files beside the paper to which its links lead."""
    if format_ == "docx":
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            relations = package.read("word/_rels/document.xml.rels").decode()
        return re.findall(r'Target="([^"/]+\.\w+)" TargetMode="External"', relations)
    patterns = {
        "html": rb'href="([^"#/:]+\.\w+)"',
        "pdf": rb"/URI ?\(([^)/:]+\.\w+)\)",
        "md": rb"\]\(<?([^)<>#/:]+\.\w+)>?\)",
    }
    return [found.decode() for found in re.findall(patterns[format_], data)]


@pytest.mark.parametrize("format_", FORMATS)
def test_a_link_leads_to_the_paper_of_the_same_format(format_: str) -> None:
    found = addresses(written(LINKS, format_), format_)
    assert found == [f"action-plan.{format_}", f"terms-of-reference-group.{format_}", "form-of-others.docx"]


@pytest.mark.parametrize("format_", FORMATS)
def test_other_links_stay_as_they_are(format_: str) -> None:
    assert addresses(written("[a file](guide.odt)", format_), format_) == ["guide.odt"]


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("action-plans", "the programme has no document 'action-plans' to which a link could lead"),
        ("terms-of-reference/grp", "the programme has no document 'terms-of-reference/grp' to which a link could lead"),
        ("", "the programme has no document '' to which a link could lead"),
        ("../../etc/passwd", "the programme has no document '../../etc/passwd' to which a link could lead"),
    ],
)
def test_a_link_to_a_paper_that_is_not_in_the_pack_is_reported(name: str, message: str) -> None:
    assert told(f"See [this](document:{name}).").startswith(f"content/x/words.md:1:6 DG826 {message}\n")


def test_a_paper_for_all_committees_is_found_though_one_is_named() -> None:
    assert told("[this](document:action-plan/group)") == ""


def test_a_name_that_is_nearly_right_gets_a_hint() -> None:
    assert told("[this](document:action-plann)").endswith("help: did you mean 'action-plan'?\n")
