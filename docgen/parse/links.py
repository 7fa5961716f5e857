"""Where links lead, and where they may not."""

from __future__ import annotations

import re
from urllib.parse import unquote

from markdown_it.common.normalize_url import normalizeLink

from docgen.parse.reader import Reader
from docgen.rendered import PLACEHOLDER

_ALLOWED = ("http", "https", "mailto", "document")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
"""What browsers leave out before they look at the scheme: `java`, a line end and `script:` run a script."""


def address_of(written: str, reader: Reader) -> str:
    """The address as written, with the words of the values in it."""
    if not PLACEHOLDER.search(written):
        return written
    address = reader.plain(written).strip()
    return address if fault_of(address) else normalizeLink(address)


def fault_of(address: str) -> str:
    """Why a paper may not hold a link to this address; empty where it may."""
    bare = address.strip()
    if not bare:
        return "a link has no address"
    if _CONTROL.search(bare):
        return f"the link '{_CONTROL.sub('?', bare)}' holds characters that no address can hold"
    scheme = _SCHEME.match(bare)
    # Two slashes, either way round, lead to another computer: in Windows with the reader's name and password.
    leads_away = unquote(bare[:9]).replace("\\", "/").startswith("//")
    if leads_away or (scheme and scheme[1].lower() not in _ALLOWED):
        return f"'{bare}' is not a link that a paper may hold"
    return ""
