"""Kinds of problem with what content says, before any rule looks at it: DG2xx."""

from __future__ import annotations

from docgen.diagnostic import Code, Severity

UNKNOWN_FIELD = Code(
    "DG201",
    Severity.ERROR,
    "Unknown field",
    """A file has a field that docgen does not know. Often it is a slip of the pen.

What stands in an unknown field would reach no document, so docgen refuses it instead of leaving it out in silence.

Write the field as the message suggests, or delete it. `docs/writing-content.md` lists the fields of every part.
""",
)

MISSING_FIELD = Code(
    "DG202",
    Severity.ERROR,
    "Missing field",
    """A field that must be there is absent, or is there with nothing after it.

Add it at the place that the message names. In a table, fill in the cell of that row; where the whole column is
missing, add the column.
""",
)

WRONG_KIND = Code(
    "DG203",
    Severity.ERROR,
    "Wrong kind of value",
    """A field holds a list where it takes one value, or one value where it takes named fields, and so on.

A list has one item on a line, each after `- `. Named fields stand on lines of their own, indented, as `name: value`.
""",
)

UNKNOWN_NAME = Code(
    "DG204",
    Severity.ERROR,
    "Unknown committee, organisation, member or other thing",
    """A field names something by its id, and nothing has that id.

Names, roles and abbreviations are written once, where the thing is defined, and reach the documents from there. Other
files name it by its id: the key under `organisations` in `programme.yaml`, under `committees` or `bodies` in
`governance.yaml`, or the `id` of a committee's member.

Write the id as the message suggests, or define the thing.
""",
)

DUPLICATE_ID = Code(
    "DG205",
    Severity.ERROR,
    "Same id twice",
    """Two things have the same id, so a field that names it could mean either.

Give one of them another id, and change the fields that name it.
""",
)

UNREADABLE_VALUE = Code(
    "DG211",
    Severity.ERROR,
    "Value that cannot be read",
    """A field takes a date, a number, an amount, yes or no, or one of a few words, and holds something else.

* Dates: `2018-08-06`, `6 August 2018`; where a month or a year is enough, also `August 2018`, `2018`, `2018/19`.
* Numbers: `197,040`, `28.6`. Amounts: `£43,300`, `£43.3k`, `£220 million`.
* Choices: one of the words that the message lists.
""",
)

NOT_AN_ID = Code(
    "DG212",
    Severity.ERROR,
    "Not an id",
    """An id is how other files call a thing. It is never printed.

It has small letters, digits, hyphens and underscores, and begins and ends with a letter or a digit:
`strategic-group`, `go_live`. It needs to be short and to stay as it is when the name of the thing changes.
""",
)

QUORUM_NOT_UNDERSTOOD = Code(
    "DG213",
    Severity.ERROR,
    "Quorum that is not understood",
    """A quorum is an expression over the members of its committee, so that docgen can print it, compare it with the
membership, and compute it after members with a conflict of interest have left:

    4 members, including 1 lay and 1 of {clinical, executive}, and (chair or vice-chair)

It counts members (`4 members`), kinds of member (`1 lay`; also voting, clinical and executive), or some of several
(`2 of {clinical, finance-director}`). It names the chair, the vice-chair, or a member by id. It joins these by commas,
`and` or `including`, and gives choices by `or` in parentheses.
""",
)

CODES = (
    UNKNOWN_FIELD,
    MISSING_FIELD,
    WRONG_KIND,
    UNKNOWN_NAME,
    DUPLICATE_ID,
    UNREADABLE_VALUE,
    NOT_AN_ID,
    QUORUM_NOT_UNDERSTOOD,
)
