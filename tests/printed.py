"""The tables of what the shipped papers print: under which heading each narrative stands.

A table follows a comment `<!-- prints: eoi -->`. `pytest --update-goldens` writes it anew.
"""

from __future__ import annotations

from docgen import pipeline
from docgen.diagnostic import Findings
from docgen.load.document_type import read_document_type
from docgen.schema.registry import PART_FILES, PARTS
from docgen.snapshot import Snapshot
from docgen.tree.block import Heading, Paragraph
from docgen.tree.document import Document
from docgen.tree.walk import plain_text, walk
from tests.builds import example
from tests.pages import table_of

PROGRAMMES = dict.fromkeys(("eoi-report", "delegation-agreement-schedule"), "riverside-icb")
"""The example that has a document of a type, where it is not the first one."""
FIRST = "banes"
MARK = "This is the text of "


def print_table(type_name: str) -> str:
    """Each narrative and introduction that a document of a type prints, in its order, with the heading above it."""
    kind = read_document_type(example(), type_name, Findings())
    assert kind
    found = headings_above(marked_document(type_name, [*kind.needs, *kind.uses]))
    needed = {name: " (must be there)" for name in kind.needs if name not in PART_FILES}
    rows = [(f"`{name}.md`{needed.get(name, '')}", heading) for name, heading in found.items()]
    return table_of(("Narrative", "Stands under"), rows)


def headings_above(document: Document) -> dict[str, str]:
    """The heading above each marked text."""
    found: dict[str, str] = {}
    heading = ""
    for node in walk(document):
        if isinstance(node, Heading):
            heading = plain_text(node.content)
        words = plain_text(node.content) if isinstance(node, Paragraph) else ""
        if words.startswith(MARK):
            found.setdefault(words.removeprefix(MARK), heading)
    return found


def marked_document(type_name: str, names: list[str]) -> Document:
    """The example's document of a type, with a mark for each narrative and introduction."""
    name_of_example = PROGRAMMES.get(type_name, FIRST)
    files, folder = example(name_of_example), f"content/{name_of_example}"
    texts = {path for path in files.below(folder) if path.endswith(".md")}
    names = [name for name in names if name not in PART_FILES or "introduction" in PARTS[PART_FILES[name]].model_fields]
    marked = {f"{folder}/{name}.md": f"{MARK}{name}\n".encode() for name in names}
    kept = {path: data for path, data in files.files.items() if path not in texts}
    return first_document(Snapshot(dict(sorted({**kept, **marked}.items()))), type_name)


def first_document(snapshot: Snapshot, type_name: str) -> Document:
    """The tree of the example's first document of a type."""
    programme = pipeline.load(snapshot, PROGRAMMES.get(type_name, FIRST))
    job = next(job for job in pipeline.jobs(snapshot, programme) if job.type == type_name)
    findings = Findings()
    document = pipeline.document_tree(snapshot, programme, job, findings)
    assert document, [str(found) for found in findings]
    return document
