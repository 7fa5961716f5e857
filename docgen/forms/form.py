"""The way in: a form, and what is known of a programme, become the bytes of a filled Word file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from docgen.codes import forms as codes
from docgen.diagnostic import Findings
from docgen.forms.evaluation import Boxes, evaluate
from docgen.forms.file import FormFile, open_form, write_properties
from docgen.forms.filling import Filler
from docgen.forms.footnotes import add_footnotes, with_free_numbers
from docgen.forms.grafting import Grafting
from docgen.forms.levels import heading_levels
from docgen.forms.marking import Marks, mark_tags
from docgen.forms.measures import page_of
from docgen.forms.passages import passages_of
from docgen.forms.places import places_in
from docgen.forms.provenance import mark_lines
from docgen.forms.reporting import report_controls, report_lengths, report_strays, report_unfilled, report_unused_limits
from docgen.forms.slots import Slot, slots_in
from docgen.forms.story import Story, stories_of
from docgen.forms.tidying import tidy
from docgen.forms.told import Told
from docgen.load.pictures import pictures_in
from docgen.provenance.hashes import file_hashes
from docgen.provenance.reading import read_story
from docgen.schema.document_type import Limit
from docgen.snapshot import Snapshot
from docgen.source import Source
from docgen.tree.block import Blocks
from docgen.tree.document import Document
from docgen.write.docx.bookmarks import Bookmarks
from docgen.write.docx.draft import Draft
from docgen.write.docx.headings import HeadingCounter
from docgen.write.docx.house.measures import number
from docgen.write.docx.house.styles import Stylesheet
from docgen.write.docx.numbering import NumberedLists, first_free
from docgen.write.docx.package import open_reference
from docgen.write.docx.passages import Passages, read_again
from docgen.write.docx.provenance import put_record
from docgen.write.docx.relations import Media, Relations
from docgen.write.docx.targets import find_targets
from docgen.write.docx.xml import qualified
from docgen.write.edition import Edition

FORM_FORMAT = "docx"
"""A form is written as what it is."""
_OWN_MEDIA = "docgen"
"""What the names of pictures begin with that narratives bring into a form, beside the form's own."""


class Form(Struct):
    """A form in the making: its tags evaluated, its slots found."""

    file: FormFile
    stories: list[Story]
    slots: list[tuple[Story, Slot]]
    document: Document
    """What goes into the slots, as one document."""
    passages: list[Blocks]
    """The blocks of each slot."""
    limits: Mapping[str, Limit]
    """How many words the boxes take, by their names."""

    @property
    def only_slots(self) -> list[Slot]:
        """Without the stories that they stand in."""
        return [slot for _, slot in self.slots]


def read_form(snapshot: Snapshot, path: str, told: Told, findings: Findings) -> Form | None:
    """The form with its tags evaluated and with what goes into them, resolved; None where that cannot be done."""
    file = open_form(snapshot.read(path), path, findings)
    if file is None:
        return None
    stories = stories_of(file, path, findings)
    printed = _evaluated(stories, path, told, findings)
    if printed is None:
        return None
    levels = heading_levels(file.styles)
    slots = [(story, slot) for story in stories for slot in slots_in(story.root, printed.printings, levels)]
    only = [slot for _, slot in slots]
    document, passages = passages_of(
        only, told.properties, told.roles, pictures_in(snapshot), told.kind.labels, Source(path), findings
    )
    document = replace(document, hashes=file_hashes(document, snapshot))
    return Form(file, stories, slots, document, passages, told.kind.limits)


def _evaluated(stories: Sequence[Story], path: str, told: Told, findings: Findings) -> Boxes | None:
    """Evaluate the tags of all stories; each story's root is then the one that was printed."""
    boxes, marks, faults = Boxes(), Marks(), Findings()
    for story in stories:
        places = places_in(story.root, path, story.name)
        mark_tags(story.root, places, Source(path), marks, faults)
        report_controls(story.root, places, Source(path), findings)
        report_strays(story.root, places, Source(path), findings)
    printed = {marked.tag.printed for marked in marks.tags}
    limits = told.kind.limits
    report_unused_limits(limits, printed, Source(path.rpartition("/")[0] + "/type.yaml"), findings)
    for story in stories if not faults.has_errors else ():
        root = evaluate(story.root, story.key, marks.tags, told.names, boxes, faults)
        story.root = root if root is not None else story.root
    findings.extend(faults)
    return None if findings.has_errors else boxes


