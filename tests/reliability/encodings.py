"""R9 and R12: files saved in other ways, and files in which two versions still stand."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from tests.reliability.trial import Place, Trial, is_a_traceback, place

FILES: Mapping[str, str] = {
    "content/banes/programme.yaml": "",
    "content/banes/vision.md": "---\nowner: Director of £s\n---\nIt’s £43.\n\nAnd more.\n",
    "content/banes/scope.csv": "Function,In scope?\nWomen’s health,yes\nCosts of £43,no\n",
    "content/banes/facts.yaml": "cost: {value: £43, as_of: 2014}\n# a child’s\n",
    "templates/note/template.md.j2": "# Vision’s £\n\n{{ vision }}\n",
    "templates/note/type.yaml": "title: Note’s £\nabout: A note\nfile: note\nneeds: [vision]\nuses: [scope]\n",
    "docgen.toml": '# £ ’\n[build]\nformats = ["html"]\n',
}
"""A file of each kind, with letters that each encoding writes otherwise; empty for the file as it is."""

READ: Mapping[str, Callable[[str], bytes]] = {
    "UTF-8": lambda text: text.encode(),
    "with a byte-order mark": lambda text: text.encode("utf-8-sig"),
    "CRLF": lambda text: text.replace("\n", "\r\n").encode(),
    "CR": lambda text: text.replace("\n", "\r").encode(),
    "CRLF with a mark": lambda text: text.replace("\n", "\r\n").encode("utf-8-sig"),
    "all line ends": lambda text: _mixed(text).encode(),
}
"""Ways to save a file that change nothing."""

REFUSED: Mapping[str, Callable[[str], bytes]] = {
    "UTF-16": lambda text: text.encode("utf-16"),
    "UTF-16, big-endian": lambda text: b"\xfe\xff" + text.encode("utf-16-be"),
    "UTF-16 without a mark": lambda text: text.encode("utf-16-le"),
    "UTF-32": lambda text: text.encode("utf-32"),
    "cp1252": lambda text: (text + "# £ ’\n").encode("cp1252"),
    "a NUL byte": lambda text: text.encode().replace(b"\n", b"\x00\n", 1),
}
"""Ways that are told with their place and how to mend it."""


def _mixed(text: str) -> str:
    ends = ("\n", "\r\n", "\r")
    return "".join(line + ends[number % 3] for number, line in enumerate(text.split("\n")[:-1]))


def saved_in_every_way() -> Trial:
    """Each kind of file, saved in each way."""
    faults: list[str] = []
    with place() as each:
        texts = _lay_out(each)
        good = each.clean()
        faults += [] if each.run("build")[0] == 0 else ["the repository has faults from the beginning"]
        for path, text in texts.items():
            faults += _after_saving(each, path, text, good)
            each.write(path, text)
    return Trial(len(FILES) * (len(READ) + len(REFUSED)), tuple(faults))


def _lay_out(each: Place) -> dict[str, str]:
    texts = {path: text or (each.root / path).read_text() for path, text in FILES.items()}
    for path, text in texts.items():
        each.write(path, text)
    return texts


def _after_saving(each: Place, path: str, text: str, good: Mapping[str, str]) -> Iterator[str]:
    for name, way in READ.items():
        each.write(path, way(text))
        if each.clean() != good:
            yield f"{path}, {name}: the outputs differ"
    for name, way in REFUSED.items():
        each.write(path, way(text))
        code, printed = each.run("build", "--no-cache", "--out", "refused")
        place_of = re.search(rf"--> {re.escape(path)}(:\d+)?", printed)
        if code != 1 or not place_of or "help: save it as UTF-8" not in printed or is_a_traceback(printed):
            yield f"{path}, {name}: exit code {code}: {printed}"


CONFLICTS: Mapping[str, Callable[[str], bytes]] = {
    "of git": lambda text: f"<<<<<<< HEAD\n{text}=======\n{text}>>>>>>> theirs\n".encode(),
    "with the base between them": lambda text: (
        f"<<<<<<< HEAD\n{text}||||||| 12ab\n{text}=======\n{text}>>>>>>> theirs\n".encode()
    ),
    "in the middle": lambda text: _in_the_middle(text).encode(),
    "with the line ends of Windows": lambda text: _in_the_middle(text).replace("\n", "\r\n").encode(),
    "with a byte-order mark": lambda text: f"<<<<<<< HEAD\n{text}=======\n{text}>>>>>>> theirs\n".encode("utf-8-sig"),
    "half resolved, its end left": lambda text: f"{text}>>>>>>> theirs\n".encode(),
    "half resolved, its beginning left": lambda text: f"<<<<<<< HEAD\n{text}".encode(),
    "in another encoding": lambda text: _in_the_middle(text).encode("cp1252"),
    "of a branch with a long name": lambda text: f"<<<<<<< {'a/' * 90}\n{text}=======\n>>>>>>> {'b' * 200}\n".encode(),
}
"""Two versions of a file in one."""


def _in_the_middle(text: str) -> str:
    first, _, rest = text.partition("\n")
    return f"{first}\n<<<<<<< Updated upstream\n{rest}=======\n{rest}>>>>>>> Stashed changes\n"


def with_conflicts() -> Trial:
    """Each kind of file with each kind of conflict: it is told, and nothing of what stands in between."""
    with place() as each:
        texts = _lay_out(each)
        faults = [fault for path, text in texts.items() for fault in _in_conflict(each, path, text)]
    return Trial(len(FILES) * len(CONFLICTS), tuple(faults))


def _in_conflict(each: Place, path: str, text: str) -> Iterator[str]:
    for name, conflict in CONFLICTS.items():
        each.write(path, conflict(text))
        code, printed = each.run("build", "--no-cache", "--out", "refused")
        told = [_message(printed, found.start()) for found in re.finditer(rf"--> {re.escape(path)}", printed)]
        if code != 1 or not _is_a_merge(told) or is_a_traceback(printed):
            yield f"{path}, {name}: exit code {code}: {printed}"
    each.write(path, text)


def _is_a_merge(told: list[str]) -> bool:
    """Whether nothing else is told of the file, unless that it has another encoding as well."""
    others = [message for message in told if "not saved as UTF-8" not in message]
    return bool(others) and all("unresolved merge" in message for message in others)


def _message(printed: str, place: int) -> str:
    """The line above the place of a diagnostic."""
    return printed[:place].rstrip().rpartition("\n")[2]
