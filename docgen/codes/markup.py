"""Kinds of problem with Markdown, roles and directives: DG8xx."""

from __future__ import annotations

from docgen.diagnostic import Code, Severity

NOT_A_DIRECTIVE = Code(
    "DG801",
    Severity.ERROR,
    "Directive without a name",
    """A line begins with three colons but names no directive in braces.

Write `:::{callout}`; `docs/writing-templates.md` lists the directives.""",
)
NOT_CLOSED = Code(
    "DG802",
    Severity.ERROR,
    "Directive not closed",
    """A directive has a beginning and no end, so everything after it would belong to it.

Close it with as many colons as it began with, on a line of their own. A directive inside another one takes fewer
colons than the outer one.""",
)
UNKNOWN_DIRECTIVE = Code(
    "DG803",
    Severity.ERROR,
    "Unknown directive",
    """There is no directive of this name, so docgen cannot tell what its lines are for, and prints none of them.

Mend the spelling; `docs/writing-templates.md` lists the directives. Three colons at the beginning of a line that are
meant as text are written `\\:::`.""",
)
UNKNOWN_OPTION = Code(
    "DG804",
    Severity.ERROR,
    "Unknown option of a directive",
    """The directive does not know this option, so it would have no effect.

`docs/writing-templates.md` lists the options of each directive.""",
)
BAD_OPTION = Code(
    "DG805",
    Severity.ERROR,
    "Option that cannot be read",
    """The option of a directive holds something that it cannot hold. The message says what it takes.""",
)
UNKNOWN_ROLE = Code(
    "DG806",
    Severity.ERROR,
    "Unknown role",
    """There is no role of this name. ``{fact}`key` `` prints a fact, ``{ref}`label` `` refers to a table;
`docs/writing-content.md` lists them all.""",
)
UNKNOWN_TARGET = Code(
    "DG807",
    Severity.ERROR,
    "Role that names nothing",
    """A role names a fact, date, abbreviation, organisation, committee or reference that no content file defines.

Define it in the file that the name belongs to (`facts.yaml`, `glossary.yaml`, `references.yaml`, `programme.yaml`,
`governance.yaml`), or mend the spelling.""",
)
UNKNOWN_LABEL = Code(
    "DG808",
    Severity.ERROR,
    "Unknown label",
    """A cross-reference names a label that no heading, table or figure of this document bears.

Labels are given with `(label)=` on the line before a heading, or with the option `label` of a table or figure.""",
)
DUPLICATE_LABEL = Code(
    "DG809",
    Severity.ERROR,
    "Label given twice",
    """Two headings, tables or figures of one document bear the same label, so a reference could mean either.

Choose another label for one of them, and mend the references that mean it.""",
)
LABEL_WITHOUT_BLOCK = Code(
    "DG810",
    Severity.ERROR,
    "Label without a heading or table",
    """`(label)=` stands before something that cannot be referred to. It belongs on the line before a heading, table or
figure, which bears one label only; and before a paragraph, in papers whose paragraphs are numbered.""",
)
NO_NUMBER = Code(
    "DG811",
    Severity.ERROR,
    "Reference to something without a number",
    """A cross-reference leads to a heading, table, figure or paragraph that has no number, so it has nothing to print.

Give the table or figure a caption, or use ``{titleref}`label` ``, which prints the words of the heading. A paragraph
has a number where the type of paper numbers paragraphs, and it stands by itself below a numbered heading of the first
level.""",
)
NOT_TAKEN = Code(
    "DG812",
    Severity.ERROR,
    "Words that a directive does not print",
    """A directive holds words, or is followed by words, for which it has no place, so they would be lost.

Remove them, or put them outside the directive. `docs/writing-templates.md` tells what each directive takes.""",
)
PICTURE_MISSING = Code(
    "DG821",
    Severity.ERROR,
    "Picture not found",
    """The file of a picture is not where the text says. It is looked for beside the text's own file, and from the
repository's root. Pictures are PNG, JPEG or SVG files in `content/` or `templates/`.""",
)
NOT_A_PICTURE = Code(
    "DG822",
    Severity.ERROR,
    "Not a picture",
    """The file has the name of a picture but is none, or is of a kind that Word and browsers do not both show.

Open it in a picture program and save it as PNG, JPEG or SVG.""",
)
NO_ALTERNATIVE = Code(
    "DG823",
    Severity.ERROR,
    "Picture without a text alternative",
    """Some readers hear a paper instead of seeing it. The law asks for words in the place of every picture that says
something: `![What it shows](picture.png)`, or the option `alt` of a figure.""",
)
LINK_REFUSED = Code(
    "DG824",
    Severity.ERROR,
    "Link that a paper may not hold",
    """Links lead to web pages (`https:`), e-mail addresses (`mailto:`) or files beside the paper. Others can run
programs on the reader's machine, or give away their name and password.""",
)
UNKNOWN_PAPER = Code(
    "DG826",
    Severity.ERROR,
    "Link to a paper that is not in the pack",
    """A link that begins with `document:` leads to another paper of the same programme, in the same format. The pack
has no paper of that name, so readers would follow it to nothing.

Name the type of a document that `programme.yaml` asks for, such as `document:action-plan`, or the name of its output
without its ending. Where there is one for each committee, name the committee: `document:terms-of-reference/group`.""",
)
UNUSED_LINK = Code(
    "DG825",
    Severity.ERROR,
    "Link address that nothing uses",
    """A line such as `[name]: address` gives a link its address and is not printed. Nothing in the same file uses this
one, or another line has given the name already, so its words would be lost.

Write `[words][name]` where the link belongs, or put a backslash before the line if it is meant to be read.""",
)
UNKNOWN_FOOTNOTE = Code(
    "DG831",
    Severity.ERROR,
    "Unknown footnote",
    """The text mentions a footnote that the same file does not hold, so its mark would lead nowhere.

Write the note: a line that begins with `[^name]:`. A mark that is meant as text is written `\\[^name]`.""",
)
UNUSED_FOOTNOTE = Code(
    "DG832",
    Severity.ERROR,
    "Footnote that nothing mentions",
    """A footnote that nothing mentions is not printed, so its words would be lost.

Write its name where it belongs, as in `the plan[^1]`, or remove the note.""",
)
TWO_FOOTNOTES = Code(
    "DG833",
    Severity.ERROR,
    "Two footnotes of one name",
    """A file holds two footnotes of the same name, so one of them would be lost. Give one of them another name.""",
)
NOTE_IN_NOTE = Code(
    "DG834",
    Severity.ERROR,
    "Footnote inside a footnote",
    """A footnote mentions another footnote, or cites a work. Word has no footnotes of footnotes, so it would be lost.

Write the words of the second one into the first.""",
)
RECORD_IN_TEXT = Code(
    "DG841",
    Severity.ERROR,
    "Record without words",
    """A template prints a record that has no words of its own. Print one of its fields, for example
its name; the message lists them.""",
)
PROSE_IN_LINE = Code(
    "DG842",
    Severity.ERROR,
    "Several paragraphs inside a line",
    """A template prints a narrative inside a line of text, and the narrative has more than one paragraph.

Print it on a line of its own.""",
)
HEADING_TOO_DEEP = Code(
    "DG843",
    Severity.ERROR,
    "Heading too deep",
    """Headings have six levels. A narrative's headings go below the heading under which the template prints it.""",
)
EMPTY_HEADING = Code(
    "DG844",
    Severity.ERROR,
    "Heading without words",
    """A heading has no words, so neither the contents nor a screen reader can name the section.

Write the words, or remove the number signs at the beginning of the line.""",
)
TOO_DEEP = Code(
    "DG845",
    Severity.ERROR,
    "Nested too deeply",
    """Lists or quotes stand inside one another on so many levels that some could be lost.

A reader cannot follow so many levels either: bring them to the front, or make a table of them.""",
)
RESERVED_CHARACTER = Code(
    "DG846",
    Severity.ERROR,
    "Character that no paper can hold",
    """The text names a character by its number (`&#57344;`) that Word files cannot hold, or that docgen uses itself.

Delete it, or write the ordinary character that was meant.""",
)
NEAR_ROLE = Code(
    "DG847",
    Severity.ERROR,
    "Role that is not written as one",
    """The name of a role stands in braces, but no words between backticks follow it directly, so it is not read as a
role. The paper would print the braces instead of the figure, date or name that was meant.

Write ``{fact}`population` ``: one pair of braces, no spaces, backticks and not quotation marks. Braces that are meant
to be read are written with a backslash, `\\{fact}`, or as code.""",
)
NEAR_MISS = Code(
    "DG848",
    Severity.WARNING,
    "Looks like markup, and is printed as text",
    """A narrative holds something that is nearly a link, a list, a heading, a table, a directive or HTML, or lines that
four spaces have made a block of code. The paper would show its signs to the reader instead of what was meant.

Write it as the message says. Where the signs are meant to be read, put a backslash before them, or make them code.""",
)
ROW_TOO_LONG = Code(
    "DG851",
    Severity.ERROR,
    "Row longer than its table",
    """A row of a table drawn with pipes has more cells than the table has columns; the last ones would be lost.

A bar that belongs to the text is written `\\|`.""",
)
UNEVEN_ROWS = Code(
    "DG852",
    Severity.ERROR,
    "Uneven rows",
    """The rows of a `list-table` must all have the same number of cells, and its headings are single lines of text.""",
)
UNKNOWN_COLUMN = Code(
    "DG853",
    Severity.ERROR,
    "Unknown column",
    """A column of a table names a field that its records do not have, so the column would be empty.

Mend the spelling in the option `columns`; a field of another record is reached with a dot: `lead.name`.""",
)
EMPTY_TABLE = Code(
    "DG854",
    Severity.WARNING,
    "Table without rows",
    """The table has headings and no rows. A template asks with `{% if %}` before it prints a table that may be
empty.""",
)
NO_TABLE = Code(
    "DG855",
    Severity.ERROR,
    "Table directive without a table",
    """`:::{table}` takes records (`:::{table} {{ scope.functions }}`) or, inside it, one table drawn with pipes.""",
)
NO_CHART = Code(
    "DG856",
    Severity.ERROR,
    "Nothing to draw",
    """A chart is drawn from a part of the content: `:::{timeline} {{ timescales }}`,
`:::{committee-chart} {{ governance }}`, `:::{survey-chart} {{ engagement.survey }}`, `:::{scope-chart} {{ scope }}`,
`:::{readiness-matrix} {{ readiness }}`.

It was given something else, or nothing. Narratives have no values in double braces, so charts stand in templates.""",
)
EMPTY_CHART = Code(
    "DG857",
    Severity.WARNING,
    "Chart of nothing",
    """The part of the content that a chart is drawn from has nothing in it that could be drawn, so there is no figure.
A template asks with `{% if %}` before it draws what may be empty.""",
)
BAD_CHART_VALUE = Code(
    "DG858",
    Severity.ERROR,
    "Value that a chart cannot show",
    """A number of a chart is missing, is none, is below 0, or is a share of something smaller than itself. A chart of
the other values would mislead its readers, so it is left out.

Correct the value in the file that the message names.""",
)
TWO_TITLES = Code(
    "DG861",
    Severity.ERROR,
    "Two titles",
    """A document has one title, which also names the file and stands in the header of every page.

Use a heading for what follows.""",
)
COVER_NOT_FIRST = Code(
    "DG862",
    Severity.ERROR,
    "Cover that is not the first page",
    """The directive `cover` makes the first page of a paper: nothing stands before it, and there is one.""",
)
EMPTY_LIST = Code(
    "DG863",
    Severity.NOTE,
    "List without entries",
    """A list of tables or of figures has nothing to list, so it is left out, with its title.

Only tables and figures with a caption have a number and stand in these lists. A template for papers that may have none
writes the option `:optional: yes`; then nothing is said.""",
)
APPENDIX_MISPLACED = Code(
    "DG864",
    Severity.ERROR,
    "Appendix that cannot stand there",
    """`{appendix}` marks a heading of the first level as an appendix, which has a number in any case: `Appendix A`.
Headings below it belong to the appendix, and headings of a narrative stand below the one that the template prints.

Write `# Survey form {appendix}` in the template, and print the narrative below it. A heading has one mark, `{appendix}`
or `{-}`.""",
)
EMPTY_QUOTE = Code(
    "DG865",
    Severity.ERROR,
    "Pull quote without words",
    """The directive `pull-quote` sets a sentence large, and was given none.

Write the sentence after the directive's name, or on the lines inside it.""",
)

