"""Comments and settings that excuse a rule at one place, each with a reason.

# docgen: ignore DG402 the lead is named in January        in YAML: this entry, or the next
<!-- docgen: ignore DG301 rounded in the source -->        in Markdown: this paragraph, or the next
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from docgen.codes import checking
from docgen.diagnostic import Diagnostic, Findings
from docgen.snapshot import Snapshot
from docgen.source import Source
from docgen.suggest import did_you_mean

_COMMENTS = {
    ".yaml": re.compile(r"(?:^|\s)#\s*docgen:\s*ignore\b(?P<said>.*)$"),
    ".md": re.compile(r"<!--\s*docgen:\s*ignore\b(?P<said>.*?)-->"),
    ".j2": re.compile(r"(?:<!--|\{#)-?\s*docgen:\s*ignore\b(?P<said>.*?)-?(?:-->|#\})"),
}
_SAID = re.compile(r"\s*(?P<codes>DG\d+(?:\s*,\s*DG\d+)*)(?P<reason>.*)")
_SETTING = re.compile(r"(?P<place>\S.*?)\s+(?P<codes>DG\d+(?:\s*,\s*DG\d+)*)(?P<reason>.*)")
_AS_COMMENT = "write the code of a rule, then the reason: 'docgen: ignore DG301 rounded in the source'"
_AS_SETTING = "write a place, a code and a reason: 'content/x/scope.csv:7 DG502 agreed by the board'"


@dataclass(frozen=True, slots=True)
class Ignore:
    """One excuse."""

    codes: tuple[str, ...]
    """Codes of rules, or their beginnings."""
    source: Source
    """Where it is written."""
    path: str
    """The file that it concerns."""
    first: int = 0
    last: int = 0
    """The lines that it concerns; 0 for all."""
    place: str = ""
    """The place that it concerns, as messages print it, in place of lines."""
    is_judged: bool = True
    """Whether it is reported where it excuses nothing. A template serves other programmes too."""

    def covers(self, diagnostic: Diagnostic) -> bool:
        """Whether it excuses a diagnostic: one of its places is meant, and its rule."""
        places = [diagnostic.source, *(related.source for related in diagnostic.related)]
        return diagnostic.code.id.startswith(self.codes) and any(map(self._is_at, places))

    def _is_at(self, source: Source) -> bool:
        if source.path != self.path:
            return False
        if self.place:
            return f"{source}:".startswith(f"{self.place}:")
        return not self.last or self.first <= source.line <= self.last


def ignores_of(
    snapshot: Snapshot,
    programme: str,
    settings: Iterable[tuple[str, Source]],
    known: Collection[str],
    findings: Findings,
) -> list[Ignore]:
    """All excuses that concern a programme. `known` are the codes of all rules; `settings` are those of `docgen.toml`.

    Those without a reason, or for rules that there are not, are reported and have no effect.
    """
    found = list(_settings(settings, findings))
    for path in (*snapshot.below(f"content/{programme}"), *snapshot.below("templates")):
        found += _comments(path, snapshot, findings)
    return [ignore for ignore in found if _is_known(ignore, known, findings)]


def _is_known(ignore: Ignore, known: Collection[str], findings: Findings) -> bool:
    for code in ignore.codes:
        if not any(rule.startswith(code) for rule in known):
            findings.add(
                checking.UNKNOWN_RULE.at(ignore.source, f"no rule is called '{code}'", did_you_mean(code, known))
            )
            return False
    return True


def _settings(settings: Iterable[tuple[str, Source]], findings: Findings) -> Iterator[Ignore]:
    for written, source in settings:
        said = _SETTING.fullmatch(written)
        if said is None:
            findings.add(checking.BAD_PLACE.at(source, f"'{written}' names no place and rule", _AS_SETTING))
        elif not said["reason"].strip():
            findings.add(checking.NO_REASON.at(source, f"'{written}' gives no reason", _AS_SETTING))
        else:
            path = re.split(r":(?=[\w ]*!?\w*)", said["place"])[0]
            yield Ignore(_codes(said["codes"]), source, path, place=said["place"])


def _comments(path: str, snapshot: Snapshot, findings: Findings) -> Iterator[Ignore]:
    suffix = path[path.rfind(".") :].lower().replace(".yml", ".yaml")
    data = snapshot.read(path)
    if suffix not in _COMMENTS or b"docgen:" not in data:
        return
    lines = data.decode("utf-8-sig", errors="replace").splitlines()
    written = [(number, found) for number, line in enumerate(lines, 1) for found in _COMMENTS[suffix].finditer(line)]
    for number, comment in written:
        source = Source(path, number, comment.start() + 1)
        codes = _said(comment["said"], source, findings)
        extent = _entry if suffix == ".yaml" else _paragraph
        first, last = extent(lines, number, _is_alone(lines[number - 1], comment))
        if codes:
            yield Ignore(codes, source, path, first, last, is_judged=not path.startswith("templates/"))


def _said(words: str, source: Source, findings: Findings) -> tuple[str, ...]:
    """The codes of a comment; none, with a diagnostic, where it has none or gives no reason."""
    said = _SAID.fullmatch(words)
    if said is None:
        findings.add(checking.UNKNOWN_RULE.at(source, "the comment names no rule to ignore", _AS_COMMENT))
        return ()
    if not said["reason"].strip():
        findings.add(checking.NO_REASON.at(source, f"'{said['codes']}' is ignored without a reason", _AS_COMMENT))
        return ()
    return _codes(said["codes"])


def _codes(written: str) -> tuple[str, ...]:
    return tuple(re.findall(r"DG\d+", written))


def _is_alone(line: str, comment: re.Match[str]) -> bool:
    """Whether nothing else stands on the line."""
    return not (line[: comment.start()] + line[comment.end() :]).strip()


def _entry(lines: Sequence[str], number: int, alone: bool) -> tuple[int, int]:
    """The YAML entry that begins on this line, or on the next: all lines that are further in belong to it."""
    first = next((at for at in range(number + alone, len(lines) + 1) if _has_words(lines[at - 1])), number)
    depth = _depth(lines[first - 1])
    inside = range(first + 1, len(lines) + 1)
    end = next((at for at in inside if _has_words(lines[at - 1]) and _depth(lines[at - 1]) <= depth), len(lines) + 1)
    return first, end - 1


def _has_words(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip())


def _paragraph(lines: Sequence[str], number: int, alone: bool) -> tuple[int, int]:
    """The lines around this one up to empty ones; where it stands alone between such, those of the next paragraph."""
    first = last = number
    while first > 1 and lines[first - 2].strip():
        first -= 1
    while last < len(lines) and lines[last].strip():
        last += 1
    below = next((at for at in range(last + 1, len(lines) + 1) if lines[at - 1].strip()), 0)
    return _paragraph(lines, below, alone=False) if alone and first == last == number and below else (first, last)
