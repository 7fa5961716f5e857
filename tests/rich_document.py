"""One document that holds every kind of node, at the size of a short paper."""

from __future__ import annotations

from datetime import date

from docgen.tree.block import Align, Block, ContentsKind, Landscape
from docgen.tree.document import Document
from docgen.tree.inline import Abbreviation, Code, LineBreak, Picture
from tests.trees import (
    bullets,
    callout,
    code,
    column,
    contents,
    cover,
    definitions,
    document,
    emphasis,
    figure,
    footnote,
    group,
    heading,
    here,
    item,
    link,
    listed,
    note,
    numbers,
    page_break,
    paragraph,
    png,
    pull_quote,
    quote,
    reference,
    row,
    rule,
    strong,
    table,
    title,
)

IN_FONT = "A&E, R&D, 5 < 6 weeks, *stars*, _x_, {{ 7*7 }}, `, <script>alert(1)</script>, |, #, :::, £, “ ”, 1. x"
"""Awkward words in letters that the fonts of papers have, so that contents bear page numbers."""
AWKWARD = f"{IN_FONT}, 🙂, عربى"
LONG = "The group serves its registered people together with NHS England, so that money and buildings follow need. " * 3


def every_kind(awkward: str = AWKWARD) -> Document:
    """Every kind of block and inline, with a footnote that is mentioned twice and a table wider than a phone."""
    return document(
        cover(
            "Example CCG",
            title("Joint commissioning of primary care", "An expression of interest"),
            definitions(("Version", "0.3"), ("Supporting executive", "Chief Officer")),
        ),
        contents(*HEADINGS[:8]),
        listed(ContentsKind.TABLES, (1, "What the LMC agreed"), (2, "Twelve columns")),
        listed(ContentsKind.FIGURES, (1, "Committees")),
        *_text(awkward),
        *_lists(),
        *_boxes(),
        *_tables(),
        footnotes=[
            footnote(
                "law",
                1,
                ["NHS Act 2006, section 14O; ", link("https://www.legislation.gov.uk/ukpga/2006/41", "the Act")],
            ),
            footnote("guide", 2, "Guidance for members."),
        ],
        pictures={"charts/committees.png": png(120, 40)},
        version="0.3",
        status="draft",
        dated=date(2014, 6, 6),
        author="Director of Primary Care",
        marking="OFFICIAL",
    )


HEADINGS = (
    heading(1, "Introduction", number="A"),
    heading(2, "Background & vision", number="A.I", anchor="vision", label="vision"),
    heading(1, "Benefits", number="B"),
    heading(2, ["How will ", emphasis("patients"), " benefit?"], number="B.I", anchor="patients"),
    heading(3, "Integration", number="B.I.a", anchor="integration"),
    heading(4, "Deeper", anchor="deeper"),
    heading(5, "Deeper still", anchor="deeper-still"),
    heading(6, "Deepest", anchor="deepest"),
    heading(1, "Scope", number="C"),
    heading(1, "Survey form", number="Appendix A", appendix=True, anchor="survey-form"),
)


def _text(awkward: str) -> list[Block]:
    long_form = "Local Medical Committee (LMC)"
    return [
        *HEADINGS[:2],
        paragraph([LONG, note("law", 1), " ", awkward]),
        paragraph(
            [
                strong("Bold"),
                ", ",
                emphasis("stressed"),
                ", ",
                Code("docgen build", here()),
                LineBreak(here()),
                "next line",
            ]
        ),
        paragraph([Abbreviation("LMC", "Local Medical Committee", here(), long_form), " and ", _lmc(), "."]),
        paragraph(
            [
                "See ",
                reference("table-scope", "Table\u00a01"),
                " and ",
                reference("vision", "section A.I"),
                ".",
                note("guide", 2),
            ]
        ),
        paragraph(
            [
                link("mailto:chair@example.org", "Write to the chair"),
                " ",
                Picture("charts/committees.png", "Reports", here()),
            ]
        ),
    ]


def _lmc() -> Abbreviation:
    return Abbreviation("LMC", "Local Medical Committee", here(), "LMC")


def _lists() -> list[Block]:
    return [
        *HEADINGS[2:5],
        bullets("practices", item("NHS England", bullets("area team", "region"))),
        numbers("first", "second", start=3),
        bullets(LONG, LONG, tight=False),
        definitions(("Quorum", "The fewest members who may decide."), ("Delegation", LONG)),
    ]


def _boxes() -> list[Block]:
    return [
        HEADINGS[5],
        callout("decision", "", "The governing body is asked to agree."),
        callout("important", "Conflicts of interest", "Members leave the item."),
        callout("note", "", bullets("one", "two")),
        HEADINGS[6],
        quote("One plan, and one place where it is decided."),
        pull_quote("One place for decisions", ["A member, ", emphasis("Northvale")]),
        code("docgen build banes\n    --format html"),
        rule(),
        HEADINGS[7],
        figure(
            "charts/committees.png", "The board above two committees", "Committees", number=1, label="figure-committees"
        ),
        page_break(),
    ]


def _tables() -> list[Block]:
    columns = [
        column("Function", 2),
        column("In scope", align=Align.CENTRE),
        column("Cost", align=Align.RIGHT),
        column("Lead"),
        column("Risks"),
    ]
    first = group(row("Contracts", "Yes", "£1,000", "Group", bullets("conflicts", "capacity")), heading="Category A")
    second = group(row("Mergers", "No", "", "Board", paragraph(["Reserved", note("law", 1)])), heading="Category B")
    scope = table(columns, first, second, caption=["What the ", _lmc(), " agreed"], number=1, label="table-scope")
    letters = [f"Column {letter}" for letter in "ABCDEFGHIJKL"]
    wide = table(letters, row(*["words"] * 12), caption="Twelve columns", number=2)
    small = table(["Post", "Band"], row("Manager", "7"), row("", ""))
    turned = Landscape((paragraph("On its side."), wide), here())
    # A paper that does not number its paragraphs writes the number of this one as text.
    return [HEADINGS[8], scope, small, HEADINGS[9], paragraph("Form.", "A.1", label="form"), turned]
