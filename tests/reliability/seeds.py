"""Sound files for fuzzing: those of a small repository with something of everything, and others of each kind."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from docgen.diagnostic import Findings
from docgen.write.docx.writer import write_docx
from tests.builds import ROOT, examples, shipped
from tests.hostile import ESCAPES
from tests.payloads import MARKDOWN
from tests.reliability.pages import PRINTS_A_VALUE
from tests.test_bad_input import SOUND
from tests.test_load_xlsx import workbook
from tests.test_write_pictures import svg
from tests.trees import document, heading, paragraph, png

_TEXTS: Mapping[str, str] = {
    **SOUND,
    "content/x/timescales.yaml": """\
actions:
  - {month: June 2014, action: "Consult; then vote", leads: [AB, CD], due: 30 June 2014, status: done}
  - {month: July 2014, action: "=Submit", leads: [AB], due: 31 July 2014}
""",
    "content/x/glossary.yaml": "abbreviations: {CCG: Clinical Commissioning Group, GP: general practitioner}\n",
    "content/x/references.yaml": 'plan: {author: NHS England, year: "2014", title: A *plan*, url: "https://example.org"}\n',
    "content/x/scope.csv": """\
Function,In scope?,Lead,Comment
A&E,yes,ccg,5 < 6 weeks
R&D,partly,ccg,"two
lines"
GP,no,,
""",
    "content/x/vision.md": """\
---
title: Our vision
---

Better care for {fact}`population` people by {date}`go_live`, says {name}`ccg`; see {titleref}`aims`, {cite}`plan`.[^1]

(aims)=
## Aims

- **first**, with [a link](https://example.org)
  1. inner

| Year | Cost |
| --- | --- |
| 2014 | £4 |

![A map](map.png)

:::{callout} Note
Words. ![A drawing](drawing.svg)
:::

[^1]: A note.
""",
    "templates/note/template.md.j2": """\
:::{title} {{ document.title or 'Note' }}
:::

{% for committee in governance.committees %}
# {{ committee.name }}

{{ committee.purpose | lower }}: {{ [committee.kind, committee.meets] | join(', ') }}
{% endfor %}

# Our vision

{{ vision }}

:::{table} {{ scope.functions }}
:columns: function, in_scope, comment
:caption: What is in scope
:::

{% if timescales %}
:::{table} {{ timescales.actions }}
:columns: month, action, leads, due, status
:::
{% endif %}
""",
}

FILES: Mapping[str, bytes] = {
    **{path: text.encode() for path, text in _TEXTS.items()},
    "content/x/map.png": png(30, 20),
    "content/x/drawing.svg": svg('<g id="a"><rect width="9" height="9" fill="red"/></g><use href="#a" x="20"/>'),
}
"""Its files by their path."""

HEAD = 4000
"""So many bytes of a file of the examples: in longer ones less would happen."""
GOOD = (
    "# {{ word }} {-}\n\n{% for row in rows %}\n- {{ row.name | upper }}: {{ loop.index }}\n{% endfor %}\n",
    "{% macro m(a) %}{{ a }}!{% endmacro %}{% set x = [word, 'b'] | join(', ') %}{{ m(x) }}\n\n{{ story }}\n",
    "{% import 'part.md.j2' as p %}{{ p.m() }}{% include 'part.md.j2' %}{% if rows and not word %}x{% endif %}\n",
    PRINTS_A_VALUE.replace("{{ words", "{{ word").replace("words", "name"),
)
"""Sound templates for a word, rows with a name, a story and a part."""


@cache
def content(suffix: str) -> tuple[bytes, ...]:
    """The beginnings of the examples' files."""
    paths = [path for path in examples().files if path.startswith("content/") and path.endswith(suffix)]
    return tuple(examples().files[path][:HEAD] for path in paths)


@cache
def yaml_files() -> tuple[bytes, ...]:
    """Parts of a programme, each with its name on a line above it; half of them without a fault."""
    kinds = [{**examples().files}, *[dict(FILES)] * 8]
    found = [(path, data) for kind in kinds for path, data in kind.items() if path.startswith("content/")]
    return tuple(path.split("/")[-1].encode() + b"\n" + data[:HEAD] for path, data in found if path.endswith(".yaml"))


def tables() -> tuple[bytes, ...]:
    """Tables as different programs write them, and those of the examples, which name what is not there."""
    own = FILES["content/x/scope.csv"]
    return (own, own.replace(b",", b";"), own.replace(b"\n", b"\r\n"), b"\xef\xbb\xbf" + own, *content(".csv"))


@cache
def workbooks() -> tuple[bytes, ...]:
    """A small table and a larger one."""
    rows = [["Function", "In scope?", "Lead", "Comment"], ["A&E", "yes", "ccg", 1.5], ["R&D", "no", None, "x"]]
    return (workbook(rows), workbook([*rows, *([f"Function {n}", "partly", "ccg", "x" * n] for n in range(30))]))


@cache
def narratives() -> tuple[bytes, ...]:
    """Narratives, payloads, and pages of the documentation, whose examples are full of markup."""
    own = tuple(path.read_bytes()[:HEAD] for path in sorted((ROOT / "docs").glob("writing-*.md")))
    return (*content(".md"), *own, *(text.encode() for text in MARKDOWN))


@cache
def templates() -> tuple[bytes, ...]:
    """Sound ones, as often as those that ship, which mostly fail at a name, and ways out of the sandbox."""
    return (*[text.encode() for text in (*GOOD * 40, *ESCAPES)], *shipped_files(".md.j2"))


@cache
def shipped_files(suffix: str, folder: str = "") -> tuple[bytes, ...]:
    """Files that come with docgen."""
    found = {path: data for path, data in shipped().items() if path.startswith(f"templates/{folder}")}
    return tuple(data for path, data in found.items() if path.endswith(suffix))


def settings() -> tuple[bytes, ...]:
    """Settings of each table."""
    style = b'[build]\nformats = ["docx", "html"]\n\n[style]\nreference = "templates/styles/x.docx"\n'
    return (style, b'[check]\nignore = ["DG301"]\nselect = ["DG6"]\n', FILES["docgen.toml"])


@cache
def returned() -> tuple[bytes, ...]:
    """A paper that docgen wrote."""
    paper = document(heading(1, "Our vision"), paragraph("Better care, nearer to home."), paragraph("And more."))
    return (write_docx(paper, Findings()),)


@cache
def drawings() -> tuple[bytes, ...]:
    """SVG with styles, letters, colours that run into one another."""
    shapes = '<style>.a { fill: red }</style><g class="a"><rect width="9" height="9"/><text x="1">A&amp;E</text></g>'
    more = '<defs><linearGradient id="g"><stop offset="1"/></linearGradient></defs><path d="M0 0L9 9" fill="url(#g)"/>'
    return (svg(shapes), svg(more), svg(shapes + more))


def numbered_files() -> tuple[bytes, ...]:
    """The files of the small repository, each with its number before it."""
    return tuple(bytes([number]) + data for number, data in enumerate(FILES.values()))
