"""Web pages made of texts that are scripts, in a real browser: no dialog, no question to the network."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from msgspec.structs import replace

from docgen.diagnostic import Findings
from docgen.source import Source
from docgen.tree.document import Document
from docgen.value import Items, Prose, Record, Scalar
from docgen.write.html.document import write_html
from tests.html_pages import looked_at
from tests.papers import TEMPLATE, Paper
from tests.payloads import PAYLOADS
from tests.reliability.trial import Trial
from tests.trees import png

BATCH = 10
"""So many texts on one page: what docgen writes is whole, so that one hides no other."""

PRINTS_A_VALUE = """\
:::{title} {{ words }}
:subtitle: {{ words }}
:::

# {{ words }}

{{ words }} and *{{ words }}*, `{{ words }}`, [{{ words }}](https://example.org "{{ words }}")[^1]

- {{ words }}

> {{ words }}

| {{ words }} |
| --- |
| {{ words }} |

:::{table} {{ rows }}
:columns: words "{{ words }}"
:caption: {{ words }}
:::

:::{callout} {{ words }}
{{ words }}
:::

:::{pull-quote} {{ words }}
:by: {{ words }}
:::

{{ words }}
: {{ words }}

[^1]: {{ words }}

    {{ words }}
"""
"""Every place of a template in which a value can stand."""

NARRATIVES: tuple[Callable[[str], str], ...] = (
    lambda words: words,
    lambda words: f"[x](<{words}>)",
    lambda words: f"[x]({words})",
    lambda words: f"![A map](<{words}>)",
    lambda words: f"![{words}](map.png)",
    lambda words: f'[x](https://example.org "{words}")',
    lambda words: f"# {words}",
    lambda words: f"x {words} y",
    lambda words: f"<{words}>",
)
"""Places of a narrative in which an author may write it."""


def pages_of(payload: str) -> Iterator[bytes]:
    """The page of a template that prints it as a value, and of each narrative that is not refused."""
    yield write_html(_of_a_value(payload), Findings())
    for narrative in NARRATIVES:
        document = _of_a_narrative(narrative(payload))
        if document is not None:
            yield write_html(document, Findings())


def _of_a_value(payload: str) -> Document:
    scalar = Scalar(payload, Source("content/x/cells.csv", 2, 3), payload)
    record = Record("record", ("words",), scalar.source, lambda name: scalar, shown="words")
    paper = Paper({TEMPLATE: PRINTS_A_VALUE}, {"words": scalar, "rows": Items((record,), scalar.source)})
    document = paper.resolved()
    assert document is not None, [found.message for found in paper.findings]
    return document


def _of_a_narrative(text: str) -> Document | None:
    """None where docgen refuses it with an error."""
    paper = Paper({TEMPLATE: "{{ story }}\n"}, {"story": Prose(text, Source("content/x/story.md", 1))})
    document = paper.resolved()
    if document is None or paper.findings.has_errors:
        return None
    return replace(document, pictures={"content/x/map.png": png(9, 9)})


def joined(pages: list[bytes], is_with_policy: bool) -> bytes:
    """One page with the bodies of all: a browser opens forty pages sooner than a thousand."""
    first = pages[0].decode()
    bodies = [re.sub(r"(?s)^.*?<body[^>]*>|</body>.*$", "", page.decode()) for page in pages[1:]]
    whole = first.replace("</body>", "".join(f"\n<hr>\n{body}" for body in bodies) + "</body>")
    if not is_with_policy:
        whole, count = re.subn(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", whole)
        assert count == 1
    return whole.encode()


def raw(payload: str) -> bytes:
    """A page that takes it for markup: what a careless program would make of it."""
    return f"<!DOCTYPE html><title>x</title><body><p title='{payload}'>{payload}</p></body>".encode()


def in_a_browser(controls: int = len(PAYLOADS)) -> Trial:
    """Each text in every place, with docgen's own policy and without it.

    `controls` of them also raw, as a careless program would write them, to see that the browser would do something.
    """
    made = {number: list(pages_of(payload)) for number, payload in enumerate(PAYLOADS)}
    written: dict[str, bytes] = {}
    for start in range(0, len(PAYLOADS), BATCH):
        pages = [page for number in range(start, min(start + BATCH, len(PAYLOADS))) for page in made[number]]
        written[f"from {start}, with the policy"] = joined(pages, is_with_policy=True)
        written[f"from {start}, without the policy"] = joined(pages, is_with_policy=False)
    raws = {f"{payload} raw": raw(payload) for payload in PAYLOADS[:: len(PAYLOADS) // controls]}
    with TemporaryDirectory(prefix="docgen-") as folder:
        told = looked_at("hostile.mjs", [], {**written, **raws}, Path(folder))
    faults = [f"{name}: {said}" for name, said in _bad(told, written).items()]
    biting = len(_bad(told, raws))
    faults += [f"the browser sees something in {biting} raw texts only"] if biting < len(raws) // 2 else []
    count = sum(map(len, made.values()))
    refused = len(PAYLOADS) * (1 + len(NARRATIVES)) - count
    measured = f"{count:,} pages, {refused:,} refused; of {len(raws)} raw texts {biting} would run, load or lead away"
    return Trial(len(PAYLOADS), tuple(faults), measured)


def _bad(told: Mapping[str, Any], names: Iterable[str]) -> dict[str, Any]:
    return {name: told[name] for name in names if any(told[name].values())}
