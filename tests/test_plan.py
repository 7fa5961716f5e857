"""Which documents a programme asks for, and what is missing for them."""

from __future__ import annotations

from docgen.diagnostic import Findings
from docgen.load.content import load_content
from docgen.load.document_type import read_document_type
from docgen.load.settings import read_settings
from docgen.plan.jobs import Job, jobs_of, report_missing
from docgen.plan.properties import properties_of
from docgen.schema.content import Content
from docgen.schema.validate import validate
from docgen.snapshot import Snapshot
from docgen.source import SourceMap
from docgen.tree.document import Numbering
from tests.casefile import diagnostics_text

PROGRAMME = """\
title: A programme
organisation: ccg
organisations:
  ccg: {{name: The CCG}}
model: joint
version: "0.1"
status: draft
dated: 2014-06-20
documents:
{documents}
"""
TYPES = {
    "templates/eoi/type.yaml": (
        "title: Expression\nabout: About\nfile: eoi\nnumbering: lettered\nneeds: [scope, vision]\n"
    ),
    "templates/tor/type.yaml": "title: Terms\nabout: About\nper: committee\nfile: tor\nneeds: [governance]\n",
    "templates/same/type.yaml": "title: Same\nabout: About\nfile: eoi\n",
    "templates/broken/type.yaml": "title: Broken\nabout: About\nfil: broken\n",
    "templates/parts/end.md.j2": "The end.\n",
}
MEMBER = "{id: a, role: A, organisation: ccg, voting: yes}"
COMMITTEE = f"kind: joint committee, meets: monthly, purpose: P, chair: a, members: [{MEMBER}]"
GOVERNANCE = f"committees:\n  one: {{name: One, {COMMITTEE}}}\n  two: {{name: Two, {COMMITTEE}}}\n"


class Planned:
    """The jobs of a programme with these documents and files."""

    def __init__(self, documents: str, **files: str) -> None:
        texts = {"content/x/programme.yaml": PROGRAMME.format(documents=documents), **TYPES}
        texts |= {f"content/x/{name.replace('_', '.')}": text for name, text in files.items()}
        self.snapshot = Snapshot({path: text.encode() for path, text in texts.items()})
        self.findings = Findings()
        loaded = load_content(self.snapshot, "x", self.findings)
        content = validate(loaded, self.findings) if loaded else None
        assert content, diagnostics_text(self.findings)
        self.content: Content = content
        self.sources = loaded.sources if loaded else SourceMap()
        self.jobs = jobs_of(self.snapshot, "x", self.content, self.sources, self.findings)

    @property
    def told(self) -> str:
        return diagnostics_text(self.findings)

    def miss(self, job: Job) -> str:
        kind = read_document_type(self.snapshot, job.type, self.findings)
        assert kind
        report_missing(job, kind, self.content, self.sources, self.findings)
        return self.told


def test_one_document_of_a_programme() -> None:
    planned = Planned("  - type: eoi")
    assert planned.jobs == (Job("x", "eoi", "eoi"),)
    assert planned.jobs[0].id == "x/eoi"
    assert not planned.told


def test_one_document_for_each_committee_in_the_order_of_the_file() -> None:
    planned = Planned("  - type: tor\n  - type: eoi", governance_yaml=GOVERNANCE)
    assert planned.jobs == (
        Job("x", "tor-one", "tor", "one"),
        Job("x", "tor-two", "tor", "two"),
        Job("x", "eoi", "eoi", request=1),
    )


def test_a_document_for_each_of_no_committees_is_reported() -> None:
    planned = Planned("  - type: eoi\n  - type: tor")
    assert [job.name for job in planned.jobs] == ["eoi"]
    assert planned.told == (
        "content/x/programme.yaml:11:11 DG712 'tor' is written for each committee, and there is no committee\n"
        "  help: write one under 'committees' in content/x/governance.yaml, or do not ask for this document\n"
    )


