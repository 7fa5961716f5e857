"""Takes a template, its values and its narratives as far as the tree, without a repository around them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from docgen.diagnostic import Findings
from docgen.parse.parse import parse
from docgen.render.render import render
from docgen.rendered import Rendered
from docgen.resolve.resolve import resolve
from docgen.source import Source
from docgen.tree.document import AppendixNumbering, Document, Numbering, Properties
from docgen.value import Prose, Value
from tests.casefile import Case
from tests.values import values_of

TEMPLATE = "templates/x/template.md.j2"
VALUES = "content/x/values.yaml"
NARRATIVE = "content/x/text.md"
PRINTS_TEXT = "{{ text }}\n"
"""The template of a case that shows a narrative only."""

NAMES = """\
fact:
  population: {words: "197,040"}
  budget: {words: £220 million}
date:
  go-live: 2015-04-01
name:
  ccg: {name: NHS Northvale CCG}
short:
  ccg: Northvale CCG
abbr:
  LMC: Local Medical Committee
  GP: general practitioner
term:
  quorum: Those who must be there
cite:
  plan: {author: NHS England, year: "2014", title: A *plan*, publisher: The Press, note: ~, url: "https://example.org"}
  bare: {author: A. Author, year: "1999", title: Title & more, publisher: ~, note: page 3, url: ~}
"""
"""What the roles of every case can name."""

TYPES: Mapping[str, Mapping[str, Any]] = {
    "paragraphs: numbered": {"numbers_paragraphs": True},
    "appendices: numbered": {"appendices": AppendixNumbering.NUMBERED},
    "page: landscape": {"landscape": True},
    "new_pages: yes": {"new_pages": True},
}
"""What the lines of a case's block `type` say of its paper."""

PICTURES = {
    "content/x/map.png": b"\x89PNG\r\n\x1a\n and more",
    "content/x/photo.jpg": b"\xff\xd8\xff and more",
    "content/x/words.png": b"not a picture",
}


@dataclass(frozen=True)
class Paper:
    """A template with all that it takes."""

    templates: Mapping[str, str]
    values: Mapping[str, Value] = field(default_factory=dict)
    numbering: Numbering = Numbering.NONE
    said: Mapping[str, Any] = field(default_factory=dict)
    """What else its type says of it."""
    roles: Mapping[str, Mapping[str, Value]] | None = None
    """What roles can name; None for what `NAMES` says."""
    findings: Findings = field(default_factory=Findings)

    def rendered(self) -> Rendered | None:
        """The rendered template; `findings` tells why there is none."""
        return render(self.templates, TEMPLATE, self.values, self.findings)

    def parsed(self) -> Document | None:
        """The tree, not yet resolved."""
        rendered = self.rendered()
        properties = Properties("A paper", "The CCG", numbering=self.numbering, **self.said)
        roles = role_names() if self.roles is None else self.roles
        return parse(rendered, properties, roles, PICTURES, self.findings) if rendered else None

    def resolved(self) -> Document | None:
        """The tree with its numbers and references."""
        document = self.parsed()
        return resolve(document, self.findings) if document else None


def paper(template: str, values: str = "", **more: str) -> Paper:
    """A paper of one template and YAML values; `more` are narratives by name."""
    prose = {name: Prose(text, Source(f"content/x/{name}.md", 1)) for name, text in more.items()}
    return Paper({TEMPLATE: template}, {**values_of(values, VALUES), **prose})


def paper_of(case: Case) -> Paper:
    """The paper that the blocks of a case describe."""
    templates = {path: text for path, text in case.files.items() if path.endswith(".j2")}
    values = values_of(case.files.get(VALUES, ""), VALUES)
    if NARRATIVE in case.files:
        text = case.files[NARRATIVE].removesuffix("\n")
        values = {**values, "text": Prose(text, Source(NARRATIVE, 1))}
    numbering = Numbering(case.blocks.get("numbering", "none").strip())
    said = {name: what for line in case.blocks.get("type", "").splitlines() for name, what in TYPES[line].items()}
    return Paper(templates or {TEMPLATE: PRINTS_TEXT}, values, numbering, said)


def paper_of_words(path: str, words: str, roles: Mapping[str, Mapping[str, Value]] | None = None) -> Paper:
    """A paper that prints one narrative."""
    text = Prose(words.removesuffix("\n"), Source(path, 1))
    return Paper({TEMPLATE: PRINTS_TEXT}, {"text": text}, roles=roles)


def role_names() -> Mapping[str, Mapping[str, Value]]:
    """What the roles can name, as `NAMES` says."""
    named = values_of(NAMES, "content/x/names.yaml")
    return {role: _fields(value) for role, value in named.items()}


def _fields(value: Value) -> Mapping[str, Value]:
    fields: tuple[str, ...] = getattr(value, "fields", ())
    lookup = getattr(value, "lookup", dict[str, Value]().__getitem__)
    return {name: lookup(name) for name in fields}
