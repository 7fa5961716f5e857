"""Headers and footers of the house: words in braces are filled in, and a draft says so on every page."""

from __future__ import annotations

from datetime import date

import pytest

from docgen.diagnostic import Findings
from docgen.tree.document import Document
from docgen.write.docx.writer import write_docx
from docgen.write.edition import Edition, Reference
from docgen.write.zip import packed, unpacked
from tests.casefile import diagnostics_text
from tests.house_documents import (
    A4,
    NORMAL,
    PNG,
    W,
    edge,
    line,
    relations_part,
    with_header,
    word_document,
)
from tests.ooxml_file import NAMES, WordFile, w
from tests.ooxml_lint import faults
from tests.trees import document, paragraph

PATH = "templates/styles/reference.docx"
PAGE = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
TAB = "<w:r><w:tab/></w:r>"
FULL = document(
    paragraph("x"),
    version="0.3",
    status="review",
    marking="OFFICIAL",
    author="Director & Co",
    dated=date(2014, 6, 20),
)
BARE = document(paragraph("x"), status="final")


def in_house(content: Document, house: bytes, *expected: str) -> WordFile:
    findings = Findings()
    data = write_docx(content, findings, Edition(reference=Reference(PATH, house)))
    assert {found.code.id for found in findings} <= {"DG064", *expected}, diagnostics_text(findings)
    assert faults(data) == []
    return WordFile(data)


def lines(file: WordFile, name: str) -> list[str]:
    """The words of each paragraph of a part, a tab as `→`."""
    found = []
    for p in file.part(name).iter(w("w:p")):
        tags = {w("w:t"): None, w("w:tab"): "→"}
        found.append("".join(tags[item.tag] or item.text or "" for item in p.iter(*tags)))
    return found


def filled(content: Document, *paragraphs: str) -> list[str]:
    """What becomes of the paragraphs of a header."""
    return lines(in_house(content, with_header(edge("header", *paragraphs))), "header1")


def test_every_word_that_there_is() -> None:
    text = "{{ organisation }}, {{ title }}, {{version}}, {{ Status }}, {{ date }}, {{ author }}, {{ marking }}"
    assert filled(FULL, line(text)) == [
        "Example CCG, Expression of Interest, 0.3, Review, 20 June 2014, Director & Co, OFFICIAL"
    ]


@pytest.mark.parametrize(
    "runs",
    [
        ["{{ title }}"],
        ["{", "{ title }", "}"],
        ["{{ ti", "tle }}"],
        ["{", "{", " ", "t", "i", "t", "l", "e", " ", "}", "}"],
        ["", "{{\N{NO-BREAK SPACE}title", "\N{NO-BREAK SPACE}}}"],
    ],
)
def test_words_may_be_split_over_runs(runs: list[str]) -> None:
    assert filled(FULL, line("Paper: ", *runs, ", for all")) == ["Paper: Expression of Interest, for all"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{{ organisation }} · Version {{ version }} · {{ status }}", "Example CCG · Final"),
        ("Version {{ version }} | {{ title }}", "Expression of Interest"),
        ("{{ title }} – {{ date }}", "Expression of Interest"),
        ("{{ title }}, {{ version }}", "Expression of Interest, "),
        ("Version {{ version }} of {{ date }} · all rights reserved", "all rights reserved"),
        ("NHS · public", "NHS · public"),
    ],
)
def test_an_empty_value_takes_its_stretch_of_the_line_along(text: str, expected: str) -> None:
    assert filled(BARE, line(text)) == [expected]


def test_tabs_hold_their_places() -> None:
    assert filled(BARE, line("Version {{ version }}").replace("</w:p>", f"{TAB}{line('{{ title }}')[5:]}")) == [
        "→Expression of Interest"
    ]


def test_a_paragraph_without_words_left_goes_unless_it_is_the_last() -> None:
    assert filled(BARE, line("{{ marking }}"), line("{{ title }}")) == ["Expression of Interest"]
    assert filled(BARE, line("{{ title }}"), line("{{ marking }}")) == ["Expression of Interest"]
    table = f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w='100'/></w:tblGrid><w:tr><w:tc><w:tcPr><w:tcW w:w='100' \
w:type='dxa'/></w:tcPr>{line('{{ marking }}')}</w:tc></w:tr></w:tbl>"
    assert filled(BARE, table, line("{{ title }}")) == ["", "Expression of Interest"]
    assert filled(BARE, line("{{ marking }}").replace("</w:p>", f"{PAGE}</w:p>"), line("x")) == ["1", "x"]


