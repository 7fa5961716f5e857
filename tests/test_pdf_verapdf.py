"""veraPDF, by which others judge PDF/UA, finds nothing in the papers, and finds defects where there are."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import pikepdf
import pytest

from docgen.diagnostic import Findings
from docgen.tree.document import Document
from docgen.write.typst.writer import write_pdf
from tests.builds import built, example
from tests.generated import generated
from tests.long_papers import long_paper
from tests.numbered_paper import KINDS, paper
from tests.rich_document import every_kind
from tests.verapdf import Verdict, missing, verdicts

GENERATED = range(0, 200, 10)
"""Some of the papers that `test_write_pdf.py` looks at; long ones come on top."""
PAGES = 40

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(bool(missing()), reason=f"veraPDF cannot run: {missing()} is not installed"),
]


def without_language(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/Lang"]


def without_metadata(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/Metadata"]


def without_title(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/ViewerPreferences"]


def without_mark(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/MarkInfo"]


def without_alternative(pdf: pikepdf.Pdf) -> None:
    for element in elements(pdf, "/Figure"):
        del element["/Alt"]


def without_spans(pdf: pikepdf.Pdf) -> None:
    for element in elements(pdf, "/TH"):
        del element["/A"]


def without_words_for_links(pdf: pikepdf.Pdf) -> None:
    for page in pdf.pages:
        for link in page.get("/Annots", []):
            del link["/Contents"]


def with_a_level_left_out(pdf: pikepdf.Pdf) -> None:
    for element in elements(pdf, "/H2"):
        element["/S"] = pikepdf.Name("/H4")


def with_words_outside_the_tree(pdf: pikepdf.Pdf) -> None:
    font = next(iter(pdf.pages[0].Resources["/Font"].keys()))
    pdf.pages[0].contents_add(f"BT {font} 12 Tf 40 40 Td <0001> Tj ET".encode())


def with_a_row_among_cells(pdf: pikepdf.Pdf) -> None:
    next(elements(pdf, "/TD"))["/S"] = pikepdf.Name("/TR")


DEFECTS: Mapping[Callable[[pikepdf.Pdf], None], str] = {
    without_language: "7.2-33",
    without_metadata: "7.1-8",
    without_title: "7.1-10",
    without_mark: "6.2-1",
    without_alternative: "7.3-1",
    without_spans: "7.2-43",
    without_words_for_links: "7.18.5-2",
    with_a_level_left_out: "7.4.2-1",
    with_words_outside_the_tree: "7.1-3",
    with_a_row_among_cells: "7.2-4",
}
"""The rule by which each is found."""


def elements(pdf: pikepdf.Pdf, tag: str) -> Iterator[pikepdf.Object]:
    """The elements of the structure tree with a tag."""
    for found in pdf.objects:
        if isinstance(found, pikepdf.Dictionary) and found.get("/S") == pikepdf.Name(tag):
            yield found


def pdf_of(paper: Document) -> bytes:
    return write_pdf(paper, Findings())


def damaged(data: bytes, damage: Callable[[pikepdf.Pdf], None]) -> bytes:
    with pikepdf.open(BytesIO(data)) as pdf:
        damage(pdf)
        changed = BytesIO()
        pdf.save(changed)
    return changed.getvalue()


def papers() -> Mapping[str, bytes]:
    """The papers that come with docgen, one of every kind of node, and made-up ones."""
    shipped = {made.job.id: made.outputs["pdf"] for made in built(example()) if "pdf" in made.outputs}
    assert len(shipped) >= 3
    made_up = {f"generated {number}": pdf_of(generated(number)) for number in GENERATED}
    made_up |= {f"numbered: {kind}": pdf_of(paper(**KINDS[kind])) for kind in KINDS}
    return {**shipped, **made_up, "long": pdf_of(long_paper(1, PAGES)), "every kind": pdf_of(every_kind())}


@cache
def said() -> Mapping[str, Verdict]:
    """What veraPDF says of all papers and of all defects, in one go: it takes a while to start."""
    sound = papers()
    defects = {damage.__name__: damaged(sound["every kind"], damage) for damage in DEFECTS}
    with TemporaryDirectory(prefix="docgen-") as folder:
        places = {name: Path(folder) / f"{number}.pdf" for number, name in enumerate([*sound, *defects])}
        for name, data in {**sound, **defects}.items():
            places[name].write_bytes(data)
        found = verdicts(list(places.values()))
    return {name: found[place] for name, place in places.items()}


def test_no_paper_has_a_fault() -> None:
    defects = {damage.__name__ for damage in DEFECTS}
    found = {name: verdict.faults for name, verdict in said().items() if name not in defects}
    assert found == {name: [] for name in found}


def test_all_rules_are_held_against_everything_in_a_paper() -> None:
    assert {verdict.rules for verdict in said().values()} == {106}
    assert said()["banes/eoi"].checks > 100_000


@pytest.mark.parametrize("damage", DEFECTS, ids=lambda damage: damage.__name__)
def test_a_defect_is_found(damage: Callable[[pikepdf.Pdf], None]) -> None:
    faults = said()[damage.__name__].faults
    assert [fault for fault in faults if fault.startswith(f"{DEFECTS[damage]} ")], faults
