"""Pictures of the user's own: which are shown, that all outputs show them alike, and that nothing else gets out."""

from __future__ import annotations

import struct
import subprocess
import sys
import zlib
from base64 import b64encode
from io import BytesIO
from time import process_time
from zipfile import ZipFile

import pikepdf
import pytest

from docgen.diagnostic import Findings
from docgen.tree.document import Document
from docgen.tree.inline import Picture
from docgen.typesetting import trial
from docgen.typesetting.compiling import TypesettingFailed
from docgen.typesetting.compiling import png as typeset_png
from docgen.write.edition import PLAIN_EDITION
from docgen.write.media import drawing as drawing_module
from docgen.write.media.png import png_size
from docgen.write.media.svg import read_svg
from docgen.write.media.svg_cost import MOST_SHAPES
from docgen.write.pictures import Image, readable_image
from docgen.write.registry import WRITERS
from tests.builds import ROOT
from tests.ooxml_lint import faults
from tests.papers import PICTURES, paper_of_words
from tests.trees import document, figure, here, png, title

SECRET = b"SECRET"
OPEN = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 200 100">'


def read(data: bytes) -> tuple[Image | None, list[str]]:
    """What becomes of a file, and what is said about it."""
    findings = Findings()
    image = readable_image(Picture("a", "What it shows", here()), {"a": data}, findings)
    return image, [f"{found.code.id} {found.message.removeprefix(chr(39) + 'a' + chr(39) + ' ')}" for found in findings]


def svg(inside: str) -> bytes:
    """A drawing of 200 by 100 pixels."""
    return f"{OPEN}{inside}</svg>".encode()


def drawn(inside: str) -> str:
    """The drawing, as it goes out."""
    image, _ = read(svg(inside))
    assert image is not None
    return image.data.decode()


def chunk(name: bytes, held: bytes) -> bytes:
    """A piece of a PNG picture."""
    return struct.pack(">I", len(held)) + name + held + struct.pack(">I", zlib.crc32(name + held))


