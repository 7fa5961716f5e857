"""What sentences say that a body does, decides or keeps: `The group will carry out rent reviews`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from enum import Enum

from msgspec import Struct

from docgen.check.prose.pattern import Pattern, among
from docgen.check.prose.scope.claims import is_told
from docgen.check.prose.scope.doers import doers_named
from docgen.check.prose.scope.duties import prepares
from docgen.check.prose.scope.times import is_of_another_time
from docgen.check.prose.sentences import Sentence
from docgen.check.prose.words.bodies import Named
from docgen.schema.content import Content


class Act(Enum):
    """What a body does with a matter."""

    TAKES = "takes"
    DECIDES = "decides"
    KEEPS = "keeps"


class Deed(Struct, frozen=True):
    """One matter that a sentence gives to a body."""

    body: str
    act: Act
    words: str
    """Those that name the matter."""
    start: int
    """Where they begin in the sentence."""


_NEXT = r"(?:(?:the|all|any|every|final|formal|full|sole|overall|local|our|its|their|own)\s+)*"
_ACTS = (
    r"(?:(?P<keeps>keeps?(?:\s+hold\s+of)?|holds?\s+on\s+to|retains?|remains?\s+responsible\s+for|"
    r"continues?\s+to\s+(?:hold|lead|manage|run|commission|carry\s+out|keep))"
    r"|(?P<decides>decides?(?:\s+(?:on|about))?|determines?|approves?|confirms?|authori[sz]es?|signs?\s+off|"
    rf"(?:makes?|takes?)\s+{_NEXT}decisions?\s+(?:on|about)|ha(?:s|ve)\s+{_NEXT}(?:final\s+say|last\s+word)\s+(?:on|about))"
    rf"|(?P<takes>carr(?:y|ies)\s+out|takes?\s+(?:on|over)|(?:takes?|assumes?)\s+{_NEXT}responsibility\s+for|"
    r"(?:be|is|are)\s+responsible\s+for|manages?|runs?|holds?|handles?|commissions?|leads?(?:\s+on)?|appl(?:y|ies)|"
    r"imposes?|issues?|negotiates?|plans?|buys?|purchases?|procures?))(?=\s)"
)
_AUXILIARY = (
    r"(?P<aux>(?:will|would(?:\s+(?:like|wish|prefer)\s+to)?|shall|can|may|(?:is|are)\s+to|"
    r"(?:intend|plan|propose|mean)s?\s+to)\s+)?"
)
_DOES = Pattern(
    rf"(?:\s*\([^()]{{1,30}}\))?\s+{_AUXILIARY}(?:(?:also|then|now|jointly|itself|together|therefore|both|all)\s+)?{_ACTS}",
    re.IGNORECASE,
)
"""What stands behind a body that does something."""
_VERB = Pattern(rf"\s*{_ACTS}", re.IGNORECASE)
_SUBJECT = Pattern(
    r"(?:^|[;:,]\s*|\b(?:and|but|while|whereas|so|therefore|that|then|also)\s+)"
    r"(?:(?:from|since|by|in|as\s+of|with\s+effect\s+from)\s+(?:\w+\s+){0,2}(?:19|20)\d\d,?\s+)?"
    r"(?:(?:the|our|its|this|new|proposed|both|instead)\s+)*$",
    re.IGNORECASE,
)
"""What stands before a body that does something itself: `the chair of the group` is another."""
_DONE = Pattern(
    r"(?:(?P<aux>(?:will|would|shall|can|may|is\s+to|are\s+to)\s+be)|is|are)\s+(?:\w+ly\s+)?"
    r"(?:(?P<keeps>kept|retained)|(?P<decides>decided(?:\s+on)?|determined|approved|confirmed|authori[sz]ed|made|taken)"
    r"|(?P<takes>carried\s+out|taken\s+(?:on|over)|managed|run|held|handled|commissioned|led|applied|imposed|issued|"
    r"negotiated|planned))\s+(?:\w+ly\s+)?by\s+(?:(?:the|our|this|new|proposed)\s+)*$"
    r"|(?P<aux2>(?:will|would|shall|must)\s+)?(?P<stays>stays?|remains?|rests?)\s+(?:\w+\s+){0,2}?"
    r"(?:with|the\s+responsibility\s+of|a\s+(?:matter|task)\s+for)\s+(?:the\s+)?$"
    r"|(?P<aux3>(?:will|would|shall|must|is\s+to|are\s+to)\s+)(?P<passes>pass|move|transfer|go|be\s+(?:passed|moved|transferred|handed))\s+"
    r"(?:over\s+|across\s+|on\s+)?to\s+(?:the\s+)?$",
    re.IGNORECASE,
)
"""What stands before a body by which something is done, or with which it stays."""
_CLAUSE_END = Pattern(
    r"[.;:!?()]|,?\s\b(?:but|while|whereas|although|though|unless|because|which|who|so\s+that|if)\b", re.IGNORECASE
)
_CLAUSE_START = Pattern(r"[.;:!?()]|\b(?:but|while|whereas|although|though|that|because|which)\b", re.IGNORECASE)
_PARTS = Pattern(r",|\band\b|\bor\b|\bas\s+well\s+as\b", re.IGNORECASE)
_OF_WHAT = Pattern(r"\s*\b(?:about|for|in|of|on|to)\b", re.IGNORECASE)
"""After `a register of rents and estates` nobody knows whether `estates` are kept, or a register of them."""
_UNSURE = Pattern(
    r"\b(?:could|might|perhaps|no\s+longer|never|nor|neither|small(?:er)?|minor|routine)\b", re.IGNORECASE
)
_KINDS = {"keeps": Act.KEEPS, "stays": Act.KEEPS, "decides": Act.DECIDES, "takes": Act.TAKES, "passes": Act.TAKES}


def deeds_in(sentence: str, content: Content) -> list[Deed]:
    """All that a sentence gives to declared bodies. What is asked, supposed or planned for later is left out."""
    if not (_VERB_HINT.search(sentence) or _DONE_HINT.search(sentence)):
        return []
    if (
        is_told(_FINAL_SAY.sub(" ", sentence))
        or _UNSURE.search(sentence)
        or is_of_another_time(sentence, content.programme.effective)
    ):
        return []
    committees = content.governance.committees if content.governance else {}
    return [deed for named in doers_named(sentence, content) for deed in _of(named, sentence, named.id in committees)]


def with_deeds(sentences: Iterable[Sentence]) -> Iterator[Sentence]:
    """Those that may give something to somebody."""
    return among(sentences, _VERB_HINT, _DONE_HINT)


_FINAL_SAY = Pattern(r"\bfinal\s+say\b", re.IGNORECASE)
"""What is decided, and not told."""
_VERB_HINT = Pattern(rf"\b{_ACTS}", re.IGNORECASE)
_DONE_HINT = Pattern(
    r"\b(?:stays?|remains?|rests?|pass|move|transfer|go|(?:is|are|be)\s+(?:\w+ly\s+)?(?:kept|retained|decided|determined|approved"
    r"|confirmed|authori[sz]ed|made|taken|carried|managed|run|held|handled|commissioned|led|applied|imposed|issued"
    r"|negotiated|planned|passed|moved|transferred|handed))\b",
    re.IGNORECASE,
)


def _of(named: Named, sentence: str, is_committee: bool) -> Iterator[Deed]:
    done = _DONE.search(sentence, max(0, named.start - 80), named.start)
    if done:
        begin = max((each.end() for each in _CLAUSE_START.finditer(sentence, 0, done.start())), default=0)
        act = _act(done)
        is_meant = is_committee or act is Act.KEEPS or bool(done["aux"] or done["aux3"])
        yield from _deeds(named.id, act, sentence, (begin, done.start())) if is_meant else ()
    does = _DOES.match(sentence, named.end)
    if does and _SUBJECT.search(sentence[: named.start]):
        ends = _CLAUSE_END.search(sentence, does.end())
        act = _act(does)
        is_meant = is_committee or act is Act.KEEPS or bool(does["aux"])
        span = (does.end(), ends.start() if ends else len(sentence))
        yield from _deeds(named.id, act, sentence, span) if is_meant else ()


def _act(found: re.Match[str]) -> Act:
    return next(act for name, act in _KINDS.items() if found.groupdict().get(name))


def _deeds(body: str, act: Act, sentence: str, span: tuple[int, int]) -> Iterator[Deed]:
    """Each part of an enumeration, which may have a verb of its own."""
    if prepares(sentence[slice(*span)]):
        return
    is_clear = True
    for start, words in _parts(sentence, span):
        verb = _VERB.match(words)
        begin = verb.end() if verb else 0
        is_clear = bool(verb) or (is_clear and not _OF_WHAT.match(words))
        if not is_clear:
            return
        is_clear = not _OF_WHAT.search(words, begin)
        yield Deed(body, _act(verb) if verb else act, words[begin:], start + begin)


def _parts(sentence: str, span: tuple[int, int]) -> Sequence[tuple[int, str]]:
    start, found = span[0], list[tuple[int, str]]()
    for parted in _PARTS.finditer(sentence, *span):
        found.append((start, sentence[start : parted.start()]))
        start = parted.end()
    return [*found, (start, sentence[start : span[1]])]
