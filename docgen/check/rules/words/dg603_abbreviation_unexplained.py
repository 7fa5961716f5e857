"""A short form is used before the paper has said what it stands for.

Papers are read by people who were not at the meeting: lay members, patients, the next accountable officer. The long
form stands at the first use, with the short one in brackets. One that is explained further on is reported too; where
only the table of abbreviations explains it, that is a note. The pack lists the short forms that everybody knows.

Bad:

```markdown
The PCCC met in March. The primary care commissioning committee (PCCC) has 9 members.
```

Good:

```markdown
The primary care commissioning committee (PCCC) met in March. The PCCC has 9 members.
```

Short forms of the glossary explain themselves where they are written as {abbr}`PCCC`.

Source: the pack. Standing: what the pack says; for most boards good practice.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from msgspec.structs import replace
from pydantic import Field

from docgen.check.declared import names, short_forms
from docgen.check.policy import Provision
from docgen.check.prose.passages import Kind
from docgen.check.prose.pattern import Pattern
from docgen.check.prose.words.abbreviations import Explanation, Use, explanations, letters_of, singular, uses
from docgen.check.rule import DocumentRule, Paper, ProgrammeFacts
from docgen.diagnostic import Code, Diagnostic, Related, Severity
from docgen.schema.base import Part
from docgen.schema.types import Several, Text

CODE = Code("DG603", Severity.WARNING, "Abbreviation used before it is explained", __doc__ or "")
_IN_LIST = replace(CODE, severity=Severity.NOTE)

_READ = (Kind.PARAGRAPH, Kind.ITEM, Kind.CELL, Kind.CAPTION)
_WORDS = Pattern(r"(?=.*[AEIOUY])[A-Z]{5,}")
"""Capitals of this length are more often a word that is stressed."""
_IS_NAME = Pattern(r"[A-Z]&[A-Z]")
"""That of a shop, or a word that is known in this form."""
_CAPITALS_BEFORE = Pattern(r"(?<!\w)[A-Z]*[AEIOUY][A-Z]*[ -]$(?<=[A-Z]{4}[ -])")
_CAPITALS_AFTER = Pattern(r"[ -](?=[A-Z]*[AEIOUY])[A-Z]{4,}(?!\w)")
_COMMON = frozenset(
    (
        "AD AM AN AND ARE AS AT BC BE BUT BY DO FOR FROM GO HAS IF IN IS IT MAY ME MUST MY NE NEW NO NONE NOT NOW "
        "NW OF OFF OK ON ONE ONLY OR OUR OUT PM SE SEE SO SW TBA TBC TBD THE THIS TO TODO TWO UP US WE WHO WILL XX "
        "XXX XXXX YES YOU"
    ).split()
)


class KnownShortForms(Part):
    """What the rule takes."""

    known: Several[Text] = Field(default=[], description="Short forms that need no explanation: NHS, GP")


def check(paper: Paper, facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each such short form, at its first use."""
    given = facts.provided(CODE, KnownShortForms)
    if not given:
        return
    known = {short for provision in given for short in provision.values.known}
    explained = _explained(paper)
    declared = {form.short for form in short_forms(facts)}
    spelled = {letters for short in (*explained, *declared) for letters in letters_of(short)}
    named = {name.source for name in names(facts)} | {form.source for form in short_forms(facts)}
    order = {id(passage): number for number, passage in enumerate(paper.passages)}
    for use in _first_uses(paper, known, declared):
        found = explained.get(use.short)
        is_variant = use.short not in declared and not found and bool(spelled & set(letters_of(use.short)))
        if is_variant or use.passage.piece(use.at).source in named or (found and _is_left_to_list(use, found)):
            continue
        if not found or (order[id(use.passage)], use.at) < (order[id(found.passage)], found.at - len(found.long)):
            yield _diagnostic(use, found, given[0])


def _explained(paper: Paper) -> Mapping[str, Explanation]:
    """The first explanation of each short form in the text, else that of a list of abbreviations."""
    explained: dict[str, Explanation] = {}
    for explanation in explanations(paper.passages):
        if explanation.short not in explained or explained[explanation.short].in_list:
            explained[explanation.short] = explanation
    return explained


def _first_uses(paper: Paper, known: Collection[str], declared: Collection[str]) -> Iterator[Use]:
    """The first use of each short form that has to be explained, as far as it stands in running text."""
    seen: set[str] = set()
    for use in uses(paper.passages):
        if use.short not in seen and use.passage.kind in _READ and _needs_words(use, known, declared):
            seen.add(use.short)
            yield use


def _needs_words(use: Use, known: Collection[str], declared: Collection[str]) -> bool:
    if use.short in known or use.short in _COMMON:
        return False
    if use.short in declared:
        return not _is_alone(use)
    initials = (use.passage.kind is Kind.CELL and len(use.short) < 4) or _IS_NAME.fullmatch(use.short)
    return not initials and not _WORDS.fullmatch(use.short) and not _is_among_capitals(use)


def _is_among_capitals(use: Use) -> bool:
    """Whether a word in capitals stands beside it, so that it is rather a word than a short form: `SELF CARE`."""
    before, after = use.passage.words[: use.at], use.passage.words[use.at + len(use.short) :]
    return bool(_CAPITALS_BEFORE.search(before) or _CAPITALS_AFTER.match(after))


def _is_left_to_list(use: Use, found: Explanation) -> bool:
    """Whether a list explains what stands where nothing can be explained: in a table, or in a field of the content."""
    can_explain = use.source.path.endswith((".md", ".j2")) and use.passage.kind is not Kind.CELL
    return found.in_list and not can_explain


def _is_alone(use: Use) -> bool:
    """Whether the passage holds nothing else, as in the first column of a list of abbreviations."""
    return singular(use.passage.words.strip()) == use.short


def _diagnostic(use: Use, found: Explanation | None, provision: Provision[KnownShortForms]) -> Diagnostic:
    if found is None:
        message = f"the paper never says what '{use.short}' stands for"
        help = f"write the long form at its first use, with '({use.short})' after it, or {{abbr}}`{use.short}`"
        return provision.at(CODE, use.source, message, help)
    if found.in_list:
        message = f"'{use.short}' is explained only in the list of abbreviations"
        related = Related(found.source, "it is explained here")
        return _IN_LIST.at(use.source, message, "write the long form at its first use too", related)
    message, related = f"'{use.short}' is used before it is explained", Related(found.source, "it is explained here")
    return provision.at(CODE, use.source, message, "move the explanation to the first use", related)


RULE = DocumentRule(CODE, check, values=KnownShortForms)
