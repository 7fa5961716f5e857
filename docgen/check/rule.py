"""What a rule is, and what it sees."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from docgen.check.policy import NO_PACKS, Policy, Provision, Values
from docgen.check.prose.passages import Passage, passages_of
from docgen.check.prose.sentences import Sentence
from docgen.check.prose.stated import stated
from docgen.diagnostic import Code, Diagnostic, Related, Severity
from docgen.schema.base import Part
from docgen.schema.content import Content
from docgen.schema.governance import Committee
from docgen.source import Path, Source, SourceMap
from docgen.tree.document import Document


class ProgrammeFacts(Struct, frozen=True):
    """All that is known of one programme before its documents are made."""

    content: Content
    sources: SourceMap
    policy: Policy = NO_PACKS
    has_all_papers: bool = True
    """Whether all documents of the programme could be made, so that it can be told what none of them says."""

    @property
    def committees(self) -> Mapping[str, Committee]:
        """Those of the governance, by their ids; none where the content has no governance."""
        return self.content.governance.committees if self.content.governance else {}

    def place(self, *path: str | int) -> Source:
        """Where a value stands, or the nearest value around it: `facts.place("resources", "stated_total")`."""
        return self.sources.value(path)

    def key(self, path: Path) -> Source:
        """Where the key stands that leads to a value."""
        return self.sources.key(path)

    def provided(self, code: Code, kind: type[Values]) -> list[Provision[Values]]:
        """What the programme's packs have a rule hold."""
        return self.policy.provided(code, kind)


class Paper(Struct, frozen=True, eq=False):
    """One resolved document, and what it says in words. Compared by identity, since its tree is large."""

    name: str
    """`banes/eoi`."""
    document: Document
    passages: tuple[Passage, ...]
    """All that it says itself, in the order of reading."""
    is_form: bool = False
    """Whether it is what goes into the form of another organisation, which has headings of its own around it."""


def paper_of(name: str, document: Document, is_form: bool = False, answers: frozenset[Source] = frozenset()) -> Paper:
    """A document as rules see it, without the passages that stand at the places of `answers`: others wrote them."""
    passages = (passage for passage in passages_of(document) if passage.source not in answers)
    return Paper(name, document, tuple(passages), is_form)


class ProgrammeRule(Struct, frozen=True):
    """A rule over the content of a programme."""

    code: Code
    check: Callable[[ProgrammeFacts], Iterable[Diagnostic]]
    """Pure: it reports what it finds and changes nothing."""
    values: type[Part] = Part
    """What a pack gives the rule; a rule with values holds only where a pack gives them."""
    by_pack: bool = False
    """Whether it holds only where a pack lists it."""


class DocumentRule(Struct, frozen=True):
    """A rule over one resolved document, with the content that it was made from at hand."""

    code: Code
    check: Callable[[Paper, ProgrammeFacts], Iterable[Diagnostic]]
    """Pure: it reports what it finds and changes nothing."""
    values: type[Part] = Part
    by_pack: bool = False
    of_forms: bool = True
    """Whether it holds for what goes into forms of other organisations too."""


class PapersRule(Struct, frozen=True):
    """A rule over all documents of a programme at once: what one says and another contradicts."""

    code: Code
    check: Callable[[Sequence[Paper], ProgrammeFacts], Iterable[Diagnostic]]
    """Pure: it reports what it finds and changes nothing."""
    values: type[Part] = Part
    by_pack: bool = False


Rule = ProgrammeRule | DocumentRule | PapersRule


def needs_pack(rule: Rule) -> bool:
    """Whether a rule holds only where a pack lists it."""
    return rule.by_pack or rule.values is not Part


def undecided(code: Code, source: Source, message: str, help: str = "", *related: Related) -> Diagnostic:
    """A note that a rule cannot be decided here; it is never guessed."""
    return replace(code, severity=Severity.NOTE).at(source, message, help, *related)


def each_passage(papers: Iterable[Paper]) -> tuple[Passage, ...]:
    """The passages of all papers, those once that several papers print from the same place."""
    return _each_passage(tuple(papers))


def each_sentence(papers: Iterable[Paper]) -> Iterator[Sentence]:
    """The sentences of all papers, those once that several papers print; what is quoted from others is left out."""
    return stated(each_passage(papers))


@lru_cache(maxsize=2)
def _each_passage(papers: tuple[Paper, ...]) -> tuple[Passage, ...]:
    """Many rules ask for those of the same papers, which are compared by identity: their trees are large."""
    every = (passage for paper in papers for passage in paper.passages)
    return tuple({(passage.source, passage.words): passage for passage in every}.values())


def shortened(words: str) -> str:
    """Enough of a long text to know it again in a message."""
    return textwrap.shorten(words, 50, placeholder=" …")
