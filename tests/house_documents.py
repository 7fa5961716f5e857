"""Reference documents that docgen did not make, with the traits of the programs that make them."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from functools import cache

from docx import Document as open_document

from docgen.write.docx.house.builtin import builtin_document
from docgen.write.zip import packed, unpacked

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
WORDPROCESSING = "application/vnd.openxmlformats-officedocument.wordprocessingml"
A4 = '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1134" w:bottom="1440" w:left="1134"/>'
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360f8cfc000000301010018dd8d"
    "b00000000049454e44ae426082"
)

Parts = dict[str, str]


def word_document(
    styles: str,
    body: str = "",
    section: str = A4,
    parts: Mapping[str, str | bytes] | None = None,
    kinds: Mapping[str, str] | None = None,
    main: str = "word/document.xml",
    more: Mapping[str, str] | None = None,
) -> bytes:
    """A Word document of a style sheet and a body, with `parts` of `word/` that the text leads to.

    `kinds` names what each of `parts` is, where that is not its name; `more` holds parts by their whole names.
    """
    files: dict[str, str | bytes] = {f"word/{name}": content for name, content in (parts or {}).items()}
    named = {"styles.xml": "styles", **{name: (kinds or {}).get(name, kind_of(name)) for name in parts or {}}}
    files["word/styles.xml"] = f"<w:styles {W}>{styles}</w:styles>"
    files[main] = f"<w:document {W} {R}><w:body>{body}<w:sectPr>{section}</w:sectPr></w:body></w:document>"
    folder, _, file = main.rpartition("/")
    files[f"{folder}/_rels/{file}.rels"] = relations_part(
        [(f"rId_{name.partition('.')[0]}", kind, f"/word/{name}") for name, kind in named.items()]
    )
    files["_rels/.rels"] = relations_part([("rId1", "officeDocument", main)])
    types = {f"/word/{name}": f"{WORDPROCESSING}.{kind}+xml" for name, kind in named.items() if name.endswith(".xml")}
    files["[Content_Types].xml"] = types_part({**types, f"/{main}": f"{WORDPROCESSING}.document.main+xml"})
    files |= more or {}
    return packed({name: data.encode() if isinstance(data, str) else data for name, data in files.items()})


def kind_of(name: str) -> str:
    """`header1.xml` is a header."""
    return name.partition(".")[0].rstrip("0123456789")


def relations_part(found: list[tuple[str, str, str]], external: str = "") -> str:
    """Relationships by their ids, kinds and targets."""
    items = "".join(
        f'<Relationship Id="{id}" Type="{OFFICE}/{kind}" Target="{target}"{external}/>' for id, kind, target in found
    )
    return f'<Relationships xmlns="{RELATIONS}">{items}</Relationships>'


def types_part(types: Mapping[str, str]) -> str:
    """Content types, with those of relationships and pictures."""
    named = "".join(f'<Override PartName="{name}" ContentType="{type}"/>' for name, type in types.items())
    rels = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    rest = '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>'
    return f'<Types xmlns="{TYPES}">{rels}{rest}{named}</Types>'


def style(id: str, name: str, properties: str = "", kind: str = "paragraph", based_on: str = "Normal") -> str:
    """A style."""
    base = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    return f'<w:style w:type="{kind}" w:styleId="{id}"><w:name w:val="{name}"/>{base}{properties}</w:style>'


NORMAL = '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
RED = '<w:rPr><w:color w:val="8B0000"/><w:sz w:val="40"/></w:rPr>'


def by_libreoffice() -> bytes:
    """Ids of LibreOffice, an odd font table, no header distance, no lists, no footnotes, no theme."""
    styles = (
        '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Georgia" w:hAnsi="Georgia"/><w:sz w:val="20"/>'
        '<w:lang w:val="de-DE"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr/></w:pPrDefault></w:docDefaults>'
        + NORMAL
        + style("Heading", "Heading", "<w:pPr><w:keepNext/></w:pPr>")
        + style("Berschrift1", "Heading 1", f'<w:pPr><w:outlineLvl w:val="0"/></w:pPr>{RED}', based_on="Heading")
        + style("TextBody", "Body Text", '<w:pPr><w:spacing w:before="0" w:after="140"/></w:pPr>')
        + style("Titel", "Title", "<w:rPr><w:b/></w:rPr>", based_on="Heading")
        + style("Bullets", "Bullets", kind="character", based_on="")
    )
    section = (
        '<w:type w:val="nextPage"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:left="1134" w:right="1134" '
        'w:gutter="0" w:header="0" w:top="1701" w:footer="0" w:bottom="1701"/><w:pgNumType w:fmt="decimal"/>'
    )
    fonts = f'<w:fonts {W}><w:font w:name="Georgia"><w:charset w:val="00" w:characterSet="utf-8"/></w:font></w:fonts>'
    settings = f'<w:settings {W}><w:zoom w:percent="100"/><w:defaultTabStop w:val="709"/></w:settings>'
    return word_document(styles, "<w:p/>", section, {"fontTable.xml": fonts, "settings.xml": settings})


def by_pandoc() -> bytes:
    """No styles of lists, headings in an order of pandoc's, a title of contents that is a heading, notes, comments."""
    styles = (
        "<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val='24'/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>"
        '<w:spacing w:after="200"/></w:pPr></w:pPrDefault></w:docDefaults>'
        + NORMAL
        + style("BodyText", "Body Text", '<w:pPr><w:spacing w:before="180" w:after="180"/></w:pPr>')
        + style("FirstParagraph", "First Paragraph", based_on="BodyText")
        + style("Compact", "Compact", based_on="BodyText")
        + style("Heading1", "heading 1", '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>', based_on="Normal")
        + style("TOCHeading", "TOC Heading", based_on="Heading1")
        + style("FootnoteText", "footnote text")
        + '<w:style w:type="table" w:default="1" w:styleId="Table"><w:name w:val="Table"/></w:style>'
        + style("VerbatimChar", "Verbatim Char", kind="character", based_on="")
    )
    notes = (
        f'<w:footnotes {W}><w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
        '<w:footnote w:id="30"><w:p><w:r><w:t>A note of the sample.</w:t></w:r></w:p></w:footnote></w:footnotes>'
    )
    comments = f'<w:comments {W}><w:comment w:id="0" w:author="Jo Sample"><w:p/></w:comment></w:comments>'
    numbering = f'<w:numbering {W}><w:abstractNum w:abstractNumId="990"/><w:num w:numId="1000"/></w:numbering>'
    settings = f'<w:settings {W}><w:zoom w:percent="90"/><w:rsids><w:rsid w:val="00A1"/></w:rsids></w:settings>'
    body = (
        '<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:bookmarkStart w:id="1" w:name="hello"/><w:r><w:t>Sample'
        '</w:t></w:r><w:bookmarkEnd w:id="1"/></w:p>'
    )
    section = '<w:footnotePr><w:numRestart w:val="eachSect"/></w:footnotePr>'
    parts = {"footnotes.xml": notes, "comments.xml": comments, "numbering.xml": numbering, "settings.xml": settings}
    return word_document(styles, body, section, parts)


