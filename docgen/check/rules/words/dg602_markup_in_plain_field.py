"""A plain field holds markup, which will be printed as it stands.

Only narratives and templates are read as Markdown. A cell of a table or a value of a YAML file is words, so that no
price, name or sign is changed by accident. Stars, links and roles in it would reach the reader of the paper as signs.

Bad:

```yaml
title: "**Better** care for {fact}`population` people"
```

Good:

```yaml
title: Better care for 197,040 people
```

Source: how docgen reads content. Standing: this always holds; only narratives know markup.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.plain_texts import plain_texts
from docgen.check.prose.pattern import Pattern
from docgen.check.rule import ProgrammeFacts, ProgrammeRule, shortened
from docgen.diagnostic import Code, Diagnostic, Severity

CODE = Code("DG602", Severity.WARNING, "Markup in a plain field", __doc__ or "")

ROLE_NAMES = ("abbr", "cite", "cited", "date", "fact", "name", "numref", "ref", "short", "term", "titleref")
_ROLE = rf"\{{(?:{'|'.join(ROLE_NAMES)})\}}`[^`\n]+`"
_BOLD = r"(?<![\w*])\*\*(?![\s*])[^*\n]{0,300}[^\s*]\*\*(?![\w*])"
_LINK = r"\[[^\[\]\n]{1,300}\]\((?:https?://|mailto:)[^\s()]+\)"
_MARKUP = Pattern(f"{_ROLE}|{_BOLD}|{_LINK}")


def check(facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each such field, with the first markup in it."""
    for path, text in plain_texts(facts.content):
        found = _MARKUP.search(text)
        if found:
            message = f"'{shortened(found[0])}' will be printed as it stands"
            hint = "write it in a narrative, or in plain words: such a field knows no markup"
            yield CODE.at(facts.place(*path), message, hint)


RULE = ProgrammeRule(CODE, check)
