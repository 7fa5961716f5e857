"""Kinds of problem with reading content files: DG1xx."""

from __future__ import annotations

from docgen.diagnostic import Code, Severity

ERROR = Severity.ERROR

# Characters of text files: DG100 to DG109.

EMPTY_FILE = Code(
    "DG100",
    ERROR,
    "Empty file",
    """The file holds nothing, or nothing but comments and empty lines. An empty file is often a save that failed.

Fill it in, fetch it again from whoever sent it, or delete it.""",
)

NOT_UTF8 = Code(
    "DG101",
    ERROR,
    "Not saved as UTF-8",
    """Text files are read as UTF-8. Older Windows programs save in another encoding (Windows-1252), in which `£`,
`’` and `–` are stored differently, and there is no safe way to tell which character was meant.

Excel: save as *CSV UTF-8 (comma delimited)*. Notepad: *Save as*, and choose *UTF-8* under *Encoding*.""",
)

UTF16 = Code(
    "DG102",
    ERROR,
    "Saved as UTF-16",
    """The file is saved as UTF-16 or UTF-32 (Excel calls it *Unicode text*, Notepad *Unicode*), or it is no text at
all. Text files are read as UTF-8.

Excel: save as *CSV UTF-8 (comma delimited)*. Notepad: *Save as*, and choose *UTF-8* under *Encoding*.""",
)

TAB_INDENT = Code(
    "DG103",
    ERROR,
    "Tab used for indentation",
    """YAML shows what belongs to what by indentation with spaces. A tab has no agreed width, so YAML forbids it
there.

Replace each tab by two spaces. Most editors can be set to insert spaces when Tab is pressed.""",
)

PRIVATE_CHARACTER = Code(
    "DG104",
    ERROR,
    "Character of a symbol font",
    """The text holds a private-use character, which stands for a different sign in every font. Such characters come
with text that is pasted from Word, where bullets and ticks are often drawn with the fonts Symbol and Wingdings.
docgen could not know what to print, and uses such characters itself to keep content apart from templates.

Delete it, or write the ordinary character that was meant: `•`, `✓`, `→`.""",
)

CONTROL_CHARACTER = Code(
    "DG105",
    ERROR,
    "Invisible control character",
    """The text holds a character that cannot be seen and that Word files cannot hold, or one that some programs
take for the end of a line. Such characters come with text that is pasted from PDF files, databases and web pages.

Delete it. Where a new line was meant, press Enter.""",
)

UNRESOLVED_MERGE = Code(
    "DG106",
    ERROR,
    "Unresolved merge",
    """Two people changed the same lines, and git put both versions into the file, between lines that begin with
`<<<<<<<`, `=======` and `>>>>>>>`. Somebody has to choose.

Keep the right lines of the two versions, delete the three marker lines, and commit the file.""",
)

TOO_LARGE = Code(
    "DG107",
    ERROR,
    "Too large to be content",
    """The file, or what it holds, is far larger than anything that people write by hand. docgen stops before it
takes up the computer's memory.

Give long tables as CSV or XLSX, and split the rest into several files. In a workbook, delete empty rows and columns
that hold stray values.""",
)

# YAML: DG110 to DG129.

YAML_SYNTAX = Code(
    "DG110",
    ERROR,
    "Not valid YAML",
    """The file breaks the rules of YAML, so that it is not clear what is meant. The fault may stand on the line
before.

Compare the lines around the place with others of the same kind that work.""",
)

UNCLOSED_QUOTE = Code(
    "DG111",
    ERROR,
    "Quotation mark without its partner",
    """A text that begins with a quotation mark ends at the next one of its kind, and nothing may follow it on the
line. Here the second one is missing, or a quotation mark inside the text ended it too early.

Close the text. Inside single quotation marks write `''` for an apostrophe: `'the CCG''s plan'`.""",
)

NEEDS_QUOTES = Code(
    "DG112",
    ERROR,
    "Text needs quotation marks",
    """Some characters have a meaning in YAML: `: ` inside a text, and `[ ] { } * & ! | > % @` and a backquote at
its beginning.

Put the whole text in quotation marks: `title: "Phase 1: set up"`.""",
)

BAD_INDENTATION = Code(
    "DG113",
    ERROR,
    "Indentation does not fit",
    """YAML shows what belongs to what by indentation. This line begins further left or right than the lines that it
should belong with.

Give all fields of one thing, and all `-` of one list, the same number of spaces.""",
)

DUPLICATE_KEY = Code(
    "DG114",
    ERROR,
    "Field given twice",
    """The same field stands twice in one place. Most YAML readers take the last one in silence; docgen does not
choose.

Delete one of the two, or give it the name that was meant.""",
)

KEY_NOT_TEXT = Code(
    "DG115",
    ERROR,
    "Field name is not text",
    """What stands before `:` must be a plain name. It is empty here, or a list or a mapping in brackets. A text
that begins with `{{` or `[` is often the cause, since YAML takes brackets for itself.

Write a name, or put the text in quotation marks.""",
)

YAML_TAG = Code(
    "DG116",
    ERROR,
    "YAML tag",
    """YAML takes a word that begins with `!` for a tag, which says what kind of value follows. docgen knows the
kind of each field, and takes no tags.

Delete the tag; where it is part of the text, put the text in quotation marks.""",
)

ALIAS = Code(
    "DG117",
    ERROR,
    "Alias that cannot be followed",
    """YAML takes a word that begins with `*` for an alias, which repeats something that was marked with `&` further
up. Nothing is marked with that name, or it holds the alias itself.

Where the star is part of the text, put the text in quotation marks.""",
)

