"""Comments and settings that excuse a rule at one place, each with a reason.

# docgen: ignore DG402 the lead is named in January        in YAML: this entry, or the next
<!-- docgen: ignore DG301 rounded in the source -->        in Markdown: this paragraph, or the next
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

from msgspec import Struct

from docgen.check.comments import Comment, comments_in
from docgen.check.rule import shortened
from docgen.codes import checking
from docgen.diagnostic import Diagnostic, Findings
from docgen.snapshot import Snapshot
from docgen.source import Source
from docgen.suggest import did_you_mean

_CODES = r"(?P<codes>DG\d+(?:\s*,\s*DG\d+)*)"
_SAID = re.compile(rf"\s*ignore\b\s*(?:{_CODES}\b)?(?P<reason>.*)", re.IGNORECASE | re.DOTALL)
_SETTING = re.compile(rf"(?P<place>\S.*?)\s+{_CODES}\b(?P<reason>.*)", re.IGNORECASE)
_AS_COMMENT = "write the code of a rule, then the reason: 'docgen: ignore DG301 rounded in the source'"
_AS_SETTING = "write a place, a code and a reason: 'content/x/scope.csv:7 DG502 agreed by the board'"


class Ignore(Struct, frozen=True):
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
    words: str = ""
    """The whole line of the setting that it stands in."""

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
            within = f" in '{ignore.words}'" if ignore.words else ""
            message = f"no rule is called '{code}'{within}"
            findings.add(checking.UNKNOWN_RULE.at(ignore.source, message, did_you_mean(code, known)))
            return False
    return True


def _settings(settings: Iterable[tuple[str, Source]], findings: Findings) -> Iterator[Ignore]:
    for written, source in settings:
        said = _SETTING.fullmatch(written)
        if said is None:
            findings.add(checking.BAD_PLACE.at(source, f"'{written}' names no place and rule", _AS_SETTING))
        elif not _gives_reason(said["reason"]):
            findings.add(checking.NO_REASON.at(source, f"'{written}' gives no reason", _AS_SETTING))
        else:
            place = said["place"].replace("\\", "/").removeprefix("./")
            path = re.split(r":(?=[\w ]*!?\w*)", place)[0]
            yield Ignore(_codes(said["codes"]), source, path, place=place, words=written)


def _comments(path: str, snapshot: Snapshot, findings: Findings) -> Iterator[Ignore]:
    for comment in comments_in(path, snapshot.read(path)):
        source = Source(path, comment.line, comment.column)
        codes = _said(comment, source, findings)
        if codes:
            yield Ignore(codes, source, path, comment.first, comment.last, is_judged=not path.startswith("templates/"))


def _said(comment: Comment, source: Source, findings: Findings) -> tuple[str, ...]:
    """The codes of a comment; none, with a diagnostic, where it has none, gives no reason, or says something else."""
    said = _SAID.fullmatch(comment.said)
    if said is None or not comment.is_closed:
        message = f"'docgen: {shortened(comment.said)}' is no instruction" if said is None else "the comment has no end"
        findings.add(checking.UNKNOWN_RULE.at(source, message, _AS_COMMENT))
        return ()
    if not said["codes"]:
        findings.add(checking.UNKNOWN_RULE.at(source, "the comment names no rule to ignore", _AS_COMMENT))
        return ()
    if not _gives_reason(said["reason"]):
        findings.add(checking.NO_REASON.at(source, f"'{said['codes']}' is ignored without a reason", _AS_COMMENT))
        return ()
    return _codes(said["codes"])


def _gives_reason(words: str) -> bool:
    """Whether there are words, and not only a colon or a dash."""
    return bool(re.search(r"[^\W_]", words))


def _codes(written: str) -> tuple[str, ...]:
    return tuple(code.upper() for code in re.findall(r"DG\d+", written, re.IGNORECASE))
