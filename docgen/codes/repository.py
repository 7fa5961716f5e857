"""Kinds of problem with the repository, its settings and the command line: DG0xx."""

from __future__ import annotations

from docgen.diagnostic import Code, Severity

# Files of the repository: DG010 to DG029.

UNREADABLE = Code(
    "DG010",
    Severity.ERROR,
    "File cannot be read",
    """The operating system does not let docgen read the file: another program holds it open, it is not yet
downloaded from the cloud, or you have no permission.

Close it in Excel or Word, or open its folder once so that it is downloaded, and build again.""",
)

FILE_TOO_LARGE = Code(
    "DG011",
    Severity.ERROR,
    "File too large",
    """The file is larger than any file of content or templates needs to be, and it would be copied into every
build.

Move it out of the repository, or make it smaller: photographs can be saved at a lower resolution.""",
)

LINK_OUTSIDE = Code(
    "DG012",
    Severity.ERROR,
    "Link that is not followed",
    """A link (a symbolic link or a junction) leads out of the repository, to a folder, or nowhere. A document
must be built from the repository alone, so that it is the same for everybody.

Replace the link by a copy of the file.""",
)

CONFLICT_COPY = Code(
    "DG020",
    Severity.ERROR,
    "Copy made by a conflict",
    """Two people changed a file at the same time, and OneDrive, Dropbox or Windows kept both, one of them under
a changed name: `scope-LAPTOP1.csv`, `scope (1).csv`, `scope - Copy.csv`. docgen never merges them, and does not
choose.

Compare the two, take what is right into the original, and delete the copy.""",
)

TWIN_NAMES = Code(
    "DG021",
    Severity.ERROR,
    "Two names that are one on Windows",
    """Linux holds two files whose names differ in capitals only, or in the way that an accented letter is
stored. Windows and macOS hold only one of them, so that a colleague would see another document.

Rename one of the two.""",
)

BAD_NAME = Code(
    "DG022",
    Severity.ERROR,
    "Name that Windows cannot hold",
    """The repository is shared with people on Windows, which has no files called `CON` or `AUX`, none whose
names end in a space or a full stop, and none with `< > : " | ? *` or a backslash in them.

Rename the file or folder.""",
)

LONG_PATH = Code(
    "DG023",
    Severity.ERROR,
    "Path too long",
    """Windows opens paths of up to 260 characters, and the folder that the repository stands in takes up some
of them.

Shorten the names of the file and of the folders around it.""",
)

UNKNOWN_PROGRAMME = Code(
    "DG030",
    Severity.ERROR,
    "Unknown programme",
    """Each folder of `content/` with a `programme.yaml` in it is a programme. There is none of that name.

Correct the name, or make the folder and its `programme.yaml`.""",
)

NO_PROGRAMME_FILE = Code(
    "DG031",
    Severity.ERROR,
    "Folder without a programme",
    """The folder holds files, but no `programme.yaml`, which says what the programme is and which documents to
build. Nothing in it reaches any document.

Write `programme.yaml`, or move the folder out of `content/`.""",
)

OUTSIDE_PROGRAMMES = Code(
    "DG032",
    Severity.ERROR,
    "File outside the programmes",
    """The file stands in `content/` itself. Content is read from the folders in `content/`, one for each
programme.

Move it into the folder of its programme.""",
)

# Settings: DG050 to DG059.

SETTINGS_NOT_TOML = Code(
    "DG050",
    Severity.ERROR,
    "Settings cannot be read",
    """`docgen.toml` is not written as TOML asks: a bracket or a quotation mark is missing, or a setting stands there
twice. docgen does not guess what was meant, since every document depends on the settings.

Write texts in double quotation marks and lists in square brackets, below the name of their table:

```toml
[build]
formats = ["docx", "html"]
```""",
)

# History: DG070 to DG079.

HISTORY_NOT_READ = Code(
    "DG070",
    Severity.WARNING,
    "Version history without git",
    """The version history was to be completed from git (`docgen build --git-history`, or `git_history` in
`docgen.toml`), and git cannot tell it: it is not installed, the folder is no repository or another user's, or this copy
of the repository holds only the end of its history. Papers are built with the versions that `document-control.yaml`
gives.

Build where the whole history is (`git fetch --unshallow` completes a shallow copy), or write all versions into
`document-control.yaml`.""",
)

CODES: tuple[Code, ...] = (
    UNREADABLE,
    FILE_TOO_LARGE,
    LINK_OUTSIDE,
    CONFLICT_COPY,
    TWIN_NAMES,
    BAD_NAME,
    LONG_PATH,
    UNKNOWN_PROGRAMME,
    NO_PROGRAMME_FILE,
    OUTSIDE_PROGRAMMES,
    SETTINGS_NOT_TOML,
    HISTORY_NOT_READ,
)
