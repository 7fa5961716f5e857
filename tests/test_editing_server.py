"""The real YAML language server reads docgen's schemas as editors need it: it completes, explains and objects."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from docgen.editing.schema_files import FOLDER, first_line, schema_files
from tests.builds import ROOT
from tests.yaml_server import PROGRAM, YamlServer

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not PROGRAM.exists() or not shutil.which("node"), reason="needs node and npm ci in tests/node"),
]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[YamlServer]:
    root: Path = tmp_path_factory.mktemp("a repository")
    (root / FOLDER).mkdir(parents=True)
    for name, schema in schema_files().items():
        (root / FOLDER / name).write_bytes(schema)
    with YamlServer(root) as running:
        yield running


def messages(server: YamlServer, path: str, text: str) -> list[str]:
    """`3: Property comitee is not allowed.`, with the number of the line below the first one."""
    found = server.open(path, f"{first_line(path)}\n{text}")
    found.sort(key=lambda each: each["range"]["start"]["line"])
    return [f"{each['range']['start']['line']}: {each['message']}" for each in found]


def test_a_wrong_field_is_flagged_on_its_line(server: YamlServer) -> None:
    text = "functions:\n  - function: Estates\n    in_scope: no\n    comitee: x\n"
    assert messages(server, "content/a1/scope.yaml", text) == ["4: Property comitee is not allowed."]


def test_wrong_values_are_flagged_in_words_that_say_what_is_meant(server: YamlServer) -> None:
    text = "functions:\n  - function: [x]\n    in_scope: perhaps\n    id: An Id\n"
    assert messages(server, "content/a2/scope.yaml", text) == [
        "2: Incorrect type. Expected one of string, number.",
        '3: Value is not accepted. Valid values: "yes", "no", "partly", "later".',
        "4: must be an id: small letters, digits, hyphens and underscores, such as strategic-group",
    ]
    text = "phases:\n  - name: P\n    begins: 01/04/2015\n"
    found = messages(server, "content/a3/timescales.yaml", text)
    assert found == ["3: must be 2015-04-01, April 2015, 2015, 2014/15 or the id of a date in programme.yaml"]


def test_a_missing_field_is_flagged(server: YamlServer) -> None:
    assert messages(server, "content/a4/scope.yaml", "functions:\n  - function: Estates\n") == [
        '2: Missing property "in_scope".'
    ]


def test_fields_are_completed_with_what_they_are_for(server: YamlServer) -> None:
    path = "content/b1/scope.yaml"
    server.open(path, f"{first_line(path)}\nfunctions:\n  - function: Estates\n    \n")
    offered = server.complete(path, 3, 4)
    assert {"in_scope", "lead", "comment", "risks"} <= {*offered}
    assert "function" not in offered
    assert offered["lead"]["insertText"] == "lead: "
    assert offered["lead"]["documentation"] == "Id of the committee, body or organisation that leads"


def test_fixed_words_are_completed_with_what_they_mean(server: YamlServer) -> None:
    path = "content/b2/programme.yaml"
    server.open(path, f"{first_line(path)}\ntitle: T\nmodel: \n")
    offered = server.complete(path, 2, 7)
    assert [*offered] == ["greater involvement", "joint", "delegated", "other"]
    assert offered["joint"]["documentation"].startswith("decisions are taken together")


def test_nothing_is_offered_where_words_are_free(server: YamlServer) -> None:
    """A schema that names the kinds of YAML would offer `true`, `false` and `null` for every title."""
    path = "content/b3/programme.yaml"
    server.open(path, f"{first_line(path)}\ntitle: \nauthor: \n")
    assert [*server.complete(path, 1, 7), *server.complete(path, 2, 8)] == []


def test_the_mouse_on_a_field_shows_what_it_is_for_and_what_its_words_mean(server: YamlServer) -> None:
    path = "content/c1/scope.yaml"
    server.open(path, f"{first_line(path)}\nfunctions:\n  - function: Estates\n    in_scope: partly\n    lead: x\n")
    assert server.hover(path, 4, 6).startswith("Id of the committee, body or organisation that leads")
    shown = server.hover(path, 3, 6)
    assert "yes, no, partly or later" in shown
    assert "`partly`: some of it is within the arrangement" in shown


def test_rows_alone_and_the_short_form_of_a_date_are_understood(server: YamlServer) -> None:
    assert messages(server, "content/d1/actions.yaml", "- month: April 2014\n  action: Write\n  leads: AB, CD\n") == []
    text = "- month: April 2014\n  action: Write\n  doer: AB\n"
    assert messages(server, "content/d2/actions.yaml", text) == ["3: Property doer is not allowed."]
    path = "content/d3/programme.yaml"
    found = messages(
        server, path, "dates:\n  go_live: 2015-04\n  other: {date: May 2015, label: L}\n  wrong: 1/5/2015\n"
    )
    assert [message for message in found if not message.startswith("1: Missing property")] == [
        "4: must be 2015-04-01, April 2015, 2015, 2014/15 or the id of a date in programme.yaml"
    ]


@pytest.mark.parametrize("folder", sorted(path.name for path in (ROOT / "content").iterdir() if path.is_dir()))
def test_the_server_finds_nothing_wrong_with_the_examples(server: YamlServer, folder: str) -> None:
    for path in sorted((ROOT / "content" / folder).rglob("*.yaml")):
        name = path.relative_to(ROOT).as_posix()
        assert server.open(name, path.read_text(encoding="utf-8")) == [], name
