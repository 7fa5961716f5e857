"""A letter to members: who writes to whom, what is quoted, who signs, and what goes with it.

The words of the letter are the narrative `letter.md`; what practices are asked to vote on stands in `engagement.yaml`.
"""

from __future__ import annotations

import re
from typing import ClassVar

from pydantic import Field

from docgen.schema.base import Part
from docgen.schema.ids import CommitteeId, DocumentId, OrganisationId, WorkId
from docgen.schema.narrative import Introduced
from docgen.schema.types import Address, Day, Lines, Text

_LEADS = re.compile(r"(?i:https?|mailto):\S+|[^\s:]+\.\w{2,5}", re.ASCII)


class Correspondent(Part):
    """Somebody who writes a letter, or signs it."""

    shown: ClassVar[str] = "name"

    name: Text = Field(title="Name", description="A person, or a post where nobody is to be named")
    title: Text | None = Field(default=None, title="Title", description="Post, worded alike in all papers")
    organisation: OrganisationId | None = Field(
        default=None, title="Organisation", description="For whom they write, where it is not the programme's own"
    )
    contact: Text | None = Field(default=None, title="Contact details", description="Where to answer")


class Quotation(Part):
    """Words of somebody else, set apart in the letter."""

    shown: ClassVar[str] = "words"

    words: Lines = Field(title="Words", description="What is quoted, word for word, one paragraph on each line")
    by: Text = Field(title="By", description="Whose words they are, and from where")
    work: WorkId | None = Field(
        default=None, title="Work", description="The work that they stand in, cited in a footnote"
    )
    lead_in: Text | None = Field(default=None, title="Lead-in", description="A sentence before it")


class Attachment(Part):
    """Something that goes with a letter."""

    shown: ClassVar[str] = "title"
    derived: ClassVar[tuple[str, ...]] = ("leads_somewhere",)

    title: Text = Field(title="Attachment", description="What it is, as the letter lists it")
    document: DocumentId | None = Field(
        default=None, title="Document", description="The document of the programme that it is, by type"
    )
    committee: CommitteeId | None = Field(
        default=None, title="Committee", description="Whose document, where there is one for each committee"
    )
    file: Address | None = Field(
        default=None,
        title="File",
        description="Where it lies, if not in the programme: a file beside the letter, a page",
    )

    @property
    def leads_somewhere(self) -> bool:
        """Whether `file` is an address or the name of a file, and not a place in words, such as `in the library`."""
        return bool(self.file and _LEADS.fullmatch(self.file))


class Letter(Introduced):
    """`letter.yaml`, with the words of the letter in `letter.md`."""

    shown: ClassVar[str] = "subject"
    needs_words: ClassVar[bool] = True

    sender: Correspondent = Field(description="Who the letter is from")
    address: Lines = Field(default=[], description="Address of the sender, line by line")
    to: Lines = Field(description="To whom it goes, line by line: groups or posts")
    for_attention_of: Text | None = Field(
        default=None, description="For whose attention it is, where more than one reads"
    )
    sent: Day | None = Field(default=None, description="When it is sent, instead of the date of the document")
    reference: Text | None = Field(default=None, description="The sender's own reference")
    subject: Text = Field(description="What it is about")
    salutation: Text = Field(description="How it begins: Dear colleagues")
    quotations: list[Quotation] = Field(default=[], description="Words of others, set apart below the text")
    answer_by: Day | None = Field(default=None, description="Until when answers are asked for")
    closing: Text = Field(description="How it ends: Yours sincerely")
    signatories: list[Correspondent] = Field(min_length=1, description="Who signs, in order")
    attachments: list[Attachment] = Field(default=[], description="What goes with it, in order")
    copies_to: Lines = Field(default=[], description="Who gets a copy, line by line")
