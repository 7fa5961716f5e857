"""Where documents stand: which files each section prints, what is missing, and how far each document is."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from docgen import pipeline
from docgen.diagnostic import Findings
from docgen.load.changes import Change, Changes
from docgen.snapshot import Snapshot
from docgen.standing.gather import standing_of
from docgen.standing.standing import DocumentStanding, Lack, ProgrammeStanding, State, Tally
from docgen.standing.telling import (
    all_words,
    last_change,
    problems_in_words,
    told_sections,
    verdict_of,
    words_against_limit,
)
from tests.builds import example, snapshot_of

UNKNOWN = Changes(unknown="nobody asked")
PROGRAMME = """\
title: Joint commissioning
organisation: ccg
organisations:
  ccg: {name: The CCG}
model: joint
version: "1.0"
status: draft
dated: 2014-06-20
author: The team
documents: [{type: note}]
"""
TEMPLATE = """\
# Vision

{{ vision }}

# Facts

The programme is {{ programme.title }}.

# The note's own words

Nothing of this comes from the content.

{% if timescales %}
# Time

:::{table} {{ timescales.phases }}
:caption: Phases
:columns: name "Phase", begins "From", ends "To"
:::
{% endif %}
"""
TYPE = """\
title: Note
about: A note
file: note
numbering: decimal
needs: [vision]
uses: [timescales, document-control]
"""
VISION = """\
---
owner: The chair
status: final
word_limit: 6
---
Care for {fact}`people` people.

# Inside

