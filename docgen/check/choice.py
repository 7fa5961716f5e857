"""Which rules are held: chosen and left out by code, or by how their codes begin."""

from __future__ import annotations

from msgspec import Struct


class Choice(Struct, frozen=True):
    """Beginnings of codes, `DG3` or `DG451`. Where both name a rule, the longer one decides, then `ignore`."""

    select: tuple[str, ...] = ()
    """Without any, all rules."""
    ignore: tuple[str, ...] = ()

    def includes(self, code: str) -> bool:
        """Whether a rule is held."""
        chosen = _longest(code, self.select or ("",))
        left_out = _longest(code, self.ignore)
        return chosen > left_out


def _longest(code: str, beginnings: tuple[str, ...]) -> int:
    """The length of the longest beginning that a code has; -1 where it has none."""
    return max((len(start) for start in beginnings if code.startswith(start)), default=-1)


EVERYTHING = Choice()