def of_size(width: int, height: int, pixels: bytes) -> bytes:
    """A PNG picture that says so, whatever it holds."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return png()[:8] + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(pixels)) + chunk(b"IEND", b"")


def data_uri(data: bytes) -> str:
    """A picture inside a drawing."""
    return f"data:image/png;base64,{b64encode(data).decode()}"


OUTSIDE = {
    "a file of the system": '<image href="file:///etc/passwd" width="9" height="9"/>',
    "a file beside it": '<image href="../secret.png" width="9" height="9"/>',
    "a file, as older programs say it": '<image xlink:href="secret.png" width="9" height="9"/>',
    "a web page": '<image href="https://example.org/a.png" width="9" height="9"/>',
    "a drawing elsewhere": '<use href="https://example.org/a.svg#b"/>',
    "a colour elsewhere": '<rect fill="url(https://example.org/#a)" width="9" height="9"/>',
    "a colour, in a style": '<rect style="fill: url( &quot;a.svg#b&quot; )" width="9" height="9"/>',
    "a colour, in a style sheet": "<style>rect { fill: url('//example.org/#a') }</style><rect width='9' height='9'/>",
    "a drawing as data": '<image href="data:image/svg+xml;base64,PHN2Zy8+" width="9" height="9"/>',
}

USES = "".join(f'<g id="a{i}">{f"<use href=${i - 1}$/>".replace("$", chr(34)) * 10}</g>' for i in range(1, 12))
USES = USES.replace('href="', 'href="#a')

COSTLY = {
    "more shapes than a picture has": f'<defs><g id="a0"><path d="M0 0H9"/></g>{USES}</defs><use href="#a11"/>',
    "itself": '<g id="a"><use href="#a"/></g>',
    "itself, in two steps": '<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>',
    "a mask that masks itself": '<mask id="a"><rect mask="url(#a)" width="9" height="9"/></mask>',
    "groups in groups": "<g>" * 10_000 + "</g>" * 10_000,
    "a filter far and wide": '<filter id="a" width="1e9" filterUnits="userSpaceOnUse"><feOffset/></filter>',
    "a pattern far and wide": '<pattern id="a" width="1e9" height="9" patternUnits="userSpaceOnUse"/>',
    "lines of a million dashes": '<path d="M0 0H200" stroke="red" stroke-dasharray="0.0001"/>' * 50,
    "a corner mark for each of too many corners": f'<marker id="a">{"<path/>" * 500}</marker>'
    f'<path marker-mid="url(#a)" d="M0 0{"L1 1" * 1_000}"/>',
    "more blurs than a page shows": '<filter id="f"><feGaussianBlur stdDeviation="60"/></filter>'
    + '<rect filter="url(#f)" width="200" height="100"/>' * 30,
    "a picture that unpacks to gigabytes": f'<image href="{data_uri(of_size(50_000, 50_000, bytes(10**6)))}"/>',
    "more bytes than a drawing has": "<path/>" * 1_500_000,
    "more elements than a drawing has": "<path/>" * 100_001,
}


@pytest.mark.parametrize("inside", OUTSIDE.values(), ids=OUTSIDE)
def test_a_drawing_that_leads_outside_is_refused(inside: str) -> None:
    image, (said,) = read(svg(inside))
    assert image is None
    assert said.startswith("DG953 leads outside of itself, to '")


@pytest.mark.parametrize("inside", COSTLY.values(), ids=COSTLY)
def test_a_drawing_that_takes_too_much_is_refused_before_it_is_drawn(
    inside: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drawing_module, "drawn_apart", lambda *_: pytest.fail("drawn"))
    image, (said,) = read(svg(inside))
    assert image is None
    assert said.startswith("DG953")


def test_what_only_the_typesetter_finds_out_ends_in_a_message() -> None:
    pattern = '<pattern id="p" width="900" height="900" patternUnits="userSpaceOnUse" patternTransform="scale(1000)">'
    inside = f'{pattern}<rect width="9" height="9"/></pattern><rect fill="url(#p)" width="200" height="100"/>'
    assert read(svg(inside)) == (None, ["DG953 cannot be drawn: it takes more memory to draw than a picture should"])


def test_a_drawing_of_many_shapes_is_read_in_the_time_of_its_size() -> None:
    """lxml counts the children of an element one by one: asked at each child, it takes minutes."""
    times = []
    for count in (5_000, 20_000):
        start = process_time()
        read_svg(svg('<rect width="9" height="9"/>' * count))
        times.append(process_time() - start)
    assert times[1] < 9 * times[0]


def test_what_the_machine_forbids_is_not_taken_for_a_fault_of_the_drawing() -> None:
    """Where less memory may be had than a child is given, it takes what there is."""
    code = "import resource; resource.setrlimit(resource.RLIMIT_AS, (1_200_000_000, 1_200_000_000));"
    code += "from docgen.typesetting.trial import drawn_apart; "
    code += "drawn_apart('#set document(title: [x])\\n#set page(width: 9pt)', {})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT)
    assert done.returncode == 0, done.stderr


def test_a_drawing_that_takes_for_ever_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trial, "SECONDS", 0.001)
    with pytest.raises(TypesettingFailed, match="not drawn after"):
        trial.drawn_apart("#page[]", {})


def test_a_mere_document_type_is_passed_over_and_never_followed() -> None:
    """Drawing programs and Graphviz write one; nothing of it is read."""
    kind = b'<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "file:///etc/passwd">'
    image, said = read(kind + svg('<rect width="9" height="9"/>'))
    assert (image and image.kind, said) == ("svg", [])
    assert image
    assert b"DOCTYPE" not in image.data


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b'<!DOCTYPE svg [<!ENTITY a "b">]>' + svg("&a;"), "DG953 declares entities, which can draw in other files"),
        (b'<!DOCTYPE svg SYSTEM "a.dtd">' + svg("&a;"), "DG951 is a damaged SVG picture: '&a;' stands for nothing"),
        (svg("<g>"), "DG951 is a damaged SVG picture: line 1 is not XML"),
        (b"<svg><path/></svg>", "DG951 does not tell how large it is"),
        (b'<svg width="100%" height="9"/>', "DG951 does not tell how large it is"),
        (b'<svg viewBox="0 0 9000 1"/>', "DG953 is more than 200 times as long on one side as on the other"),
        (b"<html><svg/></html>", "DG951 is no SVG picture: it does not begin with 'svg'"),
        (b'<?xml version="1.0" encoding="x"?><svg/>', "DG951 is a damaged SVG picture: its markup is not XML"),
    ],
)
def test_what_is_wrong_with_a_drawing_is_told(data: bytes, said: str) -> None:
    assert read(data) == (None, [said])


@pytest.mark.parametrize(
    ("root", "size"),
    [
        ('viewBox="0 0 20 10"', (20, 10)),
        ('viewBox="0 0 20 10" width="40"', (40, 20)),
        ('viewBox="0 0 20 10" width="100%" height="100%"', (20, 10)),
        ('width="1in" height="72pt"', (96, 96)),
        ('viewBox="0 0 20 10" width="1e6" height="5e5"', (2000, 1000)),
        ('viewBox="0 0 1e99 10" width="25.4mm" height="2.54cm"', (96, 96)),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_the_size_of_a_drawing_is_in_pixels_of_a_screen(root: str, size: tuple[int, int], encoding: str) -> None:
    image, said = read(f"<svg {root}><text y='9'>\N{POUND SIGN}</text></svg>".encode(encoding))
    assert image is not None
    assert ((image.width, image.height), said) == (size, [])


def test_only_what_is_drawn_goes_out() -> None:
    made = drawn(
        "<!-- SECRET --><?SECRET?><metadata>SECRET</metadata><title>SECRET</title><desc>SECRET</desc>"
        '<g xmlns:i="urn:SECRET" i:export="C:/SECRET" data-x="SECRET" content="SECRET" onclick="SECRET()">'
        '<a href="javascript:SECRET"><circle r="3"/></a></g><animate href="#SECRET"/>'
        "<script>SECRET</script><foreignObject><p>SECRET</p></foreignObject>"
    )
    assert SECRET.decode() not in made
    assert made.endswith('<g><g><circle r="3"/></g></g></svg>')


def test_what_is_left_out_and_replaced_is_told() -> None:
    inside = "<script/><style>@import 'a.css'; g > path {fill: red}</style>"
    _, said = read(svg(f'{inside}<text font-family="Comic Sans MS" y="20">\u4e2d</text>'))
    assert said == [
        "DG954 looks different: Liberation Sans stands in for 'Comic Sans MS'",
        "DG954 looks different: not drawn are '@import', 'g > path', 'script'",
        "DG954 looks different: there is no letter for '\u4e2d'",
    ]


def test_styles_are_put_into_the_elements() -> None:
    style = "<style>/* a */ * {stroke: blue} .a, .x {fill: red; stroke: green !important} #b .a {fill: pink}</style>"
    made = drawn(f'{style}<g id="b"><path class="a c" style="stroke: black; mix-blend-mode: multiply"/></g>')
    assert '<path fill="pink" stroke="green" style="mix-blend-mode: multiply"/>' in made


def test_what_browsers_and_typst_would_read_differently_is_one_thing_in_both() -> None:
    switch = '<switch><foreignObject/><text systemLanguage="de" y="9">A</text><text>B</text></switch>'
    made = drawn(f'{switch}<path fill="red" style="fill: light-dark(#fff, #000)"/>')
    assert '<switch><text y="9">A</text></switch><path fill="red"/>' in made


def test_a_link_in_words_keeps_its_words() -> None:
    assert "<text>a<tspan>b</tspan>c e</text>" in drawn('<text>a<a href="https://x">b</a>c<title>d</title> e</text>')


DAMAGED = {
    "cut short": png()[:-14],
    "changed": png().replace(b"\x00\x00\x00\x04", b"\x00\x00\x00\x05", 1),
    "without pixels": png()[:33] + chunk(b"IEND", b""),
    "with fewer pixels": of_size(90, 90, b"\x00"),
    "with more pixels": of_size(2, 2, bytes(10**7)),
    "of no size": png(0, 3),
    "a JPEG cut short": bytes.fromhex("ffd8ffe000104a46494600010100000100010000"),
    "a JPEG without pixels": bytes.fromhex("ffd8ffc00011080003000403012200021101031101ffd9"),
}


@pytest.mark.parametrize("data", DAMAGED.values(), ids=DAMAGED)
def test_a_damaged_picture_is_told(data: bytes) -> None:
    image, (said,) = read(data)
    assert image is None
    assert said.startswith("DG951 is a damaged ")


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"GIF89a", b"RIFF....WEBP", b"\x89PNG\n\x1a\n", b"a <svg/>"])
def test_anything_else_is_no_picture(data: bytes) -> None:
    assert read(data) == (None, ["DG951 is not a PNG, JPEG or SVG picture"])


def test_a_picture_too_large_to_unpack_is_refused() -> None:
    assert read(of_size(50_000, 50_000, b"")) == (None, ["DG953 is too large: 50,000 by 50,000 pixels"])


def jpeg(orientation: int = 1) -> bytes:
    """A whole picture of 16 by 8 pixels, with what a camera writes into it."""
    exif = (
        b"Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0" + bytes([orientation, 0, 0, 0]) + b"\0\0\0\0" + SECRET
    )
    extra = b"".join(
        b"\xff" + bytes([marker]) + struct.pack(">H", len(held) + 2) + held
        for marker, held in [
            (0xE1, exif),
            (0xE1, b"http://ns.adobe.com/xap/1.0/\0SECRET"),
            (0xED, SECRET),
            (0xFE, SECRET),
        ]
    )
    return PLAIN_JPEG[:2] + extra + PLAIN_JPEG[2:] + b"after the end: " + SECRET


def _plain_jpeg() -> bytes:
    """Grey, made by hand: one table for all, and two blocks of the same grey."""
    table = b"\xff\xdb\x00\x43\x00" + bytes([1]) * 64
    frame = b"\xff\xc0\x00\x0b\x08\x00\x08\x00\x10\x01\x01\x11\x00"
    one_code = bytes([1] + [0] * 15) + b"\x00"
    codes = b"".join(
        b"\xff\xc4" + struct.pack(">H", 3 + len(one_code)) + kind + one_code for kind in (b"\x00", b"\x10")
    )
    return b"\xff\xd8" + table + frame + codes + b"\xff\xda\x00\x08\x01\x01\x00\x00\x3f\x00" + b"\x0f" + b"\xff\xd9"


PLAIN_JPEG = _plain_jpeg()
SECRETIVE_PNG = png(30, 20)[:33] + chunk(b"tEXt", b"Author\0" + SECRET) + png(30, 20)[33:] + SECRET


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photograph_stands_upright(orientation: int) -> None:
    image, said = read(jpeg(orientation))
    assert image is not None
    assert said == []
    assert (image.width, image.height) == ((8, 16) if orientation >= 5 else (16, 8))
    assert image.kind == ("jpeg" if orientation == 1 else "png")
    assert orientation == 1 or png_size(image.data) == (image.width, image.height)


def test_what_is_not_the_picture_goes_and_the_picture_stays_byte_by_byte() -> None:
    assert [read(data)[0].data for data in (jpeg(), SECRETIVE_PNG)] == [PLAIN_JPEG, png(30, 20)]  # type: ignore[union-attr]


def test_a_moving_picture_stands_still() -> None:
    moving = png()[:33] + chunk(b"acTL", struct.pack(">II", 1, 0)) + png()[33:]
    image, said = read(moving)
    assert image is not None
    assert (image.data, said) == (png(), ["DG954 looks different: it moves: only its first picture is shown"])


def test_cmyk_is_refused_everywhere() -> None:
    frame = b"\xff\xc0\x00\x14\x08\x00\x08\x00\x10\x04" + b"\x01\x11\x00" * 4
    _, (said,) = read(PLAIN_JPEG.replace(PLAIN_JPEG[71:84], frame))
    assert said.startswith("DG951 has CMYK colours")


DRAWING = svg('<rect width="50" height="20" fill="#005eb8"/><text x="9" y="60">Five clusters</text>')
FILES = {"a.svg": DRAWING, "b.jpg": jpeg(6), "c.png": SECRETIVE_PNG}


def paper() -> Document:
    """One picture of each kind."""
    return document(title("T"), *(figure(path, f"Alt of {path}", "Where") for path in FILES), pictures=FILES)


def test_word_shows_the_drawing_and_has_its_pixels_for_older_versions() -> None:
    made = WRITERS["docx"](paper(), findings := Findings(), PLAIN_EDITION)
    with ZipFile(BytesIO(made)) as package:
        held = {name.rpartition("/")[2]: package.read(name) for name in package.namelist() if "/media/" in name}
        text = package.read("word/document.xml").decode()
    assert (list(findings), faults(made)) == ([], [])
    assert sorted(name.rpartition(".")[2] for name in held) == ["png", "png", "png", "svg"]
    assert text.count("svgBlip") == 1
    assert not any(SECRET in data for data in held.values())


def test_a_web_page_holds_the_drawing_as_a_picture_that_can_do_nothing() -> None:
    image, _ = read(DRAWING)
    assert image is not None
    made = WRITERS["html"](paper(), Findings(), PLAIN_EDITION).decode()
    assert f'src="data:image/svg+xml;base64,{b64encode(image.data).decode()}" alt="Alt of a.svg"' in made
    assert made.count("<img ") == len(FILES)


def test_pdf_holds_the_drawing_as_lines_and_letters() -> None:
    made = WRITERS["pdf"](paper(), findings := Findings(), PLAIN_EDITION)
    assert list(findings) == []
    with pikepdf.open(BytesIO(made)) as pdf:
        streams = [each.read_bytes() for each in pdf.objects if isinstance(each, pikepdf.Stream)]
    assert not any(SECRET in stream for stream in [made, *streams])


@pytest.mark.parametrize("data", [DRAWING, jpeg(), jpeg(3), SECRETIVE_PNG, png(900, 3)])
def test_what_is_readable_can_be_typeset(data: bytes) -> None:
    image, _ = read(data)
    assert image is not None
    name = f"a.{image.kind}"
    assert typeset_png(f'#set page(width: 9cm, height: 9cm)\n#image("{name}", width: 9pt)', {name: image.data})


def test_the_limit_is_that_of_a_large_diagram() -> None:
    assert drawn("<path/>" * 5_000).count("<path") == 5_000 < MOST_SHAPES


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_drawing_without_a_text_alternative_is_an_error_that_offers_its_title(
    encoding: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    called = OPEN + "<title>Clusters &amp; hospitals</title></svg>"
    monkeypatch.setitem(PICTURES, "content/x/plan.svg", called.encode(encoding))
    asked = paper_of_words("content/x/text.md", "![](plan.svg)")
    asked.parsed()
    (found,) = asked.findings
    assert (found.code.id, found.help.partition("; ")[2]) == (
        "DG823",
        "the drawing calls itself 'Clusters & hospitals'",
    )
