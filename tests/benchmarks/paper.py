"""A repository with one paper of so many words, as docgen's users write it: chapters in Markdown, tables in CSV.

A chapter has about 1,200 words, headings, lists, a footnote, cross-references and a table. Some of the tables are drawn
in the chapter, the others come from tables of the content; the first chapter shows a picture.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Mapping, Sequence

from tests.benchmarks.prose import Prose
from tests.trees import png

WORDS_OF_CHAPTER = 1200
"""So 12,000 words have ten chapters and ten tables."""
DOCUMENT = "northvale/strategy"
READY = f"ready/{DOCUMENT}"
"""What other programs begin with: docgen's Word file, page and Markdown, without their endings."""
_PROGRAMME = "content/northvale"
_TYPE = "templates/strategy"

_PROGRAMME_FILE = """
title: Commissioning primary care together
organisation: northvale-ccg
organisations:
  northvale-ccg: {name: NHS Northvale Clinical Commissioning Group, abbreviation: Northvale CCG}
  nhs-england: {name: NHS England}
model: joint
dates:
  submission: 2014-06-20
version: "1.0"
status: draft
dated: submission
documents:
  - type: strategy
"""
_GOVERNANCE_FILE = """
committees:
  joint-committee:
    name: Joint Primary Care Committee
    kind: joint committee
    purpose: The committee decides how primary care is commissioned.
    meets: quarterly
    members:
      - {id: lay-chair, role: Lay member, organisation: northvale-ccg, lay: yes, voting: yes}
      - {id: nurse, role: Registered nurse, organisation: northvale-ccg, clinical: yes, voting: yes}
      - {id: director, role: Medical Director, organisation: nhs-england, clinical: yes, voting: yes}
    chair: lay-chair
    vice_chair: nurse
    quorum: 2 voting members, including 1 clinical
    reports_to: [northvale-ccg, nhs-england]
"""
_FRONT = """:::{title} {{ programme.title }}
:subtitle: A strategy for five years
:::

:::{toc} Contents
:depth: 2
:::

:::{list-of-tables} Tables
:::
"""
_FIGURE = """
:::{figure} area.png
:alt: Northvale with its five clusters of practices, around the three towns
:caption: The area of Northvale CCG
:label: figure-area
:::

The clusters are those of {ref}`figure-area`.
"""

Row = Sequence[str]


class _Part:
    """A table of the content that a chapter shows, and how its rows are made."""

    def __init__(self, name: str, rows: str, columns: str, heads: Row, row: Callable[[Prose, int], Row]) -> None:
        self.name, self.rows, self.columns, self.heads, self.row = name, rows, columns, heads, row


_PARTS: Mapping[int, _Part] = {
    2: _Part(
        *(
            "scope",
            "scope.functions",
            'function 3, sub_functions 3, in_scope "In scope?" 1, lead.name "Lead" 2, comment 3',
        ),
        ("Function", "Sub-functions", "In scope?", "Lead", "Comment"),
        lambda prose, number: (
            *(f"{prose.task()} ({number})", f"{prose.task()}\n{prose.task()}", prose.one_of(("yes", "no"))),
            *(prose.one_of(("joint-committee", "nhs-england")), prose.sentence()),
        ),
    ),
    4: _Part(
        *("risks", "risks.risks", 'risk "Risk" 3, rating "Rating" 1, owner "Owner" 2, mitigation "Mitigation" 4'),
        ("Risk", "Rating", "Owner", "Mitigation"),
        lambda prose, number: (
            *(
                prose.sentence(),
                prose.one_of(("low", "medium", "high")),
                prose.body(),
                f"{prose.task()}\n{prose.task()}",
            ),
        ),
    ),
    6: _Part(
        *("posts", "resources.posts", 'post "Post" 3, band "Band" 1, cost "Annual cost" 2 right, note "Purpose" 4'),
        ("Post", "Band", "Annual cost", "Note"),
        lambda prose, number: (
            *(f"{prose.body()} officer {number}", prose.one_of(("5", "6", "7", "8a"))),
            *(f"£{prose.between(24, 60)}k", prose.task()),
        ),
    ),
    8: _Part(
        *("measures", "monitoring.measures", 'measure "Measure" 4, baseline "Now" 1, target "Aim" 1, owner "Owner" 2'),
        ("Measure", "Baseline", "Target", "Owner"),
        lambda prose, number: (
            *(prose.outcome(), f"{prose.between(10, 50)}%", f"{prose.between(51, 99)}%", prose.body()),
        ),
    ),
}
"""By the chapter that shows it."""
_ROWS = 14
_SECTION = 200
"""Words of a section with a heading, about."""
_TITLES = (
    *("Our vision", "Scope", "Patients and the public", "Risks", "Quality"),
    *("People and posts", "Money", "Monitoring", "Premises", "Next steps"),
)


