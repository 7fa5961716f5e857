"""Packs, choices and excuses: on what terms a programme is checked."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest

from docgen import pipeline
from docgen.check.choice import Choice
from docgen.check.policy import effective_day, in_force
from docgen.diagnostic import Diagnostic, Severity
from docgen.schema.pack import Ruling, Standing
from docgen.schema.programme import Programme
from docgen.schema.types import read_when
from docgen.snapshot import Snapshot
from tests.builds import snapshot_of

PROGRAMME = """\
title: A programme
organisation: ccg
organisations:
  ccg: {name: The CCG}
model: joint
version: "0.1"
status: draft
dated: 2014-06-20
documents: [{type: paper}]
"""
FILES = {
    "content/x/programme.yaml": PROGRAMME,
    "templates/paper/type.yaml": "title: A paper\nabout: Says little.\nfile: paper\nuses: [timescales]\n",
    "templates/paper/template.md.j2": "# Plan\n\n{{ timescales.introduction or 'Nothing.' }}\n",
}
ACTION = "  - {month: May 2014, action: Write, leads: JB}\n"
UNDATED = f"actions:\n{ACTION}"


def checked(files: dict[str, str], choice: Choice | None = None) -> list[Diagnostic]:
    """What is found in a repository of these files beside `FILES`, but for what is hidden or unprinted."""
    snapshot: Snapshot = snapshot_of({**FILES, **files})
    programme = pipeline.load(snapshot, "x")
    assert programme.content, list(programme.findings)
    prepared = [pipeline.prepare(snapshot, programme, job) for job in pipeline.jobs(snapshot, programme)]
    result = pipeline.check(snapshot, programme, prepared, choice)
    return [*result.shared, *(found for findings in result.papers.values() for found in findings)]


def codes(found: Sequence[Diagnostic]) -> list[str]:
    return [diagnostic.code.id for diagnostic in found]


def timescales(text: str) -> dict[str, str]:
    return {"content/x/timescales.yaml": text}


class TestChoice:
    @pytest.mark.parametrize(
        ("select", "ignore", "held"),
        [
            ((), (), "DG301 DG302 DG402"),
            (("DG3",), (), "DG301 DG302"),
            ((), ("DG3",), "DG402"),
            (("DG301",), ("DG3",), "DG301"),
            (("DG3",), ("DG301",), "DG302"),
            (("DG301",), ("DG301",), ""),
        ],
    )
    def test_the_longer_beginning_decides(self, select: tuple[str, ...], ignore: tuple[str, ...], held: str) -> None:
        choice = Choice(select, ignore)
        assert [code for code in ("DG301", "DG302", "DG402") if choice.includes(code)] == held.split()

    def test_the_settings_choose(self) -> None:
        settings = {"docgen.toml": '[check]\nignore = ["dg4"]\n'}
        assert codes(checked({**timescales(UNDATED), **settings})) == []

    def test_the_command_line_goes_before_the_settings(self) -> None:
        settings = {"docgen.toml": '[check]\nignore = ["DG4"]\n'}
        assert codes(checked({**timescales(UNDATED), **settings}, Choice(("DG402",)))) == ["DG402"]

    def test_what_names_no_rule_is_reported(self) -> None:
        (found,) = checked({"docgen.toml": '[check]\nignore = ["DG2"]\n'})
        assert str(found.source) == "docgen.toml:2:10"
        assert found.message == "no rule is called 'DG2'"


class TestExcuses:
    @pytest.mark.parametrize(
        "text",
        [
            f"actions:\n  # docgen: ignore DG402 known\n{ACTION}",
            f"actions:\n{ACTION.rstrip()}  # docgen: ignore DG402 known\n",
            f"# docgen: ignore DG402 known\nactions:\n{ACTION}",
            f"actions: # docgen: ignore DG4 all of them are known\n{ACTION}{ACTION.replace('Write', 'Read')}",
            f"actions:\n  # docgen: ignore DG301, DG402 known\n  # and a word more\n\n{ACTION}",
        ],
    )
    def test_a_comment_excuses_its_entry_or_the_next(self, text: str) -> None:
        assert "DG402" not in codes(checked(timescales(text)))

    def test_a_comment_excuses_nothing_further_on(self) -> None:
        text = f"actions:\n  # docgen: ignore DG402 known\n{ACTION}{ACTION.replace('Write', 'Read')}"
        (found,) = checked(timescales(text))
        assert (found.code.id, str(found.source)) == ("DG402", "content/x/timescales.yaml:4:5")

    @pytest.mark.parametrize("said", ["ignore dg402 known", "Ignore DG402: known", "IGNORE Dg402 - known"])
    @pytest.mark.parametrize("name", ["docgen", "Docgen", "DOCGEN "])
    def test_capitals_do_not_matter(self, name: str, said: str) -> None:
        assert checked(timescales(f"actions:\n{ACTION.rstrip()}  # {name}: {said}\n")) == []

    @pytest.mark.parametrize("reason", ["", "   ", ":", " - ", " –", "..."])
    def test_without_a_reason_it_has_no_effect(self, reason: str) -> None:
        found = checked(timescales(f"actions:\n{ACTION.rstrip()} # docgen: ignore DG402{reason}\n"))
        assert codes(found) == ["DG402", "DG053"]

    @pytest.mark.parametrize("said", ["", " all", " DG299 reason", " the lead is known", "d DG402 known"])
    def test_what_names_no_rule_is_an_error(self, said: str) -> None:
        found = checked(timescales(f"actions:\n{ACTION.rstrip()} # docgen: ignore{said}\n"))
        assert sorted(codes(found)) == ["DG052", "DG402"]

    @pytest.mark.parametrize("said", ["docgen: ingore DG402 known", "docgen ignore: DG402", "docgen: DG402 known"])
    def test_what_is_not_understood_is_an_error(self, said: str) -> None:
        for text in (f"actions: []  # {said}\n", f"actions: []\n# {said}\n"):
            assert codes(checked(timescales(text))) == ["DG052"]
        assert codes(checked({"content/x/timescales.md": f"Words.\n\n<!-- {said} -->\n"})) == ["DG052"]

    @pytest.mark.parametrize(
        "text",
        [
            '"Begin # docgen: ignore DG402 known"',
            "'Begin # docgen: ignore DG402'",
            "|\n      Begin\n      # docgen: ignore DG402 known",
            ">\n      Begin\n\n      # docgen: ignored",
        ],
    )
    def test_a_sign_within_a_text_begins_no_comment(self, text: str) -> None:
        milestone = f"milestones:\n  - date: May 2014\n    name: {text}\n"
        assert codes(checked(timescales(f"{UNDATED}{milestone}"))) == ["DG402"]

    def test_a_comment_behind_the_sign_of_a_long_text_is_one(self) -> None:
        milestone = "milestones:\n  - date: May 2014\n    name: | # docgen: ignore DG301 known\n      Begin\n"
        assert codes(checked(timescales(f"{UNDATED}{milestone}"))) == ["DG402", "DG054"]

    def test_one_that_excuses_nothing_is_reported(self) -> None:
        (found,) = checked(timescales("# docgen: ignore DG402 known\nactions: []\n"))
        assert (found.code.id, str(found.source)) == ("DG054", "content/x/timescales.yaml:1:1")

    def test_one_for_a_rule_that_is_not_held_is_not_judged(self) -> None:
        settings = {"docgen.toml": '[check]\nignore = ["DG402"]\n'}
        assert checked({**timescales("# docgen: ignore DG402 known\nactions: []\n"), **settings}) == []

    @pytest.mark.parametrize(
        "text",
        [
            "<!-- docgen: ignore DG662 asked for -->\nRead [https://example.org/a](https://example.org/a).\n",
            "<!-- docgen: ignore DG662 asked for -->\n\nRead [https://example.org/a](https://example.org/a).\n",
            "Read\n[https://example.org/a](https://example.org/a). <!-- docgen: ignore DG662 asked for -->\n",
        ],
    )
    def test_in_markdown_it_concerns_the_paragraph(self, text: str) -> None:
        assert checked({"content/x/timescales.md": text}) == []

    def test_in_markdown_it_concerns_no_other_paragraph(self) -> None:
        link = "Read [https://example.org/a](https://example.org/a).\n"
        text = f"<!-- docgen: ignore DG662 asked for -->\n{link}\n{link.replace('/a', '/b')}"
        (found,) = checked({"content/x/timescales.md": text})
        assert str(found.source) == "content/x/timescales.md:4"

    @pytest.mark.parametrize(
        ("text", "found"),
        [
            ("* A \n* B <!-- docgen: ignore DG662 asked for -->\n* C\n", "A C"),
            ("1. A\n2. B\n   <!-- docgen: ignore DG662 asked for -->\n3. C\n", "A C"),
            ("1. A\n<!-- docgen: ignore DG662 asked for -->\n2. B\n3. C\n", "A C"),
            ("1. A\n2. B\n   and <!-- docgen: ignore DG662 asked for --> more\n3. C\n", "A C"),
            ("- A\n  - B <!-- docgen: ignore DG662 asked for -->\n- C\n", "A C"),
            ("<!-- docgen: ignore DG662 asked for -->\n- A\n- B\n\nC\n", "C"),
            ("A <!-- docgen: ignore DG662 asked for -->\n- B\n- C\n", "B C"),
            ("| x | y |\n|---|---|\n| A | z |\n| B | w <!-- docgen: ignore DG662 asked for --> |\n| C | v |\n", "A C"),
            ("<!-- docgen: ignore DG662 asked for -->\n\n| x |\n|---|\n| A |\n| B |\n\nC\n", "C"),
            ("<!-- docgen: ignore DG662\nasked for -->\nA and\nB\n\nC\n", "C"),
            ("A <!-- docgen: ignore\nDG662 asked\nfor --> and\nB\n\nC\n", "C"),
        ],
    )
    def test_in_a_list_or_a_table_it_concerns_the_item_or_the_row(self, text: str, found: str) -> None:
        linked = re.sub(r"\b([ABC])\b", r"[https://example.org/\1](https://example.org/\1)", text)
        diagnostics = checked({"content/x/timescales.md": linked})
        assert codes(diagnostics) == ["DG662"] * len(found.split())
        assert sorted(re.findall(r"org/([ABC])", " ".join(each.message for each in diagnostics))) == found.split()

    def test_one_without_an_end_is_reported(self) -> None:
        assert "DG052" in codes(checked({"content/x/timescales.md": "Words.\n\n<!-- docgen: ignore DG662 known\n"}))

    @pytest.mark.parametrize(
        "place",
        [
            "content/x/timescales.yaml",
            "content/x/timescales.yaml:2",
            "./content/x/timescales.yaml:2",
            r"content\\x\\timescales.yaml:2",
        ],
    )
    def test_the_settings_excuse_a_place(self, place: str) -> None:
        settings = {"docgen.toml": f'[check]\nignore_at = ["{place} DG402 known"]\n'}
        assert checked({**timescales(UNDATED), **settings}) == []

    def test_the_settings_do_not_excuse_what_only_begins_so(self) -> None:
        settings = {"docgen.toml": '[check]\nignore_at = ["content/x/timescales.yaml:1 DG402 known"]\n'}
        found = checked({**timescales(f"actions:\n\n\n\n\n\n\n\n\n{ACTION}"), **settings})
        assert sorted(codes(found)) == ["DG054", "DG402"]
        assert "'content/x/timescales.yaml:1 DG402 known' excuses nothing" in [each.message for each in found]

    @pytest.mark.parametrize(
        ("said", "code"), [("content/x/timescales.yaml DG402", "DG053"), ("DG402 known", "DG056"), ("x", "DG056")]
    )
    def test_a_setting_that_cannot_be_read_is_reported(self, said: str, code: str) -> None:
        assert code in codes(checked({**timescales(UNDATED), "docgen.toml": f'[check]\nignore_at = ["{said}"]\n'}))


def pack(rules: str) -> dict[str, str]:
    """A repository whose programme is held against one pack."""
    return {
        "content/x/programme.yaml": f"{PROGRAMME}packs: [mine]\n",
        "templates/packs/mine.yaml": f"title: Mine\nabout: Ours.\nrules:\n{rules}",
        **timescales(UNDATED),
    }


class TestPacks:
    @pytest.mark.parametrize(("level", "severity"), [("error", Severity.ERROR), ("note", Severity.NOTE)])
    def test_a_pack_sets_the_level(self, level: str, severity: Severity) -> None:
        (found,) = checked(pack(f"  - {{rule: DG402, level: {level}, standing: practice, source: us}}\n"))
        assert found.severity is severity

    def test_a_pack_switches_a_rule_off(self) -> None:
        assert checked(pack("  - {rule: DG402, level: off, standing: practice, source: us}\n")) == []

    def test_a_rule_of_a_pack_holds_only_where_the_pack_is_named(self) -> None:
        link = {"content/x/timescales.md": "Read [https://example.org/a](https://example.org/a).\n"}
        without = {"content/x/programme.yaml": f"{PROGRAMME}packs: [house-style]\n"}
        assert codes(checked(link)) == ["DG662"]
        assert codes(checked({**link, **without})) == []

    def test_an_unknown_pack_is_reported_at_its_name(self) -> None:
        (found,) = checked({"content/x/programme.yaml": f"{PROGRAMME}packs: [house-stile]\n"})
        assert (found.code.id, str(found.source)) == ("DG051", "content/x/programme.yaml:10:9")
        assert found.help == "did you mean 'house-style'?"

    def test_an_unknown_rule_in_a_pack_is_reported(self) -> None:
        found = checked(pack("  - {rule: DG299, standing: law, source: us}\n"))
        assert codes(found) == ["DG052", "DG402"]
        assert str(found[0].source) == "templates/packs/mine.yaml:4:12"

    def test_values_for_a_rule_that_takes_none_are_reported(self) -> None:
        found = checked(pack("  - {rule: DG402, standing: law, source: us, values: {days: 5}}\n"))
        assert codes(found) == ["DG055", "DG402"]

    def test_capitals_do_not_matter(self) -> None:
        assert checked(pack("  - {rule: dg402, level: off, standing: practice, source: us}\n")) == []

    @pytest.mark.parametrize(
        ("rule", "values", "message"),
        [
            ("DG571", "{wrong: [], right: this}", "'wrong' is empty"),
            ("DG471", "{name: a, called: [], items: {aims: [aim]}}", "'called' is empty"),
            ("DG471", "{name: a, called: [b], items: {}}", "'items' is empty"),
            ("DG471", "{name: a, called: [b], items: {aims: []}}", "'aims' is empty"),
            ("DG471", "{name: a, called: [b], items: {aims: [' ']}}", "item 1 of 'aims' is empty"),
            ("DG457", "{duty: a, phrases: []}", "'phrases' is empty"),
            ("DG453", "{kind: a, words: ''}", "'words' is empty"),
            ("DG456", "{who: []}", "'who' is empty"),
            ("DG505", "{function: a, names: []}", "'names' is empty"),
            ("DG615", "{terms: {}}", "'terms' is empty"),
            ("DG613", "{most: -4}", "'most' must be 1 or more, not '-4'"),
            ("DG614", "{most: 0}", "'most' must be 1 or more, not '0'"),
            ("DG422", "{days: -1}", "'days' must be 1 or more, not '-1'"),
            ("DG458", "{days: 0}", "'days' must be 1 or more, not '0'"),
            ("DG468", "{days: many}", "'days' must be a whole number, not 'many'"),
        ],
    )
    def test_values_that_ask_for_nothing_are_reported(self, rule: str, values: str, message: str) -> None:
        found = checked(pack(f"  - {{rule: {rule}, standing: law, source: us, values: {values}}}\n"))
        assert [each.message for each in found if each.code.id != "DG402"] == [message]

    @pytest.mark.parametrize(
        ("rule", "message", "help"),
        [
            (
                "{rule: DG402, since: 06/08/2018, standing: law, source: us}",
                "'since' must be a day, month or year that exists, not '06/08/2018'",
                "write 2015-04-01, April 2015, 2015 or 2014/15",
            ),
            (
                "{rule: DG402, since: 2016, until: March 2015, standing: law, source: us}",
                "'until' ends before 'since'",
                "correct one of the two dates",
            ),
            (
                "{rule: DG414, standing: law, source: us, values: {deadline: soon, names: [bid]}}",
                "'deadline' must be a day that exists, not 'soon'",
                "write 2018-08-06 or 6 August 2018",
            ),
        ],
    )
    def test_a_date_that_cannot_be_is_reported(self, rule: str, message: str, help: str) -> None:
        found = checked(pack(f"  - {rule}\n"))
        assert [(each.message, each.help) for each in found if each.code.id != "DG402"] == [(message, help)]


def programme(**fields: object) -> Programme:
    content = {
        "title": "A programme",
        "organisation": "ccg",
        "organisations": {"ccg": {"name": "The CCG"}},
        "model": "joint",
        "version": "0.1",
        "status": "draft",
        "dated": "2014-06-20",
        "documents": [{"type": "eoi"}],
    }
    return Programme.model_validate({**content, **fields})


class TestTheDayThatCounts:
    def test_it_is_the_effective_one_else_that_of_the_papers(self) -> None:
        assert str(effective_day(programme())) == "2014-06-20"
        assert str(effective_day(programme(effective="April 2015"))) == "2015-04-01"

    @pytest.mark.parametrize(
        ("since", "until", "models", "holds"),
        [
            (None, None, [], True),
            ("2014-06-20", None, [], True),
            ("2014-06-21", None, [], False),
            (None, "June 2014", [], True),
            (None, "May 2014", [], False),
            (None, None, ["joint", "delegated"], True),
            (None, None, ["delegated"], False),
        ],
    )
    def test_a_ruling_is_in_force(self, since: str | None, until: str | None, models: list[str], holds: bool) -> None:
        ruling = Ruling.model_validate(
            {"rule": "DG402", "standing": Standing.LAW, "source": "us", "models": models}
            | ({"since": read_when(since)} if since else {})
            | ({"until": read_when(until)} if until else {})
        )
        assert in_force(ruling, programme()) is holds
