"""The files of a new repository, by their path."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from docgen import __version__
from docgen.load.repository import CONTENT
from docgen.load.settings import SETTINGS
from docgen.schema.registry import PART_FILES, TABLES
from docgen.schema.settings import Settings
from docgen.schema.shape import fields
from docgen.start.content_file import SCHEMAS


def repository_files() -> Mapping[str, str]:
    """What `docgen init` writes, as far as it is not there."""
    return {
        "README.md": README,
        SETTINGS: settings_file(),
        "requirements.txt": REQUIREMENTS,
        ".gitignore": GITIGNORE,
        ".gitattributes": GITATTRIBUTES,
        ".editorconfig": EDITORCONFIG,
        ".pre-commit-config.yaml": PRE_COMMIT,
        ".github/workflows/papers.yml": WORKFLOW,
        ".vscode/extensions.json": _json({"recommendations": list(EXTENSIONS)}),
        ".vscode/settings.json": _json(editor_settings()),
        f"{CONTENT}/.gitkeep": "",
        "build/.gitignore": BUILD_GITIGNORE,
    }


def settings_file() -> str:
    """`docgen.toml` with every setting in comments: what holds without it is what is shown."""
    head = "# Settings of this repository. All may be left out: take the '# ' before a line away to use it."
    return "\n".join([head, *_settings(), ""])


def _settings() -> Iterator[str]:
    for group, shape in fields(Settings).items():
        yield ""
        yield f"[{group}]"
        for name, info in shape.model.model_fields.items() if shape.model else ():
            yield f"# {info.description}"
            yield f"# {name} = {EXAMPLES.get((group, name)) or _toml(info.default)}"


def _toml(value: Any) -> str:
    """A default as TOML writes it."""
    if isinstance(value, list):
        return f"[{', '.join(map(_toml, value))}]"
    return str(value).lower() if isinstance(value, bool) else f'"{value}"'


EXAMPLES: Mapping[tuple[str, str], str] = {
    ("document", "marking"): '"OFFICIAL"',
    ("document", "audience"): '"Member practices and the public"',
    ("style", "reference"): '"templates/styles/reference.docx"',
    ("check", "packs"): '["house-style", "accessibility"]',
    ("check", "select"): '["DG3", "DG451"]',
    ("check", "ignore"): '["DG614"]',
    ("check", "ignore_at"): '["content/example/scope.yaml:7 DG502 agreed by the board"]',
}
"""What stands behind a setting that has no default to show."""


def editor_settings() -> Mapping[str, Any]:
    """Settings of Visual Studio Code: plain files, and the schema of each kind of content file."""
    names = dict.fromkeys((*PART_FILES, *(table.name for table in TABLES)))
    schemas = {f"{SCHEMAS}/{name}.json": f"{CONTENT}/*/{name}.yaml" for name in names if name in PART_FILES}
    return {
        "files.encoding": "utf8",
        "files.eol": "\n",
        "files.insertFinalNewline": True,
        "editor.wordWrap": "on",
        "[yaml]": {"editor.insertSpaces": True, "editor.tabSize": 2, "editor.detectIndentation": False},
        "yaml.format.enable": False,
        "yaml.schemas": schemas,
    }


def _json(value: Any) -> str:
    return json.dumps(value, indent=2, ensure_ascii=False) + "\n"


EXTENSIONS = ("redhat.vscode-yaml", "editorconfig.editorconfig", "tamasfe.even-better-toml")
"""They read the schemas, keep line ends alike on all computers, and know TOML."""

README = """\
# Our papers

The papers of this repository are made by docgen from the files in `content/`. Write there, and never in `build/`.

## Once

```sh
python3 -m venv .venv
.venv/bin/python -m pip install -r requirements.txt
.venv/bin/python -m docgen schema
```

The last line helps editors: they then complete fields, explain them, and mark what is wrong while you type.

On Windows, in PowerShell, the first line is `py -m venv .venv`, and the others begin with `.venv\\Scripts\\python`.
Activate the environment in each new terminal: `. .venv/bin/activate`, on Windows `.venv\\Scripts\\Activate.ps1`.

## Every day

| You want to | Run |
| --- | --- |
| begin a programme of work | `docgen new programme` |
| add a paper to it, with the files that it needs | `docgen new document` |
| see what is wrong, or still to be written (`TBC`) | `docgen check` |
| write the papers into `build/` | `docgen build` |
| see which kinds of paper there are, and what each takes | `docgen list` |
| understand a message | `docgen explain DG609` |
| begin a programme from an earlier one | `docgen copy` |

## Rules of the house

* A fact, a name or a date is written once, in the folder of its programme: papers take it from there.
* Papers in `build/` are made anew each time. Change what they are made from.
* `docgen check` says `no problems found` before a paper goes out.
"""

REQUIREMENTS = f"""\
# The version of docgen that makes our papers. Where your organisation keeps it in a place of its own, write the
# address or the path of that place instead: docgen @ https://example.org/docgen.whl
docgen=={__version__}
"""

GITIGNORE = f"""\
# Schemas for editors, which 'docgen schema' writes
/{SCHEMAS.partition("/")[0]}/
# Environments of Python
.venv/
# Files that Word, LibreOffice and the operating systems leave behind
~$*
.~lock.*#
*.tmp
Thumbs.db
desktop.ini
.DS_Store
"""

GITATTRIBUTES = """\
* text=auto eol=lf
*.docx binary
*.xlsx binary
*.pptx binary
*.pdf binary
*.png binary
*.jpg binary
*.jpeg binary
"""

EDITORCONFIG = """\
root = true

[*]
charset = utf-8
end_of_line = lf
insert_final_newline = true

[*.{yaml,yml}]
indent_style = space
indent_size = 2
trim_trailing_whitespace = true
"""

PRE_COMMIT = """\
# Keeps back a commit whose content has errors. Once in each copy of the repository: pip install pre-commit, then
# pre-commit install
repos:
  - repo: local
    hooks:
      - id: docgen-check
        name: docgen check
        entry: python -m docgen check
        language: system
        pass_filenames: false
        files: ^(content|templates)/|^docgen\\.toml$
"""

WORKFLOW = """\
# Checks the content on GitHub with each change, and keeps the papers that were made from it.
name: Papers
on: [push, pull_request]
permissions:
  contents: read
jobs:
  papers:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-python@v5
        with:
          python-version: "3.12"
      - run: python -m pip install -r requirements.txt
      - run: python -m docgen check --format github
      - run: python -m docgen build
      - uses: actions/upload-artifact@v4
        if: always()
        with:
          name: papers
          path: build
"""

BUILD_GITIGNORE = """\
# Everything here is written by docgen.
*
!.gitignore
"""
