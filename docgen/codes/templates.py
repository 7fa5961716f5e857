"""Kinds of problem with templates and document types: DG7xx."""

from __future__ import annotations

from docgen.diagnostic import Code, Severity

SYNTAX = Code(
    "DG701",
    Severity.ERROR,
    "Template syntax",
    """The template is not valid Jinja2: a tag is not closed, a filter is unknown, a bracket is missing.

Nothing is written until it is mended. The line is the template's own. `docs/writing-templates.md` lists the tags and
filters that templates have.""",
)
UNKNOWN_NAME = Code(
    "DG702",
    Severity.ERROR,
    "Unknown name in a template",
    """The template uses a name, or a field of a record, that does not exist.

A misspelt name would leave a hole in a paper, so it is never printed as nothing. The names are the parts of the
content (`scope`, `governance`, …), the ids of its narratives with `_` for `-`, and what the template sets itself.""",
)
NOT_ALLOWED = Code(
    "DG703",
    Severity.ERROR,
    "Not allowed in a template",
    """The template tries something that templates cannot do: call a function, reach a Python object, multiply text.

Templates come from other people too. They see the fields of the content and nothing else.""",
)
TOO_MUCH = Code(
    "DG704",
    Severity.ERROR,
    "Template without end",
    """The template loops too often, prints too much, or includes itself.

The limits are far above any paper: 200,000 turns of loops, ten million characters. Look for a loop inside a loop, a
macro that calls itself, or two templates that include one another.""",
)
CANNOT_PRINT = Code(
    "DG705",
    Severity.ERROR,
    "Value that cannot be printed",
    """The template prints, or works with, a value that has no words: an optional field that the author left out, a list
inside a line, a record without a name.

Ask first (`{% if committee.vice_chair %}`), go through lists with `{% for %}`, and print a field of a record.""",
)
NOT_FOUND = Code(
    "DG706",
    Severity.ERROR,
    "Template not found",
    """A document type has no `template.md.j2`, or a template includes a file that is not there.

Included files are looked for beside the template and then in `templates/`.""",
)
UNKNOWN_TYPE = Code(
    "DG711",
    Severity.ERROR,
    "Unknown document type",
    """`programme.yaml` asks for a document of a type for which there is no folder in `templates/`.

`docgen list` shows the types. A new type is a new folder with `type.yaml` and `template.md.j2`.""",
)
MISSING_PART = Code(
    "DG712",
    Severity.ERROR,
    "Part that a document needs is missing",
    """The document type needs a part of the content, or a narrative, that the programme does not have.

Write the file that the message names. What a type needs stands in its `type.yaml`.""",
)
SAME_OUTPUT = Code(
    "DG713",
    Severity.ERROR,
    "Two documents of one name",
    """Two documents of a programme would be written to the same file, so one of them would be lost.

Ask for each type of document once in `programme.yaml`, or give one of the types another `file` in its `type.yaml`.""",
)
NOT_PRINTED = Code(
    "DG714",
    Severity.WARNING,
    "Content that no document prints",
    """The programme holds a narrative, or a part, that none of its documents prints, so nobody will read it.

Most often the name of the file is misspelt. `docgen list eoi` shows which narratives and parts a type of document
takes. A text of another name is printed by a template of your own: see `docs/writing-templates.md`.""",
)
HIDDEN_NARRATIVE = Code(
    "DG715",
    Severity.ERROR,
    "Narrative that no template can name",
    """Templates name a narrative by the name of its file, with `_` for `-`. Here that name means something else
already: another narrative, or what every template knows as `organisation`, `document` or `committee`.

Rename the file.""",
)

CODES = (
    SYNTAX,
    UNKNOWN_NAME,
    NOT_ALLOWED,
    TOO_MUCH,
    CANNOT_PRINT,
    NOT_FOUND,
    UNKNOWN_TYPE,
    MISSING_PART,
    SAME_OUTPUT,
    NOT_PRINTED,
    HIDDEN_NARRATIVE,
)
