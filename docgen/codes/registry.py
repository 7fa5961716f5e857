"""All codes, by their id. The codes of rules come from the rules' own files."""

from __future__ import annotations

from docgen.codes import content_files, markup, outputs, repository, tables, templates, values

_FAMILIES = (repository, content_files, tables, values, templates, markup, outputs)

CODES = {code.id: code for family in _FAMILIES for code in family.CODES}
