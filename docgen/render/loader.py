"""Finds templates among the files of a snapshot, whose paths are the templates' names."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Mapping

from jinja2 import BaseLoader, TemplateNotFound

FOLDER = "templates"


class Templates(BaseLoader):
    """Templates by path: `templates/eoi/template.md.j2`."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = texts

    def get_source(self, environment: object, template: str) -> tuple[str, str, Callable[[], bool]]:
        """Called by Jinja: the text, the name for tracebacks, and that it never goes stale."""
        if template not in self._texts:
            raise TemplateNotFound(template)
        return self._texts[template], template, lambda: True

    def nearest(self, template: str, parent: str) -> str:
        """The path of the template that `parent` names: beside it, or else in `templates/`; never outside."""
        beside = posixpath.normpath(posixpath.join(posixpath.dirname(parent), template))
        above = posixpath.normpath(posixpath.join(FOLDER, template))
        return beside if beside in self._texts else above
