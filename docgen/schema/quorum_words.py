"""Words a quorum for print: `4 members, including 1 lay member, and the chair or vice-chair`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import assert_never

from docgen.schema.quorum_rule import OFFICES, TAGS, AllOf, AnyOf, Count, Named, Rule
from docgen.wording import listed


def in_words(rule: Rule, roles: Mapping[str, str]) -> str:
    """A rule as a phrase. `roles` gives the role of each member by id; an id without one is printed itself."""
    match rule:
        case Count():
            return _count(rule, roles)
        case Named():
            return _named(rule.name, roles)
        case AllOf():
            return _all_of(rule.rules, roles)
        case AnyOf():
            return _any_of(rule.rules, roles)
        case _:
            assert_never(rule)


def _count(count: Count, roles: Mapping[str, str]) -> str:
    if all(name in TAGS for name in count.names):
        noun = "member" if count.least == 1 else "members"
        return " ".join(filter(None, [str(count.least), listed(count.names, "or"), noun]))
    last = "or" if count.least == 1 else "and"
    return f"{count.least} of {listed([_kind(name, roles) for name in count.names], last)}"


def _kind(name: str, roles: Mapping[str, str]) -> str:
    return f"the {name} members" if name in TAGS else _named(name, roles)


def _named(name: str, roles: Mapping[str, str]) -> str:
    return f"the {_lowered(roles.get(name, name.replace('_', ' ')))}"


def _lowered(role: str) -> str:
    """`Lay member` inside a sentence is `lay member`; `GP` and `Health and Wellbeing Board` stay as they are."""
    first, *rest = role.split(" ")
    is_a_name = any(word[:1].isupper() for word in rest) or not first[1:].islower()
    return role if is_a_name else role[:1].lower() + role[1:]


def _all_of(rules: Sequence[Rule], roles: Mapping[str, str]) -> str:
    first, *rest = rules
    if isinstance(first, Count) and not set(first.names) - {"voting"}:
        return f"{in_words(first, roles)}, including {_series([_inner(rule, roles) for rule in rest])}"
    return _series([_inner(rule, roles) for rule in rules])


def _inner(rule: Rule, roles: Mapping[str, str]) -> str:
    words = in_words(rule, roles)
    return f"both {words}" if isinstance(rule, AllOf) and len(rule.rules) == 2 else words


def _series(phrases: Sequence[str]) -> str:
    """A comma before the last `and` where a phrase has an `and` or `or` of its own; semicolons where it has commas."""
    if any("," in phrase for phrase in phrases) and len(phrases) > 1:
        return f"{'; '.join(phrases[:-1])}; and {phrases[-1]}"
    if any(f" {word} " in phrase for phrase in phrases for word in ("and", "or")):
        return f"{', '.join(phrases[:-1])}, and {phrases[-1]}" if len(phrases) > 1 else phrases[0]
    return listed(phrases)


def _any_of(rules: Sequence[Rule], roles: Mapping[str, str]) -> str:
    offices = [rule.name for rule in rules if isinstance(rule, Named) and rule.name in OFFICES]
    if len(offices) == len(rules):
        return f"the {listed(offices, 'or')}"
    simple = all(isinstance(rule, Named) for rule in rules)
    phrase = listed([in_words(rule, roles) for rule in rules], "or")
    return phrase if simple else f"either {phrase}"
