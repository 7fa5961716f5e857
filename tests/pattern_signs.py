"""`python -m tests.pattern_signs --update`: reads off each pattern of the checker what all its matches hold.

It goes through a pattern as Python itself parses it, and follows what stands side by side: `\\b(?:in|de)creas\\w+ by`
gives `|increas` and `|decreas`, and `by`. Of all such sets the rarest is taken. `docgen/check/prose/signs.py` says what
for.
"""

from __future__ import annotations

import gc
import json
import re
import re._constants as codes  # type: ignore[import-not-found]
import re._parser as parser  # type: ignore[import-not-found]
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise, product
from math import fsum, prod
from pathlib import Path
from typing import Any

from docgen.check.prose.signs import BORDER, LONGEST, digest_of, folded, shape

FILE = Path(__file__).parents[1] / "docgen/check/prose/signs.json"

Step = tuple[Any, Any, int]
"""One step of a parsed pattern: its kind, what belongs to it, and the flags that hold there."""

Form = Callable[[str], str]
"""The folded form or the shape, of one character."""

_BEGINS, _ENDS = "\x1d", "\x1e"
"""No letter before, no letter behind: a border, where a letter stands on the other side."""
_MARKS = (BORDER, _BEGINS, _ENDS)

_REPEATS = (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT)
_BREAK: Step = (codes.ANY, None, 0)
"""Where nobody knows what stands."""

_MANY = 300
"""So many ways of writing a run are followed."""
_NEEDS = 2
"""Lists of signs that are worth a look; only the rarest may be long."""
_LONG = 8
"""So many repetitions are told apart."""
_WIDE = 12
"""A class of more characters says too little."""
_FREQUENT = frozenset("the of and to in a is be for or are as it on by with that at we not an this which from".split())
_LETTERS = {
    **dict(zip("etaoinshrdlcumwfgypbvkjxqz", (*[0.1] * 6, *[0.05] * 6, *[0.03] * 9, *[0.01] * 5), strict=True)),
    **dict.fromkeys(".,", 0.08),
    **dict.fromkeys("()'’/:;", 0.03),
    "-": 0.01,
    "0": 0.05,
    BORDER: 0.25,
}
"""About how many of all characters are one."""
_SHAPES = {"A": 0.15, "AZ": 0.15, "0A": 0.005, "0Z": 0.01, "0AZ": 0.003}
"""The same of pieces with capitals, with digits beside letters, and with both."""
_RAREST = 0.0005
"""Words are more frequent than their letters let one think."""


def signs_of_pattern(written: str, flags: int) -> list[list[str]]:
    """Of each list, one stands in the folded form or the shape of what each match touches; none where none has to."""
    parsed = parser.parse(written, flags)
    needs: list[frozenset[str]] = []
    for clause in _by_rarity(list(_steps(parsed, parsed.state.flags))):
        if not any(_follows(clause, need) or _follows(need, clause) for need in needs):
            needs.append(clause)
    return [sorted(need) for number, need in enumerate(needs[:_NEEDS]) if not number or len(need) <= _WIDE]


def _follows(clause: frozenset[str], need: frozenset[str]) -> bool:
    """Whether what has a sign of the one has one of the other too."""
    return all(any(sign in held for sign in clause) for held in need)


def _shortest(signs: Iterable[str]) -> Iterator[str]:
    """Those that hold no other."""
    known = set(signs)
    return (sign for sign in known if not any(other != sign and other in sign for other in known))


def _steps(parsed: Iterable[Any], flags: int) -> Iterator[Step]:
    """The steps of a pattern, those within brackets among the others."""
    for kind, value in parsed:
        if kind is codes.SUBPATTERN:
            _, added, taken, inner = value
            yield from _steps(inner, (flags | added) & ~taken)
        elif kind is codes.ATOMIC_GROUP:
            yield from _steps(value, flags)
        else:
            yield kind, value, flags


def _best(steps: Sequence[Step]) -> frozenset[str]:
    """The rarest set of signs of which one stands in all that the steps match; empty where there is none."""
    return next(iter(_by_rarity(steps)), frozenset())


def _by_rarity(steps: Sequence[Step]) -> list[frozenset[str]]:
    """All such sets, the rarest first."""
    clauses = {frozenset(_shortest(each)) for form in (folded, shape) for each in _clauses(steps, form)}
    return sorted(clauses, key=lambda clause: (fsum(map(_frequency, clause)), sorted(clause)))


