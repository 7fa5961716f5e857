"""Content that no document would print: most often a misspelt file name."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from docgen.codes import templates as codes
from docgen.diagnostic import Findings
from docgen.schema.content import Content
from docgen.schema.registry import PART_FILES
from docgen.source import Source, SourceMap
from docgen.suggest import did_you_mean

_NAMED_IN_TEXTS = frozenset({"programme", "facts", "governance", "glossary", "references"})
"""Parts that reach documents through roles, whatever a type says."""
_TAKEN = frozenset({"organisation", "document", "committee"})
"""What templates call by these names is not a narrative."""
_TAG = re.compile(r"\{[{%].*?[%}]\}", re.DOTALL)
_NAME = re.compile(r"[^\W\d]\w*")
_REMEDY = "print it in a template (docs/writing-templates.md), or move it out of the folder"


def names_in(texts: Iterable[str]) -> set[str]:
    """Every name that stands in a tag of these templates: what they can print."""
    return {name for text in texts for tag in _TAG.findall(text) for name in _NAME.findall(tag)}


def report_unprinted(
    named: Collection[str],
    needed: Collection[str],
    known: Collection[str],
    content: Content,
    sources: SourceMap,
    findings: Findings,
) -> None:
    """Report each narrative and part that no template prints.

    `named` are the names in the templates of the programme's documents; `needed` and `known` the parts and narratives
    that their types need, and use where they are there.
    """
    missing = {name for name in (*needed, *known) if name not in PART_FILES and name not in content.narratives}
    for name in content.narratives:
        if name not in needed and name.replace("-", "_") not in named:
            place = Source(sources.value(("narratives", name)).path)
            _report_unused(f"the narrative '{name}'", did_you_mean(name, missing), place, findings)
    for file, name in PART_FILES.items():
        if getattr(content, name) and not {name, file} & {*named, *needed, *_NAMED_IN_TEXTS}:
            _report_unused(f"the part '{file}'", "", Source(sources.value((name,)).path), findings)


def report_hidden(content: Content, sources: SourceMap, findings: Findings) -> None:
    """Report each narrative that no template can name."""
    spoken: dict[str, str] = {}
    for name in content.narratives:
        place = Source(sources.value(("narratives", name)).path)
        _report_hidden(name, spoken.setdefault(name.replace("-", "_"), name), place, findings)


def _report_unused(what: str, hint: str, place: Source, findings: Findings) -> None:
    remedy = hint if hint.startswith("did you mean") else _REMEDY
    findings.add(codes.NOT_PRINTED.at(place, f"no document prints {what}", remedy))


def _report_hidden(name: str, first: str, place: Source, findings: Findings) -> None:
    """Templates write `_` for `-`, and call some things of their own by a name."""
    if name in _TAKEN:
        message = f"no template can print the narrative '{name}': templates call something else by this name"
        findings.add(codes.HIDDEN_NARRATIVE.at(place, message, "rename the file"))
    if name != first:
        message = f"templates cannot tell the narratives '{first}' and '{name}' apart"
        findings.add(codes.HIDDEN_NARRATIVE.at(place, message, "rename one of the two files"))
