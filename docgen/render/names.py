"""What a template, and the roles in a text, can name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from docgen.render.views import Views
from docgen.schema.document_control import CONTROLLED, concerns
from docgen.schema.links import at
from docgen.schema.registry import PART_FILES, PARTS
from docgen.source import Path
from docgen.value import Absent, Items, Record, Value

_INHERITED = ("version", "status", "dated", "author", "committee", "committee_date", "marking")
"""What a document takes from its programme where its request in `programme.yaml` does not say otherwise."""


def template_names(views: Views, request: int, committee: str, known: Iterable[str]) -> dict[str, Value]:
    """The names that the template of one document sees.

    Every part; every narrative, with `_` for `-`; the narratives in `known` that are not there, as `Absent`;
    `organisation`, `document`, and for a document of one committee `committee`. `request` is the document's place
    among the programme's documents.
    """
    texts = [*views.content.narratives, *(name for name in known if name not in PART_FILES)]
    names = {name.replace("-", "_"): views.narrative(name) for name in texts}
    names |= {name: views.part(name) for name in PARTS}
    names["organisation"] = _field(views.part("programme"), "organisation")
    names["document"] = _document(views, ("programme", "documents", request))
    if committee:
        names["committee"] = views.at(("governance", "committees", committee))
    return names


def role_names(views: Views) -> Mapping[str, Mapping[str, Value]]:
    """For each role that names something, the things that it can name."""
    named = {
        **_keyed(views.at(("programme", "organisations"))),
        **_keyed(views.at(("governance", "committees"))),
        **_keyed(views.at(("governance", "bodies"))),
    }
    return {
        "fact": _keyed(views.part("facts")),
        "date": _keyed(views.at(("programme", "dates"))),
        "name": named,
        "short": {key: short for key, value in named.items() if (short := _field(value, "abbreviation"))},
        "abbr": _keyed(views.at(("glossary", "abbreviations"))),
        "term": _keyed(views.at(("glossary", "terms"))),
        "cite": _keyed(views.part("references")),
        "cited": _keyed(views.part("references")),
    }


def _keyed(value: Value) -> Mapping[str, Value]:
    return {key: value.items[place] for key, place in value.keys.items()} if isinstance(value, Items) else {}


def _field(value: Value, name: str) -> Value:
    return value.lookup(name) if isinstance(value, Record) else Absent(name, value.source)  # type: ignore[union-attr]


def _document(views: Views, path: Path) -> Value:
    """The request for the document, completed from the programme."""
    request, programme = views.at(path), views.part("programme")
    assert isinstance(request, Record)

    def lookup(name: str) -> Value:
        if name in CONTROLLED:
            return _controlled(views, name, path)
        own = _field(request, name)
        # A committee of the document's own does not meet when the programme's meets.
        is_own = bool(own) or name not in _INHERITED or (name == "committee_date" and _field(request, "committee"))
        return own if is_own else _field(programme, name)

    return Record("document", (*request.fields, *CONTROLLED), request.source, lookup, shown="title")


def _controlled(views: Views, name: str, path: Path) -> Value:
    """The rows of a table of document control that concern the document at `path`."""
    place: Path = ("document_control", name)
    rows = views.at(place)
    if not isinstance(rows, Items):
        return rows
    request = at(views.content, path)
    concerned = [concerns(row, request, views.content.programme) for row in at(views.content, place)]
    kept = tuple(row for row, is_concerned in zip(rows.items, concerned, strict=True) if is_concerned)
    return Items(kept, rows.source)
