"""Draws Word forms from lines of text, and reads what a filled form says.

A line is a paragraph, `# words` a heading, `| a | b |` a row of a table. `<check Title: tag>`, `<words Title: tag>`,
`<date Title: tag>`, `<list Title, One, Two: tag>` and `<rich Title: tag>` are content controls; without a tag, or with
`shows …` in its place, they show what is to be written into them. `~` splits a run, as Word's spell checker does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from lxml import etree

from docgen.write.zip import packed, unpacked
from tests.ooxml_lint import faults
from tests.word_files import NOT_OF_FORMS

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
CONTROL = re.compile(r"<(check|words|date|list|rich) ([^:>]*?)(?:: ([^>]*))?>")
_CELL_END = re.compile(r" \|(?: |$)(?![^{]*\}\})")
"""A bar that stands in no tag, where it begins a filter."""
_KINDS = {
    "check": '<w14:checkbox><w14:checked w14:val="0"/><w14:checkedState w14:val="2612" w14:font="MS Gothic"/>'
    '<w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox>',
    "words": "<w:text/>",
    "date": '<w:date><w:dateFormat w:val="dd/MM/yyyy"/><w:lid w:val="en-GB"/></w:date>',
    "rich": "",
}
STYLES = f"""<w:styles xmlns:w="{W}">
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="kop1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr>
</w:style>
<w:style w:type="character" w:styleId="PlaceholderText"><w:name w:val="Placeholder Text"/></w:style>
</w:styles>"""
_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_DECLARED = f'xmlns:w="{W}" xmlns:w14="{W14}" xmlns:r="{R}"'
_SECTION = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" '
    'w:header="708" w:footer="708" w:gutter="0"/></w:sectPr>'
)


def drawn(text: str, header: str = "", more: Mapping[str, str] | None = None) -> bytes:
    """The bytes of a form. `more` are further parts, or others in place of its own."""
    numbers = iter(range(1, 10_000))
    body = "".join(_blocks(text.splitlines(), numbers))
    section = _SECTION.replace("<w:sectPr>", '<w:sectPr><w:headerReference w:type="default" r:id="rId2"/>')
    content = f"{body}{section if header else _SECTION}"
    parts = {
        "word/document.xml": f"<w:document {_DECLARED}><w:body>{content}</w:body></w:document>",
        "word/styles.xml": STYLES,
    }
    if header:
        parts["word/header1.xml"] = f"<w:hdr {_DECLARED}>{''.join(_blocks([header], numbers))}</w:hdr>"
    parts |= more or {}
    return packed({name: content.encode() for name, content in {**parts, **_around(parts)}.items()})


def _around(parts: Iterable[str]) -> Mapping[str, str]:
    """The content types and relationships that go with the parts."""
    names = [name for name in parts if name.startswith("word/") and "_rels" not in name]
    kinds = {name: re.sub(r"\d*\.xml$", "", name.removeprefix("word/")) for name in names}
    types = "".join(
        f'<Override PartName="/{name}" ContentType="{_TYPES}.{kind}{".main" if kind == "document" else ""}+xml"/>'
        for name, kind in kinds.items()
    )
    inside = "".join(
        f'<Relationship Id="rId{place}" Type="{_OFFICE}/{kind}" Target="{name.removeprefix("word/")}"/>'
        for place, (name, kind) in enumerate((item for item in kinds.items() if item[1] != "document"), 1)
    )
    package = "http://schemas.openxmlformats.org/package/2006"
    rels = f'<Relationships xmlns="{package}/relationships">'
    main = f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
    default = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    return {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types">{default}{types}</Types>',
        "_rels/.rels": f"{rels}{main}</Relationships>",
        "word/_rels/document.xml.rels": f"{rels}{inside}</Relationships>",
    }


def _blocks(lines: Iterable[str], numbers: Iterator[int]) -> Iterator[str]:
    rows: list[str] = []
    for line in lines:
        if line.startswith("|"):
            rows.append(line)
            continue
        yield from _table(rows, numbers)
        rows = []
        yield _block(line, numbers)
    yield from _table(rows, numbers)


def _table(rows: list[str], numbers: Iterator[int]) -> Iterator[str]:
    if not rows:
        return
    drawn_rows = [[cell.strip() for cell in _CELL_END.split(row.strip().strip("|"))] for row in rows]
    grid = '<w:gridCol w:w="3000"/>' * max(len(cells) for cells in drawn_rows)
    cell = '<w:tc><w:tcPr><w:tcW w:w="3000" w:type="dxa"/></w:tcPr>{}</w:tc>'
    content = "".join(
        f"<w:tr>{''.join(cell.format(_block(words, numbers)) for words in cells)}</w:tr>" for cells in drawn_rows
    )
    width = '<w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr>'
    yield f"<w:tbl>{width}<w:tblGrid>{grid}</w:tblGrid>{content}</w:tbl><w:p/>"


def _block(line: str, numbers: Iterator[int]) -> str:
    control = CONTROL.fullmatch(line)
    if control and control[1] == "rich":
        return _control(control, numbers, f"<w:p>{_runs('Click here', 'PlaceholderText')}</w:p>")
    style = '<w:pPr><w:pStyle w:val="kop1"/></w:pPr>' if line.startswith("# ") else ""
    parts, position = [], 0
    line = line.removeprefix("# ")
    for found in CONTROL.finditer(line):
        shown = (found[3] or "").removeprefix("shows ") if (found[3] or "shows ").startswith("shows ") else ""
        words = "\N{BALLOT BOX}" if found[1] == "check" else shown or "Click here"
        parts += [_runs(line[position : found.start()]), _control(found, numbers, _runs(words, "PlaceholderText"))]
        position = found.end()
    return f"<w:p>{style}{''.join(parts)}{_runs(line[position:])}</w:p>"


def _control(found: re.Match[str], numbers: Iterator[int], content: str) -> str:
    title, *items = [word.strip() for word in found[2].split(",")]
    kind = _KINDS.get(found[1], "")
    if found[1] == "list":
        listed = "".join(
            f"<w:listItem w:displayText={quoteattr(item)} w:value={quoteattr(item.lower())}/>" for item in items
        )
        kind = f"<w:dropDownList>{listed}</w:dropDownList>"
    tag = found[3] or ""
    bound = f"<w:tag w:val={quoteattr(tag)}/>" if tag and not tag.startswith("shows ") else ""
    waits = "" if found[1] == "check" else "<w:showingPlcHdr/>"
    about = f'<w:alias w:val={quoteattr(title)}/>{bound}<w:id w:val="{next(numbers)}"/>{waits}{kind}'
    return f"<w:sdt><w:sdtPr>{about}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def _runs(words: str, style: str = "") -> str:
    look = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    pieces = [piece for piece in words.split("~") if piece]
    runs = [f'<w:r>{look}<w:t xml:space="preserve">{escape(piece)}</w:t></w:r>' for piece in pieces]
    return '<w:proofErr w:type="spellStart"/>'.join(runs)


def shown(data: bytes, part: str = "word/document.xml") -> str:
    """What a form says: a line for each paragraph, a row for each row, with the styles of headings and lists."""
    root = etree.fromstring(unpacked(data)[part])
    container = root.find(f"{{{W}}}body")
    return "".join(f"{line}\n" for line in _shown(root if container is None else container))


def _shown(container: etree._Element) -> Iterator[str]:
    for child in container:
        if child.tag == f"{{{W}}}p":
            words = _words(child)
            style = child.find(f"{{{W}}}pPr/{{{W}}}pStyle")
            mark = _MARKS.get(style.get(f"{{{W}}}val", ""), "") if style is not None else ""
            yield f"{mark}{words}".rstrip()
        elif child.tag == f"{{{W}}}tbl":
            for row in child.iter(f"{{{W}}}tr"):
                cells = [" / ".join(_shown(cell)) for cell in row.findall(f"{{{W}}}tc")]
                yield f"| {' | '.join(cells)} |"
        elif child.tag == f"{{{W}}}sdt":
            content = child.find(f"{{{W}}}sdtContent")
            yield from _shown(content) if content is not None else ()


_MARKS = {"kop1": "# ", "Heading2": "## ", "ListBullet": "• ", "ListNumber": "1. ", "TableBullet": "• "}


def _words(paragraph: etree._Element) -> str:
    stands_for = {f"{{{W}}}tab": "\t", f"{{{W}}}br": " / ", f"{{{W}}}footnoteReference": "[note]"}
    pieces = paragraph.iter(f"{{{W}}}t", *stands_for)
    return "".join(stands_for.get(str(piece.tag)) or piece.text or "" for piece in pieces)


def form_faults(data: bytes) -> list[str]:
    """What our linter finds in a filled form, without what is the other organisation's to decide."""
    return [fault for fault in faults(data) if not fault.startswith(NOT_OF_FORMS)]


@cache
def shipped_form() -> bytes:
    """The form that comes with docgen."""
    return (Path(__file__).parent.parent / "templates" / "application-form" / "template.docx").read_bytes()


def opened(data: bytes) -> etree._Element:
    """The pages of a form."""
    return etree.parse(BytesIO(unpacked(data)["word/document.xml"])).getroot()
