"""Kinds of problem with tables, in CSV files and in workbooks: DG140 to DG159, a part of the family DG1xx."""

from __future__ import annotations

from docgen.diagnostic import Code, Severity

ERROR = Severity.ERROR

# Tables: DG140 to DG149.

UNKNOWN_HEADING = Code(
    "DG140",
    ERROR,
    "Unknown column heading",
    """No field of this table goes by that heading. Capitals do not matter. The first row that is not empty holds
the headings.

Correct the heading, delete the column, or delete the rows above the headings.""",
)

DUPLICATE_HEADING = Code(
    "DG141",
    ERROR,
    "Two columns for one field",
    """Two headings name the same field, so that it is not clear which cell counts.

Delete one of the columns, or give it the heading that was meant.""",
)

MISSING_HEADING = Code(
    "DG142",
    ERROR,
    "Value without a heading",
    """A cell holds a value, but its column has no heading, so that it is not clear which field is meant. In CSV a
comma in a text without quotation marks moves everything after it one column to the right.

Write a heading, delete the value, or put the text that holds the comma in quotation marks.""",
)

ROWS_ABOVE_HEADINGS = Code(
    "DG143",
    ERROR,
    "Rows above the headings",
    """The first row that is not empty holds the headings of a table. Here a title or a note stands above them.

Delete the rows above the headings; a note may stand in another worksheet.""",
)

CSV_UNCLOSED_QUOTE = Code(
    "DG144",
    ERROR,
    "Quotation mark without its partner in CSV",
    """A cell that begins with a quotation mark ends at the next one. That one is missing, so everything down to the
end of the file belongs to this cell.

Write the second quotation mark. Inside a cell write `""` for one quotation mark.""",
)

CSV_TEXT_AFTER_QUOTE = Code(
    "DG145",
    ERROR,
    "Text after a closing quotation mark in CSV",
    """A cell that begins with a quotation mark ends at the next one, and only a separator or a new line may follow
it.

Inside a cell write `""` for one quotation mark: `"the ""case for change"" paper"`.""",
)

# Workbooks: DG150 to DG159.

NOT_A_WORKBOOK = Code(
    "DG150",
    ERROR,
    "Not a workbook that can be read",
    """The file's name says that it is an Excel workbook, but it is damaged, encrypted, or of another kind.

Open it in Excel, remove any password, and save it as *Excel Workbook (.xlsx)*.""",
)

UNSAFE_WORKBOOK = Code(
    "DG151",
    ERROR,
    "Workbook refused for safety",
    """The workbook holds something that content never needs and that attacks are made of: macros, a document type
declaration, or parts that unpack to an enormous size.

Copy the cells into a new workbook, save that as *Excel Workbook (.xlsx)*, and use it instead.""",
)

FAR_CELL = Code(
    "DG152",
    ERROR,
    "Value far outside the table",
    """A cell far to the right or far down holds a value. It is usually left over from a slip of the hand, and a
table that reached so far could not be printed.

Press Ctrl+End in Excel to find it, and delete the rows or columns that hold it.""",
)

MERGED_CELLS = Code(
    "DG153",
    ERROR,
    "Merged cells",
    """Several cells are merged into one. Only the first of them keeps its value, so that it is not clear what the
others hold.

Select the cells and choose *Unmerge cells*; write the value into each row that it belongs to.""",
)

FORMULA_ERROR = Code(
    "DG154",
    ERROR,
    "Formula without a result",
    """The cell shows an error such as `#REF!` or `#VALUE!` in place of a value.

Mend the formula in Excel, or write the value itself.""",
)

FORMULA_NOT_CALCULATED = Code(
    "DG155",
    ERROR,
    "Formula that was never calculated",
    """docgen reads the results that Excel stores beside its formulas. This workbook was saved by a program that
stores none.

Open it in Excel, save it, and build again.""",
)

UNKNOWN_SHEET = Code(
    "DG156",
    ERROR,
    "Unknown worksheet",
    """A workbook with several worksheets feeds several tables, and each worksheet is named after its table. This
name is none of them. Where no worksheet has the name, and not exactly one has the headings of the table, it is not
clear which one is meant.

Rename the worksheet with the data, or delete the others.""",
)

SHEET_NOT_READ = Code(
    "DG157",
    Severity.WARNING,
    "Worksheet that is not read",
    """The workbook feeds a table from another of its worksheets. This one is not named after a table, so that what it
says is missing from every document.

Leave it if it only holds notes. Otherwise move what it says into the worksheet that is read.""",
)

CELL_CANNOT_HOLD = Code(
    "DG158",
    ERROR,
    "List that a cell cannot hold",
    """In a cell of CSV or Excel, the items of a list stand one on each line; ids and names may also have commas between
them. An item with a line break, or an id with a comma, would be taken apart, and a list without items would be taken
for nothing said.

Write the item on one line, or as two items. In YAML it may stay as it is, but it cannot move into a table.""",
)

CODES: tuple[Code, ...] = (
    UNKNOWN_HEADING,
    DUPLICATE_HEADING,
    MISSING_HEADING,
    ROWS_ABOVE_HEADINGS,
    CSV_UNCLOSED_QUOTE,
    CSV_TEXT_AFTER_QUOTE,
    NOT_A_WORKBOOK,
    UNSAFE_WORKBOOK,
    FAR_CELL,
    MERGED_CELLS,
    FORMULA_ERROR,
    FORMULA_NOT_CALCULATED,
    UNKNOWN_SHEET,
    SHEET_NOT_READ,
    CELL_CANNOT_HOLD,
)
