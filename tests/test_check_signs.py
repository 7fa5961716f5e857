"""A pattern that is not tried, since a text has none of its signs, would have found nothing there."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis.strategies import from_regex

from docgen import pipeline
from docgen.check.prose import signs
from docgen.check.prose.passages import Kind, Passage, Piece
from docgen.check.prose.pattern import NEVER, Pattern, among, each_match
from docgen.check.prose.signs import ALWAYS, BORDER, digest_of, folded, in_small_letters, shape, signs_of
from docgen.check.prose.vocabulary import vocabulary_of
from docgen.check.prose.words.bodies import bodies_named
from docgen.source import Source
from tests.builds import example
from tests.pages import ROOT
from tests.pattern_signs import FILE, signs_of_pattern


def passage(words: str) -> Passage:
    return Passage(words, (Piece(0, words, Source("x.md", 1), True),), Kind.PARAGRAPH)


@pytest.fixture(scope="module")
def lines() -> Sequence[str]:
    """What rules are tested with: words that their patterns find, and words that are much like them."""
    cases = sorted((ROOT / "tests/cases/rules").rglob("*.md"))
    every = {line for path in cases for line in path.read_text(encoding="utf-8").split("\n")}
    return sorted(line for line in every if line.strip())


@pytest.fixture(scope="module")
def patterns() -> Sequence[Pattern]:
    """All patterns of the checker, as a new process finds them."""
    code = "import json; from tests.pattern_signs import patterns; print(json.dumps(patterns()))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    return [Pattern(written, flags) for written, flags in json.loads(done.stdout)]


@pytest.mark.slow
def test_no_pattern_matches_where_it_is_not_tried(patterns: Sequence[Pattern], lines: Sequence[str]) -> None:
    found = 0
    for pattern in patterns:
        hits = [line for line in lines if pattern.compiled.search(line)]
        assert [line for line in hits if not pattern.may_match(line)] == [], pattern.pattern
        found += len(hits) * (pattern.sign != ALWAYS)
    assert found > 10_000


@pytest.mark.slow
def test_what_is_made_up_to_match_a_pattern_has_its_signs(patterns: Sequence[Pattern]) -> None:
    """hypothesis makes words from a pattern as Python parses it, without knowing of signs."""
    tried = [_tried_with_words_made_up(pattern) for pattern in patterns if pattern.pattern != NEVER.pattern]
    assert min(tried) >= 1
    assert sum(tried) > 3 * len(tried)


def _tried_with_words_made_up(pattern: Pattern) -> int:
    tried: set[str] = set()

    @settings(max_examples=8, derandomize=True, database=None, deadline=None, suppress_health_check=list(HealthCheck))
    @given(from_regex(pattern.compiled))
    def is_found(words: str) -> None:
        tried.add(words)
        assert pattern.may_match(words), pattern.pattern

    is_found()
    return len(tried)


@pytest.mark.slow
def test_the_file_of_signs_is_right(patterns: Sequence[Pattern]) -> None:
    made = {digest_of(each.pattern, each.flags): signs_of_pattern(each.pattern, each.flags) for each in patterns}
    assert json.loads(FILE.read_text(encoding="utf-8")) == {digest: needs for digest, needs in made.items() if needs}


@pytest.mark.parametrize(
    ("written", "flags", "needs"),
    [
        (r"\bunanimous(?:ly)?\b", 0, ["|unanimou"]),
        (r"\b(?:in|de)creas\w+", 0, ["|decreas", "|increas"]),
        (r"\b(?:if|unless)\b", re.IGNORECASE, ["|if|", "|unless|"]),
        (r"(?<!\w)one(?![\w-])", 0, ["|one|"]),
        (r"\d{4}", 0, ["0000"]),
        (r"\b\d+(?:st|nd)\b", 0, ["0nd|", "0st|"]),
        (r"[A-Z]{2,}\d", 0, ["AA0"]),
        (r"(?:\w+\s)?(?:the\s)?majority\s", 0, ["majority|"]),
        (r"per\s?cent", 0, ["|cent", "percent"]),
        (r"(?=[£$])\S+", 0, ["$", "£"]),
        (r"(?:a|)\w*", 0, []),
        (r"(\w+)\s\1", 0, []),
        (r"(?:x\d|y)z", 0, ["x0z", "yz"]),
    ],
)
def test_signs_are_read_off_a_pattern(written: str, flags: int, needs: list[str]) -> None:
    found = signs_of_pattern(written, flags)
    assert (found[0] if found else []) == [need.replace("|", BORDER) for need in needs]


def test_letters_that_are_alike_to_patterns_are_alike_to_signs() -> None:
    for letter in map(chr, range(ord("a"), ord("z") + 1)):
        alike = [each for each in map(chr, range(0x10000)) if re.match(letter, each, re.IGNORECASE)]
        assert {folded(each) for each in alike} == {f"{BORDER}{letter}{BORDER}"}
        assert {in_small_letters(each) for each in alike} == {letter}


def test_forms_tell_borders() -> None:
    assert folded("Mr.").replace(BORDER, "|") == "|mr|."
    assert shape("Dr.B42").replace(BORDER, "|") == "|AZ|.|A00|"


def test_a_pattern_that_the_file_does_not_know_is_tried_everywhere() -> None:
    pattern = Pattern("what no rule looks for")
    assert pattern.sign == ALWAYS
    assert pattern.search("this is what no rule looks for")
    assert signs_of("") == ALWAYS


def test_a_pattern_is_compiled_when_it_is_first_tried() -> None:
    broken = Pattern("(")
    with pytest.raises(re.error):
        broken.search("any words")


def test_methods_find_what_those_of_re_find() -> None:
    pattern, same = Pattern(r"(\d+) (rows?)"), re.compile(r"(\d+) (rows?)")
    words = "In 12 rows, and 1 row more"
    assert [found.span() for found in pattern.finditer(words)] == [found.span() for found in same.finditer(words)]
    assert pattern.findall(words) == same.findall(words)
    assert pattern.split(words) == same.split(words)
    assert pattern.sub("–", words) == same.sub("–", words)
    assert [pattern.match(words, 3, end) is None for end in (None, 5)] == [False, True]
    assert [pattern.fullmatch(words, 3, end) is None for end in (None, 10)] == [True, False]
    assert [pattern.search(words, 8, end) is None for end in (None, 12)] == [False, True]


def test_nothing_is_found_where_a_pattern_is_not_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(signs, "_BITS", {digest_of(".", 0): [1 << 4000]})
    pattern = Pattern(".")
    assert (pattern.search("a"), pattern.match("a"), pattern.fullmatch("a")) == (None, None, None)
    assert (list(pattern.finditer("a")), pattern.findall("a")) == ([], [])
    assert (pattern.sub("b", "a"), pattern.split("a")) == ("a", ["a"])
    assert [found[0] for _, found in each_match([pattern, Pattern("a")], "a")] == ["a"]


def test_texts_are_chosen_by_any_of_several_patterns() -> None:
    texts = tuple(map(passage, ("a vote", "no words", "a bid")))
    assert list(among(texts, NEVER)) == []
    assert list(among(iter(texts), Pattern("unknown to the file"))) == list(texts)


def test_a_vocabulary_knows_what_cannot_be_said() -> None:
    said = vocabulary_of((passage("The Programme of E.G. Ltd"), passage("is ORGANISED & well-run")))
    phrases = ["the programme", "program", "e.g.", "well run", "ltd and well", "of and"]
    assert list(said.may_say(phrases)) == ["the programme", "e.g.", "well run"]
    assert list(said.may_say(phrases, but="and")) == ["the programme", "e.g.", "well run", "ltd and well", "of and"]
    assert list(said.may_begin(["organis", "organiz", "programm", "rogramm"])) == ["organis", "programm"]


def test_letters_that_are_alike_to_patterns_name_the_same_body() -> None:
    """A pattern that tells no big letters from small ones takes the Turkish letters for an i, `casefold` does not."""
    content = pipeline.load(example(), "banes").content
    assert content
    written = ("The operational group", "The operat\u0131onal group", "THE OPERAT\u0130ONAL GROUP")
    named = [bodies_named(words, content) for words in written]
    assert named[0]
    assert named[0] == named[1] == named[2]
