"""Lays out a narrative that is begun: its front matter, a placeholder, and a comment that says where it is printed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from docgen.schema.narrative import Narrative, Status
from docgen.start.scalars import scalar
from docgen.start.unwritten import TBC
from docgen.wording import sentence_case

_HOW_TO = "Write Markdown in the place of the line below. This note is not printed."


def narrative_file(name: str, heading: str, paper: str, most_words: int | None) -> str:
    """The text of `content/<programme>/<name>.md`. `heading` may be empty; `paper` is the title of what prints it."""
    title = sentence_case(name.replace("-", " ").replace("_", " "))
    given = {"title": title, "owner": TBC, "status": Status.DRAFT.value, "word_limit": str(most_words or "")}
    where = f", under “{heading}”" if heading else ""
    note = ["<!--", f"Printed in: {paper}{where}.", _HOW_TO, "-->"]
    return "\n".join(["---", *_front_matter(given), "---", "", *note, "", f"{TBC}: {title.lower()}.", ""])


def _front_matter(given: Mapping[str, str]) -> Iterator[str]:
    """The fields about the writing, each with its explanation."""
    for name, info in Narrative.model_fields.items():
        if name != "body":
            yield f"# {info.description}"
            yield f"{name}: {scalar(given[name])}" if given[name] else f"# {name}: 600"
