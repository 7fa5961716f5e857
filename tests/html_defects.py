"""Small, real defects to put into a good page, and who must catch each."""

from __future__ import annotations

import re
from dataclasses import dataclass

from docgen.write.html.style import policy_for


@dataclass(frozen=True, slots=True)
class Defect:
    """One place of the page, changed."""

    old: str
    """A regular expression; its first match is replaced."""
    new: str
    axe: str = ""
    """The rule of axe-core that must find it."""
    ours: str = ""
    """The check of `html_lint.py` that must find it."""
    browser: str = ""
    """What else must be seen in a browser: `overflow`, `clipped` or `complaints`."""

    def put_into(self, page: str) -> str:
        """The page with the defect, its style still allowed by its policy."""
        changed = re.sub(self.old, self.new, page, count=1, flags=re.DOTALL)
        assert changed != page, f"the page has no {self.old}"
        return changed.replace(_policy_of(page), policy_for(_style_of(changed)))


def _policy_of(page: str) -> str:
    return page.split('"Content-Security-Policy" content="')[1].split('"')[0]


def _style_of(page: str) -> str:
    return page.split("<style>")[1].split("</style>")[0]


def _styled(rules: str, **caught: str) -> Defect:
    return Defect("</style>", f"{rules}</style>", **caught)


DEFECTS = {
    "picture without alt": Defect(' alt="[^"]*"', "", axe="image-alt", ours="picture without words"),
    "drawing without a name": Defect(
        "<hr>", '<svg role="img"><path d="M0 0h9"/></svg>', axe="svg-img-alt", ours="picture without words"
    ),
    "no language": Defect(' lang="en-GB"', "", axe="html-has-lang", ours="no language"),
    "language that is none": Defect('lang="en-GB"', 'lang="English"', axe="html-lang-valid", ours="no language"),
    "no title": Defect("<title>.*?</title>", "", axe="document-title", ours="no title"),
    "heading skipped": Defect("<h4 (.*?)</h4>", r"<h6 \1</h6>", axe="heading-order", ours="skipped heading"),
    "heading without words": Defect("<section", "<h2></h2><section", axe="empty-heading", ours="wordless"),
    "two first headings": Defect("<section", "<h1>Another</h1><section", ours="not one first heading"),
    "same id twice": Defect("<hr>", '<hr id="vision">', ours="same id twice"),
    "link without words": Defect("<hr>", '<p><a href="#main"></a></p>', axe="link-name", ours="wordless"),
    "link to nowhere": Defect('href="#vision"', 'href="#visions"', ours="link to nowhere"),
    "skip link to nowhere": Defect('href="#main"', 'href="#mian"', axe="skip-link", ours="link to nowhere"),
    "table without headings": Defect("<hr>", "<table><tr><td>a</td><td>b</td></tr></table>", ours="headerless table"),
    "heading of a column without words": Defect(
        '<th scope="col">.*?</th>', '<th scope="col"></th>', axe="empty-table-header", ours="wordless"
    ),
    "scope that is none": Defect('scope="col"', 'scope="column"', axe="scope-attr-valid", ours="header without scope"),
    "cell too many": Defect("</td>\n *</tr>", "</td><td>more</td></tr>", ours="ragged table"),
    "box that scrolls out of reach": Defect(' tabindex="0" role="region"', ' role="region"', ours="box out of reach"),
    "box whose name is gone": Defect('(role="region") [^>]*>', r"\1>", ours="box without name"),
    "name from nowhere": Defect(
        'aria-labelledby="table-1-caption"', 'aria-labelledby="gone"', ours="name from nowhere"
    ),
    "order of its own": Defect('tabindex="0"', 'tabindex="3"', axe="tabindex", ours="order of its own"),
    "role that is none": Defect('role="note"', 'role="remark"', axe="aria-roles"),
    "item without a list": Defect("<hr>", "<div><li>alone</li></div>", axe="listitem"),
    "list of definitions with a stranger": Defect("<dd>", "<p>stranger</p><dd>", axe="definition-list"),
    "no main part": Defect("<main (.*)</main>", r"<div \1</div>", axe="landmark-one-main"),
    "text outside the landmarks": Defect("<footer>", "<p>Outside.</p><footer>", axe="region"),
    "zoom switched off": Defect("initial-scale=1", "initial-scale=1, user-scalable=no", axe="meta-viewport"),
    "pale letters": _styled("main p { color: #999999; }", axe="color-contrast"),
    "links told by colour alone": _styled(
        "main a { text-decoration: none; color: #2b3a70; }", axe="link-in-text-block"
    ),
    "links too small to hit": _styled(
        ".contents a { display: block; height: 9px; padding: 0; overflow: hidden; }", axe="target-size"
    ),
    "wider than a phone": _styled("main p { min-width: 30rem; }", browser="overflow"),
    "no room for letters set wider": _styled("main > p { max-height: 12em; overflow: hidden; }", browser="clipped"),
    "script": Defect(
        "</main>", "<script>document.title = 'x'</script></main>", ours="something fetched", browser="complaints"
    ),
    "picture from elsewhere": Defect(
        'src="data:[^"]*"', 'src="https://example.org/x.png"', ours="something fetched", browser="complaints"
    ),
    "style on an element": Defect("<hr>", '<hr style="color: red">', ours="something that acts", browser="complaints"),
    "no policy": Defect("default-src 'none'; ", "", ours="no policy"),
}
"""By what is wrong. Faults of a kind that axe-core does not know have `ours` alone."""
