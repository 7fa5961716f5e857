"""Kinds of problem with writing documents: DG9xx."""

from __future__ import annotations

from docgen.diagnostic import Code, Severity

PICTURE_MISSING = Code(
    "DG950",
    Severity.ERROR,
    "Picture missing",
    """A document names a picture that is not in the repository.

The path is read from the repository's root, with forward slashes. Put the file there, or correct the path.
""",
)

PICTURE_UNREADABLE = Code(
    "DG951",
    Severity.ERROR,
    "Not a picture",
    """A document names a file that is not a PNG, JPEG or SVG picture, or that is damaged.

What counts is what the file holds, not how it is called: a PDF renamed to `.png` stays a PDF. A picture that some
programs show and others do not, such as a JPEG with the colours of a printing press (CMYK), is named here too: every
output shows a picture, or none does. Open the file in a picture program and save it as PNG, JPEG or SVG.
""",
)

PICTURE_REFUSED = Code(
    "DG953",
    Severity.ERROR,
    "Picture refused",
    """A picture could do harm, or would not look the same for every reader.

It is larger than a computer can unpack; or it is an SVG drawing that leads outside of itself (to a file, a web page or
a font), declares a document type, or draws so much that it never ends. Nothing that it leads to was read. Put what
belongs to the drawing into it ("embed pictures" in drawing programs), make it simpler, or save it as PNG.
""",
)

PICTURE_CHANGED = Code(
    "DG954",
    Severity.WARNING,
    "Picture that looks different",
    """Something in a picture cannot be shown in every output, so no output shows it.

In SVG drawings these are scripts, animations, web pages inside the drawing, rare effects, and rules of styles beyond
names, classes and ids. Letters are set in Liberation Sans, which has the measures of Arial: the reader's computer may
not have another font. In drawing programs, turn letters into paths to keep their looks. Of pictures that move, only
the first is shown.
""",
)

CHARACTER_REPLACED = Code(
    "DG952",
    Severity.WARNING,
    "Character that cannot be written",
    """The text holds a control character, half a character, or a code that stands for no character.

Neither Word nor HTML can hold it, so the output shows `\N{REPLACEMENT CHARACTER}` in its place. Such characters
come along when text is pasted from another program. Delete it, and type the words around it again.
""",
)

LINK_REFUSED = Code(
    "DG955",
    Severity.WARNING,
    "Link left out",
    """A link leads neither to a web page (`https:`, `http:`), nor to an e-mail address (`mailto:`), nor to a file
beside the document. Such a link can run a program on the reader's computer or leads nowhere, so the words are
kept without the link.
""",
)

LINK_TO_NOWHERE = Code(
    "DG956",
    Severity.WARNING,
    "Link to a place that is not there",
    """A link beginning with `#` leads to a place inside the document, but no heading, table or figure is called that.

The words are kept without the link. Use the `ref` role with a label: docgen then checks the label and words the
reference.
""",
)

HEADING_NUMBER_AS_TEXT = Code(
    "DG910",
    Severity.WARNING,
    "Heading number written as text",
    """Word numbers the headings of a document itself, so that they stay right when somebody adds one. It would give
this heading another number than the rest of docgen does, so the number is written as text in front of the
words: it reads right, but will not change in Word.

This happens below a level of headings that was left out, and beside headings of the same level without a number.
""",
)

LANDSCAPE_INSIDE = Code(
    "DG911",
    Severity.WARNING,
    "Landscape pages inside another block",
    """In Word, pages on their long side begin and end between the blocks of the text. Inside a list, a quotation, a
callout or a table they cannot: what should stand on them is written on the upright page.
""",
)

PAGE_BREAK_INSIDE = Code(
    "DG912",
    Severity.WARNING,
    "Page break inside a table or footnote",
    """Word cannot begin a new page there, so the page break is left out. Put it before or after the table.
""",
)

NOTE_INSIDE_NOTE = Code(
    "DG913",
    Severity.WARNING,
    "Footnote inside a footnote",
    """Word has no footnotes to footnotes. A note that the text mentions too may be mentioned again in another note;
one that only a note mentions is left out, and its mark leads nowhere.
""",
)

PROPERTY_SHORTENED = Code(
    "DG914",
    Severity.NOTE,
    "Property shortened",
    """Word keeps 255 characters of a file's title, author, version and status. Only the file's properties are
shortened: on the pages, all words stand.
""",
)

CONTENTS_WITHOUT_PAGES = Code(
    "DG915",
    Severity.NOTE,
    "Contents without page numbers",
    """docgen finds out itself on which page each heading stands, by laying the paper out as Word does. That needs the
widths of the letters, which it knows for Arial, Calibri, Cambria, Courier New, Times New Roman and the free fonts of
the same widths. It does not follow text in columns or in frames, justified or kerned text, words that Word hyphenates,
or letters that those fonts lack, such as Arabic or Chinese ones and emoji.

Where a paper or its reference document asks for anything that docgen does not follow, the contents still lead to every
heading, but bear no page numbers: a wrong number would be worse than none.
""",
)