More.
"""
FILES = {
    "content/x/programme.yaml": PROGRAMME,
    "content/x/vision.md": VISION,
    "content/x/facts.yaml": "people: {label: People, value: 84300}\n",
    "templates/note/type.yaml": TYPE,
    "templates/note/template.md.j2": TEMPLATE,
}
CONTROL = """\
reviewers: [{name: The nurse}, {name: The chair, date: 2014-06-01}]
approvals: [{by: The board, date: 2014-06-20}, {by: The council}]
"""


def standing(snapshot: Snapshot, name: str = "x", changes: Changes = UNKNOWN) -> ProgrammeStanding:
    programme = pipeline.load(snapshot, name)
    return standing_of(snapshot, programme, pipeline.jobs(snapshot, programme), changes, lambda _: None).standing


def document(changed: Mapping[str, str] | None = None, changes: Changes = UNKNOWN) -> DocumentStanding:
    [found] = standing(snapshot_of({**FILES, **(changed or {})}), changes=changes).documents
    return found


def gaps(changed: Mapping[str, str]) -> list[tuple[Lack, str]]:
    return [(gap.lack, gap.words) for gap in document(changed).gaps if gap.lack is not Lack.APPROVAL]


def test_a_section_names_the_files_that_it_prints_and_a_heading_inside_a_text_begins_none() -> None:
    assert [(each.title, each.level, [file.path for file in each.files]) for each in document().sections] == [
        ("Before the first heading", 0, []),
        ("1 Vision", 1, ["content/x/vision.md"]),
        ("2 Facts", 1, ["content/x/programme.yaml"]),
        ("3 The note's own words", 1, []),
    ]


def test_a_value_inside_a_text_is_named_and_not_printed_by_its_section() -> None:
    assert [file.path for file in document().named] == ["content/x/facts.yaml"]


def test_a_text_tells_owner_status_and_words_as_the_rule_counts_them() -> None:
    [text] = document().texts
    assert (text.owner, text.status, text.words, text.limit) == ("The chair", "final", 6, 6)
    assert (words_against_limit(text), text.found) == ("6 of 6", Tally())
    over = document({"content/x/vision.md": "---\nword_limit: 2\n---\nOne two three.\n"}).texts[0]
    assert (words_against_limit(over), problems_in_words(over.found)) == ("3 of 2, 1 over", "1 warning")


def test_each_file_is_told_of_once() -> None:
    files = {"templates/note/template.md.j2": TEMPLATE + "\n# Again\n\n{{ vision }}\n\n{{ programme.title }}\n"}
    told = [
        (each.section.title, [file.path for file in each.files], each.again) for each in told_sections(document(files))
    ]
    assert told == [
        ("1 Vision", ["content/x/vision.md"], ()),
        ("2 Facts", ["content/x/programme.yaml"], ()),
        ("4 Again", [], ("vision.md", "programme.yaml")),
    ]


def test_a_heading_without_content_of_its_own_is_told_of_where_it_leads_to_some() -> None:
    text = "# Empty\n\nWords.\n\n# Above\n\n## Aims\n\n### Now\n\n{{ vision }}\n\n## Nothing\n\nWords.\n"
    told = told_sections(document({"templates/note/template.md.j2": text}))
    assert [each.section.title for each in told] == ["2 Above", "2.1 Aims", "2.1.1 Now"]


@pytest.mark.parametrize(
    ("changed", "lack", "words"),
    [
        (
            {"templates/note/type.yaml": TYPE.replace("[vision]", "[vision, scope]")},
            Lack.CONTENT,
            "the part 'scope' is not there, and the document needs it",
        ),
        (
            {"content/x/vision.md": "---\ntitle: Our vision\nowner: Ann\nstatus: review\n---\nCare.\n"},
            Lack.TEXT,
            "'Our vision' is in status 'review' (Ann)",
        ),
        (
            {"content/x/vision.md": "Care for TBC people in XX places.\n"},
            Lack.UNFINISHED,
            "DG609 placeholder left in place: 'TBC' is a placeholder, and 1 more",
        ),
        (
            {"content/x/vision.md": "---\nword_limit: 1\n---\nBetter care.\n"},
            Lack.UNFINISHED,
            "DG601 word limit exceeded: the text has 2 words; its limit is '1'",
        ),
        (
            {"content/x/timescales.yaml": "phases: [{name: Shadow, begins: '2015', ends: '2014'}]\n"},
            Lack.ERROR,
            "DG401 phase runs backwards: ",
        ),
        ({"content/x/document-control.yaml": CONTROL}, Lack.REVIEW, "The nurse has not reviewed it yet"),
    ],
    ids=lambda value: value.value if isinstance(value, Lack) else "",
)
def test_what_is_missing_is_named(changed: Mapping[str, str], lack: Lack, words: str) -> None:
    [(found, told)] = gaps(changed)
    assert found is lack
    assert told.startswith(words)


def test_whoever_has_not_approved_is_named_and_so_is_that_nobody_is_to() -> None:
    nobody, council = document().gaps[-1], document({"content/x/document-control.yaml": CONTROL}).gaps[-1]
    assert (nobody.lack, nobody.words.partition(":")[0]) == (Lack.APPROVAL, "nobody is named who approves it")
    assert (council.words, str(council.source)) == (
        "The council has not approved it yet",
        "content/x/document-control.yaml:2:48",
    )


def test_a_text_that_states_no_status_is_taken_as_it_is() -> None:
    assert gaps({"content/x/vision.md": "Better care.\n"}) == []


def test_placeholders_in_other_papers_are_not_this_papers_gaps() -> None:
    other = {
        "content/x/programme.yaml": PROGRAMME.replace("[{type: note}]", "[{type: note}, {type: letter}]"),
        "content/x/letter-text.md": "Dear TBC, this is a letter.\n",
        "templates/letter/type.yaml": "title: Letter\nabout: A letter\nfile: letter\nneeds: [letter-text]\n",
        "templates/letter/template.md.j2": "# Letter\n\n{{ letter_text }}\n",
    }
    note, letter = standing(snapshot_of({**FILES, **other})).documents
    assert [gap.lack for gap in note.gaps] == [Lack.APPROVAL]
    assert [gap.lack for gap in letter.gaps] == [Lack.UNFINISHED]
    assert (note.found, letter.found) == (Tally(), Tally(warnings=1))


APPROVED = "approvals: [{by: The board, date: 2014-06-20, decision: Approved}]\n"


@pytest.mark.parametrize(
    ("status", "changed", "state", "words"),
    [
        ("draft", {}, State.READY, "nothing is missing; its status still says 'draft'"),
        ("final", {}, State.FINAL, "nothing is missing"),
        (
            "draft",
            {"content/x/timescales.yaml": "phases: [{name: Shadow, begins: '2015', ends: '2014'}]\n"},
            State.OPEN,
            "1 thing is missing before it can be final",
        ),
        (
            "final",
            {"content/x/timescales.yaml": "phases: [{name: Shadow, begins: '2015', ends: '2014'}]\n"},
            State.STOPPED,
            "cannot be built as it is: 1 thing is missing or wrong",
        ),
        (
            "draft",
            {"templates/note/template.md.j2": "{{ visoin }}\n"},
            State.STOPPED,
            "cannot be built as it is: 1 thing is missing or wrong",
        ),
    ],
)
def test_how_far_a_document_is(status: str, changed: Mapping[str, str], state: State, words: str) -> None:
    programme = PROGRAMME.replace("status: draft", f"status: {status}")
    found = document({"content/x/programme.yaml": programme, "content/x/document-control.yaml": APPROVED, **changed})
    assert (found.state, verdict_of(found)) == (state, words)


def test_a_document_that_cannot_be_built_tells_of_the_files_that_it_takes() -> None:
    found = document({"templates/note/template.md.j2": "{{ visoin }}\n", "content/x/timescales.yaml": "phases: []\n"})
    [section] = found.sections
    assert (section.title, [file.path for file in section.files]) == (
        "What it takes",
        ["content/x/vision.md", "content/x/timescales.yaml"],
    )


def test_a_programme_that_cannot_be_read_is_told_of_with_its_problems() -> None:
    found = standing(snapshot_of({**FILES, "content/x/programme.yaml": "title: Joint commissioning\n"}))
    assert (found.is_read, found.documents) == (False, ())
    assert found.found.errors


def test_the_last_change_is_the_newest_of_its_files_and_what_has_changed_since_is_said() -> None:
    old, new = Change("2014-06-01", "Ann", "First", 3), Change("2014-05-30", "Bob", "Second", 1)
    last = {"content/x/vision.md": old, "content/x/facts.yaml": new}
    found = document(changes=Changes(last, frozenset({"content/x/vision.md", "content/x/programme.yaml"})))
    assert (found.last, found.has_uncommitted) == (new, True)
    [text] = found.texts
    assert last_change(text.last, text.is_committed, "") == "1 June 2014"
    assert last_change(new, False, "") == "30 May 2014, changed since"
    assert last_change(None, False, "") == "not in git yet"
    assert last_change(None, True, "git is not installed") == "unknown"


def test_every_text_of_the_example_stands_in_a_section_of_its_paper() -> None:
    eoi = standing(example(), "banes").documents[0]
    folder = {path for path in example().below("content/banes") if path.endswith(".md")}
    assert {file.path for file in eoi.texts} == folder
    assert all_words(eoi).startswith(f"{len(folder)} texts of ")


def test_a_chart_prints_the_files_of_its_words() -> None:
    files = {
        "content/x/timescales.yaml": "phases: [{name: Shadow, begins: '2014', ends: '2015'}]\n",
        "templates/note/template.md.j2": "# Time\n\n:::{timeline} {{ timescales }}\n:caption: Time\n:::\n",
        "templates/note/type.yaml": TYPE.replace("needs: [vision]", "needs: [timescales, vision]"),
    }
    assert [file.path for file in document(files).sections[-1].files] == ["content/x/timescales.yaml"]


def test_a_form_is_one_section_and_tells_what_its_boxes_take() -> None:
    form = next(each for each in standing(example(), "banes").documents if each.type == "application-form")
    assert form.sections[0].title == "In the form"
    boxes = {path: str(limit) for path, limit in form.boxes}
    assert boxes == {"content/banes/narrative/vision.md": "600 words"}
    vision = next(file for file in form.texts if file.path in boxes)
    assert words_against_limit(vision, dict(form.boxes)[vision.path]).endswith("; the form takes 600 words")


def test_it_finds_as_many_problems_as_the_check() -> None:
    findings = Findings()
    snapshot = snapshot_of(
        {**FILES, "content/x/timescales.yaml": "phases: [{name: Q, begins: '2015', ends: '2014'}]\n"}
    )
    programme = pipeline.load(snapshot, "x")
    prepared = [pipeline.prepare(snapshot, programme, job) for job in pipeline.jobs(snapshot, programme)]
    checked = pipeline.check(snapshot, programme, prepared)
    findings.extend([*programme.findings, *checked.shared, *checked.of("x/note")])
    found = standing(snapshot).found
    assert sum(found.by_level().values()) == len(findings)
