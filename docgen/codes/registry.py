"""All codes, by their id. The codes of rules come from the rules' own files."""

from __future__ import annotations

from docgen.codes import content_files, markup, outputs, repository, templates, values

CODES = {
    code.id: code for family in (repository, content_files, values, templates, markup, outputs) for code in family.CODES
}