def list_level(level: int, text: str, left: int, format: str = "bullet") -> str:
    """A level of a list."""
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{format}"/><w:lvlText w:val="{text}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{left}" w:hanging="300"/></w:pPr></w:lvl>'
    )


def with_own_lists() -> bytes:
    """A house whose lists have signs of their own, each style a list of one level, and whose headings are numbered."""
    lists = {"7": list_level(0, "»", 300), "8": list_level(0, "~", 700), "9": list_level(0, "(%1)", 400, "lowerRoman")}
    lists["3"] = list_level(0, "Part %1", 0, "upperRoman").replace("<w:lvlText", '<w:pStyle w:val="H1"/><w:lvlText')
    defined = "".join(f'<w:abstractNum w:abstractNumId="{id}">{level}</w:abstractNum>' for id, level in lists.items())
    numbers = "".join(f'<w:num w:numId="{id}"><w:abstractNumId w:val="{id}"/></w:num>' for id in lists)
    bound = '<w:pPr><w:numPr><w:numId w:val="{}"/></w:numPr></w:pPr>'.format
    styles = (
        NORMAL
        + style("H1", "Heading 1", bound(3))
        + style("LB", "List Bullet", bound(7))
        + style("LB2", "List Bullet 2", bound(8))
        + style("LN", "List Number", bound(9))
        + style("Clause", "House Clause", bound(9))
        + style("Callout", "Some other callout", based_on="LB")
    )
    numbering = f"<w:numbering {W}>{defined}{numbers}</w:numbering>"
    return word_document(styles, parts={"numbering.xml": numbering})


def edge(kind: str, *paragraphs: str) -> str:
    """A header or footer of paragraphs."""
    tag = "hdr" if kind == "header" else "ftr"
    return f"<w:{tag} {W} {R}>{''.join(paragraphs)}</w:{tag}>"


def line(*runs: str) -> str:
    """A paragraph of runs of words."""
    return "<w:p>" + "".join(f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>' for words in runs) + "</w:p>"


def with_header(content: str, section: str = A4, **more: str) -> bytes:
    """A house with this header on all pages, and further parts: `footer1="…"`."""
    parts = {"header1.xml": content, **{f"{name}.xml": text for name, text in more.items()}}
    references = "".join(
        f'<w:{kind_of(name)}Reference w:type="default" r:id="rId_{name.partition(".")[0]}"/>'
        for name in parts
        if kind_of(name) in ("header", "footer")
    )
    return word_document(NORMAL, section=references + section, parts=parts)


@cache
def by_python_docx() -> bytes:
    """Its default template: US Letter, custom XML, a thumbnail, no notes, 160 styles, a zoom without a percentage."""
    buffer = io.BytesIO()
    open_document().save(buffer)
    return packed(unpacked(buffer.getvalue()))


HOUSES: Mapping[str, Callable[[], bytes]] = {
    "docgen": builtin_document,
    "LibreOffice": by_libreoffice,
    "pandoc": by_pandoc,
    "python-docx": by_python_docx,
    "lists of its own": with_own_lists,
}
