"""Files received from others that may do harm: refused at once, with little memory."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from docgen.diagnostic import Findings
from tests.reliability.trial import Trial, apart

MOST_SECONDS, MOST_MEGABYTES = 1.0, 200.0
"""Seconds of the processor."""


def fixtures() -> Iterator[tuple[str, bytes]]:
    """Each file with the kind that it is read as in its ending."""
    from tests import test_house_refused, test_load_xlsx, test_load_yaml, test_write_pictures

    for number, (text, _) in enumerate(test_load_yaml.HOSTILE):
        yield f"{number:02}.yaml", text.encode()
    for number, (make, _) in enumerate(test_load_xlsx.HOSTILE.values()):
        yield f"{number:02}.xlsx", make()
    for number, (make_word, _) in enumerate({**test_house_refused.DAMAGED, **test_house_refused.UNSAFE}.values()):
        yield f"{number:02}.docx", make_word()
    for number, inside in enumerate({**test_write_pictures.OUTSIDE, **test_write_pictures.COSTLY}.values()):
        yield f"{number:02}.svg", test_write_pictures.svg(inside)


def refused_at_once(most_seconds: float = MOST_SECONDS) -> Trial:
    """All of them, in a process that holds nothing else."""
    with TemporaryDirectory(prefix="docgen-") as folder:
        for name, data in fixtures():
            (Path(folder) / name).write_bytes(data)
        told, megabytes = apart(tell, folder)
    faults = [f"{name}: {said}" for name, said in told["not refused"].items()]
    faults += [f"{name} took {spent:.2f} s" for name, spent in told["seconds"].items() if spent >= most_seconds]
    faults += [f"{megabytes:.0f} MB"] if megabytes >= MOST_MEGABYTES else []
    longest = max(told["seconds"].values())
    return Trial(len(told["seconds"]), tuple(faults), f"longest {longest:.2f} s, at most {megabytes:.0f} MB")


def tell(folder: str) -> dict[str, dict[str, object]]:
    """The seconds that each file took, and what was read in spite of all."""
    readers = _readers()
    seconds: dict[str, object] = {}
    read: dict[str, object] = {}
    for path in sorted(Path(folder).iterdir()):
        data, findings = path.read_bytes(), Findings()
        begun = time.process_time()
        found = readers[path.suffix](data, findings)
        seconds[path.name] = time.process_time() - begun
        if found is not None or not findings.has_errors:
            read[path.name] = [problem.message for problem in findings]
    return {"seconds": seconds, "not refused": read}


def _readers() -> Mapping[str, Callable[[bytes, Findings], object | None]]:
    from docgen.load.xlsx import read_xlsx
    from docgen.load.yaml import read_yaml
    from docgen.ooxml.word import word_package
    from docgen.source import Source
    from docgen.tree.inline import Picture
    from docgen.write.pictures import readable_image

    def sheets(data: bytes, findings: Findings) -> object | None:
        found = read_xlsx(data, "a.xlsx", findings)
        findings.extend(problem for sheet in found or [] for problem in sheet.problems)
        return None if findings.has_errors else found

    return {
        ".yaml": lambda data, findings: read_yaml(data.decode(), "a.yaml", findings),
        ".xlsx": sheets,
        ".docx": lambda data, findings: word_package(data, "a.docx", findings),
        ".svg": lambda data, findings: readable_image(Picture("a", "A", Source("a")), {"a": data}, findings),
    }
