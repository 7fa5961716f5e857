"""Kinds of problem with forms, Word files of other organisations with tags in them: DG75x and DG76x."""

from __future__ import annotations

from docgen.diagnostic import Code, Severity

TWO_TEMPLATES = Code(
    "DG751",
    Severity.ERROR,
    "Two templates for one document type",
    """A document type is either written by a `template.md.j2` or filled into a `template.docx`. This folder holds
both.

Make a document type of its own for the form: another folder with its own `type.yaml`.""",
)
TAG = Code(
    "DG752",
    Severity.ERROR,
    "Tag in a form that cannot be read",
    """A tag in a form is not closed in its paragraph, begins in one place and ends in another, or does what tags of
forms cannot do.

Two braces begin a tag, so that a form which wants to show them writes `{{ "{{" }}`. `docs/forms.md` lists the tags.""",
)
LOST_WORDS = Code(
    "DG753",
    Severity.ERROR,
    "Words beside a tag that takes their place away",
    """`{%tr … %}` takes away the row of a table that it stands in, and `{%p … %}` its paragraph. Words, pictures and
other tags beside it would be lost with them.

Give the tag a row, or a paragraph, of its own: before the rows that it repeats, and after them.""",
)
UNFILLED = Code(
    "DG754",
    Severity.WARNING,
    "Field of a form left unfilled",
    """A tag of the form prints something that the content does not have, so that the form's field stays empty.

Write it into the content: the message says what is missing, and near which words of the form. If the field may stay
empty, say so in the form: `{{ committee.vice_chair or "" }}`.""",
)
CONTROL_LEFT = Code(
    "DG755",
    Severity.NOTE,
    "Content control left as it is",
    """The form has a box of Word's own, a content control, that nothing fills: it still shows what to write into it.

That is right for what is to be signed or ticked by hand. Otherwise write what fills it, such as `{{ programme.title
}}`, into its tag: in Word, 'Developer', then 'Properties'.""",
)
OVER_LIMIT = Code(
    "DG756",
    Severity.ERROR,
    "Text too long for its box",
    """A text is longer than the form allows. What exceeds the limit is cut by those who receive the form, or the form
is sent back.

The limit stands in the form beside the tag, `{{ vision | limit(words=300) }}`, or under `limits` in `type.yaml`. A
draft is written all the same; a final form is not.""",
)
NOT_AN_ITEM = Code(
    "DG757",
    Severity.ERROR,
    "Value that the form's list does not offer",
    """A drop-down list of the form takes only the words that it offers, and the value is none of them.

Choose one of them in the form's tag, `{{ "Joint" if programme.model == "joint" else "Delegated" }}`, or correct the
content.""",
)
NOT_A_DAY = Code(
    "DG758",
    Severity.WARNING,
    "Date box without a day",
    """A date box of Word holds one day, and what is to be filled in is none: a month, a year, other words. The words
are written into the box.""",
)
NOT_FILLED_HERE = Code(
    "DG759",
    Severity.WARNING,
    "Tag where forms are not filled",
    """Tags are filled in the text, tables, text boxes, headers, footers and footnotes of a form, and in the tags of
its content controls. This one stands elsewhere, such as in a comment, a chart or the description of a picture, and is
sent out as it is.

Move it into the text, or delete it.""",
)
NOT_IN_FORM = Code(
    "DG760",
    Severity.ERROR,
    "Reference to what the form does not have",
    """A text that is filled into a form refers to a table, figure or section of another paper, by its label.

Say in the form's `type.yaml` what the form calls it, `labels: {table-scope: question 4}`, or write the text without
the reference.""",
)
CANNOT_STAND = Code(
    "DG761",
    Severity.ERROR,
    "What cannot stand in this box of a form",
    """A box inside a line of a form holds words. A text with several paragraphs, lists or tables needs a paragraph, or
a cell of a table, to itself; a footnote cannot stand in a header, a footer or another footnote.

Put the tag alone into its paragraph, or fill in a shorter text.""",
)
UNUSED_SETTING = Code(
    "DG762",
    Severity.WARNING,
    "Setting of a form that nothing uses",
    """`type.yaml` sets a limit for something that no tag of the form prints, so that the limit holds nobody.

Write it as the tag does, without the braces: `limits: {vision: 300 words}` is for `{{ vision }}`.""",
)
ONLY_WORD = Code(
    "DG763",
    Severity.NOTE,
    "Form written as Word only",
    """A form is another organisation's Word file, so it is filled and written as Word file, whatever format is asked
for.

To have pages to look at, open it in Word and save it as PDF.""",
)

CODES = (
    TWO_TEMPLATES,
    TAG,
    LOST_WORDS,
    UNFILLED,
    CONTROL_LEFT,
    OVER_LIMIT,
    NOT_AN_ITEM,
    NOT_A_DAY,
    NOT_FILLED_HERE,
    NOT_IN_FORM,
    CANNOT_STAND,
    UNUSED_SETTING,
    ONLY_WORD,
)
