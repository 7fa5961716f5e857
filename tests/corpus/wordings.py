"""Sentences of our own, `sentences/<family>.md`, written before the rules: what is found, and what flagged wrongly.

    # Numbers

    ```yaml content/x/facts.yaml
    population: {label: Registered population, value: "197,040"}
    ```

    ## Faulty

    1. [DG304] Three of the 12 practices (30%) were in favour.

    ## Sound

    1. Three of the 12 practices (25%) were in favour.

Each item is a paper of its own. The files, which belong to all, may be content, and other papers in `papers/`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from docgen.check.registry import RULES
from docgen.check.rule import DocumentRule, Paper, PapersRule, ProgrammeFacts, Rule, paper_of
from docgen.check.run import is_held
from docgen.diagnostic import Diagnostic, Severity
from docgen.render.names import role_names
from docgen.render.views import Views
from docgen.value import Value
from tests.casefile import OPENING, Case, CaseFileError, closing_fence, read_lines, text_of
from tests.casefile import Block as Fence
from tests.papers import paper_of_words
from tests.papers import role_names as names_of_cases
from tests.test_rules import PAPERS, facts_of, resolved

FOLDER = Path(__file__).parent / "sentences"
FAMILIES = {"words": ("words", "references"), "form": ("form", "accessibility")}
"""The folders of rules that a list of sentences is about, where they are not the one of its name."""
LEAST_FOUND = 0.9
MOST_FALSE = 0.05

_ITEM = re.compile(r"\d{1,3}\.\s+(?:\[(?P<code>DG\d{3})\]\s+)?(?P<words>\S.*)")
_PLACE = "papers/sentence.md"
_SAYS_NOTHING = "The paper follows."


@dataclass
class Sentence:
    """One item of a list."""

    words: str
    code: str = ""
    """Of the rule that must find a fault in it; empty for a sound one."""


@dataclass
class SentenceList:
    """All sentences about one family of rules."""

    family: str
    files: dict[str, str] = field(default_factory=dict)
    sentences: list[Sentence] = field(default_factory=list)


@dataclass(frozen=True)
class Verdict:
    """What the rules of its family say of a sentence."""

    sentence: Sentence
    raised: tuple[Diagnostic, ...]

    @property
    def is_found(self) -> bool:
        """Whether the rule that is meant finds something."""
        return any(each.code.id == self.sentence.code for each in self.raised)

    @property
    def false_alarms(self) -> list[Diagnostic]:
        """Errors and warnings about a sound sentence."""
        return [each for each in self.raised if not self.sentence.code and each.severity is not Severity.NOTE]


@dataclass(frozen=True)
class Score:
    """How the rules of a family do on their sentences."""

    family: str
    verdicts: tuple[Verdict, ...]

    @property
    def faulty(self) -> list[Verdict]:
        """Those of sentences with a fault."""
        return [verdict for verdict in self.verdicts if verdict.sentence.code]

    @property
    def sound(self) -> list[Verdict]:
        """Those of sentences without."""
        return [verdict for verdict in self.verdicts if not verdict.sentence.code]

    @property
    def missed(self) -> list[Verdict]:
        """Faults that are not found."""
        return [verdict for verdict in self.faulty if not verdict.is_found]

    @property
    def flagged(self) -> list[Verdict]:
        """Sound sentences that are flagged."""
        return [verdict for verdict in self.sound if verdict.false_alarms]


def sentence_files() -> list[Path]:
    """The lists, by the names of their families."""
    return sorted(FOLDER.glob("*.md"))


@cache
def score_of(path: Path) -> Score:
    """Hold each sentence of a list, as a paper of its own, against the rules of its family."""
    listed = read_sentences(path)
    content = {f"x {path}": text for path, text in listed.files.items() if not path.startswith(PAPERS)}
    facts = facts_of(Case(FOLDER / f"{listed.family}.md", listed.family, content))
    rules = [rule for rule in RULES if _family(rule) in FAMILIES.get(listed.family, (listed.family,))]
    reader = Reader(facts, tuple(rule for rule in rules if is_held(rule, facts.policy)), roles_of(facts))
    reader.others.extend(reader.paper(path, text) for path, text in listed.files.items() if path.startswith(PAPERS))
    usual = reader.found(_SAYS_NOTHING)
    return Score(listed.family, tuple(_verdict(sentence, reader, usual) for sentence in listed.sentences))


def _verdict(sentence: Sentence, reader: Reader, usual: Mapping[Diagnostic, None]) -> Verdict:
    """What is said because of the sentence, and not of what stands beside it."""
    return Verdict(sentence, tuple(each for each in reader.found(sentence.words) if each not in usual))


def roles_of(facts: ProgrammeFacts) -> Mapping[str, Mapping[str, Value]]:
    """What roles can name: that of the content, beside that of all cases."""
    own = role_names(Views(facts.content, facts.sources))
    return {role: {**named, **own.get(role, {})} for role, named in names_of_cases().items()}


@dataclass(frozen=True)
class Reader:
    """Holds words against the rules of a family."""

    facts: ProgrammeFacts
    rules: tuple[Rule, ...]
    roles: Mapping[str, Mapping[str, Value]]
    others: list[Paper] = field(default_factory=list)
    """Papers that stand beside each sentence."""

    def paper(self, path: str, words: str) -> Paper:
        """A paper of a few words."""
        return paper_of(Path(path).stem, resolved(paper_of_words(path, words, self.roles)))

    def found(self, words: str) -> Mapping[Diagnostic, None]:
        """What the rules say, each once; those over content alone have nothing to read here."""
        papers = [*self.others, self.paper(_PLACE, words)]
        return dict.fromkeys(each for rule in self.rules for each in self._found(rule, papers))

    def _found(self, rule: Rule, papers: Sequence[Paper]) -> Iterator[Diagnostic]:
        if isinstance(rule, DocumentRule):
            for paper in papers:
                yield from (self.facts.policy.graded(each, rule.code) for each in rule.check(paper, self.facts))
        elif isinstance(rule, PapersRule):
            yield from (self.facts.policy.graded(each, rule.code) for each in rule.check(papers, self.facts))


def _family(rule: Rule) -> str:
    """The folder in which a rule stands."""
    return rule.check.__module__.split(".")[-2]


def read_sentences(path: Path) -> SentenceList:
    """The lists of a file; `CaseFileError` for a faulty sentence without a code, or a sound one with a code."""
    listed = SentenceList(path.stem)
    heading = ""
    lines = iter(_lines(path, listed.files))
    for line in lines:
        item = _ITEM.fullmatch(line)
        if line.startswith("#"):
            heading = line.strip("# ").lower()
        elif item and heading in ("faulty", "sound"):
            listed.sentences.append(Sentence(item["words"], item["code"] or ""))
            if bool(item["code"]) != (heading == "faulty"):
                raise CaseFileError(f"{path}: '{line}' stands in the wrong list, or lacks a code")
        elif listed.sentences:
            listed.sentences[-1].words += f"\n{line.strip()}"
    return listed


def _lines(path: Path, files: dict[str, str]) -> Iterator[str]:
    """The lines outside blocks; what stands in a block with a path goes to the files."""
    lines = read_lines(path)
    position = 0
    while position < len(lines):
        opening = OPENING.fullmatch(lines[position])
        if opening:
            closing = closing_fence(path, lines, position, opening["fence"])
            files[opening["info"].split()[-1]] = text_of(lines, Fence(opening["info"], position, closing))
            position = closing
        else:
            yield lines[position]
        position += 1
