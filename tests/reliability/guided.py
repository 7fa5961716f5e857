"""`python -m tests.reliability.guided YAML -max_total_time=3600`: fuzzing that follows which lines an input reaches.

It needs `pip install atheris`, which is not part of the test environment, and takes the options of libFuzzer. What it
finds is printed with the input, and belongs into a test.
"""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any


def main() -> None:
    """Fuzz one reader until the options say that it is enough, or something is found."""
    atheris: Any = import_module("atheris")
    with atheris.instrument_imports(include=["docgen"]):
        fuzz = import_module("tests.reliability.fuzz")
    name, *options = sys.argv[1:] or ["YAML"]
    target = fuzz.TARGETS[name]

    def once(data: bytes) -> None:
        if data:
            _, fault = fuzz.read(target, data)
            assert not fault, fault

    with TemporaryDirectory(prefix="docgen-") as corpus:
        for number, seed in enumerate(target.seeds()):
            (Path(corpus) / f"{number}").write_bytes(seed)
        atheris.Setup([sys.argv[0], corpus, f"-timeout={fuzz.MOST_SECONDS:.0f}", *options], once)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
