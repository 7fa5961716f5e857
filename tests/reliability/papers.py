"""R14: made-up papers and the examples, in the validator and in LibreOffice."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from docgen.diagnostic import Findings
from docgen.write.docx.writer import write_docx
from tests.builds import built, examples
from tests.generated import generated
from tests.reliability.trial import Trial
from tests.test_word_generated import BATCH, refused, unopened


def valid_and_opened(number: int) -> Trial:
    """So many made-up papers, and every Word file of content/, a batch at a time."""
    faults: list[str] = []
    own = {made.job.id.replace("/", "-"): made.outputs["docx"] for made in built(examples()) if "docx" in made.outputs}
    tried = 0
    for batch in (own, *_batches(number)):
        tried += len(batch)
        faults += _faults(batch)
    return Trial(tried, tuple(faults), f"{number:,} made up, {len(own)} of content/")


def _batches(number: int) -> Iterator[dict[str, bytes]]:
    generated.cache_clear()  # a thousand papers need not stay in memory
    for first in range(0, number, BATCH):
        last = min(first + BATCH, number)
        yield {f"{each:04}": write_docx(generated.__wrapped__(each), Findings()) for each in range(first, last)}


def _faults(batch: dict[str, bytes]) -> Iterator[str]:
    with TemporaryDirectory(prefix="docgen-") as folder:
        yield from (f"{name}: {faults}" for name, faults in refused(batch, Path(folder)).items())
        yield from (f"{name} is not opened" for name in unopened(batch, Path(folder)))