def _frequency(sign: str) -> float:
    """About how often it stands in a text."""
    if sign.strip(BORDER) in _FREQUENT:
        return 0.3
    kinds = "".join(sorted(set(sign) & set("A0Z")))
    if kinds not in ("", "0"):
        return _SHAPES.get(kinds, 0.5) / (8 if "AA" in sign else 1)
    again = sum(one == other and one == "0" for one, other in pairwise(sign))
    letters = re.sub(rf"{BORDER}?(0)+{BORDER}?", r"\1", sign)
    return max(_RAREST, prod(_LETTERS.get(at, 0.003) for at in letters) * 0.5**again)


def _clauses(steps: Sequence[Step], form: Form) -> Iterator[frozenset[str]]:
    """All sets of signs that can be read off steps in one form."""
    run, todo, before = frozenset([""]), deque(steps), _BREAK
    while todo:
        step = todo.popleft()
        exact = _exact(step, form)
        if exact is not None and len(run) * len(exact) <= _MANY:
            run, before = _joined(run, exact), step
            continue
        if step[0] is codes.ASSERT:
            yield from _clauses(list(_steps(step[1][1], step[2])), form)
            continue
        if _is_repeated(step, form):
            todo.extendleft(reversed([*_steps(step[1][2], step[2]), _BREAK]))
            continue
        first = _first(step, form)
        yield from _of_run(_joined(run, first) if len(run) * len(first) <= _MANY else run)
        yield from _within(step, form, before, todo[0] if todo else _BREAK)
        run, before = (first if exact is None else exact), step
    yield from _of_run(run)


def _is_repeated(step: Step, form: Form) -> bool:
    """Whether it stands at least once, without its words being certain."""
    kind, value, flags = step
    is_certain = kind in _REPEATS and _exact_all(list(_steps(value[2], flags)), form) is not None
    return kind in _REPEATS and bool(value[0]) and not is_certain


def _first(step: Step, form: Form) -> frozenset[str]:
    """The words with which something certain begins and ends that is repeated any number of times."""
    kind, value, flags = step
    if kind not in _REPEATS or not value[0]:
        return frozenset([""])
    once = _exact_all(list(_steps(value[2], flags)), form) or frozenset([""])
    times = value[0] if len(once) ** min(value[0], _LONG) <= _MANY else 1
    return frozenset("".join(each) for each in product(once, repeat=min(times, _LONG)))


def _within(step: Step, form: Form, before: Step, after: Step) -> Iterator[frozenset[str]]:
    """What can be read off a choice, with the borders around it."""
    kind, value, flags = step
    if kind is codes.BRANCH:
        around = [[each] if _is_mark(each) else [] for each in (before, after)]
        parts = [_best([*around[0], *_steps(each, flags), *around[1]]) for each in value[1]]
        yield from (frozenset[str]().union(*parts),) if all(parts) else ()


def _is_mark(step: Step) -> bool:
    return step[0] in (codes.AT, codes.ASSERT_NOT)


def _exact(step: Step, form: Form) -> frozenset[str] | None:
    """All that a step can match, in a form; None where that is too much to say."""
    kind, value, flags = step
    if kind is codes.LITERAL:
        return _character(chr(value), flags, form)
    if kind is codes.IN:
        return _class(value, flags, form)
    if kind is codes.AT:
        marks = {codes.AT_BOUNDARY: BORDER, codes.AT_BEGINNING: _BEGINS, codes.AT_BEGINNING_STRING: _BEGINS}
        return frozenset([marks.get(value, _ENDS if value in (codes.AT_END, codes.AT_END_STRING) else "")])
    if kind is codes.ASSERT_NOT:
        return frozenset([_edge(value)])
    if kind is codes.BRANCH:
        parts = [_exact_all(list(_steps(each, flags)), form) for each in value[1]]
        found = frozenset[str]().union(*(part for part in parts if part))
        return found if all(parts) and len(found) <= _MANY else None
    return _repeated(value, flags, form) if kind in (codes.MAX_REPEAT, codes.MIN_REPEAT) else None


def _exact_all(steps: Sequence[Step], form: Form) -> frozenset[str] | None:
    run = frozenset([""])
    for step in steps:
        exact = _exact(step, form)
        if exact is None or len(run) * len(exact) > _MANY:
            return None
        run = _joined(run, exact)
    return run


def _repeated(value: tuple[int, int, Any], flags: int, form: Form) -> frozenset[str] | None:
    """What may stand there or not, or stands so many times."""
    least, most, parsed = value
    inner = _exact_all(list(_steps(parsed, flags)), form)
    if inner is None or most > 4 or (least != most and (least, most) != (0, 1)):
        return None
    if least != most:
        return inner | {""}
    return frozenset("".join(each) for each in product(inner, repeat=most)) if len(inner) ** most <= _MANY else None