def check_form(form: Form, findings: Findings) -> None:
    """Report what stayed empty, and what is too long for its box."""
    report_unfilled(form.only_slots, findings)
    report_lengths(form.only_slots, form.passages, form.limits, form.document.source, findings)


def write_form(form: Form, edition: Edition, findings: Findings) -> bytes:
    """The bytes of the filled form, always the same for the same form and content."""
    document, passages = with_free_numbers(form.document, form.passages, form.file)
    form = replace(form, document=document, passages=passages)
    draft = _draft(form, edition, findings)
    grafting = _grafting(form.file, draft)
    media = Media(form.file.package, _OWN_MEDIA)
    _fill(form, draft, grafting, media)
    add_footnotes(form.file, draft, grafting, media)
    _keep_record(form, draft)
    write_properties(form.file, form.document.properties, form.document.source, findings)
    return form.file.saved()


def _fill(form: Form, draft: Draft, grafting: Grafting, media: Media) -> None:
    unmarked = replace(draft, passages=Passages(draft.bookmarks, are_kept=False))
    page = page_of(form.stories[0].root)
    fillers: dict[str, Filler] = {}
    for story in form.stories:
        told = draft if story.is_text else unmarked
        fillers[story.key] = Filler(story, told, grafting, Relations(story.part, media), page)
    for (story, slot), blocks in zip(form.slots, form.passages, strict=True):
        fillers[story.key].fill(slot, blocks)
    for filler in fillers.values():
        mark_lines(filler.spoken, filler.draft.passages)
    tidy([story.root for story in form.stories])
    form.file.changed.update({story.part: story.root for story in form.stories})


def _draft(form: Form, edition: Edition, findings: Findings) -> Draft:
    """What docgen's writers need to know; the reference document that they draw on is docgen's own."""
    reference = open_reference(None, findings)
    assert reference is not None, "docgen's own reference document is sound"
    starts = [start for story in form.stories for start in story.root.iter(qualified("w:bookmarkStart"))]
    taken = {start.get(qualified("w:name"), "").lower() for start in starts}
    numbers = [number(start.get(qualified("w:id"), ""), 0) for start in starts]
    bookmarks = Bookmarks(taken, max([0, *numbers]))
    targets = find_targets(form.document, bookmarks)
    counter = HeadingCounter(form.document.properties)
    lists = NumberedLists(first_free(reference.numbering))
    passages = Passages(bookmarks, are_kept=not edition.clean)
    return Draft(form.document, findings, edition, reference, bookmarks, targets, counter, lists, passages)


def _grafting(file: FormFile, draft: Draft) -> Grafting:
    own, form = Stylesheet(draft.package.styles), Stylesheet(file.styles)
    return Grafting(own, form, draft.package.numbering, file, draft.lists)


def _keep_record(form: Form, draft: Draft) -> None:
    """In the order in which the form is read."""
    if not draft.passages.found:
        return
    texts = [read_story(root) for root in form.file.changed.values()]
    names = [name for text in texts for name in sorted(text.spans, key=lambda name: text.spans[name])]
    order = {name: position for position, name in enumerate(names)}
    kept = [passage for passage in draft.passages.found if passage.bookmark in order]
    draft.passages.found[:] = sorted(kept, key=lambda passage: order[passage.bookmark])
    put_record(read_again(draft.passages.found, texts, form.document), form.file.text)


def note_formats(form: Form, formats: Sequence[str], findings: Findings) -> None:
    """Say that a form is a Word file, where only other formats are asked for."""
    if FORM_FORMAT not in formats:
        hint = "ask for docx; to have pages to look at, open the form in Word and save it as PDF"
        message = "the form is written as Word file, whatever is asked for"
        findings.add(codes.ONLY_WORD.at(form.document.source, message, hint))