def test_an_unknown_word_is_an_error_that_names_its_place_and_what_was_meant() -> None:
    findings = Findings()
    house = with_header(
        edge("header", line("{{ titel }}", " and {{ x", "yz }}, {{")), footer1=edge("footer", line("}}"))
    )
    write_docx(FULL, findings, Edition(reference=Reference(PATH, house)))
    told = diagnostics_text(Findings({found: None for found in findings if found.code.id == "DG063"}))
    known = "known: author, date, marking, organisation, status, title, version"
    assert told.startswith(f"{PATH} DG063 the footer holds '}}}}' without a word\n")
    assert f"{PATH} DG063 the header holds the unknown word '{{{{ titel }}}}'\n  help: did you mean 'title'?\n" in told
    assert f"DG063 the header holds the unknown word '{{{{ xyz }}}}'\n  help: {known}\n" in told
    assert "DG063 the header holds '{{' without a word" in told
    assert findings.has_errors


def test_values_are_text_and_never_braces_or_markup() -> None:
    content = document(paragraph("x"), title="A&E < {{ version }} \\1", version="7")
    assert filled(content, line("{{ title }}")) == ["A&E < {{ version }} \\1"]


def test_pictures_and_fields_of_the_house_stay() -> None:
    drawing = (
        '<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/'
        'wordprocessingDrawing"><wp:extent cx="1" cy="1"/><wp:docPr id="9" name="Logo" descr="Our logo"/>'
        '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="x">'
        '<a:blip r:embed="rIdLogo"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>'
    )
    house = with_header(edge("header", drawing, line("Page ").replace("</w:p>", f"{PAGE}</w:p>")))
    rels = relations_part([("rIdLogo", "image", "media/logo.png"), ("rIdLost", "image", "media/none.png")])
    parts = {**unpacked(house), "word/_rels/header1.xml.rels": rels.encode(), "word/media/logo.png": PNG}
    file = in_house(FULL, packed(parts))
    for name in ("header1", "header2", "header3"):
        (blip,) = file.part(name).iter("{*}blip")
        assert blip.get(f"{{{NAMES['r']}}}embed") is not None
        assert [field.text for field in file.part(name).iter(w("w:instrText"))] == [" PAGE "]
    assert [name for name in file.names if "media" in name] == ["word/media/house1.png"]


def test_a_picture_that_is_not_there_goes_and_a_link_to_a_file_leaves_its_words() -> None:
    content = '<w:p><w:r><w:pict><x r:id="rIdLost"/></w:pict></w:r><w:hyperlink r:id="rIdFile"><w:r><w:t>Us</w:t></w:r>\
</w:hyperlink><w:hyperlink r:id="rIdWeb"><w:r><w:t>, the web</w:t></w:r></w:hyperlink></w:p>'
    house = with_header(edge("header", content))
    outside = [("rIdFile", "hyperlink", "file:///C:/Users/jo/x"), ("rIdWeb", "hyperlink", "https://nhs.uk")]
    rels = relations_part(outside, ' TargetMode="External"')
    file = in_house(FULL, packed({**unpacked(house), "word/_rels/header1.xml.rels": rels.encode()}))
    assert lines(file, "header1") == ["Us, the web"]
    assert len(list(file.part("header1").iter(w("w:hyperlink")))) == 1
    assert not any(b"Users" in data for data in file.data.values())


def test_traces_of_those_who_made_the_header_go() -> None:
    content = (
        '<w:p w:rsidR="00AB12CD"><w:bookmarkStart w:id="0" w:name="x"/><w:ins w:id="1" w:author="Jo Sample"><w:r><w:t>'
        '{{ ti</w:t></w:r></w:ins><w:del w:id="2" w:author="Jo Sample"><w:r><w:delText>old</w:delText></w:r></w:del>'
        '<w:sdt><w:sdtPr><w:alias w:val="Jo"/></w:sdtPr><w:sdtContent><w:r><w:t>tle }}</w:t></w:r></w:sdtContent>'
        '</w:sdt><w:bookmarkEnd w:id="0"/></w:p>'
    )
    file = in_house(FULL, with_header(edge("header", content)))
    assert lines(file, "header1") == ["Expression of Interest"]
    for trace in (b"Jo", b"rsid", b"bookmark", b"<w:ins", b"old"):
        assert trace not in file.data["word/header1.xml"]


