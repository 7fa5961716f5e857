"""Kinds of problem with Word documents that the repository holds, the house's reference document above all: DG06x."""

from __future__ import annotations

from docgen.diagnostic import Code, Severity

NOT_A_WORD_FILE = Code(
    "DG060",
    Severity.ERROR,
    "Not a Word document that can be used",
    """The file should be a Word document (`.docx`) or a Word template (`.dotx`), but it is damaged, encrypted, or of
another kind. What counts is what the file holds, not how it is called.

Open it in Word, remove any password, and save it as *Word Document (.docx)*.""",
)

UNSAFE_WORD_FILE = Code(
    "DG061",
    Severity.ERROR,
    "Word document refused for safety",
    """The Word document holds something that would travel into every paper and can do harm there: macros, embedded
objects, a template or picture that is fetched from elsewhere, fields that fetch or run something, a document type
declaration, or parts that unpack to an enormous size.

The message names the part. Copy what is needed into a new Word document, save that as *Word Document (.docx)*, and use
it instead. Links to web pages may stay.""",
)

REFERENCE_NOT_FOUND = Code(
    "DG062",
    Severity.ERROR,
    "No such reference document",
    """`docgen.toml` names a reference document under `[style]` that is not in the repository, or that cannot be one.

It must stand in `templates/`, and be a `.docx` or `.dotx` file. The path is read from the repository's
root, with forward slashes. `docgen reference` writes one to begin with.""",
)

UNKNOWN_PLACEHOLDER = Code(
    "DG063",
    Severity.ERROR,
    "Unknown word in braces in a header or footer",
    """In the headers and footers of the reference document, docgen fills in what stands in double braces, such as
`{{ title }}`. It does not know this word, so that the braces would stand on every page.

Known are `organisation`, `title`, `version`, `status`, `date`, `author` and `marking`.""",
)

STYLE_ADDED = Code(
    "DG064",
    Severity.NOTE,
    "Styles added to the house style",
    """The document needs styles that the reference document lacks. docgen has added its own, in the fonts of the house,
and with its colour and size of text.

To decide how they look, make a style of the same name in the reference document. `docgen reference` writes a document
that shows all of them.""",
)

PAPER_NOT_A4 = Code(
    "DG065",
    Severity.NOTE,
    "Paper of the United States",
    """The reference document is set up for US Letter or Legal paper, as Word does where it knows of no other. It is
used as it is, but printers in the United Kingdom will scale or cut the pages.

In Word, choose Layout, Size, A4, and save.""",
)

NO_ROOM_ON_PAGE = Code(
    "DG066",
    Severity.ERROR,
    "Page without room for text",
    """The margins of the reference document leave less than five centimetres for the text.

In Word, choose Layout, Margins, and save.""",
)

CODES: tuple[Code, ...] = (
    NOT_A_WORD_FILE,
    UNSAFE_WORD_FILE,
    REFERENCE_NOT_FOUND,
    UNKNOWN_PLACEHOLDER,
    STYLE_ADDED,
    PAPER_NOT_A4,
    NO_ROOM_ON_PAGE,
)
