"""R13: files that something happened to, in every reader and in the whole pipeline."""

from __future__ import annotations

import io
import re
import time
import traceback
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from random import Random

from docgen.diagnostic import Findings
from docgen.errors import DocgenError
from docgen.write.docx.house.builtin import builtin_document
from tests.mutations import mutated
from tests.reliability import readers, seeds
from tests.reliability.trial import Trial
from tests.test_write_pictures import jpeg
from tests.trees import png

MOST_SECONDS = 5.0
"""Of the processor, for one input."""


@dataclass(frozen=True, slots=True)
class Target:
    """A reader, files for it, and what it does with one."""

    seeds: Callable[[], Sequence[bytes]]
    read: Callable[[bytes], Findings]
    """Answers what was found. Raises `DocgenError`, or, at fault, anything else."""
    change: Callable[[bytes, Random, Sequence[bytes]], bytes] = mutated


def fuzzed(name: str, number: int) -> Trial:
    """So many files for one reader; the same number gives the same files."""
    target = TARGETS[name]
    known, chance = target.seeds(), Random(f"{name} 13")
    longest, refused, faults = 0.0, 0, list[str]()
    for _ in range(number):
        data = target.change(chance.choice(known), chance, known)
        begun = time.process_time()
        told, fault = read(target, data)
        spent = time.process_time() - begun
        longest, refused = max(longest, spent), refused + told
        faults += [f"{fault}\n{data[:400]!r}"] if fault else []
        faults += [f"{spent:.1f} s: {data[:400]!r}"] if spent > MOST_SECONDS else []
    return Trial(number, tuple(faults), f"longest {longest:.2f} s; {refused:,} refused with a message, the others read")


def read(target: Target, data: bytes) -> tuple[bool, str]:
    """Whether an input was refused, and what went wrong, if anything."""
    try:
        findings = target.read(data)
    except DocgenError as refusal:
        return True, "" if refusal.message and "\n" not in refusal.message else f"said: {refusal.message!r}"
    except Exception:
        return False, traceback.format_exc(limit=-4)
    unfit = [found.message for found in findings if not found.message or "\n" in found.message]
    return findings.has_errors, f"said: {unfit[0]!r}" if unfit else ""


def sound(name: str) -> Iterator[bool]:
    """Which of a target's own files are read: where all are refused, little is tried."""
    target = TARGETS[name]
    return (not any(read(target, seed)) for seed in target.seeds())


def _in_parts(data: bytes, chance: Random, others: Sequence[bytes]) -> bytes:
    """A package of which one part is changed and packed again; now and then the package itself is."""
    if chance.random() < 0.1:
        return mutated(data, chance, others)
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        names = source.namelist()
        victim, parts = chance.choice(names), [source.read(name) for name in names]
        for name, part in zip(names, parts, strict=True):
            package.writestr(name, _markup(part, chance) if name == victim else part)
    return target.getvalue()


def _markup(part: bytes, chance: Random) -> bytes:
    """Half of them damaged as any bytes, half with odd values of attributes and words, still well formed."""
    if chance.random() < 0.5:
        return mutated(part, chance)
    pieces = part.split(b" ")
    for _ in range(chance.choice([1, 2, 5])):
        at = chance.randrange(len(pieces))
        odd = chance.choice([b"", b"-1", b"x", b"99999999999", b"\xc2\xb2"])
        pieces[at] = re.sub(rb'((?:="|>))[^"<>]+("|<)', rb"\g<1>" + odd + rb"\g<2>", pieces[at], count=1)
    return b" ".join(pieces)


def _below_the_first(separator: bytes) -> Callable[[bytes, Random, Sequence[bytes]], bytes]:
    """Changes what stands behind a name, and not the name."""

    def change(data: bytes, chance: Random, others: Sequence[bytes]) -> bytes:
        name, found, rest = data.partition(separator)
        return name + found + mutated(rest, chance, others)

    return change


def _behind_the_number(data: bytes, chance: Random, others: Sequence[bytes]) -> bytes:
    return data[:1] + mutated(data[1:], chance, [other[1:] for other in others])


TARGETS: Mapping[str, Target] = {
    "YAML": Target(seeds.yaml_files, readers.read_yaml_part, _below_the_first(b"\n")),
    "CSV": Target(seeds.tables, partial(readers.read_content, "scope.csv")),
    "Excel": Target(seeds.workbooks, partial(readers.read_content, "scope.xlsx"), _in_parts),
    "Markdown": Target(seeds.narratives, readers.read_narrative),
    "template": Target(seeds.templates, readers.read_template),
    "settings": Target(seeds.settings, readers.read_the_settings),
    "document type": Target(partial(seeds.shipped_files, "type.yaml"), readers.read_type),
    "pack of rules": Target(partial(seeds.shipped_files, ".yaml", "packs/"), readers.read_pack),
    "reference document": Target(lambda: (builtin_document(),), readers.read_reference, _in_parts),
    "returned document": Target(seeds.returned, readers.read_returned_file, _in_parts),
    "picture": Target(lambda: (png(30, 20), jpeg(), jpeg(6)), readers.read_picture),
    "drawing": Target(seeds.drawings, readers.read_picture),
    "whole pipeline": Target(seeds.numbered_files, readers.build, _behind_the_number),
}
"""What can be fuzzed."""
