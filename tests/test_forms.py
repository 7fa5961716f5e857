"""Forms of other organisations: what is filled in, and what a manager is told. The cases are `cases/forms/*.md`.

A case draws a form in its block `form`, as `tests/forms.py` says, perhaps with a `header`; its files are laid over a
small sound repository. `says` is what the filled form says, `header says` what its header says, `told` what a person
is told.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import ClassVar

import pytest

from docgen import pipeline
from docgen.cli.main import run
from docgen.codes import forms as codes
from docgen.pipeline import Built
from docgen.returned.file import read_returned
from docgen.snapshot import Snapshot
from docgen.write.edition import Edition
from docgen.write.zip import packed, unpacked
from tests.awkward import AWKWARD, PROGRAMME, awkward, awkward_snapshot, everything_type, mark_of
from tests.builds import build, built, example, words_of_docx
from tests.casefile import TESTS, Case, case_parameters, diagnostics_text, expect, read_cases
from tests.forms import MC, STYLES, W, drawn, form_faults, opened, shown
from tests.places import normal
from tests.test_bad_input import SOUND
from tests.test_write_docx_programs import needs_validator, validator_faults
from tests.word_files import unsound

PATH = "templates/form/template.docx"
TYPE = "title: A form\nabout: A form\nfile: form\nneeds: [vision]\n"
CASES = ("cases/forms/filling.md", "cases/forms/faults.md", "cases/forms/controls.md")


def repository(form: bytes, files: Mapping[str, str] | None = None) -> Snapshot:
    """The sound repository with a document type that is a form."""
    asked = SOUND["content/x/programme.yaml"].replace("  - type: letter", "  - type: form\n  - type: letter")
    laid = {**SOUND, "content/x/programme.yaml": asked, "templates/form/type.yaml": TYPE, **(files or {})}
    return Snapshot(dict(sorted({**{path: text.encode() for path, text in laid.items()}, PATH: form}.items())))


def filled(snapshot: Snapshot, formats: tuple[str, ...] = ("docx",), edition: Edition | None = None) -> Built:
    """The form of the repository, filled."""
    programme = pipeline.load(snapshot, "x")
    assert programme.content, diagnostics_text(programme.findings)
    job = next(job for job in pipeline.jobs(snapshot, programme) if job.type == "form")
    return build(snapshot, programme, job, formats, edition or Edition())


def words_of(form: str, files: Mapping[str, str] | None = None) -> str:
    """What a form says once it is filled."""
    made = filled(repository(drawn(form), files))
    assert made.outputs, diagnostics_text(made.findings)
    return shown(made.outputs["docx"])


def built_case(case: Case) -> Built:
    files = {path: text for path, text in case.files.items() if "/" in path}
    return filled(repository(drawn(case.blocks["form"], case.blocks.get("header", "").strip()), files))


@pytest.mark.parametrize("case", case_parameters(*CASES))
def test_a_form_is_filled_as_its_case_says(case: Case, request: pytest.FixtureRequest) -> None:
    made = built_case(case)
    content = made.outputs.get("docx")
    if content and "says" in case.blocks:
        expect(case, "says", shown(content), request)
    if "header says" in case.blocks:
        expect(case, "header says", shown(content or b"", "word/header1.xml"), request)
    told = diagnostics_text(made.findings)
    if told or "told" in case.blocks:
        expect(case, "told", told + ("" if content else "not written\n"), request)
    for found in made.findings:
        assert found.help
        assert found.source.path


@pytest.mark.slow
@needs_validator
@pytest.mark.parametrize("file", CASES)
def test_every_filled_form_is_valid(file: str, tmp_path: Path) -> None:
    for case in read_cases(TESTS / file):
        content = built_case(case).outputs.get("docx")
        if content:
            assert validator_faults(content, tmp_path) == [], case.title


@pytest.mark.parametrize("file", CASES)
def test_no_filled_form_has_a_fault_that_validators_do_not_see(file: str) -> None:
    for case in read_cases(TESTS / file):
        content = built_case(case).outputs.get("docx")
        assert (form_faults(content) if content else []) == [], case.title


def test_every_kind_of_problem_with_forms_has_a_case() -> None:
    told = "".join((TESTS / file).read_text(encoding="utf-8") for file in CASES)
    told += Path(__file__).read_text(encoding="utf-8")
    assert [code.id for code in codes.CODES if f"{code.id} " not in told and f'"{code.id}"' not in told] == []


class TestTheFile:
    FORM = "| Name | {{ organisation.name }} |\n{{ vision }}\n<words Title: {{ programme.title }}>"

    def test_the_same_input_gives_the_same_bytes(self) -> None:
        made = [filled(repository(drawn(self.FORM))).outputs["docx"] for _ in range(2)]
        assert made[0] == made[1]

    def test_its_properties_come_from_the_content(self) -> None:
        parts = unpacked(filled(repository(drawn(self.FORM))).outputs["docx"])
        core = parts["docProps/core.xml"].decode()
        for words in ("<dc:title>A form</dc:title>", "Clinical Commissioning Group", "2014-06-20T00:00:00Z"):
            assert words in core
        assert "python-docx" not in "".join(part.decode("utf-8", "replace") for part in parts.values())

    def test_parts_without_tags_stay_as_they_are(self) -> None:
        form = drawn(self.FORM, more={"word/theme1.xml": "<theme/>"})
        assert unpacked(filled(repository(form)).outputs["docx"])["word/theme1.xml"] == b"<theme/>"

    def test_nothing_of_what_docgen_put_there_for_its_own_use_is_left(self) -> None:
        parts = unpacked(filled(repository(drawn(self.FORM))).outputs["docx"])
        text = b"".join(parts.values()).decode("utf-8")
        assert re.findall("[\ue000-\ue01f]|w:docgen|docgenAsTheForm", text) == []

    def test_passages_tell_where_they_came_from_unless_the_edition_is_clean(self) -> None:
        snapshot = repository(drawn(self.FORM))
        told, clean = filled(snapshot), filled(snapshot, edition=Edition(clean=True))
        record = unpacked(told.outputs["docx"])["customXml/item1.xml"].decode()
        assert 'path="content/x/vision.md"' in record
        assert "_dg1" in unpacked(told.outputs["docx"])["word/document.xml"].decode()
        parts = unpacked(clean.outputs["docx"])
        assert not [name for name in parts if name.startswith("customXml")]
        assert "_dg" not in parts["word/document.xml"].decode()

    def test_only_word_is_written(self) -> None:
        made = filled(repository(drawn(self.FORM)), ("html",))
        assert list(made.outputs) == ["docx"]
        assert [found.code.id for found in made.findings] == ["DG763"]
        assert not list(filled(repository(drawn(self.FORM)), ("docx", "html")).findings)

    def test_repeated_rows_share_no_ids(self) -> None:
        form = (
            "| {%tr for member in governance.committees.group.members %} | |\n"
            "| <check Votes: {{ member.voting }}> | {{ member.role }} |\n| {%tr endfor %} | |"
        )
        root = opened(filled(repository(drawn(form))).outputs["docx"])
        ids = [id.get(f"{{{W}}}val") for id in root.iter(f"{{{W}}}id")]
        assert len(ids) == len(set(ids)) == 2


class TestTagsOfWord:
    @pytest.mark.parametrize(
        "tag", ["{~{ organisation.name }}", "{{ organ~isation.na~me }~}", "~{{~ organisation.name ~}}~"]
    )
    def test_a_tag_that_word_has_split_is_read(self, tag: str) -> None:
        assert words_of(f"Name: {tag}.") == "Name: Clinical Commissioning Group.\n"

    @pytest.mark.parametrize(
        "tag", ["{{ “A&E” }}", "{{ ‘A&E’ }}", "{{ ”A&E” }}", "{{ „A&E“ }}", '{{ "A&E" }}', "{{\u00a0'A&E'\u00a0}}"]
    )
    def test_curly_quotation_marks_and_fixed_spaces_are_read(self, tag: str) -> None:
        assert words_of(tag) == "A&E\n"

    @pytest.mark.parametrize("words", ["{", "}", "}}", "{x}", "50% }", "#}", "a { b } c", "{ {", "\uf0b7", "%}"])
    def test_braces_that_are_no_tag_stay(self, words: str) -> None:
        assert words_of(f"{words} {{{{ organisation.abbreviation }}}} {words}") == f"{words} CCG {words}\n"

    def test_braces_side_by_side_in_two_paragraphs_are_no_tag(self) -> None:
        assert words_of("a {\n{ b {{ organisation.abbreviation }}\n} c") == "a {\n{ b CCG\n} c\n"

    @pytest.mark.parametrize("sign", ["\ue000", "\ue001", "\ue010", "\ue011"])
    def test_the_characters_of_docgen_cannot_stand_in_a_form(self, sign: str) -> None:
        made = filled(repository(drawn(f"0{sign}0")))
        assert [found.code for found in made.findings] == [codes.TAG]

    def test_a_long_form_is_filled_in_a_moment(self) -> None:
        rows = "\n".join(f"| Row {number} | {{{{ organisation.abbreviation }}}} |" for number in range(1_000))
        assert words_of(rows).count("CCG") == 1_000


class TestHostileForms:
    def test_a_form_that_fetches_its_template_is_refused(self) -> None:
        rels = (
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            '<Relationship Id="rId1" '
            'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" '
            'Target="https://example.org/x.dotm" TargetMode="External"/></Relationships>'
        )
        more = {"word/settings.xml": f'<w:settings xmlns:w="{W}"/>', "word/_rels/settings.xml.rels": rels}
        made = filled(repository(drawn("x", more=more)))
        assert not made.outputs
        (found,) = made.findings
        assert (found.source.path, "x.dotm" in found.message) == (PATH, True)

    @pytest.mark.parametrize("content", [b"", b"no zip", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"])
    def test_what_is_no_word_file_is_refused(self, content: bytes) -> None:
        made = filled(repository(content))
        assert not made.outputs
        assert [found.source.path for found in made.findings] == [PATH]

    def test_a_document_type_that_a_form_is_refused_for_takes_no_other_down(self) -> None:
        snapshot = repository(b"no zip")
        programme = pipeline.load(snapshot, "x")
        written = [build(snapshot, programme, job, ("docx",)).outputs for job in pipeline.jobs(snapshot, programme)]
        assert [bool(output) for output in written] == [True, False, True]

    @pytest.mark.parametrize(
        "tag",
        [
            "{{ organisation.__class__ }}",
            "{{ ''.join(range(9)) }}",
            "{{ self }}",
            "{{ 'x' * 999999999 }}",
            "{% for a in range(99999) %}{% for b in range(99999) %}x{% endfor %}{% endfor %}",
            "{% include 'x' %}",
            "{{ cycler }}",
        ],
    )
    def test_a_way_out_of_the_sandbox_is_refused_at_its_paragraph(self, tag: str) -> None:
        made = filled(repository(drawn(f"One\nTwo\n{tag}")))
        assert not made.outputs
        (found,) = made.findings
        assert str(found.source).startswith(f"{PATH}, paragraph 3"), str(found.source)


class TestAwkwardWords:
    """Promise 3: what would be markup in Markdown, Jinja or XML reaches a filled form unchanged."""

    def test_every_field_of_every_part_reaches_a_form_unchanged(self) -> None:
        made, content = awkward(), awkward_form(_everything())
        words = normal(words_of_docx(content))
        astray = [
            name
            for number, (name, text) in enumerate(made.texts.items())
            if words.count(mark_of(number)) != words.count(normal(text))
        ]
        printed = set(re.findall(r"qz\d+z", words))
        assert astray == []
        assert len(printed) > 100

    @pytest.mark.slow
    @needs_validator
    def test_and_the_form_is_valid(self, tmp_path: Path) -> None:
        assert validator_faults(awkward_form(_everything()), tmp_path) == []

    @pytest.mark.parametrize("place", ["{}", "a {} b", "| a | {} |", "<words A: shows {}>", "<rich A: {}>"])
    def test_they_reach_every_kind_of_place(self, place: str) -> None:
        awkward_words = json.dumps("\n".join(AWKWARD), ensure_ascii=False)
        said = SOUND["content/x/programme.yaml"].replace("Joint commissioning", awkward_words)
        said = said.replace("  - type: letter", "  - type: form\n  - type: letter")
        made = filled(repository(drawn(place.format("{{ programme.title }}")), {"content/x/programme.yaml": said}))
        assert normal("\n".join(AWKWARD)) in normal(words_of_docx(made.outputs["docx"]))

    def test_a_value_that_looks_like_a_tag_is_not_evaluated(self) -> None:
        said = SOUND["content/x/programme.yaml"].replace("Joint commissioning", '"{{ 7*7 }}{%tr if x %}"')
        said = said.replace("  - type: letter", "  - type: form\n  - type: letter")
        made = filled(repository(drawn("| {{ programme.title }} | x |"), {"content/x/programme.yaml": said}))
        assert "| {{ 7*7 }}{%tr if x %} | x |" in shown(made.outputs["docx"])


def _everything() -> str:
    """A form that prints every field of every part, alone and inside a line."""
    template = everything_type(())["templates/everything/template.md.j2"]
    lines = [line for line in template.splitlines() if line and not line.startswith((":", "#"))]
    return "\n".join(line.replace("{% ", "{%p ") for line in lines)


@cache
def awkward_form(form: str) -> bytes:
    """The form, filled from the programme whose every text is awkward."""
    snapshot = awkward_snapshot()
    path = f"content/{PROGRAMME}/programme.yaml"
    asked = json.loads(snapshot.read(path))
    asked["documents"].append(asked["documents"][0] | {"type": "form"})
    files = {
        path: json.dumps(asked, ensure_ascii=False).encode(),
        "templates/form/type.yaml": b"title: A form\nabout: A form\nfile: form\n",
        PATH: drawn(form),
    }
    snapshot = Snapshot(dict(sorted({**snapshot.files, **files}.items())))
    programme = pipeline.load(snapshot, PROGRAMME)
    jobs = pipeline.jobs(snapshot, programme)
    assert jobs, diagnostics_text(programme.findings)
    job = next(job for job in jobs if job.type == "form")
    made = build(snapshot, programme, job, ("docx",))
    assert made.outputs, diagnostics_text(made.findings)
    return made.outputs["docx"]


class TestOtherPlacesOfTheFile:
    def test_a_tag_in_a_text_box_is_filled_in_both_copies_that_word_keeps(self) -> None:
        inner = "<w:txbxContent><w:p><w:r><w:t>{{ organisation.abbreviation }}</w:t></w:r></w:p></w:txbxContent>"
        made = filled(repository(_with_body(f"<w:p><w:r><w:pict>{inner}</w:pict><w:pict>{inner}</w:pict></w:r></w:p>")))
        assert words_of_docx(made.outputs["docx"]).split() == ["CCG", "CCG"]

    def test_a_fault_in_a_text_box_is_told_there(self) -> None:
        inner = "<w:txbxContent><w:p><w:r><w:t>Name {{ nothing }}</w:t></w:r></w:p></w:txbxContent>"
        (found,) = filled(repository(_with_body(f"<w:p><w:r><w:pict>{inner}</w:pict></w:r></w:p>"))).findings
        assert str(found.source) == f"{PATH}, text box 1, paragraph 1 ('Name')"

    def test_a_tag_in_the_description_of_a_table_is_told(self) -> None:
        table = '<w:tblPr><w:tblDescription w:val="{{ programme.title }}"/></w:tblPr><w:tblGrid/>'
        body = f"<w:tbl>{table}<w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl><w:p/>"
        (found,) = filled(repository(_with_body(body))).findings
        assert found.code.id == "DG759"

    def test_a_tag_in_a_comment_is_told(self) -> None:
        comments = (
            f'<w:comments xmlns:w="{W}"><w:comment w:id="0"><w:p><w:r><w:t>{{{{ x }}}}</w:t></w:r></w:p></w:comment>'
        )
        (found,) = filled(repository(drawn("x", more={"word/comments.xml": f"{comments}</w:comments>"}))).findings
        assert (found.code.id, "word/comments.xml" in found.message) == ("DG759", True)

    def test_a_field_of_old_word_is_told(self) -> None:
        field = '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="Text1"/></w:ffData></w:fldChar></w:r>'
        (found,) = filled(repository(_with_body(f"<w:p>{field}</w:p>"))).findings
        assert (found.code.id, str(found.source)) == ("DG755", f"{PATH}, paragraph 1")

    def test_a_tag_in_words_that_were_deleted_is_not_read(self) -> None:
        deleted = '<w:del w:id="1" w:author="A"><w:r><w:delText>{{ nothing }}</w:delText></w:r></w:del>'
        made = filled(repository(_with_body(f"<w:p>{deleted}</w:p>")))
        assert [found.code.id for found in made.findings] == ["DG759"]
        assert made.outputs

    def test_a_footnote_of_the_form_stays_beside_those_of_a_narrative(self) -> None:
        notes = "".join(
            f'<w:footnote w:id="{number}"><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:footnote>'
            for number, words in ((1, "The form says {{ organisation.abbreviation }}"), (2, "And more"))
        )
        more = {"word/footnotes.xml": f'<w:footnotes xmlns:w="{W}">{notes}</w:footnotes>'}
        marks = "".join(f'<w:r><w:footnoteReference w:id="{number}"/></w:r>' for number in (1, 2))
        vision = {"content/x/vision.md": "Better care.[^1]\n\n[^1]: Our note.\n"}
        form = _with_body(f"<w:p>{marks}</w:p><w:p><w:r><w:t>{{{{ vision }}}}</w:t></w:r></w:p>", more)
        parts = unpacked(filled(repository(form, vision)).outputs["docx"])
        text = parts["word/footnotes.xml"].decode()
        said = words_of_docx(packed(parts))
        assert [words in said for words in ("The form says CCG", "And more", "Our note.")] == [True] * 3
        used = re.findall(r'footnoteReference w:id="(\d+)"', parts["word/document.xml"].decode())
        assert used == re.findall(r'<w:footnote[^>]* w:id="(\d+)"', text) == ["1", "2", "3"]


def _with_body(body: str, more: Mapping[str, str] | None = None) -> bytes:
    """A form with other markup in place of its text."""
    parts = unpacked(drawn("placeholder", more=more))
    text = parts["word/document.xml"].decode()
    paragraph = re.search(r"<w:p>.*?</w:p>", text)
    assert paragraph
    return packed({**parts, "word/document.xml": text.replace(paragraph[0], body).encode()})


def _with(part: str, sound: str, odd: str, form: bytes) -> bytes:
    """A form with other markup in one of its parts."""
    parts = unpacked(form)
    text = parts[part].decode()
    assert sound in text
    return packed({**parts, part: text.replace(sound, odd).encode()})


def _damaged_and_filled(form: bytes, files: Mapping[str, str] | None = None) -> Built:
    """What becomes of a form that has faults of its own, which docgen is not asked to mend."""
    made = filled(repository(form, files))
    unsound()
    return made


RELATIONS = "word/_rels/document.xml.rels"


class TestFormsThatOtherProgramsDamaged:
    @pytest.mark.parametrize(
        ("part", "sound", "odd"),
        [
            ("[Content_Types].xml", "document.main+xml", "template.main+xml"),
            (RELATIONS, "</R", '<Relationship Id="rId9" Type="http://x/image" Target="media/none.png"/></R'),
            (RELATIONS, "</R", '<Relationship Id="rId9" Type="http://x/image" Target="../../../etc/passwd"/></R'),
            (RELATIONS, "</R", '<Relationship Type="http://x/image" Target="styles.xml"/></R'),
        ],
        ids=["a template", "a part that is missing", "a part outside", "a relationship without a name"],
    )
    def test_a_package_that_does_not_hold_together_is_refused(self, part: str, sound: str, odd: str) -> None:
        made = filled(repository(_with(part, sound, odd, drawn("{{ organisation.name }}"))))
        assert not made.outputs
        (found,) = made.findings
        assert (found.code.id, found.source.path) == ("DG060", PATH)

    @pytest.mark.parametrize("sign", ["²", "zz", "FFFFFFFFF", "0", "D800", "-1", "FFFF", ""])
    def test_a_sign_for_a_ticked_box_that_is_none_is_the_usual_one(self, sign: str) -> None:
        form = _with("word/document.xml", 'val="2612"', f'val="{sign}"', drawn("<check Votes: {{ true }}>"))
        assert shown(filled(repository(form)).outputs["docx"]) == "☒\n"

    def test_a_sign_of_a_symbol_font_is_kept(self) -> None:
        form = _with("word/document.xml", 'val="2612"', 'val="F0FE"', drawn("<check Votes: {{ true }}>"))
        assert shown(filled(repository(form)).outputs["docx"]) == "\uf0fe\n"

    @pytest.mark.parametrize("number", ["²", "x", "9" * 20, "-1", ""])
    def test_numbers_that_are_none_do_no_harm(self, number: str) -> None:
        narrative = {"content/x/vision.md": "Better.[^1]\n\n1. One\n2. Two\n\n[^1]: Note.\n"}
        note = f'<w:footnote w:id="{number}"><w:p/></w:footnote>'
        list = f'<w:abstractNum w:abstractNumId="{number}"/><w:num w:numId="{number}"/>'
        more = {
            "word/footnotes.xml": f'<w:footnotes xmlns:w="{W}">{note}</w:footnotes>',
            "word/numbering.xml": f'<w:numbering xmlns:w="{W}">{list}</w:numbering>',
            "word/styles.xml": STYLES.replace('outlineLvl w:val="0"', f'outlineLvl w:val="{number}"'),
        }
        mark = f'<w:bookmarkStart w:id="{number}" w:name="a"/><w:bookmarkEnd w:id="{number}"/>'
        form = _with_body(f"<w:p>{mark}<w:r><w:t>{{{{ vision }}}}</w:t></w:r></w:p>", more)
        made = _damaged_and_filled(form, narrative)
        assert shown(made.outputs["docx"]) == "Better.[note]\n1. One\n1. Two\n"

    @pytest.mark.parametrize(
        "table",
        [
            '<w:customXml w:element="a"><w:tr><w:tc>{}</w:tc></w:tr></w:customXml>',
            '<w:tr><w:customXml w:element="a"><w:tc>{}</w:tc></w:customXml></w:tr>',
            f'<mc:AlternateContent xmlns:mc="{MC}"><mc:Choice><w:tr><w:tc>{{}}</w:tc></w:tr></mc:Choice>'
            "</mc:AlternateContent>",
        ],
    )
    def test_cells_and_rows_inside_other_markup_are_filled_and_known_by_their_places(self, table: str) -> None:
        line = "<w:p><w:r><w:t>{{ organisation.abbreviation }}{{ programme.audience }}</w:t></w:r></w:p>"
        made = _damaged_and_filled(_with_body(f"<w:tbl><w:tblGrid/>{table.format(line)}</w:tbl><w:p/>"))
        assert words_of_docx(made.outputs["docx"]).split() == ["CCG"]
        assert [str(found.source) for found in made.findings] == [f"{PATH}, table 1, row 1, cell 1"]

    @pytest.mark.parametrize(
        "body",
        [
            "<w:tbl>{}</w:tbl>",
            "<w:tbl><w:tc>{}</w:tc></w:tbl>",
            "<w:tc>{}</w:tc>",
            "<w:p><w:r><w:pict>{}</w:pict></w:r></w:p>",
            "<w:p/><w:ffData/>{}",
        ],
    )
    def test_markup_that_no_program_writes_ends_in_no_traceback(self, body: str) -> None:
        line = "<w:p><w:r><w:t>{{ organisation.abbreviation }}</w:t></w:r></w:p>"
        assert _damaged_and_filled(_with_body(f"{body.format(line)}<w:p/>")).outputs

    def test_a_control_without_a_paragraph_in_a_header_is_told_of_the_form(self) -> None:
        control = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent/></w:sdt>"
        header = {"word/header1.xml": f'<w:hdr xmlns:w="{W}">{control}</w:hdr>'}
        made = _damaged_and_filled(drawn("{{ organisation.name }}", header="x", more=header))
        assert [(found.code.id, str(found.source)) for found in made.findings] == [("DG755", PATH)]

    def test_a_form_made_of_a_filled_one_tells_the_new_sources_only(self) -> None:
        first = filled(repository(drawn("Name {{ organisation.name }}\n{{ vision }}\n{{ programme.title }}")))
        form = _with("word/document.xml", "Joint commissioning", "{{ vision }}", first.outputs["docx"])
        again = filled(repository(form)).outputs["docx"]
        assert [passage.words for passage in read_returned(again, "x").passages] == ["Better care for 197,040 people."]
        clean = unpacked(filled(repository(form), edition=Edition(clean=True)).outputs["docx"])
        assert (b"_dg" in clean["word/document.xml"], [name for name in clean if "customXml" in name]) == (False, [])


class TestWhereNarrativesStand:
    NARRATIVE: ClassVar = {"content/x/vision.md": "One.\n\nTwo.\n"}

    @pytest.mark.parametrize("around", ["ins w:id='1' w:author='A'", "smartTag w:element='place'"])
    def test_a_tag_that_is_a_tracked_insertion_or_was_recognised_takes_a_narrative(self, around: str) -> None:
        tag = f"<w:{around}><w:r><w:t>{{{{ vision }}}}</w:t></w:r></w:{around.split()[0]}>"
        made = filled(repository(_with_body(f"<w:p>{tag}</w:p>"), self.NARRATIVE))
        assert shown(made.outputs["docx"]) == "One.\nTwo.\n"

    def test_a_content_control_around_a_cell_takes_a_narrative(self) -> None:
        cell = "<w:tc><w:tcPr/><w:p><w:r><w:t>Click here</w:t></w:r></w:p></w:tc>"
        about = '<w:sdtPr><w:tag w:val="{{ vision }}"/></w:sdtPr>'
        row = f"<w:tr><w:sdt>{about}<w:sdtContent>{cell}</w:sdtContent></w:sdt></w:tr>"
        made = _damaged_and_filled(_with_body(f"<w:tbl><w:tblGrid/>{row}</w:tbl><w:p/>"), self.NARRATIVE)
        (found,) = opened(made.outputs["docx"]).iter(f"{{{W}}}tc")
        assert [child.tag.rpartition("}")[2] for child in found] == ["tcPr", "p", "p"]
        assert words_of_docx(made.outputs["docx"]).split() == ["One.", "Two."]


class TestLargeForms:
    def test_a_form_with_a_thousand_conditions_is_filled_in_moments(self) -> None:
        form = "\n".join(["{%p if true %}", "{{ organisation.abbreviation }}", "{%p endif %}"] * 1_000)
        assert words_of(form).count("CCG") == 1_000

    def test_a_loop_that_fills_in_more_than_a_form_can_hold_is_stopped_at_its_paragraph(self) -> None:
        loop = "One\n{%p for a in range(99999) %}\n{{ organisation.abbreviation }}\n{%p endfor %}"
        made = filled(repository(drawn(loop)))
        assert not made.outputs
        (found,) = made.findings
        assert (found.code.id, str(found.source).partition(" (")[0]) == ("DG704", f"{PATH}, paragraph 3")


class TestTheExample:
    def test_it_is_filled_without_a_fault(self) -> None:
        (made,) = (made for made in built(example()) if made.job.type == "application-form")
        assert diagnostics_text(made.findings) == ""
        assert "{{" not in shown(made.outputs["docx"])

    @pytest.mark.slow
    @needs_validator
    def test_it_is_valid(self, tmp_path: Path) -> None:
        (made,) = (made for made in built(example()) if made.job.type == "application-form")
        assert validator_faults(made.outputs["docx"], tmp_path) == []
        assert form_faults(made.outputs["docx"]) == []

    def test_list_says_that_it_is_a_form(
        self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.chdir(TESTS.parent)
        assert run(["list", "application-form"]) == 0
        assert "fills the form templates/application-form/template.docx" in capsys.readouterr().out
        assert run(["list", "banes"]) == 0
        assert "build/banes/application-form.docx\n" in capsys.readouterr().out


def test_narratives_that_only_a_form_prints_are_printed() -> None:
    files = {"content/x/extra.md": "Extra words.\n", "templates/form/type.yaml": TYPE + "uses: [extra]\n"}
    snapshot = repository(drawn("{{ ex~tra }}"), files)
    programme = pipeline.load(snapshot, "x")
    pipeline.jobs(snapshot, programme)
    assert diagnostics_text(programme.findings) == ""


def test_a_final_form_is_not_written_while_a_text_is_too_long() -> None:
    files = {
        "content/x/programme.yaml": repository(b"").read("content/x/programme.yaml").decode().replace("draft", "final")
    }
    form = drawn("{{ vision | limit(words=2) }}")
    assert filled(repository(form)).outputs
    made = filled(repository(form, files))
    assert not made.outputs
    assert [found.code.id for found in made.findings] == ["DG756"]


def test_a_form_for_each_committee_is_filled() -> None:
    files = {"templates/form/type.yaml": TYPE + "per: committee\n"}
    made = filled(repository(drawn("{{ committee.name }}"), files))
    assert made.job.name == "form-group"
    assert shown(made.outputs["docx"]) == "Primary Care Group\n"


def test_both_kinds_of_template_in_one_folder_are_refused() -> None:
    snapshot = repository(drawn("x"), {"templates/form/template.md.j2": "# A\n"})
    programme = pipeline.load(snapshot, "x")
    pipeline.jobs(snapshot, programme)
    assert [found.code.id for found in programme.findings] == ["DG751"]
