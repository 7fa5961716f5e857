"""A sentence tells things apart by their colour alone.

One man in twelve cannot tell red from green, papers are printed in grey, and a screen reader does not say colours. What
is "shown in red" must be told by a word or a sign as well.

Bad:

```markdown
Risks that are still open are shown in red.
```

Good:

```markdown
Risks that are still open are shown in red and marked with the word "open".
```

Source: WCAG 2.2 (1.4.1). Standing: law for public bodies, through the Public
Sector Bodies Accessibility Regulations 2018.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.check.prose.pattern import Pattern, among
from docgen.check.prose.sentences import Sentence, sentences_of
from docgen.check.rule import DocumentRule, Paper, ProgrammeFacts
from docgen.diagnostic import Code, Diagnostic, Severity

CODE = Code("DG666", Severity.WARNING, "Meaning by colour alone", __doc__ or "")

_COLOUR = r"(?:red|amber|green|yellow|blue|orange|purple|grey|gray|pink|turquoise|brown)"
_SHOWN = (
    r"(?:shown|marked|highlighted|shaded|coloured|colored|printed|written|displayed|indicated|given|set out|listed|"
    r"typed|appears?|appeared|presented|flagged|drawn|filled)"
)
_THINGS = (
    r"(?:cells?|rows?|box(?:es)?|text|type|bars?|dots?|columns?|entry|entries|shading|font|arrows?|squares?|circles?|"
    r"lettering|segments?|slices?)"
)
_IN_COLOUR = Pattern(
    rf"\b{_SHOWN} (?:\w+ )?in (?:\w+ )?{_COLOUR}\b(?! (?:papers?|books?|bags?|bins?|folders?))"
    rf"|\b(?:shaded|coloured|colored|highlighted|tinted) (?:\w+ )?{_COLOUR}\b"
    rf"|\b{_COLOUR}(?:-coloured|-colored|-shaded)? {_THINGS}\b"
)
_ANY_COLOUR = Pattern(_COLOUR)
"""Found faster than the rest."""
_TOLD_OTHERWISE = Pattern(
    r"\b(?:marked with|and marked|also marked|labell?ed|asterisks?|in bold|bold|underlined|with the words?|patterns?|"
    r"diagonal|hatched|hatching|striped|stripes|dotted|symbols?|ticks?|cross(?:es)?|italics?)\b|\([A-Z]\)|\*"
)


def check(paper: Paper, facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each such sentence."""
    coloured = (passage for passage in among(paper.passages, _IN_COLOUR) if _ANY_COLOUR.search(passage.words))
    for sentence in (sentence for passage in coloured for sentence in sentences_of(passage)):
        found = _IN_COLOUR.search(sentence.words)
        if found and not _TOLD_OTHERWISE.search(_rest(sentence, found)):
            message = f"'{found[0]}' tells something by its colour alone"
            yield CODE.at(sentence.place(found.start()), message, "say it by a word or a sign as well")


def _rest(sentence: Sentence, found: re.Match[str]) -> str:
    """The words of a sentence around what was found."""
    return f"{sentence.words[: found.start()]} … {sentence.words[found.end() :]}"


RULE = DocumentRule(CODE, check, by_pack=True)
