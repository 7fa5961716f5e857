"""`docgen copy`: begins a programme from an earlier one."""

from __future__ import annotations

from collections.abc import Iterator

import click
from msgspec.structs import replace

from docgen.cli.asking import Asking
from docgen.cli.failures import CLEAN, FINDINGS
from docgen.cli.new_questions import dated_question, id_question, require_free, title_question
from docgen.cli.placed import faults_of, print_faults
from docgen.cli.repository import open_repository
from docgen.cli.targets import meant
from docgen.cli.terminal import Terminal, this_terminal
from docgen.diagnostic import Findings
from docgen.errors import DocgenError
from docgen.load.content import load_content
from docgen.load.repository import CONTENT
from docgen.schema.links import at
from docgen.snapshot import Snapshot
from docgen.source import Path, Sourced
from docgen.start.adding import with_files
from docgen.start.copying import Copy, copied
from docgen.start.placing import place
from docgen.start.resets import resets
from docgen.wording import counted


@click.command("copy")
@click.argument("programme")
@click.argument("new", metavar="[NEW]", required=False)
@click.option("--title", metavar="WORDS", help="Title of the new programme.")
@click.option("--dated", metavar="DAY", help="Date of its papers: 2026-05-01.")
@click.option("--yes", "is_quick", is_flag=True, help="Take defaults without asking.")
def command(programme: str, new: str | None, title: str | None, dated: str | None, is_quick: bool) -> int:
    """Begin the programme NEW with the content of PROGRAMME.

    Names and ids are kept. Version, status, dates, and whatever came of meetings, votes and surveys is reset: in its
    place stands TBC, which 'docgen check' finds.
    """
    terminal, repository, asking = this_terminal(), open_repository(), Asking(is_quick)
    old = _known(programme, list(meant([programme], repository)))
    id_ = asking.answer(new, id_question())
    require_free(id_, repository.root)
    snapshot = replace(repository.snapshot, versions={})
    loaded = _read(old, snapshot, repository.findings, terminal)
    if loaded is None:
        return FINDINGS
    called = asking.answer(title, title_question(str(at(loaded.data, ("programme", "title")))))
    changes = resets(loaded.data, asking.answer(dated, dated_question(is_quick)))
    copy = copied(snapshot, old, id_, loaded, {("programme", "title"): called, **changes})
    if not _is_sound(id_, with_files(snapshot, copy.files), terminal):
        return FINDINGS
    placed = place(repository.root, copy.files)
    terminal.print(f"written: {len(placed.written)} files in {CONTENT}/{id_}")
    _print_what_changed(copy, id_, terminal)
    return CLEAN


def _read(programme: str, snapshot: Snapshot, unread: Findings, terminal: Terminal) -> Sourced | None:
    """The content that is to be copied; None, and what was found, where it has faults or is not all there."""
    findings = Findings()
    loaded = load_content(snapshot, programme, findings)
    is_whole = snapshot.is_whole(f"{CONTENT}/{programme}")
    findings.extend(faults_of(snapshot, programme) if is_whole else unread)
    if loaded is not None and is_whole and not findings.has_errors:
        return loaded
    print_faults(findings, snapshot, terminal)
    return None


def _is_sound(programme: str, snapshot: Snapshot, terminal: Terminal) -> bool:
    """Whether the copy, as it will be, can be read."""
    faults = faults_of(snapshot, programme)
    if faults.has_errors:
        print_faults(faults, snapshot, terminal)
    return not faults.has_errors


def _known(written: str, names: list[str]) -> str:
    """The one programme that is meant."""
    if len(names) != 1:
        raise DocgenError(f"'{written}' is not one programme", "name the programme that is to be copied")
    return names[0]


def _print_what_changed(copy: Copy, new: str, terminal: Terminal) -> None:
    texts = [file for file in copy.reset if file.endswith(".md")]
    for file in [file for file in copy.reset if file not in texts]:
        terminal.print(f"reset in {file.split('/', 2)[2]}: {'; '.join(_told(copy.reset[file]))}")
    if texts:
        terminal.print(f"drafts again: {counted(len(texts), 'text')}")
    for file in copy.written_anew:
        terminal.print(f"{file.split('/', 2)[2]}: written anew, as CSV")
    terminal.print("kept: facts, names of people, risks, costs and the words of texts; see what is true here as well")
    terminal.print()
    terminal.print(f"next: write what belongs in the place of each TBC; 'docgen check {new}' finds those left")


def _told(paths: tuple[Path, ...]) -> Iterator[str]:
    """`version, status`, `13 dates`, `begins, ends of phases`."""
    groups: dict[str, dict[str, None]] = {}
    for path in paths:
        words = [key for key in path[1:] if isinstance(key, str)]
        groups.setdefault(words[0] if len(words) > 1 else "", {})[words[-1]] = None
    for around, fields in groups.items():
        named = f"{', '.join(fields)} of {around}" if around else ", ".join(fields)
        yield counted(len(fields), "date") if around == "dates" else named
