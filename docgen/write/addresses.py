"""Decides which addresses a link may lead to, the same in every output."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from docgen.codes.outputs import LINK_REFUSED
from docgen.diagnostic import Findings
from docgen.tree.inline import Link

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_ALLOWED = frozenset({"http", "https", "mailto"})
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
"""Browsers drop some of these while they read an address: `java\\tscript:` would be a scheme after all."""


def address_outside(link: Link, ending: str, findings: Findings) -> str | None:
    """The address of a web page, a mailbox or a file beside the document; for any other a diagnostic and `None`.

    `ending` is that of the file being written: a link to another paper leads to the one of the same format.
    """
    target = f"{link.target}.{ending}" if link.to_paper else link.target.strip(" ")
    if _may_be_led_to(target):
        return target
    help = "write an address that begins with https:, http: or mailto:, or the path of a file beside the document"
    findings.add(LINK_REFUSED.at(link.source, f"The link to '{printable(link.target)}' is left out", help))
    return None


def printable(target: str) -> str:
    """An address as a message may show it: on one line, and without characters that a terminal would act on."""
    return _CONTROL.sub("\N{REPLACEMENT CHARACTER}", target)


def _may_be_led_to(target: str) -> bool:
    """`//host` and `\\\\host` are no files beside the document: they lead to another computer."""
    if not target or _CONTROL.search(target) or target.startswith(("//", "\\", "/\\")):
        return False
    scheme = _SCHEME.match(target)
    return (scheme is None or scheme[1].lower() in _ALLOWED) and _is_readable(target)


def _is_readable(target: str) -> bool:
    """Word takes a file for damaged if an address in it cannot be read: `http://`, `http://[`, `http://x:port`."""
    try:
        parts = urlsplit(target)
        return bool(parts.hostname and parts.port != 0) if parts.scheme in ("http", "https") else True
    except ValueError:
        return False
