"""A placeholder stands where words or figures should.

TBC, XX, "[insert name]", dd/mm/yyyy, `#VALUE!` and "Error! Reference source not found" are found the day after the
papers went out, by the board. Content and papers are both searched, so that a cell which no paper prints yet is told
too.

Bad:

```yaml
title: Post for [insert name of practice], from XX May
```

Good:

```yaml
title: Post for the Mill Road practice, from 12 May
```

Source: published papers of governing bodies. Standing: good practice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from docgen.check.declared import ShortForm, short_forms
from docgen.check.plain_texts import plain_texts
from docgen.check.prose.pattern import Pattern, among
from docgen.check.rule import Paper, PapersRule, ProgrammeFacts, each_passage, shortened
from docgen.diagnostic import Code, Diagnostic, Severity

CODE = Code("DG609", Severity.WARNING, "Placeholder left in place", __doc__ or "")

_VERB = r"insert|include|enter|add|type|complete|delete|state|describe|list|give|provide|write|fill in|specify|choose"
_THING = r"name|date|number|title|organisation|ccg|trust|practice|amount|figure|address|place|time|venue|details?|text"
_PLACEHOLDER = Pattern(
    r"(?<![\w-])(?:TB[CAD]|tb[cad]|TODO|FIXME)(?![\w-])"
    r"|(?<![\w&-])(?:[Xx]{3,}|X{2}|£[Xx]+[km]?|(?<=\s)xx%?)(?![\w&-])"
    r"|\b[XxDd]{2}[/.][XxMm]{2}[/.](?:[Xx]{2,4}|[Yy]{2,4})\b"
    r"|#(?:VALUE!|REF!|NAME\?|NUM!|NULL!|DIV/0!|N/A(?!\w))"
    rf"|\[\s*(?i:(?:please )?(?:{_VERB})\b[^\[\]\n]{{0,200}}"
    rf"|(?:{_THING})(?: of [^\[\]\n]{{1,60}})?|x+|\?+|\.{{3}}|…|blank)\s*\]"
    rf"|<\s*(?i:(?:{_VERB})\b[^<>\n]{{1,100}}|(?:{_THING})(?: of [^<>\n]{{1,60}})?)\s*>"
    r"|(?i:\blorem ipsum\b|click (?:here|or tap here|or tap) to enter (?:text|a date)|choose an item\.)"
    r"|Error! (?:Reference source|Bookmark) not (?:found|defined)\.?"
    r"|\?{3,}|(?<!\S)\?\?(?!\S)"
    r"|\[[^\[\]\n]{0,100}\b(?i:to be (?:added|completed|confirmed|decided|inserted|supplied|agreed))\s*\]"
)
_HELP = "write what belongs there, or take the sentence out"
_ANSWERS = ("engagement", "survey", "responses")
"""What people wrote in answer stands as they wrote it."""
_ROMAN_BEFORE = Pattern(r"(?:chapter|part|schedule|annex|appendix|article|section|title|book|volume)\s$", re.IGNORECASE)


def check(papers: Sequence[Paper], facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each placeholder in the fields of the content, then in the words of the papers."""
    known = {form.short for form in short_forms(facts) if _has_its_initials(form)}
    for path, words in plain_texts(facts.content):
        for found in _placeholders(words, known) if path[:3] != _ANSWERS else ():
            yield CODE.at(facts.place(*path), f"'{shortened(found[0])}' is a placeholder", _HELP)
    fields = {facts.place(*path) for path, _ in plain_texts(facts.content)}
    every = (
        (passage, found)
        for passage in among(each_passage(papers), _PLACEHOLDER)
        for found in _placeholders(passage.words, known)
    )
    for passage, found in every:
        if passage.piece(found.start()).source not in fields:
            yield CODE.at(passage.place(found.start()), f"'{shortened(found[0])}' is a placeholder", _HELP)


def _has_its_initials(form: ShortForm) -> bool:
    """Whether it shortens its long form: one that is still to be written looks like a placeholder because it is one."""
    return form.short.lower() in "".join(word[0] for word in form.long.split()).lower()


def _placeholders(words: str, known: set[str]) -> Iterator[re.Match[str]]:
    for found in _PLACEHOLDER.finditer(words):
        before = words[max(0, found.start() - 20) : found.start()]
        is_number = found[0] in ("XX", "XXX") and _ROMAN_BEFORE.search(before)
        if found[0] not in known and not is_number:
            yield found


RULE = PapersRule(CODE, check)
