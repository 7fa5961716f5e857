"""What a template, and the roles in a text, can name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from docgen.render.views import Views
from docgen.schema.registry import PARTS
from docgen.source import Path
from docgen.value import Absent, Items, Record, Value

_INHERITED = ("version", "status", "dated", "author", "committee", "marking")
"""What a document takes from its programme where its request in `programme.yaml` does not say otherwise."""


def template_names(views: Views, request: int, committee: str, known: Iterable[str]) -> dict[str, Value]:
    """The names that the template of one document sees.

    Every part; every narrative, with `_` for `-`; the narratives in `known` that are not there, as `Absent`;
    `organisation`, `document`, and for a document of one committee `committee`. `request` is the document's place
    among the programme's documents.
    """
    texts = [*views.content.narratives, *(name for name in known if name not in PARTS)]
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
        own = _field(request, name)
        return own if own or name not in _INHERITED else _field(programme, name)

    return Record("document", request.fields, request.source, lookup, shown="title")
