"""Roles that were not quite written as one: `{fact}` without backticks behind it."""

from __future__ import annotations

import re

from markdown_it.rules_inline import StateInline

from docgen.parse.roles.registry import ROLES

_NAME = "|".join(sorted(ROLES))
_NEAR = re.compile(rf"\{{\{{\s*({_NAME})\s*\}}\}}|\{{[ \t]*({_NAME})[ \t]*\}}")
_QUOTED = re.compile(
    r"[ \t]*\n?[ \t]*(?:`+([^`\n]{1,80})`*|‘([^’\n]{1,80})’|“([^”\n]{1,80})”"
    r"|'([^'\n]{1,80})'|\"([^\"\n]{1,80})\")"
)
_BRACKETED = re.compile(r"\(([^()\n]{1,80})\)|\[([^\[\]\n]{1,80})\]")


def near_role(state: StateInline, silent: bool) -> bool:
    """The name of a role in braces where no role could be read. A backslash before it makes it text."""
    found = _NEAR.match(state.src, state.pos)
    if not found:
        return False
    if not silent:
        token = state.push("near_role", "", 0)
        rest = _QUOTED.match(state.src, found.end()) or _BRACKETED.match(state.src, found.end())
        words = next(filter(None, rest.groups()), "").strip() if rest else ""
        written = state.src[found.start() : rest.end() if rest else found.end()]
        token.content = found[0]
        token.meta = {"name": found[1] or found[2], "words": words, "written": " ".join(written.split())}
    state.pos = found.end()
    return True
