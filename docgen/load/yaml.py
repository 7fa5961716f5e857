"""Reads YAML: every scalar as the text that the author wrote, with the place of every value and every key.

Types are for the schema: `no`, `12:30`, `1.10` and `007` stay text. An empty value, `~` and `null` are None.
`<<` is a key like any other.
"""

from __future__ import annotations

import yaml

from docgen.codes import content_files
from docgen.diagnostic import Findings
from docgen.load.yaml_build import build
from docgen.load.yaml_events import Place, Refused, flat_events
from docgen.load.yaml_faults import syntax_fault
from docgen.source import Source, Sourced

MOST_BYTES = 5_000_000


def read_yaml(text: str, path: str, findings: Findings, first_line: int = 1) -> Sourced | None:
    """The one document in `text`, whose first line is line `first_line` of the file; None where it has errors.

    A text without any value gives None as data.
    """
    place = Place(path, first_line)
    if len(text) > MOST_BYTES or len(text.encode("utf-8", "replace")) > MOST_BYTES:
        message = f"the file is larger than {MOST_BYTES:,} bytes"
        findings.add(content_files.TOO_LARGE.at(Source(path), message, "give long tables as CSV or XLSX"))
        return None
    try:
        return build(text.split("\n"), place, flat_events(text, place), findings)
    except Refused as refused:
        findings.add(refused.diagnostic)
    except yaml.YAMLError as error:
        findings.add(syntax_fault(error, text.split("\n"), place))
    return None
