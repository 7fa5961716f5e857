"""Renders one template: values and a template's text become Markdown with placeholders."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import TracebackType

from jinja2 import TemplateNotFound, TemplateRuntimeError, TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError

from docgen.codes import templates as codes
from docgen.diagnostic import Diagnostic, Findings
from docgen.render.budget import Budget, BudgetSpent
from docgen.render.environment import Environment
from docgen.render.loader import Templates
from docgen.render.lookup import shown
from docgen.render.marks import without_marks
from docgen.render.placeholders import Printed
from docgen.render.registry import FILTERS, TESTS
from docgen.rendered import Rendered
from docgen.source import Source
from docgen.suggest import did_you_mean
from docgen.value import Value

_UNCLOSED = re.compile(r"innermost block that needs to be closed is '(\w+)'")
"""Jinja's words where a template ends inside a block."""
_UNKNOWN_FILTER = re.compile(r"No (filter|test) named '([^']*)'")


def render(texts: Mapping[str, str], name: str, names: Mapping[str, Value], findings: Findings) -> Rendered | None:
    """Render the template `name`, one of `texts`, which are templates by their path.

    `names` are the values that it sees. A fault of the template is one diagnostic at the template's line, and None.
    """
    return rendered(texts, name, names, Printed(Budget()), findings)


def rendered(
    texts: Mapping[str, str], name: str, names: Mapping[str, Value], printed: Printed, findings: Findings
) -> Rendered | None:
    """The same, with a table of printed values that may hold some already."""
    environment = Environment(Templates(texts), printed, names)
    try:
        text = "".join(environment.get_template(name).generate(dict(names)))
    except Exception as error:  # whatever a template provokes is the template's fault, and is reported at its line
        findings.add(_fault(error, name, texts))
        return None
    template = Source(name)
    text, origins = without_marks(text, template)
    return Rendered(text, origins, tuple(printed.values), template)


def _fault(error: Exception, name: str, texts: Mapping[str, str]) -> Diagnostic:
    place = _place(error, name, texts)
    words, _, hint = str(error).partition("\n")
    match error:
        case TemplateNotFound():
            return _not_found(error, place, texts)
        case TemplateSyntaxError():
            return _syntax(str(error.message), Source(error.name or name, error.lineno))
        case UndefinedError():
            return codes.UNKNOWN_NAME.at(place, _one_line(words), hint)
        case TemplateRuntimeError() if not isinstance(error, SecurityError):
            return _syntax(words, place)
        case SecurityError():
            return codes.NOT_ALLOWED.at(place, _one_line(words), "templates print values; they do not run programs")
        case BudgetSpent():
            return codes.TOO_MUCH.at(place, f"the template {error}", "look for a loop that does not end")
        case RecursionError() | MemoryError():
            hint = "let no macro or template call itself"
            # Where in the circle the stack ran out depends on who called; the line that leads into it does not.
            place = _places(error, name, texts)[0]
            return codes.TOO_MUCH.at(place, "macros, includes or lists go round in a circle", hint)
        case _:
            return _cannot_print(error, place)


def _not_found(error: TemplateNotFound, place: Source, texts: Mapping[str, str]) -> Diagnostic:
    hint = "write it: it is the template of the document type" if error.name == place.path else ""
    hint = hint or did_you_mean(str(error.name), texts)
    return codes.NOT_FOUND.at(place, f"there is no template '{shown(str(error.name))}'", hint)


def _syntax(words: str, place: Source) -> Diagnostic:
    """What the compiler says; it names a filter that it does not know, but not the one that was meant."""
    unknown = _UNKNOWN_FILTER.match(words)
    if unknown:
        known = FILTERS if unknown[1] == "filter" else TESTS
        message = f"unknown {unknown[1]} '{unknown[2]}'"
        return codes.SYNTAX.at(place, message, did_you_mean(unknown[2], known))
    unclosed = _UNCLOSED.search(words)
    if unclosed:
        message = f"'{{% {unclosed[1]} %}}' is not closed"
        return codes.SYNTAX.at(place, message, f"write '{{% end{unclosed[1]} %}}' where it ends")
    return codes.SYNTAX.at(place, _one_line(words), "mend the template; see docs/writing-templates.md")


def _cannot_print(error: Exception, place: Source) -> Diagnostic:
    words, _, hint = str(error).partition("\n")
    words = _one_line(words) or type(error).__name__
    if isinstance(error, TypeError) and not words.startswith("macro "):
        # Python names its own classes here, which mean nothing to the author of a template.
        words = "the values do not go together with what is done with them"
    return codes.CANNOT_PRINT.at(place, words, hint or "print a field of it, or ask with {% if %} first")


def _one_line(words: str) -> str:
    return " ".join(words.split()).rstrip(".")


def _place(error: Exception, name: str, texts: Mapping[str, str]) -> Source:
    """The innermost template line on the way to the error."""
    return _places(error, name, texts)[-1]


def _places(error: Exception, name: str, texts: Mapping[str, str]) -> list[Source]:
    """The template lines on the way to the error, outermost first: Jinja gives its frames the templates' names."""
    found = []
    trace: TracebackType | None = error.__traceback__
    while trace:
        file = trace.tb_frame.f_code.co_filename
        found += [Source(file, trace.tb_lineno)] if file in texts else []
        trace = trace.tb_next
    return found or [Source(name)]
