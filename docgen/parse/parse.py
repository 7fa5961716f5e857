"""The way into this stage: a rendered template becomes a document."""

from __future__ import annotations

from collections.abc import Mapping

from docgen.diagnostic import Findings
from docgen.parse.blocks import blocks_in
from docgen.parse.inlines import inlines_of_line
from docgen.parse.passage import Passage
from docgen.parse.reader import Reader
from docgen.rendered import Rendered
from docgen.tree.document import Document, Properties
from docgen.value import Value


def parse(
    rendered: Rendered,
    properties: Properties,
    names: Mapping[str, Mapping[str, Value]],
    pictures: Mapping[str, bytes],
    findings: Findings,
) -> Document:
    """The tree of a rendered template, not yet resolved.

    `names` gives, for each role that names something (`fact`, `date`, `name` …), the things it can name; `pictures` the
    picture files of the repository by path.
    """
    numbered = properties.numbers_paragraphs
    reader = Reader(findings, rendered.values, names, pictures, blocks_in, inlines_of_line, numbered)
    blocks = reader.text(Passage(tuple(rendered.text.split("\n")), rendered.origins))
    return Document(properties, blocks, rendered.template, tuple(reader.footnotes), reader.used_pictures)