def _edge(value: tuple[int, Any]) -> str:
    """A border, where an assertion says that no letter stands before or behind."""
    direction, parsed = value
    steps = list(_steps(parsed, 0))
    is_word = len(steps) == 1 and steps[0][0] is codes.IN and (codes.CATEGORY, codes.CATEGORY_WORD) in steps[0][1]
    return (_BEGINS if direction < 0 else _ENDS) if is_word else ""


def _character(written: str, flags: int, form: Form) -> frozenset[str] | None:
    if written.isspace():
        return frozenset(" ")
    if form is shape and flags & re.IGNORECASE and written.isalpha():
        return None
    return frozenset([form(written).replace(BORDER, "")])


def _class(members: Sequence[tuple[Any, Any]], flags: int, form: Form) -> frozenset[str] | None:
    """All characters of a class, in a form."""
    found: set[str] = set()
    for kind, value in members:
        each = _member(kind, value, flags, form)
        if each is None:
            return None
        found |= each
    return frozenset(found) if len(found) <= _WIDE else None


def _member(kind: Any, value: Any, flags: int, form: Form) -> frozenset[str] | None:
    if kind is codes.LITERAL:
        return _character(chr(value), flags, form)
    if kind is codes.RANGE and value[1] - value[0] < 64:
        each = [_character(chr(at), flags, form) for at in range(value[0], value[1] + 1)]
        return frozenset[str]().union(*(one for one in each if one)) if all(each) else None
    if kind is codes.CATEGORY:
        return {codes.CATEGORY_DIGIT: frozenset("0"), codes.CATEGORY_SPACE: frozenset(" ")}.get(value)
    return None


def _joined(run: frozenset[str], more: frozenset[str]) -> frozenset[str]:
    return frozenset(one + other for one, other in product(run, more))


def _of_run(run: frozenset[str]) -> Iterator[frozenset[str]]:
    """The rarest piece of each way of writing a run, and the first and the last piece of each."""
    each_of = [list(_pieces(each)) for each in run]
    if all(each_of):
        yield frozenset(min(pieces, key=lambda piece: (_frequency(piece), piece)) for pieces in each_of)
        yield frozenset(pieces[0] for pieces in each_of)
        yield frozenset(pieces[-1] for pieces in each_of)


def _pieces(run: str) -> Iterator[str]:
    """What stands between blanks, with its borders, as far as signs are long."""
    for piece in _bordered(run).split(" "):
        for start in range(max(1, len(piece) - LONGEST + 1)):
            part = piece[start : start + LONGEST]
            if part.strip(BORDER):
                yield part


def _bordered(run: str) -> str:
    """A run with borders where they are certain: between letters and other signs, and where a mark says so."""
    made, before, marks = "", "", ""
    for at in (*run, ""):
        if at in _MARKS and at:
            marks += at
            continue
        made += _border(before, at, marks) + at
        before, marks = at, ""
    return made


def _border(before: str, after: str, marks: str) -> str:
    """The border between two characters, either of which may not be known."""
    is_told = bool(before and after) and _is_letter(before) != _is_letter(after)
    begins = _BEGINS in marks and bool(after) and _is_letter(after)
    ends = _ENDS in marks and bool(before) and _is_letter(before)
    return BORDER if is_told or BORDER in marks or begins or ends else ""


def _is_letter(character: str) -> bool:
    return character.isalnum() or character == "_"


def patterns() -> list[tuple[str, int]]:
    """All patterns of the checker that do not depend on what a programme says."""
    import docgen.check.registry
    from docgen.check.prose.pattern import Pattern

    assert docgen.check.registry.RULES
    return sorted({(each.pattern, int(each.flags)) for each in gc.get_objects() if isinstance(each, Pattern)})


def table() -> str:
    """The file as it should be, a pattern on a line."""
    found = {digest_of(*each): signs_of_pattern(*each) for each in patterns()}
    lines = (f'"{digest}": {json.dumps(signs)}' for digest, signs in sorted(found.items()) if signs)
    return "{\n" + ",\n".join(lines) + "\n}\n"


if __name__ == "__main__":
    if "--update" in sys.argv:
        FILE.write_text(table(), encoding="utf-8")
    sys.exit(FILE.read_text(encoding="utf-8") != table() and f"{FILE.name} is out of date: --update writes it anew")