class TestWhichPagesHaveWhich:
    def test_a_house_without_any_gets_docgens(self) -> None:
        for house in (word_document(NORMAL), with_header(edge("header", "<w:p/>"), footer1=edge("footer", line("  ")))):
            file = in_house(FULL, house)
            assert lines(file, "header1")[0] == "OFFICIAL"
            assert lines(file, "footer1") == ["Page 1 of 1", "OFFICIAL"]
            assert file.part("document").find(".//w:titlePg", NAMES) is not None

    def test_a_house_with_a_header_only_gets_docgens_footer(self) -> None:
        file = in_house(FULL, with_header(edge("header", line("Our house"))))
        assert [lines(file, f"header{number}") for number in (1, 2, 3)] == [["Our house"]] * 3
        assert lines(file, "footer1") == ["Page 1 of 1", "OFFICIAL"]
        assert file.part("document").find(".//w:titlePg", NAMES) is None

    def test_a_section_goes_on_with_the_header_of_the_section_before_it(self) -> None:
        section = f'<w:sectPr><w:headerReference w:type="default" r:id="rId_header1"/>{A4}</w:sectPr>'
        before = f"<w:p><w:pPr>{section}</w:pPr></w:p>"
        header = edge("header", line("From before"))
        file = in_house(FULL, word_document(NORMAL, before, parts={"header1.xml": header}))
        assert lines(file, "header1") == ["From before"]

    def test_first_and_even_pages_differ_where_the_house_says_so(self) -> None:
        references = "".join(
            f'<w:headerReference w:type="{kind}" r:id="rId_header{number}"/>'
            for number, kind in enumerate(("default", "first", "even"), start=1)
        )
        parts = {f"header{number}.xml": edge("header", line(f"No. {number}")) for number in (1, 2, 3)}
        settings = {"settings.xml": f"<w:settings {W}><w:evenAndOddHeaders/></w:settings>"}
        plain = in_house(FULL, word_document(NORMAL, section=references + A4, parts=parts))
        assert [lines(plain, f"header{number}") for number in (1, 2, 3)] == [["No. 1"], ["No. 1"], ["No. 1"]]
        section = f"{references}{A4}<w:titlePg/>"
        file = in_house(FULL, word_document(NORMAL, section=section, parts={**parts, **settings}))
        assert [lines(file, f"header{number}") for number in (1, 2, 3)] == [["No. 1"], ["No. 2"], ["No. 3"]]

    @pytest.mark.parametrize("house", [word_document(NORMAL), with_header(edge("header", line("Our house")))])
    def test_a_draft_has_its_watermark_on_default_first_and_even_pages_of_every_section(self, house: bytes) -> None:
        file = in_house(document(paragraph("x"), status="draft"), house)
        for section in file.part("document").iter(w("w:sectPr")):
            kinds = [found.get(w("w:type")) for found in section.findall("w:headerReference", NAMES)]
            assert kinds == ["default", "first", "even"]
        for number in (1, 2, 3):
            (shape,) = file.part(f"header{number}").iter("{urn:schemas-microsoft-com:vml}shape")
            assert shape.get("alt") == "Watermark: draft"
        ids = [shape.get("id") for number in (1, 2, 3) for shape in file.part(f"header{number}").iter("{*}shape")]
        assert len(set(ids)) == 3

    def test_a_header_that_is_a_table_has_the_watermark_too(self) -> None:
        cell = f"<w:tc><w:tcPr><w:tcW w:w='100' w:type='dxa'/></w:tcPr>{line('Our house')}</w:tc>"
        table = f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w='100'/></w:tblGrid><w:tr>{cell}</w:tr></w:tbl>"
        file = in_house(document(paragraph("x"), status="draft"), with_header(edge("header", table)))
        assert len(list(file.part("header1").iter("{*}shape"))) == 1

    def test_docgens_own_header_keeps_off_the_edge_of_the_paper(self) -> None:
        section = A4.replace("/>", "/>").replace('w:left="1134"/>', 'w:left="1134" w:header="0" w:footer="0"/>')
        margins = in_house(FULL, word_document(NORMAL, section=section)).part("document").find(".//w:pgMar", NAMES)
        assert margins is not None
        assert (margins.get(w("w:header")), margins.get(w("w:footer"))) == ("680", "624")
