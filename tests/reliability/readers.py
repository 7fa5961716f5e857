"""What each kind of file goes through, from its bytes as far as others that are sound let it come."""

from __future__ import annotations

from collections.abc import Mapping

from docgen import pipeline
from docgen.diagnostic import Findings
from docgen.load.document_type import read_document_type, template_texts
from docgen.load.packs import read_packs
from docgen.load.settings import read_settings
from docgen.ooxml.word import word_package
from docgen.returned.file import read_returned
from docgen.snapshot import Snapshot
from docgen.source import Source
from docgen.tree.inline import Picture
from docgen.value import Prose
from docgen.write.docx.writer import write_docx
from docgen.write.edition import PLAIN_EDITION, Edition, Reference
from docgen.write.html.document import write_html
from docgen.write.pictures import readable_image
from tests.builds import shipped
from tests.papers import TEMPLATE, Paper, paper_of_words
from tests.reliability.seeds import FILES
from tests.test_sandbox import PARTS, VALUES
from tests.trees import document, heading, paragraph

STORY = "content/x/story.md"


def read_content(name: str, data: bytes) -> Findings:
    """A file of content, in the place of its like, validated with the rest of its programme."""
    stem = name.partition(".")[0]
    others = {path: known for path, known in FILES.items() if not path.startswith((f"content/x/{stem}.", "templates/"))}
    return pipeline.load(Snapshot({**others, f"content/x/{name}": data}), "x").findings


def read_yaml_part(data: bytes) -> Findings:
    """The part that the first line names."""
    name, _, text = data.partition(b"\n")
    return read_content(name.decode("utf-8", "replace"), text)


def read_narrative(data: bytes) -> Findings:
    """As far as the web page."""
    findings = read_content("story.md", data)
    if findings.has_errors:
        return findings
    paper = paper_of_words(STORY, data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n"))
    return _as_a_page(paper)


def read_template(data: bytes) -> Findings:
    """As far as the web page."""
    findings = Findings()
    texts = template_texts(Snapshot({TEMPLATE: data}), "x", findings)
    if findings.has_errors:
        return findings
    return _as_a_page(Paper({**PARTS, **texts}, {**VALUES, "story": Prose("*Words*", Source(STORY, 1))}))


def _as_a_page(paper: Paper) -> Findings:
    resolved = paper.resolved()
    if resolved is not None:
        write_html(resolved, paper.findings)
    return paper.findings


def read_the_settings(data: bytes) -> Findings:
    """`docgen.toml`."""
    findings = Findings()
    read_settings(Snapshot({"docgen.toml": data}), findings)
    return findings


def read_type(data: bytes) -> Findings:
    """`type.yaml`."""
    findings = Findings()
    read_document_type(Snapshot({"templates/x/type.yaml": data, TEMPLATE: b"x"}), "x", findings)
    return findings


def read_pack(data: bytes) -> Findings:
    """A pack of rules."""
    findings = Findings()
    read_packs(Snapshot({"templates/packs/x.yaml": data}), [("x", Source("docgen.toml", 1))], findings)
    return findings


def read_reference(data: bytes) -> Findings:
    """A reference document as far as a paper in its style."""
    findings = Findings()
    if word_package(data, "x.docx", findings) is not None:
        findings = Findings()
        paper = document(heading(1, "Words"), paragraph("More."))
        write_docx(paper, findings, Edition(reference=Reference("x.docx", data)))
    return findings


def read_returned_file(data: bytes) -> Findings:
    """A paper that came back from a reader."""
    read_returned(data, "x.docx")
    return Findings()


def read_picture(data: bytes) -> Findings:
    """A picture as every output shows it."""
    findings = Findings()
    readable_image(Picture("a", "A", Source(STORY, 1)), {"a": data}, findings)
    return findings


def build(data: bytes) -> Findings:
    """The small repository with one of its files changed, from loading to writing; now and then as a PDF as well."""
    files: Mapping[str, bytes] = {**shipped(), **FILES, list(FILES)[data[0] % len(FILES)]: data[1:]}
    snapshot, findings = Snapshot(dict(files)), Findings()
    read_settings(snapshot, findings)
    programme = pipeline.load(snapshot, "x")
    prepared = [pipeline.prepare(snapshot, programme, job) for job in pipeline.jobs(snapshot, programme)]
    checked = pipeline.check(snapshot, programme, prepared)
    for told in (programme.findings, checked.shared):
        findings.extend(told)
    formats = ("docx", "html", "md", *(["pdf"] if len(data) % 8 == 0 else []))
    for each in prepared:
        findings.extend(pipeline.write(snapshot, each, checked, formats, PLAIN_EDITION).findings)
    return findings
