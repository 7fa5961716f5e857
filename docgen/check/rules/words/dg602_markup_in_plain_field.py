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

import re
from collections.abc import Iterator

from pydantic import BaseModel

from docgen.check.rule import ProgrammeFacts, ProgrammeRule, shortened
from docgen.diagnostic import Code, Diagnostic, Severity
from docgen.schema.content import Content
from docgen.schema.narrative import Narrative
from docgen.schema.shape import Shape, fields
from docgen.source import Path

CODE = Code("DG602", Severity.WARNING, "Markup in a plain field", __doc__ or "")

ROLE_NAMES = ("abbr", "cite", "date", "fact", "name", "numref", "ref", "short", "term", "titleref")
_ROLE = rf"\{{(?:{'|'.join(ROLE_NAMES)})\}}`[^`\n]+`"
_BOLD = r"(?<![\w*])\*\*(?![\s*])[^*\n]{0,300}[^\s*]\*\*(?![\w*])"
_LINK = r"\[[^\[\]\n]{1,300}\]\((?:https?://|mailto:)[^\s()]+\)"
_MARKUP = re.compile(f"{_ROLE}|{_BOLD}|{_LINK}")


def check(facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each such field, with the first markup in it."""
    for path, text in _texts(facts.content, Shape(Content), ()):
        found = _MARKUP.search(text)
        if found:
            message = f"'{shortened(found[0])}' will be printed as it stands"
            hint = "plain fields know no markup; write it in a narrative, or write the words"
            yield CODE.at(facts.place(*path), message, hint)


def _texts(value: object, shape: Shape, path: Path) -> Iterator[tuple[Path, str]]:
    """Every plain text below a value, with its path."""
    if type(value) is str and not shape.reference:
        yield path, value
        return
    for key, item in _parts(value):
        inner = shape.step(key)
        if inner and not (isinstance(value, Narrative) and key == "body"):
            yield from _texts(item, inner, (*path, key))


def _parts(value: object) -> Iterator[tuple[str | int, object]]:
    """The fields of a model, the items of a list, the values of a mapping."""
    if isinstance(value, BaseModel):
        yield from ((name, getattr(value, name)) for name in fields(type(value)))
    elif isinstance(value, list):
        yield from enumerate(value)
    elif isinstance(value, dict):
        yield from value.items()


RULE = ProgrammeRule(CODE, check)
