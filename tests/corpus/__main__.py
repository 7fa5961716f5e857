"""`python -m tests.corpus` prints how well the rules do; with `--update` it writes docs/rules.md anew.

Its exit code is 1 where the page says something else.
"""

from __future__ import annotations

import sys

from tests.corpus import page
from tests.corpus.measures import measured


def main(arguments: list[str]) -> int:
    """What the module does as a command."""
    if "--update" in arguments:
        page.write()
    sys.stdout.write(measured())
    if page.is_fresh():
        return 0
    sys.stderr.write("docs/rules.md says something else: python -m tests.corpus --update\n")
    return 1


sys.exit(main(sys.argv[1:]))
