"""What a form names in its tags, for those who ask what of the content is printed."""

from __future__ import annotations

from docgen.diagnostic import Findings
from docgen.forms.file import open_form
from docgen.forms.marking import Marks, mark_tags
from docgen.forms.story import stories_of
from docgen.snapshot import Snapshot
from docgen.source import Source
from docgen.write.docx.xml import qualified


def tags_of(snapshot: Snapshot, path: str) -> list[str]:
    """The tags of a form as they would stand in a Markdown template; none where the form is refused."""
    told_later = Findings()
    form = open_form(snapshot.read(path), path, told_later) if path in snapshot else None
    if form is None:
        return []
    marks = Marks()
    for story in stories_of(form, path, told_later):
        places = dict.fromkeys(story.root.iter(qualified("w:p")), Source(path))
        mark_tags(story.root, places, Source(path), marks, told_later)
    return [f"{{% {marked.tag.code} %}}" for marked in marks.tags]