def repository(words: int, number: int) -> Mapping[str, bytes]:
    """The files of a repository whose paper has about so many words, by path. Another number gives other words."""
    count = max(2, round(words / WORDS_OF_CHAPTER))
    prose = Prose(number)
    tables = {part.name: _csv(part, prose) for at, part in _PARTS.items() if at <= count}
    chapters = _chapters(count, words - sum(map(_words, tables.values())), prose)
    texts = {
        f"{_PROGRAMME}/programme.yaml": _PROGRAMME_FILE,
        f"{_PROGRAMME}/governance.yaml": _GOVERNANCE_FILE,
        f"{_TYPE}/type.yaml": _type(count),
        f"{_TYPE}/template.md.j2": _template(count),
        **{f"{_PROGRAMME}/{name}.csv": text for name, text in tables.items()},
        **{f"{_PROGRAMME}/{_name(at)}.md": text for at, text in enumerate(chapters, 1)},
    }
    picture = {f"{_PROGRAMME}/area.png": png(600, 300)}
    return {**{path: text.encode() for path, text in texts.items()}, **picture}


def _name(chapter: int) -> str:
    return f"chapter-{chapter:03}"


def _words(text: str) -> int:
    return len(text.split())


def _csv(part: _Part, prose: Prose) -> str:
    made = io.StringIO()
    writer = csv.writer(made, lineterminator="\n")
    writer.writerows([part.heads, *(part.row(prose, number) for number in range(1, _ROWS + 1))])
    return made.getvalue()


def _type(count: int) -> str:
    parts = [part.rows.split(".")[0] for at, part in _PARTS.items() if at <= count]
    needs = ", ".join(["programme", *parts, *(_name(at) for at in range(1, count + 1))])
    about = "A strategy in chapters, to measure with"
    return f"title: Strategy\nabout: {about}\nfile: strategy\nnumbering: decimal\nneeds: [{needs}]\n"


def _template(count: int) -> str:
    return "\n".join([_FRONT, *(_section(at) for at in range(1, count + 1))])


def _section(chapter: int) -> str:
    """A heading, the narrative, and the table of the content that belongs to it."""
    title, narrative = _TITLES[(chapter - 1) % len(_TITLES)], _name(chapter).replace("-", "_")
    text = f"(section-{chapter})=\n# {title}\n\n{{{{ {narrative} }}}}\n"
    part = _PARTS.get(chapter)
    if part is None:
        return text
    options = f":label: table-{chapter}\n:caption: The {part.name} of the programme\n:columns: {part.columns}"
    return f"{text}\n:::{{table}} {{{{ {part.rows} }}}}\n{options}\n:::\n"


def _chapters(count: int, words: int, prose: Prose) -> list[str]:
    """The narratives, together of so many words: where one is longer than its share, the next is shorter."""
    texts: list[str] = []
    for chapter in range(1, count + 1):
        texts.append(_chapter(chapter, words * chapter // count - sum(map(_words, texts)), prose))
    return texts


def _chapter(chapter: int, words: int, prose: Prose) -> str:
    """A narrative of so many words: after its set pieces, sections of prose and lists until they are reached."""
    blocks = [prose.paragraph(3), f"{{ref}}`table-{chapter}` shows the whole, and {{ref}}`section-1` the reasons."]
    blocks += [_FIGURE] if chapter == 1 else []
    blocks += [] if chapter in _PARTS else [_drawn(chapter, prose)]
    blocks += [f"{prose.sentence()}[^note-{chapter}]", f"[^note-{chapter}]: {prose.sentence()}"]
    left = words - _words("\n".join(blocks))
    while left > _SECTION // 2:
        section = _prose(prose)
        blocks.append(section)
        left -= _words(section)
    return "\n\n".join(blocks) + "\n"


def _prose(prose: Prose) -> str:
    """A heading, paragraphs with some *emphasised* words, and a list."""
    sentences = [prose.paragraph(prose.between(2, 5)) for _ in range(3)]
    stressed = f"{sentences[0]} **{prose.task()}**, and *{prose.task().lower()}*."
    sign = prose.one_of(("-", "1."))
    items = "\n".join(f"{sign} {prose.task()}" for _ in range(prose.between(3, 6)))
    return "\n\n".join([f"## {prose.heading()}", stressed, sentences[1], items, sentences[2]])


def _drawn(chapter: int, prose: Prose) -> str:
    """A table drawn with pipes."""
    rows = [f"| {prose.task()} | {prose.body()} | {prose.between(1, 99)} |" for _ in range(_ROWS // 2)]
    head = ["| What is done | By whom | Practices |", "| --- | --- | ---: |"]
    options = [f":label: table-{chapter}", f":caption: What chapter {chapter} asks for", ":widths: 3 2 1", ""]
    return "\n".join([":::{table}", *options, *head, *rows, ":::"])
