"""Words are counted as a reader counts them."""

from __future__ import annotations

import pytest

from docgen.check.words import count_words


@pytest.mark.parametrize(
    ("markdown", "words"),
    [
        ("", 0),
        ("Better care, nearer to home.", 5),
        ("A&E and R&D — 5 < 6 weeks", 6),
        ("patients’ well-being, don't, 1,200 and 28.6%", 6),
        ("**B**ath and *North* East", 4),
        ("one\ntwo\\\nthree", 3),
        ("# A heading\n\n* an item\n* another", 5),
        ("[ask us](https://example.org/a-b-c 'a title')", 2),
        ("![a picture](map.png)", 0),
        ("`some code` and\n\n    more code", 5),
        ("{fact}`registered_population` people of {ref}`table-scope`", 4),
        ("{ref}`words of its own <table-scope>`", 1),
        (":::{callout} note\n:title: Not counted\nTwo words.\n:::", 2),
        ("| a | b |\n|---|---|\n| c | d e |", 5),
        ("<b>bold</b>", 3),
        ("One <!-- a note --> two.\n\n<!--\nA note\n\nin two parts.\n-->\n\nThree.", 3),
        ("One <!-- two three", 3),
        ("名前 и здоровье", 3),
    ],
)
def test_markup_is_no_word(markdown: str, words: int) -> None:
    assert count_words(markdown) == words


@pytest.mark.parametrize("piece", ["word ", "{a", "`", "{a}`", "a-", "[", ":a", "> ", "* ", "<!--", "<!---->"])
def test_many_signs_of_one_kind_are_counted_in_no_time(piece: str) -> None:
    assert count_words(piece * (20_000 // len(piece))) >= 0
