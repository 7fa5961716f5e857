"""A paper tells so much of a patient or of somebody who spoke that they can be found: name and age, age and address.

A story of a patient makes a case better than a table does, and is printed with what the patient told. On the web it
stays with the name for ever. What belongs to a home or an age is not needed for the story.

Bad:

```markdown
Mr J Brown, aged 84, of 12 Mill Lane waited three weeks for an appointment.
```

Good:

```markdown
A man in his eighties waited three weeks for an appointment.
```

Two of these must stand in one sentence: a name with a title, an age, a home, a date of birth. People whom the programme
itself names are known already; what is quoted from others is DG531.

Source: stories of patients in published papers. Standing: the UK GDPR, articles 4(1) and 5(1)(c); what identifies
somebody has to be judged case by case.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from docgen.check.people_named import known_names
from docgen.check.prose.engagement.personal_details import Detail, telling_details, with_details
from docgen.check.prose.quoted import is_quoted
from docgen.check.prose.sentences import Sentence
from docgen.check.rule import Paper, PapersRule, ProgrammeFacts, each_sentence
from docgen.diagnostic import Code, Diagnostic, Severity
from docgen.wording import listed

CODE = Code("DG540", Severity.WARNING, "Paper tells who somebody is", __doc__ or "")


def check(papers: Sequence[Paper], facts: ProgrammeFacts) -> Iterator[Diagnostic]:
    """One diagnostic for each sentence, at the first detail."""
    known = known_names(facts.content)
    for sentence in with_details(each_sentence(papers)):
        found = _details(sentence, known)
        if len({detail.kind for detail in found}) > 1:
            named = listed([f"'{detail.words}'" for detail in found])
            message = f"{named} together tell who somebody is"
            yield CODE.at(sentence.place(found[0].start), message, "leave out what the story does not need")


def _details(sentence: Sentence, known: Collection[str]) -> list[Detail]:
    """Those that are no part of a quotation, in the order of the words."""
    found = telling_details(sentence.words, known)
    own = (each for each in found if not is_quoted(sentence.passage.words, sentence.start + each.start))
    return sorted(own, key=lambda detail: detail.start)


RULE = PapersRule(CODE, check)