UNUSED_ANCHOR = Code(
    "DG118",
    ERROR,
    "Anchor that nothing uses",
    """YAML takes a word that begins with `&` for an anchor and leaves it out of the text. Nothing repeats this one,
so it was probably meant as text, and would be lost.

Put the text in quotation marks, or delete the anchor.""",
)

SEVERAL_DOCUMENTS = Code(
    "DG119",
    ERROR,
    "Several YAML documents in one file",
    """A line of three hyphens, or of three full stops, ends a YAML document. docgen reads one document from each
file.

Delete the line, or move what follows it to a file of its own.""",
)

YAML_TOO_DEEP = Code(
    "DG120",
    ERROR,
    "Nested too deeply",
    """Lists and mappings stand inside one another to a depth that no content needs. Runaway brackets are the usual
cause.

Close the brackets, or give the table as CSV or XLSX.""",
)

HYPHEN_WITHOUT_SPACE = Code(
    "DG121",
    ERROR,
    "Hyphen without a space",
    """An item of a list begins with a hyphen and a space. Without the space YAML takes the hyphen, and the lines
below it, for one text.

Write a space after the hyphen. Where the hyphen is part of the text, put the text in quotation marks.""",
)

CURLY_QUOTES = Code(
    "DG122",
    Severity.WARNING,
    "Curly quotation marks around a value",
    """YAML knows straight quotation marks only. Curly ones, which come with text that is pasted from Word, are a part
of the text and printed with it.

Write straight ones: `version: "0.2"`. Where the curly ones are to be printed, put straight ones around them.""",
)

# Markdown: DG130 to DG139.

UNCLOSED_FRONT_MATTER = Code(
    "DG130",
    ERROR,
    "Front matter without an end",
    """A Markdown file that begins with a line `---` begins with front matter: fields such as `owner: …`, up to the
next line `---`. That second line is missing.

Write `---` on a line of its own between the fields and the text.""",
)

FRONT_MATTER_NOT_FIELDS = Code(
    "DG131",
    ERROR,
    "Front matter is not a set of fields",
    """Between its two lines `---` the front matter holds fields, one on each line: `owner: Director of Primary
Care`.

Write fields there. Where `---` was meant as a rule across the page, put a line of text before it.""",
)

BODY_IN_FRONT_MATTER = Code(
    "DG132",
    ERROR,
    "Text given as a field",
    """The front matter has a field `body`, but the text of a Markdown file is what stands below the front matter.

Move the text below the second line `---`, and delete the field.""",
)

FRONT_MATTER_NOT_BEGUN = Code(
    "DG133",
    ERROR,
    "Front matter without a beginning",
    """A Markdown file begins with fields such as `owner: …` and a line `---` below them, but without the line `---`
above them. As it stands, the fields would be printed as a heading of the paper.

Write `---` on a line of its own above the fields.""",
)

# What stands where: DG160 to DG169.

UNKNOWN_FILE = Code(
    "DG160",
    ERROR,
    "File that nothing reads",
    """A programme's folder holds the parts of its content, each in a file of a certain name, and narrative in
Markdown files. This file looks like a part, but no part has its name, so what it says would be missing from every
document.

Give it the name of its part, or move it out of the folder.""",
)

GIVEN_TWICE = Code(
    "DG161",
    ERROR,
    "Given by two files",
    """Two files hold the same part of the content. Each thing is said once, so that it cannot be changed in one
place and forgotten in the other.

Keep the file that is right, and delete the other or take the part out of it.""",
)

WRONG_SHAPE = Code(
    "DG162",
    ERROR,
    "Not the shape that belongs here",
    """Each part of the content is a set of fields, `name: value`, or a table: a list of rows. The file holds
something else.

Compare it with the same file of another programme.""",
)

NOT_READ = Code(
    "DG163",
    ERROR,
    "Part in a format that is not read",
    """The file is named after a part of the content, but docgen does not read files of its kind.

Save it in one of the formats that are read, or rename it if it is only a note.""",
)

UNREAD_FILE = Code(
    "DG164",
    Severity.WARNING,
    "File beside the content",
    """docgen reads YAML, Markdown, CSV and XLSX. This file is none of them, so what it says is missing from every
document. Images, Word documents and plain text files are left alone without a word.

Leave it if it is only a note. Otherwise move what it says into a part or into a Markdown file.""",
)

CODES: tuple[Code, ...] = (
    EMPTY_FILE,
    NOT_UTF8,
    UTF16,
    TAB_INDENT,
    PRIVATE_CHARACTER,
    CONTROL_CHARACTER,
    UNRESOLVED_MERGE,
    TOO_LARGE,
    YAML_SYNTAX,
    UNCLOSED_QUOTE,
    NEEDS_QUOTES,
    BAD_INDENTATION,
    DUPLICATE_KEY,
    KEY_NOT_TEXT,
    YAML_TAG,
    ALIAS,
    UNUSED_ANCHOR,
    SEVERAL_DOCUMENTS,
    YAML_TOO_DEEP,
    HYPHEN_WITHOUT_SPACE,
    CURLY_QUOTES,
    UNCLOSED_FRONT_MATTER,
    FRONT_MATTER_NOT_FIELDS,
    BODY_IN_FRONT_MATTER,
    FRONT_MATTER_NOT_BEGUN,
    UNKNOWN_FILE,
    GIVEN_TWICE,
    WRONG_SHAPE,
    NOT_READ,
    UNREAD_FILE,
)
