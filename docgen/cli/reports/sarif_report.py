"""SARIF 2.1.0, which services for code scanning read: https://docs.oasis-open.org/sarif/sarif/v2.1.0/"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import quote

from docgen import __version__
from docgen.cli.excerpt import Files, length_of_fault
from docgen.cli.known_codes import known_codes
from docgen.diagnostic import Code, Diagnostic
from docgen.making.outcome import Outcome
from docgen.snapshot import Snapshot
from docgen.source import Source

FINGERPRINT = "docgen/v1"
"""The name of what tells a finding again after its line has moved."""
_ROOT = "%SRCROOT%"


def sarif_report(outcome: Outcome, snapshot: Snapshot) -> str:
    """One run of docgen, its findings with errors first."""
    findings = outcome.in_order
    files = Files(snapshot)
    rules = {each.code.id: number for number, each in enumerate({each.code.id: each for each in findings}.values())}
    log = {
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": _driver(list(rules))},
                "columnKind": "unicodeCodePoints",
                "results": [
                    _result(each, rules, mark, files)
                    for each, mark in zip(findings, fingerprints(findings, files), strict=True)
                ],
            }
        ],
    }
    return json.dumps(log, indent=2)


def _driver(ids: Sequence[str]) -> dict[str, Any]:
    known = known_codes()
    return {"name": "docgen", "version": __version__, "rules": [_rule(known[id_]) for id_ in ids]}


def _rule(code: Code) -> dict[str, Any]:
    explanation = code.explanation.strip()
    return {
        "id": code.id,
        "shortDescription": {"text": code.title},
        "fullDescription": {"text": explanation.partition("\n\n")[0].replace("\n", " ")},
        "help": {"text": explanation, "markdown": explanation},
        "defaultConfiguration": {"level": code.severity.word},
    }


def _result(diagnostic: Diagnostic, rules: Mapping[str, int], fingerprint: str, files: Files) -> dict[str, Any]:
    message = diagnostic.message
    related = [
        {**_location(each.source, f"{each.message} {message}", files), "id": number, "message": {"text": each.message}}
        for number, each in enumerate(diagnostic.related, start=1)
    ]
    return {
        "ruleId": diagnostic.code.id,
        "ruleIndex": rules[diagnostic.code.id],
        "level": diagnostic.severity.word,
        "message": {"text": f"{message}\n{diagnostic.help}" if diagnostic.help else message},
        "locations": [_location(diagnostic.source, message, files)],
        "partialFingerprints": {FINGERPRINT: fingerprint},
        **({"relatedLocations": related} if related else {}),
    }


def _location(source: Source, message: str, files: Files) -> dict[str, Any]:
    """A place in a file; cells of workbooks and passages of Word files stand beside it as logical places.

    GitHub refuses a whole log in which one result has no file: what stands nowhere is said of the repository's root.
    """
    region = _region(source, message, files)
    artifact = {"uri": quote(source.path or "."), "uriBaseId": _ROOT}
    physical = {"artifactLocation": artifact, **({"region": region} if region else {})}
    logical = _logical(source)
    return {"physicalLocation": physical, **({"logicalLocations": [logical]} if logical else {})}


def _region(source: Source, message: str, files: Files) -> dict[str, int]:
    """The line, and the words of it that the message quotes. A cell or a passage has none."""
    if not source.line or source.sheet or source.passage:
        return {}
    if not source.column:
        return {"startLine": source.line}
    line = files.line(source) or ""
    length = length_of_fault(line[source.column - 1 :], message)
    return {"startLine": source.line, "startColumn": source.column, "endColumn": source.column + length}


def _logical(source: Source) -> dict[str, str]:
    if source.passage:
        return {"fullyQualifiedName": source.passage, "kind": "passage"}
    if not source.sheet:
        return {}
    if not source.cell:
        return {"name": source.sheet, "fullyQualifiedName": source.sheet, "kind": "sheet"}
    return {"name": source.cell, "fullyQualifiedName": f"{source.sheet}!{source.cell}", "kind": "cell"}


def fingerprints(findings: Sequence[Diagnostic], files: Files) -> Iterator[str]:
    """What stays the same when lines and rows move: the code, the file, the words of the line, the message.

    The same fault on several lines with the same words is numbered.
    """
    seen: Counter[str] = Counter()
    for diagnostic in findings:
        source = diagnostic.source
        words = (files.line(source) or "").strip()
        parts = (diagnostic.code.id, source.path, source.sheet, words, diagnostic.message)
        digest = hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]
        seen[digest] += 1
        yield f"{digest}:{seen[digest]}"