def test_an_unknown_type_is_reported_with_the_one_that_was_meant() -> None:
    planned = Planned("  - type: eio\n  - type: eoi")
    assert [job.name for job in planned.jobs] == ["eoi"]
    assert planned.told == (
        "content/x/programme.yaml:10:11 DG711 unknown document type 'eio'\n  help: did you mean 'eoi'?\n"
    )


def test_a_folder_without_type_yaml_is_no_type() -> None:
    assert "unknown document type 'parts'" in Planned("  - type: parts").told


def test_a_type_with_faults_is_left_out_and_its_faults_are_told() -> None:
    planned = Planned("  - type: broken")
    assert not planned.jobs
    assert "templates/broken/type.yaml:3:1" in planned.told


def test_two_documents_of_one_name_are_reported_and_the_first_is_built() -> None:
    planned = Planned("  - type: eoi\n  - type: same\n  - type: eoi")
    assert planned.jobs == (Job("x", "eoi", "eoi"),)
    assert planned.told == (
        "content/x/programme.yaml:11:11 DG713 two documents would be called 'eoi'\n"
        "  help: ask for each type of document once, or change 'file' in the type.yaml of one of them\n"
        "content/x/programme.yaml:12:11 DG713 two documents would be called 'eoi'\n"
        "  help: ask for each type of document once, or change 'file' in the type.yaml of one of them\n"
    )


def test_missing_parts_and_narratives_are_reported_at_the_request() -> None:
    planned = Planned("  - type: eoi")
    assert planned.miss(planned.jobs[0]) == (
        "content/x/programme.yaml:10:11 DG712 the document 'eoi' needs 'scope', which the programme does not have\n"
        "  help: write content/x/scope.yaml; 'docgen new document eoi --programme x' begins it\n"
        "content/x/programme.yaml:10:11 DG712 the document 'eoi' needs 'vision', which the programme does not have\n"
        "  help: write content/x/vision.md; 'docgen new document eoi --programme x' begins it\n"
    )


def test_a_misspelt_narrative_is_reported_with_the_one_that_was_meant() -> None:
    planned = Planned("  - type: eoi", visoin_md="Words.\n")
    assert "  help: did you mean 'visoin'?\n" in planned.miss(planned.jobs[0])


def test_nothing_is_missing_where_everything_is_there() -> None:
    scope = "id,function,in_scope\na,A,yes\n"
    planned = Planned("  - type: eoi", vision_md="---\ntitle: V\nowner: O\n---\nWords.\n", scope_csv=scope)
    assert not planned.miss(planned.jobs[0])


def test_the_request_decides_before_the_programme_and_the_type() -> None:
    own = 'title: Mine, version: "2", status: final, dated: 2015-01-02, numbering: decimal, author: Me'
    planned = Planned(f"  - {{type: eoi, {own}}}\n  - type: same")
    kind = read_document_type(planned.snapshot, "eoi", planned.findings)
    assert kind
    settings = read_settings(planned.snapshot, planned.findings)
    properties = properties_of(planned.jobs[0], kind, planned.content, settings)
    assert (properties.title, properties.version, properties.status, properties.author) == (
        "Mine",
        "2",
        "final",
        "Me",
    )
    assert (str(properties.dated), properties.numbering) == ("2015-01-02", Numbering.DECIMAL)


def test_what_the_request_leaves_out_comes_from_the_programme_and_the_type() -> None:
    planned = Planned("  - type: eoi")
    kind = read_document_type(planned.snapshot, "eoi", planned.findings)
    assert kind
    settings = read_settings(planned.snapshot, planned.findings)
    properties = properties_of(planned.jobs[0], kind, planned.content, settings)
    assert (properties.title, properties.organisation, properties.version) == ("Expression", "The CCG", "0.1")
    assert (properties.status, properties.numbering, properties.is_draft) == ("draft", Numbering.LETTERED, True)
