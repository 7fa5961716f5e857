"""docs/rules.md is what holds now, packs say what they may, and what docs/checking.md shows of other programs works."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path
from typing import Any

import pytest
import yaml

from docgen.check.registry import RULES
from docgen.check.rule import needs_pack
from docgen.cli.known_codes import families
from docgen.cli.rule_pages import rules_markdown
from docgen.cli.rulings import packs_in
from docgen.load.repository import shipped_templates
from docgen.schema.base import Part
from docgen.schema.pack import Standing
from docgen.snapshot import Snapshot
from tests.builds import example
from tests.corpus import page
from tests.pages import ROOT, sections_of
from tests.test_check_terms import PROGRAMME, checked
from tests.test_cli_commands import Repository, repository

__all__ = ["repository"]

CHECKING = ROOT / "docs" / "checking.md"
PACKS = packs_in(example())
RULINGS = [(pack.name, ruling) for pack in PACKS.loaded for ruling in pack.pack.rules]
RULES_BY_CODE = {rule.code.id: rule for rule in RULES}


class TestThePageOfRules:
    def test_it_is_what_holds_now(self, request: pytest.FixtureRequest) -> None:
        if request.config.getoption("--update-goldens"):
            page.write()
        assert page.is_fresh(), "run python -m tests.corpus --update"

    def test_it_has_every_rule_under_its_family(self) -> None:
        text = rules_markdown(PACKS)
        titles = [f"\n### {rule.code.id}: {rule.code.title}\n" for rule in RULES]
        assert [title for title in titles if text.count(title) != 1] == []
        assert [family for family in families() if f"\n## {family.capitalize()}\n" not in text] == []

    def test_the_command_prints_it(self, repository: Repository) -> None:
        assert repository.run("rules", "--markdown") == 0
        assert repository.out.startswith("# Rules\n")
        assert "\n### DG301: Total differs\n" in repository.out

    def test_nothing_in_a_pack_breaks_its_tables(self) -> None:
        pack = (
            "title: A | B\nabout: <b>bold</b>\nrules:\n"
            "  - {rule: DG402, level: note, standing: practice, source: 'a | b'}\n"
        )
        text = rules_markdown(packs_in(Snapshot({"templates/packs/odd.yaml": pack.encode()})))
        assert "| `odd` | A \\| B | &lt;b>bold&lt;/b> | 1 |" in text
        assert "| `odd` | note |  |  | practice | a \\| b |" in text


class TestTheCommands:
    def test_rules_lists_families_rules_and_packs(self, repository: Repository) -> None:
        assert repository.run("rules") == 0
        lines = repository.out.splitlines()
        assert lines[0] == "Numbers"
        assert "  DG301  error    Total differs" in lines
        assert "  DG662  warning  Link shows its address (accessibility)" in lines
        assert any(line.startswith("  accessibility: Accessibility. ") for line in lines)
        assert lines[-1] == f"{len(RULES)} rules, {len(PACKS.loaded)} packs"

    def test_rules_knows_the_packs_of_the_repository(self, repository: Repository) -> None:
        pack = "title: Ours\nabout: Ours.\nrules: [{rule: DG662, standing: practice, source: us}]\n"
        repository.write("templates/packs/ours.yaml", pack)
        assert repository.run("rules") == 0
        assert "Link shows its address (accessibility and ours)" in repository.out
        repository.write("templates/packs/ours.yaml", "title: Ours\n")
        assert repository.run("rules") == 1
        assert "error[DG202]" in repository.out

    @pytest.mark.parametrize("arguments", [["rules"], ["explain", "DG662"]])
    def test_they_serve_outside_of_a_repository(
        self, repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str]
    ) -> None:
        monkeypatch.chdir(tmp_path)
        assert repository.run(*arguments) == 0
        assert "accessibility" in repository.out

    def test_explain_says_which_packs_hold_a_rule_on_whose_authority(self, repository: Repository) -> None:
        assert repository.run("explain", "DG662") == 0
        assert "\nHeld where a pack lists it: accessibility.\n" in repository.out
        assert "\nPacks:\n  accessibility: warning (practice: WCAG" in repository.out

    @pytest.mark.parametrize("rule", [rule for rule in RULES if rule.values is not Part], ids=lambda rule: rule.code.id)
    def test_explain_names_every_value_of_a_rule(self, repository: Repository, rule: Any) -> None:
        assert repository.run("explain", rule.code.id) == 0
        _, _, values = repository.out.partition("\nValues in a pack:\n")
        assert [name for name in rule.values.model_fields if f"  {name}: " not in values] == []

    def test_explain_says_of_a_rule_without_packs_that_it_holds_always(self, repository: Repository) -> None:
        repository.run("explain", "DG301")
        assert repository.out.endswith("\nHeld always.\n")
        repository.run("explain", "DG050")
        assert "Held" not in repository.out


class TestShippedPacks:
    def test_they_have_no_faults(self) -> None:
        assert list(PACKS.findings) == []

    @pytest.mark.parametrize("rule", [rule for rule in RULES if needs_pack(rule)], ids=lambda rule: rule.code.id)
    def test_a_rule_that_needs_a_pack_is_in_one_or_says_why_not(self, rule: Any) -> None:
        assert PACKS.naming(rule) or "No pack that comes with docgen" in rule.code.explanation

    @pytest.mark.parametrize(("pack", "ruling"), RULINGS, ids=[f"{name} {ruling.rule}" for name, ruling in RULINGS])
    def test_a_ruling_names_a_rule_and_its_source(self, pack: str, ruling: Any) -> None:
        assert ruling.rule in RULES_BY_CODE
        assert len(ruling.source) > 5
        if ruling.since and ruling.until:
            assert ruling.since.first <= ruling.until.last

    def test_an_opinion_is_not_presented_as_law(self) -> None:
        opinions = r"\b(?:BMA|GPC|British Medical Association|General Practitioners Committee)\b"
        law = [ruling for _, ruling in RULINGS if ruling.standing is Standing.LAW]
        assert [ruling.source for ruling in law if re.search(opinions, ruling.source)] == []

    @pytest.mark.parametrize("pack", ["nhs-co-commissioning-2014", "nhs-co-commissioning-2016", "icb-2022"])
    @pytest.mark.parametrize(("day", "is_found"), [("2022-06-30", True), ("2022-07-01", False)])
    def test_dental_services_can_be_passed_on_from_july_2022_only(self, pack: str, day: str, is_found: bool) -> None:
        programme = f"{PROGRAMME}packs: [{pack}]\neffective: {day}\n"
        scope = "functions:\n  - {function: Dental services, in_scope: yes}\n"
        found = [
            each.code.id for each in checked({"content/x/programme.yaml": programme, "content/x/scope.yaml": scope})
        ]
        assert ("DG505" in found) is is_found


def shown(path: str) -> Any:
    """A YAML file that docs/checking.md shows."""
    fences = (fence for section in sections_of(CHECKING) for fence in section.fences)
    return yaml.safe_load(next(fence.text for fence in fences if fence.info.endswith(f" {path}")))


class TestOtherPrograms:
    def test_the_hook_is_run_for_files_that_docgen_reads(self) -> None:
        (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
        assert {"id", "name", "entry", "language"} <= set(hook)
        assert (hook["language"], hook["pass_filenames"]) == ("python", False)
        files = re.compile(hook["files"])
        assert all(map(files.search, ["content/x/scope.csv", "templates/eoi/type.yaml", "docgen.toml"]))
        assert not any(map(files.search, ["README.md", "build/x/eoi.docx", "my-docgen.toml", "docs/content/x.md"]))

    def test_the_command_of_the_hook_finds_what_is_wrong(self, repository: Repository) -> None:
        (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
        program, *arguments = shlex.split(hook["entry"])
        assert program == "docgen"
        assert repository.run(*arguments) == 0
        repository.write("content/banes/timescales.yaml", "phases: [{name: Shadow, begins: '2015', ends: '2014'}]\n")
        assert repository.run(*arguments, "--select", "DG4") == 1

    def test_the_configuration_that_is_shown_names_the_hook(self) -> None:
        (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
        (repo,) = shown(".pre-commit-config.yaml")["repos"]
        assert [each["id"] for each in repo["hooks"]] == [hook["id"]]
        assert {"repo", "rev", "hooks"} == set(repo)

    def test_the_workflow_that_is_shown_makes_the_file_that_it_hands_over(self, repository: Repository) -> None:
        steps = shown(".github/workflows/papers.yml")["jobs"]["check"]["steps"]
        command = next(step["run"] for step in steps if step.get("run", "").startswith("docgen "))
        upload = next(step for step in steps if "upload-sarif" in step.get("uses", ""))
        words, _, file = command.partition(" > ")
        assert upload["with"]["sarif_file"] == file
        assert upload["if"] == "always()"
        assert repository.run(*shlex.split(words)[1:]) == 0
        assert json.loads(repository.out)["version"] == "2.1.0"

    def test_the_packs_are_in_the_wheel(self) -> None:
        assert sorted(path.stem for path in (shipped_templates() / "packs").glob("*.yaml")) == sorted(
            pack.name for pack in PACKS.loaded
        )
