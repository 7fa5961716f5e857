"""Timelines and charts of committees: legible with one item and with forty, and the same whenever they are drawn."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from random import Random

import pytest
from msgspec.structs import replace

from docgen.diagnostic import Findings
from docgen.figures.canvas import page
from docgen.figures.committee_chart import committee_chart, levels_of
from docgen.figures.lanes import Edge, drawn_edges
from docgen.figures.pictures import chart_png, chart_svg
from docgen.figures.registry import drawing, told
from docgen.figures.timeline import axis_of
from docgen.resolve.resolve import resolve
from docgen.schema.types import read_when
from docgen.source import Source
from docgen.tree.block import Figure
from docgen.tree.chart import Chart, CommitteeChart, Event, Group, Label, Span, Timeline
from docgen.tree.document import Document
from docgen.typesetting.compiling import pdf
from docgen.write.docx.writer import write_docx
from docgen.write.html.document import write_html
from docgen.write.markdown.writer import write_markdown
from docgen.write.media.png import png_size
from docgen.write.typst.writer import write_pdf
from docgen.write.zip import unpacked
from tests.awkward import AWKWARD
from tests.pdf_lint import faults_of
from tests.pdf_structure import read_pdf
from tests.test_write_docx_programs import needs_validator, validator_faults
from tests.trees import document, paragraph, title

HERE = Source("content/x/timescales.yaml", 3)


def label(words: str) -> Label:
    """Words with a place."""
    return Label(words, HERE)


def span(name: str, begins: str = "", ends: str = "") -> Span:
    """A phase."""
    first, last = read_when(begins), read_when(ends)
    return Span(label(name), first.first if first else None, last.last if last else None, begins, ends)


def event(name: str, when: str) -> Event:
    """A milestone or a meeting."""
    found = read_when(when)
    assert found
    return Event(label(name), found.first, found.last, found.words)


def timeline(*phases: Span, milestones: Sequence[Event] = (), meetings: Sequence[Event] = ()) -> Timeline:
    """A timeline without a day of its own."""
    return Timeline(phases, tuple(milestones), tuple(meetings), HERE)


def group(id: str, *reports_to: str, name: str = "", proposed: bool | None = None, about: Sequence[str] = ()) -> Group:
    """A committee."""
    return Group(id, label(name or id.upper()), tuple(map(label, about)), proposed, reports_to)


def chart(*groups: Group) -> CommitteeChart:
    """A chart of committees."""
    return CommitteeChart(groups, HERE)


LONG = "The Joint Strategic Primary Care Commissioning and Contracting Oversight Committee of all five clusters"
TIMELINE = timeline(
    span("Prepare", "2014-06-20", "2014-09"),
    span("Full operation", "2015-04-01"),
    milestones=[event("Board decides", "2014-06-18")],
    meetings=[event("First meeting", "October 2014")],
)
COMMITTEES = chart(
    group("board"),
    group("nhs"),
    group("group", "board", "nhs", proposed=True, about=["Meets quarterly", "Chair: Lay member"]),
    group("team", "group", proposed=False),
)
DRAWN: dict[str, Chart] = {
    "a timeline": TIMELINE,
    "one event": timeline(milestones=[event("Only", "2014-06-18")]),
    "one year": timeline(milestones=[event("Only", "2014")]),
    "one open phase": timeline(span("Ever", "", "2014-06")),
    "the last day": timeline(milestones=[event("Last", "9999-12-31")]),
    "all years": timeline(span("All", "1000", "9000")),
    "forty items": timeline(
        *(span(f"{LONG} {number}", "2014-01", "2015-06") for number in range(20)),
        milestones=[event(f"Milestone {number}", "2014-06-18") for number in range(20)],
    ),
    "a phase that runs backwards": timeline(span("Back", "2015", "2014")),
    "a long word": timeline(span("x" * 200, "2014", "2015")),
    "committees": COMMITTEES,
    "one committee": chart(group("a")),
    "forty committees": chart(group("top"), *(group(f"g{number}", "top", name=LONG) for number in range(40))),
    "a chain": chart(*(group(f"g{number}", f"g{number + 1}") for number in range(40))),
    "a circle": chart(group("a", "b"), group("b", "a")),
    "one that reports to itself": chart(group("a", "a")),
    "one that reports past another": chart(group("a"), group("b", "a"), group("c", "b", "a")),
    "an unknown body": chart(group("a", "nobody")),
    "a long name": chart(group("a", name="x" * 300), group("b", "a", name=LONG * 5)),
    "awkward words": chart(*(group(f"g{place}", name=words, about=[words]) for place, words in enumerate(AWKWARD))),
}


@pytest.mark.parametrize("name", DRAWN)
def test_it_is_drawn(name: str) -> None:
    size = png_size(chart_png(DRAWN[name]))
    assert size
    assert 1290 <= size[0] <= 1310


@pytest.mark.parametrize("name", DRAWN)
def test_it_is_told_in_words_all_of_it(name: str) -> None:
    drawn, said = DRAWN[name], told(DRAWN[name]).description
    bodies = drawn.bodies if isinstance(drawn, CommitteeChart) else ()
    names = [body.name for body in bodies]
    if isinstance(drawn, Timeline):
        names += [span.name for span in drawn.phases]
        names += [event.name for event in (*drawn.milestones, *drawn.meetings)]
    assert all(name.words in said for name in names)
    assert all(words.words in said for body in bodies for words in body.about)
    assert "\n" not in said


def test_the_words_of_a_timeline() -> None:
    assert told(replace(TIMELINE, now=date(2014, 6, 20))).description == (
        "Timeline of 2 phases, 1 milestone and 1 meeting, from June 2014 to May 2015. "
        "Phase: Prepare, from 2014-06-20 to 2014-09. Phase: Full operation, from 2015-04-01 without an end. "
        "Milestone: Board decides, 18 June 2014. Meeting: First meeting, October 2014. "
        "A line marks the date of the paper, 20 June 2014."
    )


def test_the_words_of_committees() -> None:
    assert told(COMMITTEES).description == (
        "Chart of who reports to whom, with 4 bodies, 1 of them proposed. BOARD. NHS. "
        "GROUP: Proposed; Meets quarterly; Chair: Lay member; Reports to BOARD and NHS. "
        "TEAM: Existing; Reports to GROUP."
    )


def test_words_stand_in_the_drawing() -> None:
    code = page(drawing(COMMITTEES)).replace("#set page", '#set document(title: "x")\n#set page', 1)
    shown = read_pdf(pdf(f'{code}\n#heading("x")')).root.words
    assert all(words in shown for words in ("BOARD", "GROUP", "Proposed", "Meets quarterly", "Chair: Lay member"))


def test_the_same_data_gives_the_same_bytes() -> None:
    first = chart_svg(TIMELINE), chart_png(COMMITTEES)
    chart_svg.cache_clear()
    chart_png.cache_clear()
    assert (chart_svg(TIMELINE), chart_png(COMMITTEES)) == first


def test_an_open_end_has_room_beyond() -> None:
    assert axis_of(timeline(span("a", "2014-01", "2014-12"), span("b", "2014-06"))).last == date(2015, 2, 1)
    assert axis_of(timeline(span("a", "2014-01", "2014-12"))).last == date(2015, 1, 1)


class TestOrder:
    """A group stands below all that it reports to."""

    def test_levels(self) -> None:
        groups = [group("c", "b"), group("b", "a"), group("a"), group("d", "a", "c")]
        assert levels_of(groups) == {"a": 0, "b": 1, "c": 2, "d": 3}

    def test_a_circle_is_cut_open(self) -> None:
        assert sorted(levels_of([group("a", "b"), group("b", "c"), group("c", "a")]).values()) == [0, 1, 2]

    def test_a_very_long_chain(self) -> None:
        groups = [group(f"g{number}", f"g{number + 1}") for number in range(3_000)]
        assert levels_of(groups)["g0"] == 2_999
        assert committee_chart(chart(*groups)).count("depth:") == 3_000

    @pytest.mark.parametrize("name", ["a circle", "one that reports to itself", "one that reports past another"])
    def test_what_rows_cannot_tell_is_said_in_words(self, name: str) -> None:
        drawn = DRAWN[name]
        assert isinstance(drawn, CommitteeChart)
        assert "Reports to A" in committee_chart(drawn) or "Reports to B" in committee_chart(drawn)

    def test_no_two_lines_run_along_one_another(self) -> None:
        random = Random(1)
        for _ in range(300):
            counts = [random.randint(1, 4), random.randint(1, 4)]
            pairs = [((0, above), (1, below)) for above in range(counts[0]) for below in range(counts[1])]
            edges: list[Edge] = random.sample(pairs, random.randint(1, min(len(pairs), 6)))
            assert _are_apart(edges, counts), edges


def _are_apart(edges: Sequence[Edge], counts: Sequence[int]) -> bool:
    """Whether no line comes down where another one reaches its box, and each has a lane of its own."""
    drawn = [[float(number) for number in re.findall(r"[\d.]+", edge)] for edge in drawn_edges(edges, counts)]
    starts = [_across(counts[0], int(edge[1]), edge[2]) for edge in drawn]
    ends = [_across(counts[1], int(edge[4]), edge[5]) for edge in drawn]
    apart = [abs(start - end) > 4 for a, start in enumerate(starts) for b, end in enumerate(ends) if a != b]
    return all(apart) and len({edge[6] for edge in drawn}) == len(drawn)


def _across(count: int, place: int, share: float) -> float:
    width = min(170.0, (464 - 14 * (count - 1)) / count)
    return (464 - count * width - (count - 1) * 14) / 2 + place * (width + 14) + share * width


class TestInPapers:
    """The same drawing in all formats, with the same words."""

    @staticmethod
    def paper(*charts: Chart) -> Document:
        figures = [Figure(each, HERE, paragraph(f"Chart {n}").content, f"c{n}") for n, each in enumerate(charts)]
        return resolve(document(title("T"), *figures, dated=date(2014, 6, 20)), Findings())

    def test_the_day_of_the_paper_is_marked(self) -> None:
        (figure,) = (block for block in self.paper(TIMELINE).blocks if isinstance(block, Figure))
        assert isinstance(figure.picture, Timeline)
        assert figure.picture.now == date(2014, 6, 20)

    def test_a_page_has_no_id_twice_and_nothing_that_its_policy_forbids(self) -> None:
        html = write_html(self.paper(TIMELINE, COMMITTEES, TIMELINE), Findings()).decode()
        ids = re.findall(r'\sid="([^"]*)"', html)
        assert len(ids) == len(set(ids))
        assert set(re.findall(r'href="#([^"]*)"', html)) <= set(ids)
        body = html.split("</head>")[1]
        assert not re.search(r"<style|\sstyle=|<script|\son\w+=|xlink", body)
        assert body.count('role="img"') == body.count("<details") == 3

    @needs_validator
    @pytest.mark.slow
    def test_word_has_it_as_svg_and_png(self, tmp_path: Path) -> None:
        data = write_docx(self.paper(TIMELINE, COMMITTEES), Findings())
        assert validator_faults(data, tmp_path) == []
        names = [name.rpartition("/")[2] for name in unpacked(data) if "media" in name]
        assert names == ["image1.svg", "image2.png", "image3.svg", "image4.png"]
        text = unpacked(data)["word/document.xml"].decode()
        assert text.count("svgBlip") == 2
        assert "Phase: Prepare" in text

    def test_a_pdf_has_it_as_a_figure_with_its_words(self) -> None:
        data = write_pdf(self.paper(TIMELINE, COMMITTEES), Findings())
        assert faults_of(data) == []
        alternatives = [each.alt for each in read_pdf(data).root.named("Figure")]
        assert [words.partition(",")[0] for words in alternatives] == [
            "Timeline of 2 phases",
            "Chart of who reports to whom",
        ]

    def test_markdown_has_the_words(self) -> None:
        text = write_markdown(self.paper(COMMITTEES), Findings()).decode()
        assert "\n- TEAM: Existing; Reports to GROUP.\n" in text

    @pytest.mark.parametrize("name", ["forty items", "forty committees"])
    def test_a_large_one_fits_a_page_of_pdf(self, name: str) -> None:
        data = write_pdf(self.paper(DRAWN[name]), Findings())
        assert len(read_pdf(data).artifacts) <= 2
