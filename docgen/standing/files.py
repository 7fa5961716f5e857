"""What is told of each file of the content."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct

from docgen.check.words import count_words
from docgen.diagnostic import Diagnostic
from docgen.load.changes import Changes
from docgen.schema.content import Content
from docgen.schema.narrative import Narrative
from docgen.schema.registry import PART_FILES
from docgen.schema.texts import narratives_of
from docgen.source import Path, SourceMap
from docgen.standing.standing import FileStanding, tally


class Texts(Struct, frozen=True):
    """The narratives of a programme by the path of their file."""

    by_path: Mapping[str, Narrative]
    paths: Mapping[str, str]
    """The path of the file of each narrative, by the name that types and templates give it."""


def texts_of(content: Content, sources: SourceMap) -> Texts:
    """Every narrative, and every introduction to a part."""
    found = [(_name(path), sources.value(path).path, narrative) for path, narrative in narratives_of(content)]
    return Texts({path: narrative for _, path, narrative in found}, {name: path for name, path, _ in found})


def _name(path: Path) -> str:
    """`vision`; of an introduction, `scope.introduction`, which no type can name and no narrative is called."""
    return str(path[1]) if path[0] == "narratives" else ".".join(map(str, path))


def taken_files(names: Iterable[str], content: Content, sources: SourceMap, texts: Texts) -> tuple[str, ...]:
    """The files that hold the parts and narratives of these names, as far as they are there."""
    found: dict[str, None] = {}
    for name in names:
        part = PART_FILES.get(name)
        if part and getattr(content, part):
            found[sources.value((part,)).path] = None
        elif name in texts.paths:
            found[texts.paths[name]] = None
    return tuple(found)


def file_standing(path: str, texts: Texts, found: Iterable[Diagnostic], changes: Changes) -> FileStanding:
    """One file. `found` are all problems of the programme."""
    here = tally(diagnostic for diagnostic in found if diagnostic.source.path == path)
    last, is_committed = changes.last.get(path), bool(changes.unknown) or path in changes.committed
    narrative = texts.by_path.get(path)
    if narrative is None:
        return FileStanding(path, found=here, last=last, is_committed=is_committed)
    return FileStanding(
        path,
        is_narrative=True,
        title=narrative.title or "",
        owner=narrative.owner or "",
        status=str(narrative.status or ""),
        words=count_words(narrative.body),
        limit=narrative.word_limit,
        found=here,
        last=last,
        is_committed=is_committed,
    )
