"""All codes, by their id. The codes of rules come from the rules' own files."""

from __future__ import annotations

from docgen.codes import (
    checking,
    content_files,
    forms,
    markup,
    outputs,
    repository,
    tables,
    templates,
    values,
    word_files,
)

_FAMILIES = (repository, checking, word_files, content_files, tables, values, templates, forms, markup, outputs)

CODES = {code.id: code for family in _FAMILIES for code in family.CODES}
