"""Kinds of problem with what is said about rules: DG051 to DG059."""

from __future__ import annotations

from docgen.diagnostic import Code, Severity

UNKNOWN_PACK = Code(
    "DG051",
    Severity.ERROR,
    "Unknown pack",
    """A programme, or `[check]` in `docgen.toml`, names a pack of rules that is not there. Packs are files in
`templates/packs/`: those that come with docgen, and your own.

Correct the name; `docgen rules` lists the packs.""",
)
UNKNOWN_RULE = Code(
    "DG052",
    Severity.ERROR,
    "Unknown rule",
    """A pack, a setting or a comment names a rule that docgen does not have. Rules have codes from DG301 to DG699;
`docgen rules` lists them. A beginning such as `DG3` stands for all rules whose codes begin so.""",
)
NO_REASON = Code(
    "DG053",
    Severity.WARNING,
    "Ignored without a reason",
    """A rule is ignored, and nobody can tell later whether that was right. Such a comment has no effect.

Write the reason behind the code: `<!-- docgen: ignore DG301 the total is rounded in the source -->`.""",
)
UNUSED_IGNORE = Code(
    "DG054",
    Severity.WARNING,
    "Nothing to ignore",
    """A comment, or `ignore_at` in `docgen.toml`, ignores a rule at a place where that rule finds nothing. What it
excused was mended or has moved; left there, it would hide the next fault.

Delete it. A comment concerns the paragraph, entry or field that it stands in or directly above.""",
)
NO_VALUES = Code(
    "DG055",
    Severity.ERROR,
    "Values for a rule that takes none",
    """A pack gives values to a rule that has nothing to be set. Delete `values` there; `docgen explain` tells what a
rule takes.""",
)
BAD_PLACE = Code(
    "DG056",
    Severity.ERROR,
    "Place to ignore cannot be read",
    """Each line of `ignore_at` has a place as messages print it, a code and a reason:
`content/x/scope.csv:7 DG502 agreed by the board`.""",
)

CODES = (UNKNOWN_PACK, UNKNOWN_RULE, NO_REASON, UNUSED_IGNORE, NO_VALUES, BAD_PLACE)
