"""Writes words so that Markdown, as repositories show it, never reads them as markup, with few backslashes."""

from __future__ import annotations

import re

_ANYWHERE = re.compile(r"[\\`*_\[\]<>|~$]|&(?=#|[A-Za-z])|:(?=[A-Za-z0-9_+-]+:|//)|(?<=www)\.|@(?=\w)")
"""What may begin markup wherever it stands: `:` where the short name of a picture letter would follow.

Addresses are no links: repositories take them for some, with the backslashes that stand in them.
"""
_AT_START = re.compile(r"^(?:(#{1,6}(?= |$)|[+-](?= |$)|[=-]+ *$)|(\d{1,9})([.)])(?= |$))")
"""What begins a heading, a list, a line or an underline at the head of a line."""
_BLANKS = re.compile(r"[\t\r\n]+")


def escaped(text: str) -> str:
    """Words inside a line."""
    return _ANYWHERE.sub(r"\\\g<0>", _BLANKS.sub(" ", text))


def safe_start(line: str) -> str:
    """A line of escaped words whose first letters mean nothing either."""
    found = _AT_START.match(line)
    if found is None:
        return line
    at = found.start(1) if found[1] else found.start(3)
    return f"{line[:at]}\\{line[at:]}"


def code_span(text: str, in_cell: bool) -> str:
    """Words in the computer's own spelling, in as many backticks as it takes."""
    text = _BLANKS.sub(" ", text)
    if not text.strip(" "):
        return text
    fence = "`" * (max((len(run) for run in re.findall("`+", text)), default=0) + 1)
    room = " " if text[0] in "` " or text[-1] in "` " else ""
    return f"{fence}{room}{_in_cell(text) if in_cell else text}{room}{fence}"


def _in_cell(text: str) -> str:
    """A table is parted at each bar before anything else is read."""
    return text.replace("|", "\\|")


def address(target: str) -> str:
    """Where a link or picture leads."""
    target = target.replace(" ", "%20").replace("<", "%3C").replace(">", "%3E").replace("|", "%7C")
    target = target.replace("\\", "%5C").replace("`", "%60")
    return f"<{target}>"


def fence_for(text: str) -> str:
    """A fence longer than any inside."""
    return "`" * max(3, max((len(run) for run in re.findall("`+", text)), default=0) + 1)


def slug(words: str) -> str:
    """The anchor that web pages for repositories give to a heading."""
    return re.sub(r"[^\w\- ]", "", words.lower()).replace(" ", "-")
