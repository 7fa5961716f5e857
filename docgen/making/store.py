"""The output folder: what is written there, and the records of what earlier builds wrote."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from msgspec import Struct, field

from docgen.errors import CannotWrite
from docgen.making.fingerprint import digest
from docgen.making.record import Record, from_bytes, to_bytes
from docgen.write.disk import write_output

RECORDS = ".docgen"
"""The folder of the records, in the output folder: whoever deletes the outputs deletes what is known of them."""


class Store(Struct):
    """The output folder, and what this build did to it."""

    folder: Path
    makes_all: bool = False
    """Whether every document is made anew. What earlier builds left behind stays known all the same."""
    written: list[str] = field(default_factory=list)
    """Names such as `banes/eoi.docx`."""
    unchanged: int = 0
    _known: dict[str, tuple[bytes, Record | None]] = field(default_factory=dict)
    """The records that were read, by programme, each with its bytes: several steps ask for the same ones."""

    def keep(self, outputs: Mapping[str, bytes]) -> None:
        """Write files by their names, even where one is refused; raises the first `CannotWrite` at the end."""
        refusals: list[CannotWrite] = []
        for name, content in outputs.items():
            try:
                self._write(name, content)
            except CannotWrite as refusal:
                refusals.append(refusal)
        if refusals:
            raise refusals[0]

    def _write(self, name: str, content: bytes) -> None:
        if write_output(self.folder, name, content):
            self.written.append(name)
        else:
            self.unchanged += 1

    def fault(self, name: str, known: str) -> str:
        """What is wrong with an output whose digest was `known`: `is missing` or `was changed`; else nothing."""
        try:
            data = (self.folder / name).read_bytes()
        except OSError:
            return "is missing"
        return "" if digest(data) == known else "was changed"

    def record(self, programme: str) -> Record | None:
        """What the last build left behind of a programme; None where that is unknown or damaged."""
        try:
            data = self._place(programme).read_bytes()
        except OSError:
            return None
        before, record = self._known.get(programme, (b"", None))
        if data != before:
            record = from_bytes(data)
            self._known[programme] = data, record
        return record if record and record.programme == programme else None

    def records(self) -> Iterator[Record]:
        """All records that can be read, by the name of the programme."""
        names = sorted(place.stem for place in (self.folder / RECORDS).glob("*.json"))
        yield from (record for record in map(self.record, names) if record)

    def save(self, record: Record) -> None:
        """Keep what is known now, once the outputs are there; raises `CannotWrite`."""
        write_output(self.folder, f"{RECORDS}/{record.programme}.json", to_bytes(record))

    def forget(self, programme: str) -> None:
        """Remove a record."""
        self._place(programme).unlink(missing_ok=True)

    def _place(self, programme: str) -> Path:
        return self.folder / RECORDS / f"{programme}.json"
