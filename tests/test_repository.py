"""What must hold for the repository as a whole: its modules, codes, rules, packaging, set-up commands and files."""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
import tomllib
from importlib import import_module
from pathlib import Path
from zipfile import ZipFile

import pytest
from packaging.requirements import Requirement

from docgen.diagnostic import Code
from tests.casefile import read_cases

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "docgen"
MODULES = sorted(PACKAGE.rglob("*.py"))
RULES = sorted((PACKAGE / "check" / "rules").rglob("dg*.py"))
FAMILIES = sorted(path for path in (PACKAGE / "codes").glob("*.py") if path.stem not in {"__init__", "registry"})
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))

REGISTRY_HOST = r"pypi\.org|pythonhosted\.org|npmjs\.(?:org|com)|yarnpkg\.com|debian\.org|ubuntu\.com|anaconda\.org"
MACHINE_PATH = r"(?<![\w.)}\]/])/(?:work|root|home|opt|tmp)/\w|[A-Z]:\\Users\\\w"


def relative(path: Path) -> str:
    """As people write it, on every system."""
    return path.relative_to(ROOT).as_posix()


def run(*command: str | Path, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """A program's output, errors included."""
    return subprocess.run(
        command,
        cwd=cwd,
        env=os.environ | {"PYTHONIOENCODING": "utf-8"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=300,
        check=False,
    )


def program(name: str) -> str:
    """A program of the environment in which the tests run."""
    found = shutil.which(name, path=str(Path(sys.executable).parent))
    assert found, f"'{name}' is not installed: run sh tests/run"
    return found


def dotted(path: str) -> str:
    """The module of a file: `docgen/source.py` is `docgen.source`."""
    return path.removesuffix(".py").replace("/", ".")


def files_of_the_repository() -> list[Path]:
    """All files that git knows, or would know after `git add`."""
    listed = run("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard").stdout
    paths = (ROOT / name for name in listed.split("\0") if name)
    return sorted(path for path in paths if path.is_file())


def texts_of_the_repository() -> dict[Path, str]:
    """The text files among them, their line ends as they are."""
    contents = {path: path.read_bytes() for path in files_of_the_repository()}
    return {path: content.decode("utf-8") for path, content in contents.items() if b"\0" not in content}


def readme_commands() -> list[str]:
    """The set-up commands: the README's `sh` blocks."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    return re.findall(r"^```sh\n(.*?)^```$", readme, re.MULTILINE | re.DOTALL)


def codes_of(module: str) -> dict[str, Code]:
    """The codes that a module defines, by the names of their constants."""
    return {name: value for name, value in vars(import_module(module)).items() if isinstance(value, Code)}


class TestModules:
    @pytest.mark.parametrize("path", MODULES, ids=relative)
    def test_a_module_begins_with_a_sentence_and_has_at_most_400_lines(self, path: Path) -> None:
        text = path.read_text(encoding="utf-8")
        assert ast.get_docstring(ast.parse(text))
        assert len(text.splitlines()) <= 400

    def test_an_init_is_a_docstring_and_only_the_root_names_its_version(self) -> None:
        inits = [path for path in MODULES if path.name == "__init__.py"]
        bodies = {path: ast.parse(path.read_text(encoding="utf-8")).body[1:] for path in inits}
        code = {relative(path): [ast.unparse(statement) for statement in body] for path, body in bodies.items() if body}
        version = PROJECT["tool"]["hatch"]["version"]["path"]
        assert list(code) == [version]
        assert re.fullmatch(r"__version__ = '\d+\.\d+\.\d+'", "\n".join(code[version]))

    def test_every_folder_of_modules_is_a_package(self) -> None:
        assert [relative(path) for path in MODULES if not path.with_name("__init__.py").exists()] == []

    def test_no_module_has_a_name_that_says_nothing(self) -> None:
        empty_names = {"utils", "util", "common", "shared", "helpers", "helper", "misc", "tools"}
        assert [relative(path) for path in MODULES if empty_names & set(dotted(relative(path)).split("."))] == []


class TestCodes:
    @pytest.mark.parametrize("path", FAMILIES, ids=lambda path: path.stem)
    def test_a_family_lists_all_its_codes_in_order(self, path: Path) -> None:
        module = f"docgen.codes.{path.stem}"
        listed = [code.id for code in import_module(module).CODES]
        assert listed == sorted(code.id for code in codes_of(module).values())

    def test_no_id_is_used_twice(self) -> None:
        modules = [f"docgen.codes.{path.stem}" for path in FAMILIES]
        modules += [dotted(relative(path)) for path in RULES]
        found = [code for module in modules for code in all_codes(module)]
        assert len(found) == len({code.id for code in found})

    def test_the_registry_holds_every_family(self) -> None:
        registry: dict[str, Code] = import_module("docgen.codes.registry").CODES
        families = [import_module(f"docgen.codes.{path.stem}").CODES for path in FAMILIES]
        assert sorted(registry) == sorted(code.id for family in families for code in family)

    def test_each_code_says_what_happened_why_it_matters_and_how_to_mend_it(self) -> None:
        for code in import_module("docgen.codes.registry").CODES.values():
            assert re.fullmatch(r"DG\d{3}", code.id)
            assert re.fullmatch(r"[A-Z][^\n]*[^.\n]", code.title), code.id
            assert len(code.explanation.split()) >= 15, f"{code.id} is hardly explained"

    def test_each_code_is_reported_somewhere(self) -> None:
        elsewhere = "\n".join(path.read_text(encoding="utf-8") for path in MODULES if path not in FAMILIES)
        names = [name for path in FAMILIES for name in codes_of(f"docgen.codes.{path.stem}")]
        assert sorted(set(names) - set(re.findall(r"\w+", elsewhere))) == []


def all_codes(module: str) -> list[Code]:
    """A family's codes, or the code of a rule."""
    rule = getattr(import_module(module), "RULE", None)
    return [rule.code] if rule else list(codes_of(module).values())


class TestRules:
    def test_each_rule_is_registered_once_and_named_after_its_code(self) -> None:
        modules = {path: import_module(dotted(relative(path))) for path in RULES}
        registered = import_module("docgen.check.registry").RULES if RULES else ()
        assert sorted(rule.code.id for rule in registered) == sorted(m.RULE.code.id for m in modules.values())
        assert [relative(p) for p, m in modules.items() if not p.stem.startswith(f"{m.RULE.code.id.lower()}_")] == []

    def test_each_rule_has_a_file_of_cases_some_flagged_and_some_clean(self) -> None:
        for path in RULES:
            found = list((ROOT / "tests" / "cases" / "rules").rglob(f"{path.stem}.md"))
            assert len(found) == 1, f"tests/cases/rules needs {path.stem}.md"
            outputs = [list(case.blocks.values())[-1] for case in read_cases(found[0])]
            code = path.stem[:5].upper()
            assert {code in output for output in outputs} == {True, False}, relative(found[0])


class TestLayers:
    @pytest.mark.slow
    def test_imports_against_the_layers_are_refused(self, tmp_path: Path) -> None:
        wrong = {
            "docgen/source.py": "docgen.diagnostic",
            "docgen/load/content.py": "docgen.render.render",
            "docgen/schema/types.py": "docgen.tree.block",
        }
        output = lint_imports_with(tmp_path, wrong)
        for module, imported in wrong.items():
            assert f"{dotted(module)} -> {imported}" in output

    @pytest.mark.slow
    def test_a_module_without_a_layer_is_refused(self, tmp_path: Path) -> None:
        assert "new_module" in lint_imports_with(tmp_path, {"docgen/new_module.py": "docgen.source"})

    def test_no_contract_has_an_exemption(self) -> None:
        contracts = PROJECT["tool"]["importlinter"]["contracts"]
        assert {contract["id"] for contract in contracts} == {"layers", "cycles"}
        assert not [key for contract in contracts for key in contract if "ignore" in key]


def lint_imports_with(folder: Path, additions: dict[str, str]) -> str:
    """What import-linter says of a copy of docgen in which modules import more than they do."""
    shutil.copytree(PACKAGE, folder / "docgen", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", folder)
    for module, imported in additions.items():
        with (folder / module).open("a", encoding="utf-8") as file:
            file.write(f"\nif TYPE_CHECKING:\n    import {imported}\n")
    result = run(program("lint-imports"), "--no-cache", cwd=folder)
    assert result.returncode == 1, result.stdout
    return result.stdout


class TestPackaging:
    @pytest.mark.slow
    def test_the_wheel_carries_modules_templates_and_data(self, tmp_path: Path) -> None:
        offline = ("--quiet", "--no-deps", "--no-build-isolation", "--no-index")
        result = run(sys.executable, "-m", "pip", "wheel", *offline, "--wheel-dir", tmp_path, ROOT)
        assert result.returncode == 0, result.stdout
        with ZipFile(next(tmp_path.glob("docgen-*.whl"))) as wheel:
            carried = {name for name in wheel.namelist() if ".dist-info/" not in name}
        tracked = {relative(path) for path in files_of_the_repository()}
        package = {path for path in tracked if path.startswith("docgen/")}
        templates = {f"docgen/{path}" for path in tracked if path.startswith("templates/")}
        assert templates
        assert carried == package | templates

    @pytest.mark.slow
    def test_the_command_and_the_module_are_the_same_program(self) -> None:
        command = run(program("docgen"), "--version")
        module = run(sys.executable, "-m", "docgen", "--version")
        assert command.stdout == module.stdout == f"docgen {import_module('docgen').__version__}\n"

    def test_the_pinned_requirements_are_those_of_the_project(self) -> None:
        locked = (ROOT / "requirements" / "test.txt").read_text(encoding="utf-8")
        versions = dict(re.findall(r"^([a-z0-9-]+)==(\S+) \\\n    --hash=sha256:", locked, re.MULTILINE))
        wanted = PROJECT["build-system"]["requires"] + PROJECT["project"]["dependencies"]
        for text in wanted + PROJECT["project"]["optional-dependencies"]["test"]:
            requirement = Requirement(text)
            name = re.sub(r"[-_.]+", "-", requirement.name).lower()
            assert versions.get(name, "0") in requirement.specifier, f"make requirements/test.txt again: {text}"

    def test_releases_are_made_of_what_was_tested(self) -> None:
        pinned = re.compile(r"^([a-z0-9-]+==\S+) \\\n(?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+", re.MULTILINE)
        tested, released = (
            set(pinned.findall((ROOT / "requirements" / file).read_text(encoding="utf-8")))
            for file in ("test.txt", "release.txt")
        )
        names = {line.partition("==")[0] for line in released}
        texts = PROJECT["build-system"]["requires"] + PROJECT["project"]["dependencies"]
        assert released <= tested, "make requirements/release.txt again"
        assert {re.sub(r"[-_.]+", "-", Requirement(text).name).lower() for text in texts} <= names


class TestSetUp:
    def test_the_readme_has_two_set_up_commands_of_one_line(self) -> None:
        build, tests = readme_commands()
        assert build.count("\n") == tests.count("\n") == 1
        assert build.endswith("docgen build\n")
        assert tests == "sh tests/run\n"

    def test_the_windows_command_does_the_same_as_the_other(self) -> None:
        readme = (ROOT / "README.md").read_text(encoding="utf-8")
        windows = re.findall(r"^```powershell\n(.*?)^```$", readme, re.MULTILINE | re.DOTALL)
        posix = windows[0].replace("; ", " && ").replace("\\Scripts\\python -m ", "/bin/")
        assert posix.replace("py -m", "python3 -m") == readme_commands()[0]

    def test_ci_takes_both_commands_from_the_readme(self) -> None:
        ci = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
        assert 'bash -euc "$(readme_command 1)"' in ci
        assert 'bash -euc "$(readme_command 2)"' in ci


class TestFiles:
    def test_text_files_are_utf_8_with_line_feeds_and_without_a_byte_order_mark(self) -> None:
        texts = texts_of_the_repository()
        assert [relative(path) for path, text in texts.items() if "\r" in text or text.startswith("\ufeff")] == []
        assert [relative(path) for path, text in texts.items() if text and not text.endswith("\n")] == []

    @pytest.mark.parametrize("pattern", [REGISTRY_HOST, MACHINE_PATH], ids=["a registry's host", "a path of a machine"])
    def test_no_file_names(self, pattern: str) -> None:
        found = {relative(path): re.findall(pattern, text) for path, text in texts_of_the_repository().items()}
        assert {path: matches for path, matches in found.items() if matches} == {}

    def test_outputs_are_not_tracked(self) -> None:
        built = [relative(path) for path in files_of_the_repository() if path.is_relative_to(ROOT / "build")]
        assert built == ["build/.gitignore"]