CODES = (
    NOT_A_DIRECTIVE,
    NOT_CLOSED,
    UNKNOWN_DIRECTIVE,
    UNKNOWN_OPTION,
    BAD_OPTION,
    UNKNOWN_ROLE,
    UNKNOWN_TARGET,
    UNKNOWN_LABEL,
    DUPLICATE_LABEL,
    LABEL_WITHOUT_BLOCK,
    NO_NUMBER,
    NOT_TAKEN,
    PICTURE_MISSING,
    NOT_A_PICTURE,
    NO_ALTERNATIVE,
    LINK_REFUSED,
    UNUSED_LINK,
    UNKNOWN_PAPER,
    UNKNOWN_FOOTNOTE,
    UNUSED_FOOTNOTE,
    TWO_FOOTNOTES,
    NOTE_IN_NOTE,
    RECORD_IN_TEXT,
    PROSE_IN_LINE,
    HEADING_TOO_DEEP,
    EMPTY_HEADING,
    TOO_DEEP,
    RESERVED_CHARACTER,
    NEAR_ROLE,
    NEAR_MISS,
    ROW_TOO_LONG,
    UNEVEN_ROWS,
    UNKNOWN_COLUMN,
    EMPTY_TABLE,
    NO_TABLE,
    NO_CHART,
    EMPTY_CHART,
    BAD_CHART_VALUE,
    TWO_TITLES,
    COVER_NOT_FIRST,
    EMPTY_LIST,
    APPENDIX_MISPLACED,
    EMPTY_QUOTE,
)
