"""Ties one part of the package to what it needs from elsewhere: addresses and pictures."""

from __future__ import annotations

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.package import Package as WordPackage
from msgspec import Struct, field

from docgen.write.pictures import Image


class Media(Struct):
    """The pictures of a package, each kept once."""

    package: WordPackage
    stem: str = "image"
    """What the names of the files begin with."""
    parts: dict[bytes, Part] = field(default_factory=dict)

    def part(self, image: Image) -> Part:
        """The part that holds the picture; of a drawing, its PNG."""
        if image.png:
            return self._part(image.png, "png", "image/png")
        return self._part(image.data, image.kind, f"image/{image.kind}")

    def drawing(self, image: Image) -> Part:
        """The part that holds a drawing itself."""
        return self._part(image.data, "svg", "image/svg+xml")

    def _part(self, data: bytes, ending: str, kind: str) -> Part:
        if data not in self.parts:
            name = PackURI(f"/word/media/{self.stem}{len(self.parts) + 1}.{ending}")
            self.parts[data] = Part(name, kind, data, self.package)
        return self.parts[data]


class Relations(Struct):
    """The relationships of one part, each made once. Links get ids of ours: python-docx looks for one."""

    part: Part
    media: Media
    known: dict[tuple[str, str], str] = field(default_factory=dict)

    def link(self, target: str) -> str:
        """The id of the relationship to an address."""
        key = ("link", target)
        if key not in self.known:
            self.known[key] = f"rIdLink{len(self.known) + 1}"
            self.part.rels.add_relationship(RELATIONSHIP_TYPE.HYPERLINK, target, self.known[key], is_external=True)
        return self.known[key]

    def picture(self, image: Image) -> str:
        """The id of the relationship to a picture."""
        return self._related(self.media.part(image))

    def drawing(self, image: Image) -> str:
        """The id of the relationship to a drawing."""
        return self._related(self.media.drawing(image))

    def _related(self, part: Part) -> str:
        key = ("picture", str(part.partname))
        if key not in self.known:
            self.known[key] = self.part.relate_to(part, RELATIONSHIP_TYPE.IMAGE)
        return self.known[key]