HEADINGS_NOT_REPEATED = Code(
    "DG916",
    Severity.WARNING,
    "Headings too high to be repeated",
    """The headings of this table take so much of a page that they are not repeated at the head of each page: little
or no room would be left for the rows, and LibreOffice does not even open such a file. Without headings at the head of
each page, a long table is hard to follow, and screen readers do not find its headings.

Use shorter headings, or give the narrow columns more room with `:columns:`.
""",
)

NO_LETTER_IN_PDF = Code(
    "DG917",
    Severity.WARNING,
    "Character that the PDF has no letter for",
    """The text holds a character that none of the fonts has that docgen brings along: Chinese, for example.

The PDF shows its number in its place, as in `[U+4E2D]`. Word and web pages use the fonts of the reader's computer, and
show it. docgen uses no font of the computer on which it runs, since the same paper would look different elsewhere.
""",
)

LEFT_OUT_OF_EDGE = Code(
    "DG918",
    Severity.NOTE,
    "Picture in a header left out of the PDF",
    """The headers and footers of PDF files come from the reference document of the house, as those of Word files do.

Their words, rules, page numbers and pictures are taken over; shapes, text boxes, and pictures other than PNG, JPEG
and SVG are not, nor are pictures that are damaged or too large.
""",
)

FONT_STANDS_IN = Code(
    "DG919",
    Severity.NOTE,
    "Another font in the PDF",
    """The reference document asks for a font that docgen does not bring along.

The PDF is set in Liberation Sans, which has the measures of Arial. Sizes, weights and colours stay those of the house.
""",
)

PDF_REFUSED = Code(
    "DG920",
    Severity.ERROR,
    "PDF cannot be made",
    """docgen wrote something that its typesetter refuses.

This is a defect of docgen, not of the content. The place is that of the content which was being set. Please report it.
Until it is mended, `docgen build --format docx,html` makes the other files.
""",
)

FLATTENED_IN_MARKDOWN = Code(
    "DG921",
    Severity.NOTE,
    "Written as lines of words in Markdown",
    """A cell of a table holds a table, a picture or a list of contents.

A cell of Markdown is a single line, so only the words are kept there. Word, HTML and PDF show it as it is.
""",
)

DRAWING_TOO_SMALL = Code(
    "DG922",
    Severity.WARNING,
    "Drawing too small to read",
    """A drawing stands on one page, since its parts would lose what connects them, and is made smaller until it fits.
This one holds so much that its letters can no longer be read on paper.

Draw a part of it, or leave it out where a table says the same. On a web page it keeps its size.""",
)

NO_LETTER_IN_DRAWING = Code(
    "DG923",
    Severity.WARNING,
    "Character that a drawing has no letter for",
    """Drawings look the same in Word, on web pages and in PDF, since docgen brings their letters along. None of its
fonts has a letter for this character: Chinese, for example.

The drawing shows its number in its place, as in `[U+4E2D]`. The words that describe the drawing have the character.""",
)

WORK_LOST = Code(
    "DG924",
    Severity.ERROR,
    "Process ended before its work was done",
    """Documents are made in several processes, or on several machines. The one that worked on this document took too
long, or was ended by the system, as happens where memory runs out. The last good output stays as it is, and the other
documents are made.

Build with `--jobs 1` to see what happens in one process. Where memory is short, build fewer documents at once.""",
)

NO_SLIDES = Code(
    "DG930",
    Severity.NOTE,
    "Not written as slides",
    """Slides (`--format pptx`) were asked for of a paper that is to be read, so none are written.

Only papers whose type says `slides: yes` in its `type.yaml` are made for slides: they have little text under each
heading. A paper of many pages would give a hundred slides that nobody could follow. Write a briefing instead.
""",
)

TITLE_TOO_LONG = Code(
    "DG931",
    Severity.WARNING,
    "Words too long for their place on a slide",
    """A title, a subtitle or the line at the foot of a slide needs more room than its place has, even in small letters.

Nothing is cut off: the words run over the edge of their place, and may lie over others. Shorten them.
""",
)

FLATTENED_ON_SLIDES = Code(
    "DG932",
    Severity.NOTE,
    "Told in words on slides",
    """The cell of a table, a footnote or the notes of a speaker hold a table or a picture.

On slides there is room for words only, so the words of the table, or what the picture shows, stand there. Word, HTML
and PDF show it as it is.
""",
)

CODES: tuple[Code, ...] = (
    HEADING_NUMBER_AS_TEXT,
    LANDSCAPE_INSIDE,
    PAGE_BREAK_INSIDE,
    NOTE_INSIDE_NOTE,
    PROPERTY_SHORTENED,
    CONTENTS_WITHOUT_PAGES,
    HEADINGS_NOT_REPEATED,
    NO_LETTER_IN_PDF,
    LEFT_OUT_OF_EDGE,
    FONT_STANDS_IN,
    PDF_REFUSED,
    FLATTENED_IN_MARKDOWN,
    DRAWING_TOO_SMALL,
    NO_LETTER_IN_DRAWING,
    WORK_LOST,
    NO_SLIDES,
    TITLE_TOO_LONG,
    FLATTENED_ON_SLIDES,
    PICTURE_MISSING,
    PICTURE_UNREADABLE,
    CHARACTER_REPLACED,
    PICTURE_REFUSED,
    PICTURE_CHANGED,
    LINK_REFUSED,
    LINK_TO_NOWHERE,
)
