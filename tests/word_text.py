"""Shows Word's markup so that people can read it: no namespaces, short elements on one line, the others indented."""

from __future__ import annotations

from html import escape

from lxml import etree

Element = etree._Element

_LINE = 110


def markup(element: Element, indent: str = "") -> str:
    """The element with all that is in it, each line ended. Only the prefix `w` is left out."""
    short = _on_one_line(element)
    if len(indent) + len(short) <= _LINE or not len(element):
        return f"{indent}{short}\n"
    inner = "".join(markup(child, f"{indent}  ") for child in element.iterchildren("{*}*"))
    return f"{indent}<{_start(element)}>\n{inner}{indent}</{_name(element, element.tag)}>\n"


def _on_one_line(element: Element) -> str:
    inner = "".join(_on_one_line(child) for child in element.iterchildren("{*}*"))
    text = escape((element.text or "").strip("\n") if len(element) else element.text or "", quote=False)
    content = text.strip() + inner if len(element) else text
    return f"<{_start(element)}>{content}</{_name(element, element.tag)}>" if content else f"<{_start(element)}/>"


def _start(element: Element) -> str:
    attributes = [f'{_name(element, str(key))}="{escape(str(value))}"' for key, value in element.attrib.items()]
    return " ".join([_name(element, element.tag), *attributes])


def _name(element: Element, tag: str) -> str:
    """`p` for Word's own, `wp:inline` for others."""
    name = etree.QName(tag)
    prefixes = {uri: prefix for prefix, uri in element.nsmap.items() if prefix}
    prefix = prefixes.get(name.namespace or "", "")
    if name.namespace == "http://www.w3.org/XML/1998/namespace":
        prefix = "xml"
    return name.localname if prefix in ("", "w") else f"{prefix}:{name.localname}"
